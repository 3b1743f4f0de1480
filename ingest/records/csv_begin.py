"""Look at the beginning of a delimited text file: encoding, delimiter, first rows and where each of them ends."""

from __future__ import annotations

import codecs
import csv
from dataclasses import dataclass
from pathlib import Path

from ingest.bestanden.csv_bestand import SCHEIDINGSTEKENS
from ingest.bestanden.omvang import MAX_KOLOMMEN, weiger_te_breed
from ingest.records.tekstbron import Tekstbron

_BEGIN_REGELS = 200
_STAP = 1 << 20
_BREED_TOT = 16 << 20
_TE_BREED = "Misschien ontbreken de regeleinden; vraag de leverancier om het bestand opnieuw te maken."


@dataclass
class CsvBegin:
    """`bron` gives UTF-8 or cp1252 (`codering`) without a byte order mark.

    rijen: the first rows. einden: byte after each of them. regels: 1-based line on which each of them starts.
    volgende: line after each of them.
    """

    bron: Tekstbron
    codering: str
    teken: str
    rijen: list[list[str]]
    einden: list[int]
    regels: list[int]
    volgende: list[int]


def bekijk_csv(data: bytes, pad: Path, levering_id: str) -> CsvBegin | None:
    """The beginning of a text file; None when it can't be a table of records (the other road explains why).

    A file that needs no conversion is not kept: its rows are read from the disk again.
    """
    gelezen = _naar_bytes(data)
    if gelezen is None:
        return None
    inhoud, codering = gelezen
    _weiger_te_breed(inhoud)
    regels, lengtes = _eerste_regels(inhoud, codering)
    if not regels:
        return None
    teken, start = None, 0
    if regels[0].lower().startswith("sep=") and len(regels[0].rstrip("\r\n")) >= 5:
        teken, start = regels[0][4], 1
    teken = teken or kies_scheidingsteken(regels)
    bron = Tekstbron(geheugen=inhoud)
    if inhoud.obj is data:
        bron = Tekstbron(pad, levering_id, voorloop=len(data) - len(inhoud))
    begin = CsvBegin(bron, codering, teken, [], [], [], [])
    lezer = csv.reader(regels[start:], delimiter=teken)
    vorige = start
    try:
        for rij in lezer:
            begin.rijen.append([" ".join(c.replace("\u00a0", " ").split()) for c in rij])
            begin.regels.append(vorige + 1)
            vorige = start + lezer.line_num
            begin.volgende.append(vorige + 1)
            begin.einden.append(sum(lengtes[:vorige]))
    except csv.Error:
        return None
    return begin


def _weiger_te_breed(inhoud: memoryview) -> None:
    """Look at the delimiters of the first lines, before anything is split."""
    for regel in bytes(inhoud[:_BREED_TOT]).split(b"\n", 25)[:25]:
        if len(regel) > MAX_KOLOMMEN:
            breedte = max(regel.count(teken.encode()) for teken in SCHEIDINGSTEKENS) + 1
            weiger_te_breed("Dit bestand heeft", breedte, _TE_BREED)


def kies_scheidingsteken(regels: list[str]) -> str:
    """The delimiter that splits most lines into the same number (>1) of columns."""
    proef = [r[:5_000] for r in regels if r.strip()][:50]

    def score(teken: str) -> tuple[int, int]:
        meer = [n for n in (len(rij) for rij in csv.reader(proef, delimiter=teken)) if n > 1]
        gewoonst = max(set(meer), key=meer.count) if meer else 0
        return (meer.count(gewoonst), gewoonst)

    return max(SCHEIDINGSTEKENS, key=score)


def _naar_bytes(data: bytes) -> tuple[memoryview, str] | None:
    """UTF-8 and Windows-1252 are read as they are; UTF-16 becomes UTF-8 in memory."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _uit_utf16(data, "utf-16")
    if b"\x00" in data[:4000]:
        oneven, even = data[1:4000:2].count(0), data[0:4000:2].count(0)
        return _uit_utf16(data, "utf-16-le" if oneven > even else "utf-16-be")
    if b"\x00" in data:
        return None
    begin = 3 if data.startswith(codecs.BOM_UTF8) else 0
    if b"\n" not in data[: 1 << 20] and b"\r" in data:
        data = data.replace(b"\r", b"\n")
    inhoud = memoryview(data)[begin:]
    return inhoud, "utf-8" if _is_utf8(inhoud) else "cp1252"


def _uit_utf16(data: bytes, codering: str) -> tuple[memoryview, str] | None:
    lezer = codecs.getincrementaldecoder(codering)()
    uit = bytearray()
    try:
        for i in range(0, len(data), _STAP):
            uit += lezer.decode(data[i : i + _STAP], final=i + _STAP >= len(data)).encode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return (memoryview(uit), "utf-8") if b"\x00" not in uit else None


def _is_utf8(inhoud: memoryview) -> bool:
    lezer = codecs.getincrementaldecoder("utf-8")()
    try:
        for i in range(0, len(inhoud), _STAP):
            lezer.decode(inhoud[i : i + _STAP], final=i + _STAP >= len(inhoud))
    except UnicodeDecodeError:
        return False
    return True


def _eerste_regels(inhoud: memoryview, codering: str) -> tuple[list[str], list[int]]:
    """The first lines with their length in bytes; a last line that is cut off is left out."""
    regels: list[str] = []
    lengtes: list[int] = []
    begin = bytes(inhoud[:_STAP])
    for ruw in begin.splitlines(keepends=True)[:_BEGIN_REGELS]:
        if len(begin) == _STAP and sum(lengtes) + len(ruw) >= _STAP:
            break
        regels.append(ruw.decode(codering, "replace"))
        lengtes.append(len(ruw))
    return regels, lengtes
