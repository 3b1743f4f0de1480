"""Read workbooks (XLSX, XLSM, XLS, ODS) as sheets of printed cells."""

from __future__ import annotations

import datetime as dt
import math
from io import BytesIO
from typing import Any

from ingest.bestanden.bestand import Blad
from ingest.bestanden.bestandssoort import BESCHADIGD
from ingest.bestanden.bewaakt import bewaakt
from ingest.bestanden.omvang import controleer_xlsx, weiger_te_groot
from ingest.bestanden.opmaak import Opmaak, lees_opmaak, verwerk_opmaak
from ingest.fouten import BestandFout
from ingest.waarden.getallen import print_getal


def lees_werkboek(data: bytes) -> list[Blad]:
    """Read every worksheet; positions are kept, a merged cell has its text in its first cell only."""
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        controleer_xlsx(data)
    try:
        with bewaakt():
            return _lees_bladen(CalamineWorkbook.from_filelike(BytesIO(data)), lees_opmaak(data))
    except (CalamineError, OSError, ValueError, OverflowError) as fout:
        if "password" in str(fout).lower():
            raise BestandFout(
                "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en lees het opnieuw in."
            ) from None
        raise BestandFout(BESCHADIGD) from None


def _lees_bladen(boek: Any, opmaak: dict[str, Opmaak]) -> list[Blad]:
    bladen = []
    zichtbaar = {m.name: str(m.visible).endswith(".Visible") for m in boek.sheets_metadata}
    for naam in boek.sheet_names:
        blad = boek.get_sheet_by_name(naam)
        weiger_te_groot(naam, blad.total_height, blad.total_width)
        gelezen = verwerk_opmaak(_maak_blad(naam, blad.to_python(skip_empty_area=False)), opmaak.get(naam))
        gelezen.samengevoegd += [(*van, *tot) for van, tot in blad.merged_cell_ranges or []]
        bladen.append(gelezen if zichtbaar.get(naam, True) else _verborgen(gelezen))
    return bladen


def _verborgen(blad: Blad) -> Blad:
    """A hidden sheet is not read: nobody who looks at the workbook sees it."""
    if not any(any(rij) for rij in blad.rijen):
        return blad
    return Blad(blad.naam, [], [], meldingen=[meld_verborgen(blad.naam or "")])


def meld_verborgen(naam: str) -> str:
    """What the deliverer should know about a hidden sheet."""
    return f"Blad '{naam}' is verborgen en niet gelezen. Maak het zichtbaar als het bij de levering hoort."


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
