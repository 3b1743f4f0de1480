"""The agenda file, read back by a parser as an agenda program would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar

from rekenkamer.rapport.agenda import INDICATIE, Afspraak, status_word, weekend_day, write_agenda

MOMENT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
PEILDATUM = Afspraak(
    "G10", ("G10",), 2026, "peildatum", date(2026, 12, 31), "Peildatum, van de aantallen", "Telt wie; waar woont.",
    "DUO", "bevestigd", "Besluit inburgering 2021, artikel 10.4", date(2022, 1, 1),
)  # fmt: skip
SISA = Afspraak("G10", ("G10",), 2027, "sisa", date(2028, 7, 15), "SiSa-verantwoording", status="afgeleid")


def lees(inhoud: bytes) -> Calendar:
    return Calendar.from_ical(inhoud)


def test_dagen_en_namen_komen_heel_terug() -> None:
    agenda = lees(write_agenda([SISA, PEILDATUM], "SPUK-termijnen", MOMENT))
    assert agenda.calendar_name == "SPUK-termijnen" and agenda["X-WR-CALNAME"] == "SPUK-termijnen"
    assert "METHOD" not in agenda
    eerste, tweede = agenda.events
    assert (eerste.start, eerste.end) == (date(2026, 12, 31), date(2027, 1, 1))
    assert eerste["DTSTART"].params["VALUE"] == "DATE"
    assert str(eerste["SUMMARY"]) == "SPUK 2026 (G10): peildatum, van de aantallen"
    tekst = str(eerste["DESCRIPTION"])
    assert "Wat: Telt wie; waar woont.\nWie: DUO\n" in tekst
    assert "artikel 10.4 (tekst van 1-1-2022)" in tekst and "bevestigd in de wetstekst" in tekst
    assert tekst.endswith(INDICATIE) and "Let op" not in tekst
    assert (eerste["STATUS"], tweede["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert "Regel: niet bekend" in tweede["DESCRIPTION"] and "deze dag valt op zaterdag" in tweede["DESCRIPTION"]


def test_herinnering_veertien_dagen_ervoor() -> None:
    (gebeurtenis,) = lees(write_agenda([PEILDATUM], "x", MOMENT)).events
    (alarm,) = gebeurtenis.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-14) and alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"]
    assert gebeurtenis["TRANSP"] == "TRANSPARENT"


def test_klif_heeft_ook_een_herinnering_zestig_dagen_ervoor() -> None:
    klif = replace(PEILDATUM, termijn="klif_18_maanden")
    (gebeurtenis,) = lees(write_agenda([klif], "x", MOMENT)).events
    assert [a["TRIGGER"].dt.days for a in gebeurtenis.walk("VALARM")] == [-60, -14]


def test_een_som_noemt_alleen_de_uitkering_waarvan_de_dag_bekend_is_en_is_nooit_zeker() -> None:
    som = replace(PEILDATUM, regeling="gebundeld", niet_bekend_voor=("G13", "A38"), is_gebundeld=True)
    sisa = replace(SISA, regeling="gebundeld", voor=("G10", "G13", "A38"), is_gebundeld=True, status="bevestigd")
    eerste, tweede = lees(write_agenda([som, sisa], "x", MOMENT)).events
    assert str(eerste["SUMMARY"]).startswith("SPUK 2026 (G10): ")
    assert "Of deze dag ook voor G13 en A38 geldt, is niet bekend." in eerste["DESCRIPTION"]
    assert str(tweede["SUMMARY"]) == "SPUK 2027 (G10, G13 en A38): SiSa-verantwoording"
    assert eerste["STATUS"] == tweede["STATUS"] == "TENTATIVE" and "niet bekend." not in tweede["DESCRIPTION"]


def test_zelfde_snapshot_geeft_dezelfde_bytes_in_elke_volgorde_en_tijdzone() -> None:
    een = write_agenda([PEILDATUM, SISA], "x", MOMENT)
    assert een == write_agenda([SISA, PEILDATUM], "x", MOMENT.astimezone(timezone(timedelta(hours=1))))
    assert een.count(b"DTSTAMP:20261122T103000Z") == 2
    assert een.replace(b"\r\n", b"").count(b"\n") == 0, "elke regel eindigt op CRLF"
    assert max(len(regel) for regel in een.split(b"\r\n")) <= 75


def test_nieuwe_snapshot_werkt_bij_in_plaats_van_te_verdubbelen() -> None:
    oud = lees(write_agenda([PEILDATUM], "x", MOMENT)).events[0]
    later = replace(PEILDATUM, datum=date(2027, 1, 4), naam="Andere naam", voor=("G10 inburgering",))
    nieuw = lees(write_agenda([later], "x", MOMENT + timedelta(days=1))).events[0]
    assert oud["UID"] == nieuw["UID"] == "spuk-g10-2026-peildatum@rekenkamer-inburgering"
    assert nieuw["SEQUENCE"] > oud["SEQUENCE"]
    assert len({replace(PEILDATUM, regeling=r).uid for r in ("G10", "G13", "A38", "gebundeld")}) == 4


@pytest.mark.parametrize(
    ("afspraken", "moment", "woorden"),
    [
        ([], MOMENT, "geen termijnen"),
        ([PEILDATUM, PEILDATUM], MOMENT, "twee keer"),
        ([PEILDATUM], MOMENT.replace(tzinfo=None), "tijdzone"),
    ],
)
def test_een_verkeerde_agenda_wordt_niet_gemaakt(afspraken: list[Afspraak], moment: datetime, woorden: str) -> None:
    with pytest.raises(ValueError, match=woorden):
        write_agenda(afspraken, "x", moment)


def test_woorden() -> None:
    assert weekend_day(date(2028, 7, 15)) == "zaterdag" and weekend_day(date(2026, 12, 31)) is None
    assert status_word("onbekend") == status_word(None) == "niet bekend"
