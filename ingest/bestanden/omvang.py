"""How large a delivery may be, checked before it is opened: one stray far cell would otherwise claim all memory."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from io import BytesIO

from ingest.fouten import BestandFout, IngestFout

VARIABELE = "REKENKAMER_MAX_MB"
STANDAARD_MB = 500
_CELLEN_PER_MB = 10_000
MAX_KOLOMMEN = 2_000
# cells with contents; a cell that only has a style closes itself
_CEL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
_BREED = (re.compile(rb'r="[A-Z]{2,3}\d'), re.compile(rb"r='[A-Z]{2,3}\d"))  # a literal beginning is found quickly
_RIJ = re.compile(rb"<(?:\w+:)?row\s(?:[^>]*?\s)?r=[\"'](\d{1,7})[\"']")


def max_mb() -> int:
    """How many megabytes one delivery may have: REKENKAMER_MAX_MB, or 500."""
    tekst = os.environ.get(VARIABELE, "").strip()
    if not tekst:
        return STANDAARD_MB
    if not tekst.isdigit() or int(tekst) < 1:
        raise IngestFout(f"{VARIABELE} is '{tekst}'; vul een heel aantal megabytes in, zoals {STANDAARD_MB}.")
    return int(tekst)


def max_bytes() -> int:
    """The same in bytes."""
    return max_mb() * 2**20


def max_uitgepakt() -> int:
    """How many bytes a workbook may be when unpacked."""
    return 3 * max_bytes()


def max_cellen() -> int:
    """How many cells a sheet may span."""
    return max_mb() * _CELLEN_PER_MB


def weiger_te_groot(blad: str | None, hoogte: int, breedte: int) -> None:
    """Raise BestandFout when a sheet spans more cells than can be a delivery."""
    waar = f"Blad '{blad}' beslaat" if blad else "Een blad van dit werkboek beslaat"
    doe = (
        "Waarschijnlijk staat er ver onder of naast de tabel nog een losse cel. Ga met Ctrl+End naar die cel, "
        "verwijder de overbodige rijen en kolommen, sla het bestand op en lees het opnieuw in."
    )
    weiger_te_breed(waar, breedte, doe)
    if hoogte * breedte > max_cellen():
        raise BestandFout(
            f"{waar} {hoogte} rijen en {breedte} kolommen; dat zijn meer dan {max_cellen()} cellen. {doe}"
        )


def weiger_te_breed(waar: str, breedte: int, doe: str) -> None:
    """Raise BestandFout when there are more columns than any delivery has."""
    if breedte > MAX_KOLOMMEN:
        raise BestandFout(f"{waar} meer dan 2.000 kolommen ({breedte} kolommen); zo breed is geen levering. {doe}")


def controleer_xlsx(data: bytes) -> None:
    """Look at the cell addresses of every sheet of an XLSX without building the sheet."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            for naam in archief.namelist():
                if naam.startswith("xl/worksheets/") and naam.endswith(".xml"):
                    weiger_te_groot(None, *_omvang(archief.read(naam)))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, KeyError, EOFError):
        return  # damaged files are explained where they are opened


def _omvang(blad: bytes) -> tuple[int, int]:
    """Height and width; every address is only looked at when a column beyond Z or a great height makes it matter."""
    laatste = max((int(r) for r in _RIJ.findall(blad, max(blad.rfind(b"row "), 0) - 20)), default=0)
    if laatste and laatste * 26 <= max_cellen() and not any(p.search(blad) for p in _BREED):
        return laatste, 26
    adressen = _CEL.findall(blad)
    rijen = max((int(r) for r in {r for _, r in adressen}), default=0)
    return rijen, max((_nummer(k) for k in {k for k, _ in adressen}), default=0)


def _nummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer
