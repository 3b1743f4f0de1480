"""Sheets of a workbook as columns of records: dates, numbers and booleans stay what they are."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import polars as pl

from ingest.bestanden.bewaakt import bewaakt
from ingest.bestanden.omvang import controleer_xlsx, weiger_te_groot
from ingest.privacy.bsn import mask_tekst
from ingest.records.kop import RecordKop
from ingest.records.ruw import toon, uit_cellen
from ingest.records.stuk import Stuk

_BLOK_RIJEN = 100_000
_BEGIN_RIJEN = 200


class RuwBlad:
    """One sheet as calamine gives it; the rows are only built when they are asked for."""

    def __init__(self, naam: str, blad: Any, zichtbaar: bool) -> None:
        self.naam, self.zichtbaar, self._blad = naam, zichtbaar, blad

    def begin(self) -> list[list[str]]:
        """The first rows as prints."""
        with bewaakt():
            rijen = self._blad.to_python(skip_empty_area=False, nrows=_BEGIN_RIJEN)
        return [[" ".join(_tekst(c).split()) for c in rij] for rij in rijen]

    def stukken(self, kop: RecordKop) -> Iterator[Stuk]:
        """Batches of the rows below the header; `rij` is the row of the sheet."""
        with bewaakt():
            rijen = self._blad.to_python(skip_empty_area=False)
        start = kop.index + 1
        for i in range(start, len(rijen), _BLOK_RIJEN):
            blok = rijen[i : i + _BLOK_RIJEN]
            kolommen = {k: uit_cellen([r[k] for r in blok]) for k in kop.gebruikt}
            yield Stuk(kolommen, pl.int_range(i + 1, i + 1 + len(blok), dtype=pl.Int32, eager=True).rename("rij"))


def lees_ruwe_bladen(data: bytes) -> list[RuwBlad]:
    """The sheets of a workbook; none when it can't be opened (the other road explains why)."""
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        controleer_xlsx(data)
    try:
        with bewaakt():
            return _maak_bladen(CalamineWorkbook.from_filelike(BytesIO(data)))
    except (CalamineError, OSError, ValueError, OverflowError):
        return []


def _maak_bladen(boek: Any) -> list[RuwBlad]:
    zichtbaar = {m.name: str(m.visible).endswith(".Visible") for m in boek.sheets_metadata}
    bladen = []
    for naam in boek.sheet_names:
        blad = boek.get_sheet_by_name(naam)
        weiger_te_groot(mask_tekst(naam), blad.total_height, blad.total_width)
        bladen.append(RuwBlad(naam, blad, zichtbaar.get(naam, True)))
    return bladen


def _tekst(cel: Any) -> str:
    return cel if isinstance(cel, str) else "" if cel is None else toon(uit_cellen([cel]).uniek[0])
