"""Rounding and Dutch notation."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekenkamer.spuk.bedragen import maal, naar_rato, rond_af, schrijf_deel, schrijf_euro, schrijf_getal, tel_op


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        (D("1234.56"), "€ 1.234,56"),
        (D("-1234567.8"), "−€ 1.234.567,80"),
        (D("0.005"), "€ 0,01"),
        (D("-0.001"), "€ 0,00"),
        (D(0), "€ 0,00"),
        (None, "niet bekend"),
    ],
)
def test_euro(bedrag: D | None, tekst: str) -> None:
    assert schrijf_euro(bedrag) == tekst


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [(D("12"), "12"), (D("5.50"), "5,5"), (D("1200"), "1.200"), (D("-3.25"), "−3,25"), (D("1E+3"), "1.000")],
)
def test_getal(getal: D, tekst: str) -> None:
    assert schrijf_getal(getal) == tekst


def test_deel_als_percentage() -> None:
    assert [schrijf_deel(D(x)) for x in ("1.00", "0.50", "0.125", "0")] == ["100%", "50%", "12,5%", "0%"]


def test_afronden_gaat_halven_van_nul_af() -> None:
    assert [rond_af(D(x)) for x in ("0.125", "0.135", "-0.125", "0.1249")] == [
        D("0.13"),
        D("0.14"),
        D("-0.13"),
        D("0.12"),
    ]
    assert maal(D("0.5"), D("0.01")) == D("0.01")


def test_een_deling_rondt_een_keer_af() -> None:
    # the exact quotient lies just under half a cent; rounding in 28 digits first would push it up
    deel, geheel = D("49999999999999.99"), D("99999999999999.99")
    assert naar_rato(D("0.01"), deel, geheel) == D("0.00")
    assert naar_rato(D(10), D(2), D(3)) == D("6.67")


def test_optellen_met_een_onbekende_is_onbekend() -> None:
    assert tel_op([D(1), None]) is None
    assert tel_op([D(1), D("0.5")]) == D("1.5")
    assert tel_op([]) == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(-(10**14), 10**14))
def test_de_notatie_is_terug_te_lezen(centen: int) -> None:
    tekst = schrijf_euro(D(centen) / 100)
    terug = tekst.replace("€ ", "").replace(".", "").replace(",", ".").replace("−", "-")
    assert D(terug) == D(centen) / 100
