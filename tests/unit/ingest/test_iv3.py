"""Iv3 as CBS publishes it: padded keys, two publications, thousands of euros."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from tests.unit.ingest.conftest import Magazijn

KOP = "ID,TaakveldBalanspost,Categorie,Gemeenten,Verslagsoort,k_1ePlaatsing_1,k_2ePlaatsing_2\n"
RIJ = {
    "ID": 0, "TaakveldBalanspost": "0.1   ", "Categorie": "L1.1    ", "Gemeenten": "GM1680   ",
    "Verslagsoort": "2025X000", "k_1ePlaatsing_1": 1208.0, "k_2ePlaatsing_2": 1208.0,
}  # fmt: skip
VELDEN = "taakveld, categorie, gemeentecode, verslagsoort, jaar, soort, bedrag_eur"


def test_csv_met_opgevulde_sleutels(magazijn: Magazijn, maak_csv: Callable[..., Path]) -> None:
    tekst = KOP + (
        '0,"6.1   ","L4.3.1  ","GM0629   ","2025X000",1208.5,1300.25\n'
        '1,"6.1   ","B4.3.1  ","GM0629   ","2024X005",-99998,\n'
        '2,"A111  ","Primo   ","GM0629   ","2023X003",-99999,-99998\n'
    )
    [uit] = magazijn.lees(maak_csv("2025000.csv", tekst))
    assert (uit.status, uit.rijen_goed, uit.herkend_als) == ("ingelezen", 3, ("iv3",)), uit
    assert magazijn.vraag(f"select {VELDEN} from raw.iv3 order by rij") == [
        ("6.1", "L4.3.1", "GM0629", "2025X000", 2025, "begroting", Decimal("1300250.00")),
        ("6.1", "B4.3.1", "GM0629", "2024X005", 2024, "jaarrekening", None),
        ("A111", "Primo", "GM0629", "2023X003", 2023, "kwartaal", Decimal("-99999000.00")),
    ]
    assert magazijn.vraag("select bron from raw.levering") == [("iv3",)]


def test_odata(magazijn: Magazijn, tmp_path: Path) -> None:
    pad = tmp_path / "iv3.json"
    tweede = RIJ | {"ID": 1, "k_1ePlaatsing_1": 7.5, "k_2ePlaatsing_2": None, "TaakveldBalanspost": "6.1   "}
    pad.write_text(json.dumps({"odata.metadata": "x", "value": [RIJ, tweede]}))
    [uit] = magazijn.lees(pad)
    assert (uit.status, uit.rijen_goed) == ("ingelezen", 2), uit
    assert magazijn.vraag(f"select {VELDEN} from raw.iv3 order by rij") == [
        ("0.1", "L1.1", "GM1680", "2025X000", 2025, "begroting", Decimal("1208000.00")),
        ("6.1", "L1.1", "GM1680", "2025X000", 2025, "begroting", Decimal("7500.00")),
    ]


def test_wat_niet_klopt_wordt_afgekeurd(magazijn: Magazijn, maak_csv: Callable[..., Path]) -> None:
    tekst = KOP + (
        "0,6.1,L4.3.1,GM0629,2025X000,1,\n"
        "1,6.1,L4.3.1,GM0629,2025X009,1,\n"
        "2,inburgering,L4.3.1,GM0629,2025X000,1,\n"
        "3,6.1,Overig,GM0629,2025X000,1,\n"
        "4,6.1,L1.1,GM0629,2025X000,veel,\n"
    )
    [uit] = magazijn.lees(maak_csv("iv3.csv", tekst))
    assert (uit.status, uit.rijen_goed, uit.rijen_afgekeurd) == ("deels", 1, 4)


def test_dezelfde_rij_twee_keer(magazijn: Magazijn, maak_csv: Callable[..., Path]) -> None:
    tekst = KOP + "0,6.1,L4.3.1,GM0629,2025X000,1,\n1,6.1,L4.3.1,GM0629,2025X000,2,\n"
    [uit] = magazijn.lees(maak_csv("iv3.csv", tekst))
    assert uit.rijen_goed == 0 and uit.rijen_afgekeurd == 2


def test_een_bedrag_dat_te_groot_is(magazijn: Magazijn, maak_csv: Callable[..., Path]) -> None:
    """Thousands of euros: what does not fit is a mistake, and no reason to stop."""
    tekst = KOP + "0,6.1,L4.3.1,GM0629,2025X000,1,\n1,6.1,B4.3.1,GM0629,2025X000,1,99999999999.5\n"
    [uit] = magazijn.lees(maak_csv("iv3.csv", tekst))
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (1, 1)
    assert any("te groot" in melding for melding in uit.meldingen)
