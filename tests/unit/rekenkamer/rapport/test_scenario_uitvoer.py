"""A scenario that leaves the house says on every sheet and every printed page that it is one."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal as D
from io import BytesIO

import openpyxl

from rekenkamer.rapport.scenario_uitvoer import WATERMERK, Blad, Uitvoer, write_scenario

KOPPEN = ("Jaar", "Bedrag", "Basis", "Scenario", "Verschil", "Opmerking", "Adres")
RIJEN = (
    (2025, "te betalen", D("488625.00"), D("193812.50"), D("-294812.50"), "=1+1", "https://voorbeeld.nl/scenario?a=1"),
    (2026, "te betalen", None, None, None, "1.234", "+31"),
)
UITVOER = Uitvoer(
    "Duindorp, G10, basis Gedrukt",
    (Blad("Uitkomst", KOPPEN, RIJEN, "Scenario min basis."), Blad("Wijzigingen", ("Wat",), ())),
    "2026-11-22T10:00:00+01:00",
)


def test_merk_staat_op_elk_blad_en_op_elke_afgedrukte_bladzijde() -> None:
    boek = openpyxl.load_workbook(BytesIO(write_scenario(UITVOER)))
    assert boek.sheetnames == ["Uitkomst", "Wijzigingen"]
    for vel in boek:
        assert vel["A1"].value == WATERMERK == "SCENARIO — GEEN VASTGESTELD CIJFER"
        assert vel["A1"].fill.fgColor.rgb not in (None, "00000000")
        assert vel.oddHeader.center.text == WATERMERK and WATERMERK in vel.oddFooter.left.text
        assert vel.print_title_rows == "$1:$4"
        assert "Indicatie, geen beschikking" in vel["A2"].value
    assert boek.properties.title.startswith(WATERMERK)


def test_bedragen_zijn_getallen_tot_op_de_cent_en_wat_ontbreekt_is_een_woord() -> None:
    vel = openpyxl.load_workbook(BytesIO(write_scenario(UITVOER)))["Uitkomst"]
    assert [c.value for c in vel[5]][:5] == [2025, "te betalen", 488625, 193812.5, -294812.5]
    assert vel["D5"].number_format == "#,##0.00"
    assert [c.value for c in vel[6]][2:5] == ["niet te berekenen"] * 3


def test_tekst_blijft_tekst() -> None:
    vel = openpyxl.load_workbook(BytesIO(write_scenario(UITVOER)))["Uitkomst"]
    assert [(c.value, c.data_type) for c in (vel["F5"], vel["F6"], vel["G6"])] == [
        ("=1+1", "s"),
        ("1.234", "s"),
        ("+31", "s"),
    ]
    assert vel["G5"].hyperlink is None


def test_zelfde_inhoud_geeft_zelfde_bytes_en_de_datum_van_de_snapshot() -> None:
    assert write_scenario(UITVOER) == write_scenario(UITVOER)
    boek = openpyxl.load_workbook(BytesIO(write_scenario(UITVOER)))
    assert boek.properties.created == datetime(2026, 11, 22, 10, 0)
    zonder = write_scenario(replace(UITVOER, gemaakt_op=""))
    assert {i.date_time for i in zipfile.ZipFile(BytesIO(zonder)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
