"""Read workbooks (XLSX, XLSM, XLS, ODS) as sheets of printed cells."""

from __future__ import annotations

import datetime as dt
import math
from io import BytesIO
from typing import Any

from ingest.bestand import BESCHADIGD, Blad
from ingest.fouten import BestandFout
from ingest.getallen import print_getal
from ingest.omvang import controleer_xlsx, weiger_te_groot


def lees_werkboek(data: bytes) -> list[Blad]:
    """Read every worksheet; positions are kept, a merged cell has its text in its first cell only."""
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        controleer_xlsx(data)
    try:
        boek = CalamineWorkbook.from_filelike(BytesIO(data))
        bladen = []
        for naam in boek.sheet_names:
            blad = boek.get_sheet_by_name(naam)
            weiger_te_groot(naam, blad.total_height, blad.total_width)
            bladen.append(_maak_blad(naam, blad.to_python(skip_empty_area=False)))
    except (CalamineError, OSError, ValueError, OverflowError) as fout:
        if "password" in str(fout).lower():
            raise BestandFout(
                "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lees het opnieuw in."
            ) from None
        raise BestandFout(BESCHADIGD) from None
    return bladen


def _maak_blad(naam: str, rijen: list[list[Any]]) -> Blad:
    return Blad(naam, [[print_cel(c) for c in rij] for rij in rijen], list(range(1, len(rijen) + 1)))


def print_cel(cel: Any) -> str:
    """The print of one cell: 9.0 -> `9`, a date -> ISO, an empty cell -> ''."""
    if cel is None:
        return ""
    if isinstance(cel, str):
        return cel.replace("\u00a0", " ").strip()
    if isinstance(cel, bool):
        return "WAAR" if cel else "ONWAAR"
    if isinstance(cel, int | float):
        return print_getal(cel) if math.isfinite(cel) else str(cel)
    if isinstance(cel, dt.datetime):
        return cel.date().isoformat() if cel.time() == dt.time() else cel.isoformat(sep=" ")
    return str(cel)
