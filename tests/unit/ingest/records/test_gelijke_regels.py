"""Both roads read the same prints the same way: a column at once, and one cell at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.records.datums import lees_datums
from ingest.records.getallen import lees_getallen, ontleed
from ingest.records.redenen import GOED
from ingest.waarden.getallen import DubbelzinnigGetal, parse_getal
from ingest.waarden.perioden import parse_datum

TEKENS = st.text(alphabet="0123456789.,-/ €%a", max_size=14)
DAGEN = st.dates(date(1990, 1, 1), date(2099, 12, 31))
NOTATIES = ("{0:%Y-%m-%d}", "{0:%d-%m-%Y}", "{0.day}-{0.month}-{0.year}", "{0:%d/%m/%Y}", "{0:%Y%m%d}",
            "{0:%Y-%m-%d} 00:00:00")  # fmt: skip
BEDRAGEN = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2)


def kolom(teksten: list[str]) -> pl.Series:
    return pl.Series("x", [t or None for t in teksten], dtype=pl.String)


@settings(max_examples=60, deadline=None)
@given(st.lists(DAGEN, min_size=1, max_size=8), st.sampled_from(NOTATIES))
def test_datum_komt_terug_in_elke_notatie(dagen: list[date], notatie: str) -> None:
    teksten = [notatie.format(dag) for dag in dagen]
    gelezen, fout = lees_datums(kolom(teksten))
    assert gelezen.to_list() == dagen == [parse_datum(t) for t in teksten]
    assert set(fout) == {GOED}


@settings(max_examples=100, deadline=None)
@given(st.lists(TEKENS, min_size=1, max_size=20))
def test_willekeurige_tekst_wordt_nooit_twee_verschillende_datums(teksten: list[str]) -> None:
    gelezen, fout = lees_datums(kolom(teksten))
    for tekst, dag, reden in zip(teksten, gelezen.cast(pl.String), fout, strict=True):
        los = parse_datum(tekst)
        assert dag is None or los is None or dag == los.isoformat(), tekst
        # registers write a date that is not there, or not yet, as zeros or as the year 9999
        is_open = not set(tekst) & set("123456789") or "999" in tekst
        assert is_open or dag is not None or reden != GOED, tekst


def print_bedrag(bedrag: Decimal, notatie: str) -> str:
    engels = f"{bedrag:,.2f}"
    return engels if notatie == "en" else engels.translate(str.maketrans(",.", ".,"))


@settings(max_examples=60, deadline=None)
@given(st.lists(BEDRAGEN, min_size=1, max_size=8), st.sampled_from(("nl", "en")))
def test_bedrag_komt_terug_met_duizendtekens_en_zonder(bedragen: list[Decimal], notatie: str) -> None:
    met = [print_bedrag(b, notatie) for b in bedragen]
    zonder = [t.replace("," if notatie == "en" else ".", "") for t in met]
    for teksten in (met, zonder):
        gelezen, _ = lees_getallen(ontleed(kolom(teksten)), "bedrag", notatie)
        assert gelezen.to_list() == bedragen


@settings(max_examples=120, deadline=None)
@given(st.lists(TEKENS, min_size=1, max_size=20), st.sampled_from(("nl", "en", "onbekend")))
def test_willekeurige_tekst_wordt_nooit_twee_verschillende_bedragen(teksten: list[str], notatie: str) -> None:
    gelezen, fout = lees_getallen(ontleed(kolom(teksten)), "bedrag", notatie)
    for tekst, waarde, reden in zip(teksten, gelezen, fout, strict=True):
        try:
            los = parse_getal(tekst, "euro", notatie)  # type: ignore[arg-type]
        except DubbelzinnigGetal:
            assert waarde is None or reden != GOED, tekst
            continue
        if waarde is not None and los is not None and reden == GOED:
            assert waarde == los, tekst


def test_dubbelzinnig_blijft_dubbelzinnig_zonder_bewijs_uit_de_kolom() -> None:
    gelezen, fout = lees_getallen(ontleed(kolom(["1.234", "1,234"])), "getal", "onbekend")
    assert gelezen.to_list() == [None, None] and GOED not in fout
