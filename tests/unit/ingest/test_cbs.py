"""Reference lists of CBS and RvIG in the forms in which they are downloaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.unit.ingest.conftest import Magazijn

Csv = Callable[..., Path]
NEDERLAND = Path(__file__).resolve().parents[4] / "shared" / "data" / "nederland"
VIERKANT = {"type": "Polygon", "coordinates": [[[4.4, 52.1], [4.5, 52.1], [4.5, 52.2], [4.4, 52.1]]]}


@pytest.fixture
def nederland() -> Path:
    """Real reference data, only beside a checkout that has them."""
    if not NEDERLAND.is_dir():
        pytest.skip(f"OVERGESLAGEN: {NEDERLAND} is er niet; de echte lijsten van CBS en RvIG zijn niet ingelezen.")
    return NEDERLAND


def test_gemeentenlijst_zoals_het_cbs_die_maakt(magazijn: Magazijn, maak_werkboek: Callable[..., Path]) -> None:
    kop = ["Gemeentecode", "GemeentecodeGM", "Gemeentenaam", "Provinciecode", "ProvinciecodePV", "Provincienaam"]
    rijen = [
        kop,
        [629, "GM0629", "Wassenaar", 28, "PV28", "Zuid-Holland"],
        [14, "GM0014", "Groningen", 20, "PV20", "Groningen"],
    ]
    [uit] = magazijn.lees(maak_werkboek("gemeenten-alfabetisch-2025.xlsx", Gemeenten_alfabetisch=rijen))
    assert (uit.status, uit.rijen_goed) == ("ingelezen", 2), uit
    assert magazijn.vraag(
        "select jaar, gemeentecode, gemeentenaam, provinciecode, provincienaam from raw.cbs_gemeenten order by rij"
    ) == [(2025, "GM0629", "Wassenaar", "PV28", "Zuid-Holland"), (2025, "GM0014", "Groningen", "PV20", "Groningen")]


def test_gemeentenlijst_met_kolom_jaar_en_zonder_jaar(magazijn: Magazijn, maak_csv: Csv) -> None:
    kop = "{}gemeentecode;gemeentenaam;provinciecode;provincienaam\n"
    [uit] = magazijn.lees(maak_csv("lijst.csv", kop.format("jaar;") + "2024;GM0629;Wassenaar;PV28;Zuid-Holland\n"))
    assert uit.status == "ingelezen" and magazijn.vraag("select jaar from raw.cbs_gemeenten") == [(2024,)]
    [uit] = magazijn.lees(maak_csv("anders.csv", kop.format("") + "GM0629;Wassenaar;PV28;Zuid-Holland\n"))
    assert uit.status == "afgekeurd" and uit.rijen_afgekeurd == 1


def test_inwoners_eenvoudig_en_van_statline(magazijn: Magazijn, maak_csv: Csv, tmp_path: Path) -> None:
    [uit] = magazijn.lees(maak_csv("i.csv", "jaar;gemeentecode;inwoners_1_januari\n2024;GM0629;27270\n2024;629x;1\n"))
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (1, 1), uit
    statline = [
        {"ID": 1, "Geslacht": "T001038", "RegioS": "NL01  ", "Perioden": "2025JJ00", "BevolkingOp1Januari_1": 18044027},
        {"ID": 2, "Geslacht": "T001038", "RegioS": "GM0629", "Perioden": "2025JJ00", "BevolkingOp1Januari_1": 27388},
        {"ID": 3, "Geslacht": "3000   ", "RegioS": "GM0629", "Perioden": "2025JJ00", "BevolkingOp1Januari_1": 13000},
        {"ID": 4, "Geslacht": "T001038", "RegioS": "GM0457", "Perioden": "2025JJ00", "BevolkingOp1Januari_1": None},
    ]
    pad = tmp_path / "03759ned.json"
    pad.write_text(json.dumps({"value": statline}))
    [uit] = magazijn.lees(pad)
    assert (uit.status, uit.rijen_goed) == ("ingelezen", 1) and any("3 regels" in m for m in uit.meldingen), uit
    assert magazijn.vraag("select jaar, gemeentecode, inwoners from raw.cbs_inwoners order by jaar") == [
        (2024, "GM0629", 27270), (2025, "GM0629", 27388),
    ]  # fmt: skip


def test_herindelingen(magazijn: Magazijn, maak_csv: Csv) -> None:
    tekst = (
        "ingangsdatum;oude_code;oude_naam;nieuwe_code;nieuwe_naam;gesplitst\n"
        "2022-03-24;GM0457;Weesp;GM0363;Amsterdam;nee\n"
        "1-1-2021;788;Haaren;GM0824;Oisterwijk;\n"
        "1-1-2021;788;Haaren;GM0865;Vught;\n"
        ";GM0001;A;GM0002;B;nee\n"
    )
    [uit] = magazijn.lees(maak_csv("herindelingen.csv", tekst))
    assert (uit.status, uit.rijen_goed, uit.rijen_afgekeurd) == ("deels", 3, 1), uit
    assert magazijn.vraag(
        "select ingangsdatum, oude_code, nieuwe_code, is_gesplitst from raw.cbs_herindelingen order by rij"
    ) == [
        (date(2022, 3, 24), "GM0457", "GM0363", False), (date(2021, 1, 1), "GM0788", "GM0824", True),
        (date(2021, 1, 1), "GM0788", "GM0865", True),
    ]  # fmt: skip


def test_tabel_33_van_de_rvig(magazijn: Magazijn, maak_csv: Csv) -> None:
    kop = '"92.10 Gemeentecode","92.11 Omschrijving","92.12 Nieuwe code","99.98 Datum ingang","99.99 Datum einde"\r\n'
    tekst = kop + (
        '"0000","Onbekend","","",""\r\n"0003","Appingedam","1979","","20210101"\r\n"0363","Amsterdam","","",""\r\n'
        '"0457","Weesp","0363","","20220324"\r\n"1979","Eemsdelta","","20210101",""\r\n'
    )
    [uit] = magazijn.lees(maak_csv("Tabel33.csv", tekst, "utf-16"))
    assert (uit.status, uit.rijen_goed) == ("ingelezen", 2), uit
    assert magazijn.vraag(
        "select ingangsdatum, oude_code, oude_naam, nieuwe_code, nieuwe_naam from raw.cbs_herindelingen order by 1"
    ) == [
        (date(2021, 1, 1), "GM0003", "Appingedam", "GM1979", "Eemsdelta"),
        (date(2022, 3, 24), "GM0457", "Weesp", "GM0363", "Amsterdam"),
    ]


def test_grenzen(magazijn: Magazijn, tmp_path: Path) -> None:
    def feature(geometrie: object, **eigenschappen: str) -> dict[str, object]:
        return {"type": "Feature", "properties": eigenschappen, "geometry": geometrie}

    rd = {"type": "Polygon", "coordinates": [[[88000.0, 460000.0]]]}
    features = [
        feature(VIERKANT, statcode="GM0629", jrstatcode="2024GM0629", statnaam="Wassenaar"),
        feature(rd, statcode="GM0626", jrstatcode="2024GM0626", statnaam="Voorschoten"),
        feature(None, statcode="GM0579", jrstatcode="2024GM0579", statnaam="Oegstgeest"),
    ]
    pad = tmp_path / "gemeenten.geojson"
    pad.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    [uit] = magazijn.lees(pad)
    assert (uit.status, uit.rijen_goed, uit.rijen_afgekeurd) == ("deels", 1, 2), uit
    [rij] = magazijn.vraag("select jaar, gemeentecode, gemeentenaam, geometrie from raw.cbs_grenzen")
    assert rij[:3] == (2024, "GM0629", "Wassenaar") and json.loads(rij[3]) == VIERKANT


def test_de_echte_lijsten(magazijn: Magazijn, nederland: Path) -> None:
    namen = ("gemeenten_2010_2026.csv", "inwoners_2017_2026.csv", "herindelingen_2011_2026.csv",
             "rvig_tabel33_gemeenten_2022-11.csv", "gemeenten_2023_2026.geojson")  # fmt: skip
    uit = magazijn.lees(*(nederland / n for n in namen))
    assert [(u.bestand, u.status, u.rijen_afgekeurd) for u in uit] == [(n, "ingelezen", 0) for n in namen], uit
    assert magazijn.vraag("select count(*), count(distinct jaar) from raw.cbs_gemeenten") == [(6401, 17)]
    assert magazijn.vraag("select sum(inwoners) from raw.cbs_inwoners where jaar = 2025") == [(18044027,)]
    assert magazijn.vraag(
        "select count(*), count(*) filter (is_gesplitst) from raw.cbs_herindelingen "
        "join raw.levering using (levering_id) where bestand like 'herindelingen%'"
    ) == [(127, 9)]
    assert magazijn.vraag("select count(*) from raw.cbs_grenzen where jaar = 2025") == [(342,)]
