"""The pages Regelingen and Kalender: what a controller reads, and the cases the deliveries do not have."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.app_pages.kalender import zinnen as kalenderzinnen
from dashboard.app_pages.kalender.charts import timeline
from dashboard.app_pages.regelingen import tabellen
from dashboard.app_pages.regelingen import zinnen as regelingzinnen
from dashboard.app_pages.regelingen.charts import stage_lanes
from dashboard.data import spuk_kalender
from dashboard.data.spuk_kalender import Termijn, select_for_agenda, without_doubles
from dashboard.data.spuk_regelingen import Baan, Fase, group_lanes
from tests.app.conftest import Openen, page_text, table_text
from tests.app.test_zinnen import los, rij

VANDAAG = date(2026, 11, 22)
NAAM = "Duindorp"
NAMEN = {"gebundeld": "G10, G13 en A38 samen", "G10": "G10", "G13": "G13"}
VOLGORDE = ("voorlopig", "nader_voorlopig", "definitief", "verantwoord", "afgerekend")


@pytest.fixture
def vaste_dag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spuk_kalender, "today", lambda: VANDAAG)
    monkeypatch.setattr(spuk_kalender, "load_moment", lambda _: datetime(2026, 11, 22, tzinfo=UTC))


def test_regelingen_van_wassenaar(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "regelingen", "GM0629")
    tekst = page_text(at)
    assert "Wassenaar kreeg SPUK voor 2022 tot en met 2025; een afrekening is niet geleverd." in tekst
    assert "Definitief volgens de bron: 2022 en 2023. Alleen voorlopig: 2024 en 2025." in tekst
    assert "Voor 2026 staat in de bron p.m. (nog niet begroot)." in tekst and "één bedrag" in tekst
    bedragen = table_text(at, 0).set_index("Jaar")["Beschikt"].str.replace("\N{NO-BREAK SPACE}", " ")
    assert bedragen["2024"] == "€ 589.625" and bedragen["2026"] == "p.m. (nog niet begroot)"
    wet = [[str(cel).replace("\N{WORD JOINER}", "") for cel in r] for r in table_text(at, 1).to_numpy()]
    assert ["2024", "definitief", "30-06-2025", "de termijn is voorbij; niet geleverd"] in wet
    assert ["2026", "definitief", "30-06-2027", "de termijn loopt nog"] in wet
    assert "regel 39, kolom Bedrag" in tekst and "p. 68" in tekst


def test_kalender_van_wassenaar(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "kalender", "GM0629")
    tekst = page_text(at)
    assert "De eerstvolgende termijn is 31 december 2026 (over 39 dagen): peildatum van de aantallen over 2026" in tekst
    assert (
        "15-07-2028 (zaterdag)" in tekst and "artikel 42, derde lid" in tekst and "bevestigd in de wetstekst" in tekst
    )
    assert len(at.get("download_button")) == 1
    next(s for s in at.selectbox if s.label == "Uitkeringsjaar").set_value(2022).run()
    assert not at.get("download_button") and "elke termijn al voorbij" in page_text(at)


def test_kalender_zonder_gemeente_noemt_elke_regeling(open_pagina: Openen, snapshot_map: Path, vaste_dag: None) -> None:
    at = open_pagina(snapshot_map, "kalender")
    assert "2026 · G10, G13 en A38" in list(table_text(at, 0)["Uitkering"])
    assert "samen" not in page_text(at)


def termijn(dag: date, jaar: int = 2026, code: str = "sisa", **velden: object) -> Termijn:
    basis = {"regeling": "G10", "naam": "SiSa-verantwoording", "status": "bevestigd", "volgorde": 5}
    return los(Termijn, jaar=jaar, termijn=code, datum=dag, **{**basis, **velden})  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ([], "Voor Duindorp zijn geen termijnen: er is nog geen beschikking geleverd."),
        ([date(2025, 1, 1)], "Er komen geen termijnen meer aan; de laatste was op 1 januari 2025."),
        ([VANDAAG], "(vandaag): SiSa-verantwoording over 2026.** Daarna komt er geen termijn meer."),
        ([date(2026, 11, 23), date(2027, 1, 1)], "(over 1 dag): SiSa-verantwoording over 2026.** Daarna volgt nog 1"),
    ],
)
def test_antwoord_van_de_kalender(dagen: list[date], zin: str) -> None:
    regels = kalenderzinnen.group([termijn(d) for d in dagen], NAMEN)
    assert zin in kalenderzinnen.answer(regels, VANDAAG, NAAM).replace("\\", "")


def test_een_som_volgt_g10_en_staat_niet_dubbel() -> None:
    dag = date(2027, 7, 15)
    rijen = [termijn(dag, regeling=r) for r in ("G10", "G13", "gebundeld")]
    assert [t.regeling for t in without_doubles(rijen)] == ["G10", "G13"]
    assert [t.regeling for t in without_doubles(rijen[1:])] == ["G13", "gebundeld"]
    (regel,) = kalenderzinnen.group(rijen[:2], NAMEN)
    assert regel.regelingen == ("G10", "G13")
    figuur = timeline([regel], VANDAAG, kalenderzinnen.horizon(VANDAAG))
    assert "15 jul 2027" in figuur.layout.annotations[0].text


def test_agenda_begint_op_de_dag_van_de_snapshot_en_niet_op_die_van_vandaag() -> None:
    rijen = [termijn(date(2026, 11, d)) for d in (21, 22, 23)]
    assert select_for_agenda(rijen, datetime(2026, 11, 22, tzinfo=UTC)) == rijen[1:]
    assert (
        kalenderzinnen.file_name("’s-Gravenhage", "G10", 2026, "2026-1")
        == "spuk-termijnen_-s-gravenhage_g10_2026_2026-1.ics"
    )
    assert "geen termijn" in kalenderzinnen.no_agenda([], VANDAAG) and "staat 1 termijn " in kalenderzinnen.agenda_note(
        1, VANDAAG, False
    )


def baan(jaar: int, regeling: str = "gebundeld", **bedragen: int | str) -> Baan:
    """A lane in which the named stages were reached; a text is the status of a stage without amount."""
    fasen = []
    for nummer, naam in enumerate(VOLGORDE, 1):
        w = bedragen.get(naam)
        bedrag = Decimal(w) if isinstance(w, int) else None
        status = w if isinstance(w, str) else ("gemeten" if bedrag is not None else "niet_geleverd")
        velden = {"fase": naam, "volgorde": nummer, "is_bereikt": w is not None, "bedrag_eur": bedrag}
        velden |= {"waarde_status": status, "termijn_datum": date(jaar + 1, 6, 30), "termijn_status": "bevestigd"}
        fasen.append(rij(Fase, jaar=jaar, regeling=regeling, **velden))
    return Baan(NAAM, jaar, regeling, tuple(fasen))


@pytest.mark.parametrize(
    ("banen", "zin"),
    [
        ([], "Voor Duindorp zijn nog geen beschikkingen geleverd."),
        ([baan(2026, voorlopig="pm")], "nog geen bedrag bekend.** Voor 2026 staat in de bron p.m."),
        (
            [baan(2026, voorlopig=1)],
            "kreeg SPUK voor 2026; een afrekening is niet geleverd.** Een definitieve beschikking is",
        ),
        ([baan(2022, definitief=1, afgerekend=1)], "dat is afgerekend.** Elk bedrag heet in de bron definitief."),
        (
            [baan(2024, definitief=1, afgerekend=0), baan(2025, "G10", definitief=1), baan(2025, "G13", voorlopig=1)],
            "voor 2024 en 2025; daarvan is 2024 afgerekend.** Definitief volgens de bron: 2024 en 2025 (G10). Alleen"
            " voorlopig: 2025 (G13).",
        ),
        ([baan(2025, voorlopig=1), baan(2026)], "Voor 2026 is geen bedrag geleverd."),
    ],
)
def test_antwoord_van_regelingen(banen: list[Baan], zin: str) -> None:
    assert zin in regelingzinnen.answer(banen, NAAM)


def test_een_vak_heeft_altijd_een_woord() -> None:
    b = baan(2026, voorlopig="pm", definitief=5, verantwoord="ondergrens")
    zonder = b.fasen[1]._replace(termijn_status="onbekend")
    woorden = [regelingzinnen.cell_word(f, VANDAAG) for f in (*b.fasen, zonder)]
    assert woorden[0] == "p.m." and woorden[1] == woorden[4] == "nog niet" and woorden[3] == "bereikt"
    assert woorden[5] == "geen termijn bekend"
    laat = [regelingzinnen.cell_word(f, date(2030, 1, 1)) for f in b.fasen]
    assert laat[1] == laat[4] == "niet geleverd"
    figuur = stage_lanes([b, baan(2025)], NAMEN, VANDAAG)
    gearceerd = [t.hovertemplate for t in figuur.data if t.marker.pattern.shape]
    assert any("p.m." in h for h in gearceerd) and not any("nog niet" in h for h in gearceerd)
    assert "<b>2026 · G10, G13 en A38 samen</b>" in [a.text for a in figuur.layout.annotations]


def test_wat_de_wet_verwacht_zegt_niet_meer_dan_wij_weten() -> None:
    b = baan(2024, definitief=1)
    onzeker = Baan(NAAM, 2024, "gebundeld", tuple(f._replace(termijn_status="onbekend") for f in b.fasen[3:]))
    standen = [r[-1] for r in tabellen.law_rows([b, onzeker], NAMEN, VANDAAG)]
    assert standen[:2] == ["niet geleverd; een latere stap wel"] * 2
    assert standen[2:4] == ["de termijn is voorbij; niet geleverd"] * 2
    assert standen[4:] == ["niet geleverd; niet bekend of deze termijn geldt"] * 2


def test_losse_regelingen_worden_nooit_opgeteld() -> None:
    som = baan(2025, voorlopig=3)
    apart = [baan(2025, "G10", voorlopig=1), baan(2025, "G13", voorlopig=2)]
    alle = [f for b in (*apart, som) for f in b.fasen]
    assert [b.regeling for b in group_lanes(alle)] == ["G10", "G13"]
    meer = [f for b in (*apart, baan(2025, voorlopig=3, definitief=9)) for f in b.fasen]
    assert [b.regeling for b in group_lanes(meer)] == ["G10", "G13", "gebundeld"]
    rijen = tabellen.lane_rows(apart, NAMEN)
    assert [r[0] for r in rijen] == ["2025 · G10", "2025 · G13"]
