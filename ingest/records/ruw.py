"""One column of a batch before it is read: the distinct prints, and per row which of them stands there."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

EXACT = "\x01"  # in front of a number that a workbook or JSON gave as a number: its notation is no question


@dataclass
class Ruw:
    """`uniek` are prints without spaces around them (String, no nulls); `index` points into it (UInt32)."""

    uniek: pl.Series
    index: pl.Series

    def __len__(self) -> int:
        return len(self.index)

    def teksten(self, rijen: list[int]) -> list[str]:
        """The prints of some rows, as the deliverer sees them."""
        return [toon(t) for t in self.uniek.gather(self.index.gather(rijen)).to_list()]

    def gevuld(self) -> pl.Series:
        """Per row whether there is anything at all."""
        return (self.uniek != "").gather(self.index)


def toon(tekst: str) -> str:
    """A print for people: an exact number gets its decimal comma."""
    return tekst[1:].replace(".", ",") if tekst.startswith(EXACT) else tekst


def uit_teksten(uniek: pl.Series, index: pl.Series, ascii_: bool = False) -> Ruw:
    """Distinct texts of a text file; spaces that nobody sees go."""
    schoon = uniek.fill_null("") if uniek.null_count() else uniek
    if not ascii_ and schoon.str.contains("[\u00a0\u202f\u2007\ufeff\u200b]").any():
        schoon = schoon.str.replace_all("[\u00a0\u202f\u2007]", " ").str.replace_all("[\ufeff\u200b]", "")
    # a control code in front would pass for an exact number
    return Ruw(schoon.str.strip_chars(" \t\r\n\f\v\x00\x01"), index.cast(pl.UInt32))


def uit_cellen(cellen: Sequence[Any]) -> Ruw:
    """Cells of a workbook or JSON (text, number, date, boolean or None), each distinct one printed once."""
    soorten = set(map(type, cellen))
    sleutels: Sequence[Any] = cellen
    if bool in soorten and (int in soorten or float in soorten):
        sleutels = [(type(c), c) for c in cellen]  # True and 1 are the same key otherwise
    plek: dict[Any, int] = {}
    index = [plek.setdefault(s, len(plek)) for s in sleutels]
    waarden = [s[1] if isinstance(s, tuple) else s for s in plek]
    indexen = pl.Series("i", index, dtype=pl.UInt32)
    if not soorten & {int, float, Decimal}:
        return uit_teksten(
            pl.Series("u", [w if isinstance(w, str) else print_cel(w) for w in waarden], pl.String), indexen
        )
    exact = [print_cel(w) if isinstance(w, _EXACTE) and not isinstance(w, bool) else None for w in waarden]
    rest = ["" if e is not None else print_cel(w) for w, e in zip(waarden, exact, strict=True)]
    ruw = uit_teksten(pl.Series("u", rest, dtype=pl.String), indexen)
    ruw.uniek = pl.select(pl.coalesce(pl.Series(exact, dtype=pl.String), ruw.uniek)).to_series().rename("u")
    return ruw


_EXACTE = (int, float, Decimal)


def print_cel(cel: Any) -> str:
    """Dates as ISO, booleans as words, numbers as exact decimals behind the mark."""
    if cel is None:
        return ""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, dt.datetime):
        return cel.date().isoformat() if cel.time() == dt.time() else cel.isoformat(sep=" ", timespec="seconds")
    if isinstance(cel, float):
        if not math.isfinite(cel):
            return str(cel)
        return EXACT + (str(int(cel)) if cel.is_integer() else format(Decimal(repr(round(cel, 10))), "f"))
    return EXACT + str(cel) if isinstance(cel, int | Decimal) else str(cel)
