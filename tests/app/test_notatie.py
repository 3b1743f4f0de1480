"""Dutch notation, with the cases that go wrong elsewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.theme import notatie
from dashboard.theme.perioden import periode_label, periode_zin


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (1234567.891, 2, "1.234.567,89"),
        (-12, 0, "−12"),
        (-0.4, 0, "0"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("51.28"), 1, "51,3"),
        (0, 0, "0"),
        (None, 0, "nog niet bekend"),
    ],
)
def test_getal(waarde: float | None, decimalen: int, tekst: str) -> None:
    assert notatie.getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (1925000, "€ 1,9 miljoen"),
        (27016, "€ 27.000"),
        (999800, "€ 1,0 miljoen"),
        (850, "€ 850"),
        (-27016, "−€ 27.000"),
    ],
)
def test_euro_in_een_zin(waarde: int, tekst: str) -> None:
    assert notatie.euro_zin(waarde) == tekst


def test_euro_in_een_tabel_breekt_niet_af() -> None:
    assert notatie.euro(2083236) == "€\N{NO-BREAK SPACE}2.083.236"
    assert notatie.euro(-1) == "−€\N{NO-BREAK SPACE}1"


def test_datums() -> None:
    assert notatie.datum_kort(date(2024, 12, 31)) == "31-12-2024"
    assert notatie.datum_lang(date(2024, 10, 31)) == "31 oktober 2024"


def test_ontbrekend_heeft_een_woord() -> None:
    assert notatie.waarde_of_woord(None, "pm") == "p.m. (nog geen bedrag)"
    assert notatie.waarde_of_woord(None, "onderdrukt") == "te klein om te tonen"
    assert notatie.waarde_of_woord(60, "ondergrens") == "60 of meer"
    assert notatie.waarde_of_woord(0, "nul") == "0"


def test_deel_van_noemt_aantallen_voor_het_aandeel() -> None:
    assert notatie.deel_van(20, 39, Decimal("51.28")) == "20 van 39 (51,3%)"
    assert notatie.deel_van(50, None, None) == "50 (totaal niet geleverd)"
    assert notatie.deel_van(None, 39, None) == "niet geleverd"


@pytest.mark.parametrize(
    ("aantal", "noemer", "tekst"),
    [
        (18, 52, "18 van de 52 mensen"),
        (0, 52, "geen van de 52 mensen"),
        (1, 1, "de enige mens"),
        (0, 1, "niet de enige mens"),
        (3, None, "3 mensen"),
        (1, None, "1 mens"),
        (5, 3, "5 mensen"),
    ],
)
def test_deel_in_een_zin(aantal: int, noemer: int | None, tekst: str) -> None:
    assert notatie.deel_zin(aantal, noemer, "mens", "mensen") == tekst


def test_jaren_in_een_zin() -> None:
    assert notatie.jaren_zin([2025]) == "2025" and notatie.jaren_zin([2026, 2025]) == "2025 en 2026"
    assert notatie.jaren_zin([2022, 2023, 2024, 2025]) == "2022 tot en met 2025"
    assert notatie.jaren_zin([2022, 2025, 2026]) == "2022, 2025 en 2026"


def test_opeenvolgende_nummers_worden_een_reeks() -> None:
    assert notatie.aaneengesloten(["3.4", "3.2", "3.3", "3.2"]) == "3.2–3.4"
    assert notatie.aaneengesloten(["Kosten gemeenten", "7.18", "5.9", "7.19"]) == "5.9, 7.18–7.19, Kosten gemeenten"
    assert notatie.aaneengesloten(["20", "21", "68"]) == "20–21, 68"
    assert notatie.aaneengesloten([]) == ""


def test_perioden() -> None:
    assert periode_zin(2024, None, date(2024, 10, 31)) == "in 2024 tot en met oktober"
    assert periode_zin(2023, None, date(2023, 12, 31)) == "in 2023"
    assert periode_zin(2025, 1, None) == "in de eerste helft van 2025"
    assert periode_label(2024, None, date(2024, 10, 31)) == "2024 t/m okt"
