"""Dates and periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.waarden.getallen import print_getal
from ingest.waarden.perioden import parse_datum, parse_periode

DAG = date(2024, 10, 31)


@pytest.mark.parametrize(
    "tekst",
    ["2024-10-31", "31-10-2024", "31/10/2024", "31.10.2024", "20241031", "31 oktober 2024", "2024-10-31 00:00:00"],
)
def test_datums(tekst: str) -> None:
    assert parse_datum(tekst) == DAG


def test_excel_dagnummer() -> None:
    assert parse_datum(print_getal(45596.0)) == DAG
    assert parse_datum("45596") == DAG


@pytest.mark.parametrize(
    "tekst", ["31-10-24", "31-02-2024", "10/31/2024", "2024-13-01", "gisteren", "", "1e5", "00010101"]
)
def test_geen_datum(tekst: str) -> None:
    assert parse_datum(tekst) is None


@given(st.dates(min_value=date(1980, 1, 1), max_value=date(2099, 12, 31)))
def test_elke_schrijfwijze_van_een_dag_komt_terug(dag: date) -> None:
    for vorm in ("%Y-%m-%d", "%d-%m-%Y", "%Y%m%d", "%d/%m/%Y"):
        assert parse_datum(dag.strftime(vorm)) == dag


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("2024", "2024"),
        ("2024*", "2024"),
        ("Totaal", "totaal"),
        ("2025-I", "2025-1"),
        ("2025-II", "2025-2"),
        ("2025 I", "2025-1"),
        ("I-2025", "2025-1"),
        ("2025H1", "2025-1"),
        ("2025-H2", "2025-2"),
        ("2025-1", "2025-1"),
        ("eerste helft 2025", "2025-1"),
        ("tweede halfjaar 2025", "2025-2"),
        ("1e halfjaar 2025", "2025-1"),
        ("2025 2e halfjaar", "2025-2"),
        ("2024 t/m oktober", "2024"),
        ("t/m oktober 2024", "2024"),
        ("tussen januari 2022 en november 2024", "2022-01/2024-11"),
        ("2022-2024", "2022-01/2024-12"),
        ("2022-01/2024-11", "2022-01/2024-11"),
    ],
)
def test_perioden(tekst: str, code: str) -> None:
    gelezen = parse_periode(tekst)
    assert gelezen is not None and gelezen.code == code


@pytest.mark.parametrize("tekst", ["", "24", "1.627", "2025-3", "2025-III", "Gezinsmigranten", "20245", "2024-2022"])
def test_geen_periode(tekst: str) -> None:
    assert parse_periode(tekst) is None


def test_halfjaar_en_deel_van_een_jaar_hebben_grenzen() -> None:
    half, deel = parse_periode("2025-II"), parse_periode("2024 t/m oktober")
    assert half and (half.jaar, half.halfjaar, half.van, half.tot) == (2025, 2, date(2025, 7, 1), date(2025, 12, 31))
    assert deel and (deel.jaar, deel.halfjaar, deel.tot, deel.peildatum) == (2024, None, DAG, DAG)


@given(st.text(max_size=30))
def test_periode_en_datum_gaan_nooit_stuk(tekst: str) -> None:
    parse_periode(tekst)
    parse_datum(tekst)
