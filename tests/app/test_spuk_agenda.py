"""What the calendar says of the gemeente itself, and what its agenda file says of a day that is not certain."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dashboard.app_pages.kalender import zinnen as kalenderzinnen
from dashboard.data.spuk_kalender import make_agenda, with_parts
from tests.app.test_spuk_termijnen import NAAM, NAMEN, VANDAAG, termijn


def test_antwoord_noemt_eerst_wat_de_gemeente_zelf_moet_doen() -> None:
    anderen = [(2, "DUO", "Peildatum"), (3, "rijk", "Definitieve beschikking")]
    termijnen = [termijn(date(2027, 1, d), code=naam, wie=wie, naam=naam) for d, wie, naam in anderen]
    regels = kalenderzinnen.group([*termijnen, termijn(date(2027, 7, 15), wie="gemeente")], NAMEN)
    zin = kalenderzinnen.answer(regels, VANDAAG, NAAM)
    assert zin.startswith("**De eerstvolgende termijn voor Duindorp zelf is 15 juli 2027 (over 235 dagen): SiSa")
    assert "Eerder komt 2 januari 2027 (over 41 dagen): peildatum over 2026, door DUO; en nog 1 termijn van" in zin


def test_agenda_zegt_wat_niet_zeker_is_en_wat_kan_opschuiven() -> None:
    dag = termijn(
        date(2028, 7, 15), code="besluit_terugvordering", regeling="gebundeld", status="afgeleid",
        naam="Besluit over terugvordering", toelichting="Komt zij later binnen, dan schuift deze dag op.",
    )  # fmt: skip
    deel = with_parts(dag, ("G10", "G13", "A38"), {("G10", 2026, "besluit_terugvordering")})
    tekst = make_agenda([deel], NAMEN, "x", datetime(2026, 11, 22, tzinfo=UTC)).decode().replace("\r\n ", "")
    assert "SUMMARY:SPUK 2026 (G10): besluit over terugvordering (niet zeker)" in tekst
    assert "Of deze dag ook voor G13 en A38 geldt\\, is niet bekend." in tekst
    assert "Toelichting: Komt zij later binnen\\, dan schuift deze dag op." in tekst
