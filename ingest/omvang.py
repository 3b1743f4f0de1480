"""How large a workbook is, read before it is opened: one stray far cell would otherwise claim all memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from ingest.fouten import BestandFout

MAX_CELLEN = 5_000_000
# cells with contents; a cell that only has a style closes itself
_CEL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")


def weiger_te_groot(blad: str | None, hoogte: int, breedte: int) -> None:
    """Raise BestandFout when a sheet spans more cells than can be a delivery."""
    if hoogte * breedte <= MAX_CELLEN:
        return
    waar = f"Blad '{blad}' beslaat" if blad else "Een blad van dit werkboek beslaat"
    raise BestandFout(
        f"{waar} {hoogte} rijen en {breedte} kolommen; dat zijn meer dan {MAX_CELLEN} cellen. Waarschijnlijk staat er "
        "ver onder of naast de tabel nog een losse cel. Ga met Ctrl+End naar die cel, verwijder de overbodige rijen en "
        "kolommen, sla het bestand op en lees het opnieuw in."
    )


def controleer_xlsx(data: bytes) -> None:
    """Look at the cell addresses of every sheet of an XLSX without building the sheet."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            for naam in archief.namelist():
                if naam.startswith("xl/worksheets/") and naam.endswith(".xml"):
                    adressen = _CEL.findall(archief.read(naam))
                    rijen = max((int(r) for r in {r for _, r in adressen}), default=0)
                    weiger_te_groot(None, rijen, max((_nummer(k) for k in {k for k, _ in adressen}), default=0))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, KeyError, EOFError):
        return  # damaged files are explained where they are opened


def _nummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer
