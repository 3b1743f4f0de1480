"""Sheets of a workbook as columns of records: dates, numbers and booleans stay what they are."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import polars as pl

from ingest.bestanden.bewaakt import bewaakt
from ingest.bestanden.odsopmaak import lees_ods
from ingest.bestanden.omvang import controleer_xlsx, weiger_te_groot
from ingest.privacy.bsn import mask_tekst
from ingest.records.kop import RecordKop
from ingest.records.ruw import print_cel, toon, uit_cellen
from ingest.records.samenvoegen import Bereik, spreid
from ingest.records.stuk import Stuk

_BLOK_RIJEN = 100_000
_BEGIN_RIJEN = 200


class RuwBlad:
    """One sheet as calamine gives it; the rows are only built when they are asked for."""

    def __init__(self, naam: str, blad: Any, zichtbaar: bool, ods: list[Bereik]) -> None:
        self.naam, self.zichtbaar, self._blad, self._ods = naam, zichtbaar, blad, ods

    def begin(self) -> list[list[str]]:
        """The first rows as prints."""
        with bewaakt():
            rijen = self._blad.to_python(skip_empty_area=False, nrows=_BEGIN_RIJEN)
        return [[" ".join(_tekst(c).split()) for c in rij] for rij in rijen]

    def stukken(self, kop: RecordKop) -> Iterator[Stuk]:
        """Batches of the rows below the header; `rij` is the row of the sheet."""
        with bewaakt():
            rijen = self._blad.to_python(skip_empty_area=False)
        bereiken = self._bereiken()
        scheef = spreid(rijen, bereiken, kop) if bereiken else {}
        start = kop.index + 1
        for i in range(start, len(rijen), _BLOK_RIJEN):
            blok = rijen[i : i + _BLOK_RIJEN]
            nummers = pl.int_range(i + 1, i + 1 + len(blok), dtype=pl.Int32, eager=True).rename("rij")
            weg = [r for r in range(i, i + len(blok)) if r in scheef] if scheef else []
            if weg:
                blok = [r for n, r in enumerate(blok, i) if n not in scheef]
                nummers = nummers.filter(~nummers.is_in([r + 1 for r in weg]))
            kolommen = {k: uit_cellen([r[k] for r in blok]) for k in kop.gebruikt}
            yield Stuk(kolommen, nummers, [scheef[r] for r in weg])

    def _bereiken(self) -> list[Bereik]:
        """The merged cells, first and last; an ODS keeps them elsewhere."""
        with bewaakt():
            return list(self._blad.merged_cell_ranges or []) or self._ods


def lees_ruwe_bladen(data: bytes) -> list[RuwBlad]:
    """The sheets of a workbook; none when it can't be opened (the other road explains why)."""
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        controleer_xlsx(data)
    try:
        with bewaakt():
            return _maak_bladen(CalamineWorkbook.from_filelike(BytesIO(data)), _samengevoegd_in_ods(data))
    except (CalamineError, OSError, ValueError, OverflowError):
        return []


def _maak_bladen(boek: Any, ods: dict[str, list[Bereik]]) -> list[RuwBlad]:
    zichtbaar = {m.name: str(m.visible).endswith(".Visible") for m in boek.sheets_metadata}
    bladen = []
    for naam in boek.sheet_names:
        blad = boek.get_sheet_by_name(naam)
        weiger_te_groot(mask_tekst(naam), blad.total_height, blad.total_width)
        bladen.append(RuwBlad(naam, blad, zichtbaar.get(naam, True), ods.get(naam, [])))
    return bladen


def _samengevoegd_in_ods(data: bytes) -> dict[str, list[Bereik]]:
    """Merged cells per sheet of an ODS, of which the library does not tell; nothing for other workbooks."""
    if not data.startswith(b"PK") or b"opendocument.spreadsheet" not in data[:200]:
        return {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            xml = archief.read("content.xml")
        delen = lees_ods(xml) if b"-spanned=" in xml else {}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, KeyError, SyntaxError):
        return {}  # damaged files are explained where they are opened
    return {naam: [((r0, k0), (r1, k1)) for r0, k0, r1, k1 in deel[3]] for naam, deel in delen.items()}


def _tekst(cel: Any) -> str:
    return cel if isinstance(cel, str) else toon(print_cel(cel))
