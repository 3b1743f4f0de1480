"""Careful reading of records: merged cells, dates that can be read in two ways, JSON, skipped rows, broken files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from ingest.afkeuren import vat_samen
from ingest.bestanden.bestand import Blad
from ingest.cel import Afkeuring
from ingest.herkennen import leg_uit_koppen
from ingest.records import csv_stroom
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
BSN = ["100000071", "100000149", "100000204", "100000228"]
KOP = "peildatum;gemeentecode;bsn;startdatum_plicht;datum_kennisgeving;datum_eerste_pip\n"
PERSOON = {"peildatum": "2024-06-30", "gemeentecode": "0629", "inburgeringsplicht": {"begindatum": "2023-01-01"}}


@pytest.fixture(autouse=True)
def _sleutel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(tmp_path / "sleutel"))


def schrijf_json(map_: Path, inhoud: Any) -> Path:
    pad = map_ / "p.json"
    pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding="utf-8")
    return pad


def consulentenlijst(pad: Path, samen: list[tuple[int, int, int, int]]) -> Path:
    rijen = [
        ["Gemeente", "BSN", "Startdatum plicht", "Datum PIP", "Leerroute", "Boetebedrag"],
        ["Wassenaar", BSN[0], "01-01-2023", "01-02-2023", "B1-route", "100"],
        ["Wassenaar", BSN[1], "01-01-2023", "01-03-2023", "Z-route", "200"],
        ["Voorschoten", BSN[2], "01-01-2023", "01-04-2023", "B1-route", ""],
    ]
    with xlsxwriter.Workbook(str(pad)) as boek:
        blad = boek.add_worksheet("lijst")
        bedekt = {(r, k) for a, b, c, d in samen for r in range(a, c + 1) for k in range(b, d + 1)}
        for r, rij in enumerate(rijen):
            for k, cel in enumerate(rij):
                if (r, k) not in bedekt:
                    blad.write_string(r, k, cel)
        for a, b, c, d in samen:
            blad.merge_range(a, b, c, d, rijen[a][b])
    return pad


def test_samengevoegde_kenmerken_gelden_voor_alle_rijen(magazijn: Magazijn, tmp_path: Path) -> None:
    pad = consulentenlijst(tmp_path / "Lijst 2024-06-30.xlsx", [(1, 0, 2, 0), (1, 3, 2, 3), (1, 4, 2, 4)])
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed) == ("ingelezen", 3), r
    assert magazijn.vraag(
        f"select rij, gemeentecode, datum_eerste_pip, leerroute from raw.{r.herkend_als[0]} order by rij"
    ) == [
        (2, "GM0629", date(2023, 2, 1), "B"), (3, "GM0629", date(2023, 2, 1), "B"),
        (4, "GM0626", date(2023, 4, 1), "B"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("samen", "tekst"),
    [((1, 1, 2, 1), "nummer van de persoon"), ((1, 5, 2, 5), "Een getal"), ((1, 3, 2, 4), "over meer kolommen")],
)
def test_samengevoegd_nummer_of_getal_wordt_geweigerd(
    magazijn: Magazijn, tmp_path: Path, samen: tuple[int, int, int, int], tekst: str
) -> None:
    [r] = magazijn.lees(consulentenlijst(tmp_path / "Lijst 2024-06-30.xlsx", [samen]))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 2), r
    assert tekst in str(redenen(r)) and BSN[0] not in str(r.meldingen)


def test_lege_gemeente_wordt_niet_ingevuld(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "gemeente;bsn;startdatum_plicht;leerroute\n"
    rijen = f"Voorschoten;{BSN[0]};1-2-2023;B\n;{BSN[1]};1-2-2023;Z\n"
    [r] = magazijn.lees(maak_csv("Wassenaar 2024-06-30.csv", kop + rijen))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 1) and "staat geen gemeente" in str(redenen(r)), r
    zonder = f"bsn;startdatum_plicht;leerroute\n{BSN[2]};1-2-2023;B\n"
    [r] = magazijn.lees(maak_csv("Wassenaar 2024-07-31.csv", zonder))
    assert (r.status, r.rijen_goed) == ("ingelezen", 1), r
    assert magazijn.vraag(f"select gemeentecode from raw.{r.herkend_als[0]} order by peildatum") == [
        ("GM0626",), ("GM0629",)
    ]  # fmt: skip


def test_dag_en_maand_door_elkaar(magazijn: Magazijn, maak_csv: Maak) -> None:
    datums = ["05/06/2023", "06/13/2023", "16-06-2023", "2023-06-05"]
    rijen = [f"2024-06-30;GM0629;{b};25-03-2023;25-04-2023;{d}\n" for b, d in zip(BSN, datums, strict=True)]
    [r] = magazijn.lees(maak_csv("p.csv", KOP + "".join(rijen)))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 2) and "maand vooraan door elkaar" in str(redenen(r)), r
    pips = magazijn.vraag(f"select datum_eerste_pip from raw.{r.herkend_als[0]} order by 1")
    assert pips == [(date(2023, 6, 5),), (date(2023, 6, 16),)]


def test_andere_kolom_met_de_maand_vooraan(magazijn: Magazijn, maak_csv: Maak) -> None:
    rijen = [
        f"2024-06-30;GM0629;{BSN[0]};2023-03-25;04/28/2023;06/07/2023\n",
        f"2024-06-30;GM0629;{BSN[1]};2023-03-25;;07/08/2023\n",
        f"2024-06-30;GM0629;{BSN[2]};2023-03-25;;2023-08-09\n",
    ]
    [r] = magazijn.lees(maak_csv("p.csv", KOP + "".join(rijen)))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 2) and "een andere kolom van dit bestand" in str(redenen(r)), r


def test_json_late_kolom_en_nieuwste_van_een_reeks(magazijn: Magazijn, tmp_path: Path) -> None:
    pip = [{"dagtekeningPip": "2024-05-01", "leerroute": "Z"}, {"dagtekeningPip": "2023-02-01", "leerroute": "B"}]
    zonder = [{"leerroute": "Z"}, {"leerroute": "B"}]
    records: list[dict[str, Any]] = [PERSOON | {"bsn": "", "vNummer": f"9{i:08}"} for i in range(2_001)]
    records += [PERSOON | {"bsn": BSN[0], "pip": pip}, PERSOON | {"bsn": BSN[1], "pip": zonder}]
    records.append(PERSOON | {"bsn": BSN[2], "mutatie": "intrekking"})
    [r] = magazijn.lees(schrijf_json(tmp_path, records))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2_003, 1), r
    assert any("'pip'" in m and "laatste datum" in m for m in r.meldingen), r.meldingen
    assert "nieuwste te herkennen" in str(redenen(r))
    assert magazijn.vraag(
        "select rij, leerroute, datum_actuele_pip, mutatie from raw.duo_personen where rij > 2001 order by 1"
    ) == [(2_002, "Z", date(2024, 5, 1), None), (2_004, None, None, "intrekking")]


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        ('[{"bsn": 1' + "0" * 6_000 + "}]", "duizenden cijfers"),
        ('[{"bsn": "100000071", "leerroute": "\\ud800"}]', "half teken"),
        ('[{"bsn": "100000071", "na\\uD800": "x"}]', "half teken"),
        ("[" * 100_000 + "]" * 100_000, "zo diep in elkaar"),
    ],
)
def test_kapotte_json_houdt_de_map_niet_op(magazijn: Magazijn, tmp_path: Path, inhoud: str, tekst: str) -> None:
    schrijf_json(tmp_path, inhoud)
    (tmp_path / "z.csv").write_text(f"{KOP}2024-06-30;GM0629;{BSN[0]};25-03-2023;;\n", encoding="utf-8")
    resultaten = {r.bestand: r for r in magazijn.lees(tmp_path / "p.json", tmp_path / "z.csv")}
    assert tekst in resultaten["p.json"].meldingen[-1] and resultaten["z.csv"].rijen_goed == 1, resultaten


def test_regel_zonder_einde(magazijn: Magazijn, maak_csv: Maak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_stroom, "_BLOK_BYTES", 1 << 10)
    monkeypatch.setattr(csv_stroom, "_MAX_REGEL_BYTES", 1 << 12)
    rij = f"2024-06-30;GM0629;{BSN[0]};25-03-2023;;{'x' * 10_000}\n"
    [r] = magazijn.lees(maak_csv("p.csv", KOP + rij))
    assert r.status == "afgekeurd" and "vele megabytes" in r.meldingen[0], r


def test_rij_met_een_persoon_valt_niet_weg_door_een_woord(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "gemeente;peildatum;bsn;startdatum_plicht;leerroute\n"
    rijen = [
        f"Totaal Wassenaar;2024-06-30;{BSN[0]};1-2-2023;B\n",
        f"Wassenaar;2024-06-30;{BSN[1]};1-2-2023;Voorbeeld\n",
        f"GM0000;2024-06-30;{BSN[2]};1-2-2023;B\n",
        f"Wassenaar;2024-06-30;{BSN[3]};1-2-2023;B\n",
        "Totaal;;2;;3\n", "Totaal;;;;3\n",
    ]  # fmt: skip
    [r] = magazijn.lees(maak_csv("p.csv", kop + "".join(rijen)), bron="gemeente")
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 3), r
    assert {rij for (rij,) in magazijn.vraag("select rij from raw.inburgeraars")} == {5}
    assert "Overgeslagen: 1 voorbeeldrij en 1 totaalregel." in r.meldingen, r.meldingen


def test_aanhalingsteken_dat_een_rij_opslokt(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeente;bsn;startdatum_plicht;leerroute;aanbieder\n"
    rijen = [
        f"2024-06-30;Wassenaar;{b};1-2-2023;B;{a}\n" for b, a in zip(BSN, ['"T', 'S"', '"a\nb"', "x"], strict=True)
    ]
    [r] = magazijn.lees(maak_csv("p.csv", kop + "".join(rijen)), bron="gemeente")
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 2), r
    assert "regel 2 tot en met 3" in str(redenen(r))


def test_te_veel_kolommen(magazijn: Magazijn, maak_csv: Maak, maak_werkboek: Maak) -> None:
    breed = [f"k{i}" for i in range(2_001)]
    csv, xlsx = maak_csv("p.csv", ";".join(breed) + "\n1\n"), maak_werkboek("p.xlsx", Blad=[breed])
    for r in magazijn.lees(csv, xlsx):
        assert r.status == "afgekeurd" and "meer dan 2.000 kolommen" in r.meldingen[-1], r


def test_namen_van_kolommen_worden_ingekort(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = KOP.strip() + ";" + "heel lang " * 30 + "".join(f";k{i}" for i in range(30)) + "\n"
    [r] = magazijn.lees(maak_csv("p.csv", kop + f"2024-06-30;GM0629;{BSN[0]};25-03-2023;;{';' * 31}\n"))
    [melding] = [m for m in r.meldingen if m.startswith("Niet gebruikt")]
    assert len(melding) < 300 and "…" in melding and melding.endswith("en nog 11."), melding


def test_uitleg_noemt_geen_meetkolom_bij_records() -> None:
    rijen = [["peildatum", "gemeentecode", "bsn", "startdatum_plicht"]]
    assert "meetkolom" not in leg_uit_koppen([Blad(None, rijen, [1])], "duo")


def test_samenvatting_van_meer_dan_bewaard_is() -> None:
    fouten = [Afkeuring(None, i, "a", "", "Fout.", "", regel="r") for i in range(10)]
    assert vat_samen(fouten, totaal=25)[0].startswith("25 rijen afgekeurd")
    anders = [*fouten, Afkeuring(None, 99, "b", "", "Anders.", "", regel="s")]
    assert vat_samen(anders, totaal=25)[0].startswith("Ten minste 10 rijen")
    assert vat_samen(fouten)[0].startswith("10 rijen afgekeurd")
