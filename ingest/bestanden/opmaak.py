"""What a workbook says about its cells besides their value: percentages, formulas without outcome, hidden rows."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree

from ingest.bestanden.bestand import Blad
from ingest.bestanden.odsopmaak import lees_ods
from ingest.waarden.getallen import Getal

GEEN_UITKOMST = "#GEEN UITKOMST"
_TEKEN = re.compile(
    rb"<(?:\w+:)?row(?P<rij>\s[^>]*)?>|<(?:\w+:)?c(?P<cel>\s[^>]*?)?(?:/>|>(?P<inhoud>.*?)</(?:\w+:)?c>)", re.DOTALL
)
_ATTRIBUUT = re.compile(rb"\b(r|s|t|hidden)=[\"']([^\"']*)[\"']")
_FORMULE = re.compile(rb"<(?:\w+:)?f[\s>/]")
_KOLOM = re.compile(rb"<(?:\w+:)?col\s(?=[^>]*hidden=\"(?:1|true)\")(?=[^>]*min=\"(\d+)\")(?=[^>]*max=\"(\d+)\")")
_UITKOMST = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<|<(?:\w+:)?is>")
_TEKST_IN_OPMAAK = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_SCHADE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    RuntimeError,
    KeyError,
    EOFError,
    ElementTree.ParseError,
)


@dataclass
class Opmaak:
    """0-based (row, column) of marked cells of one sheet; `verborgen` are 1-based rows."""

    procent: set[tuple[int, int]] = field(default_factory=set)
    zonder_uitkomst: set[tuple[int, int]] = field(default_factory=set)
    verborgen: list[int] = field(default_factory=list)
    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    verborgen_kolommen: list[int] = field(default_factory=list)
    vanaf_1904: bool = False


def lees_opmaak(data: bytes) -> dict[str, Opmaak]:
    """Per sheet name; empty for old .xls files and for anything that can't be read here."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archief:
            if "content.xml" in archief.namelist():
                return {n: Opmaak(*delen) for n, delen in lees_ods(archief.read("content.xml")).items()}
            procent = _procentstijlen(archief)
            boek = archief.read("xl/workbook.xml")
            herrekend = b'fullCalcOnLoad="1"' in boek
            bladen = {n: _lees_blad(archief.read(p), procent, herrekend) for n, p in _bladen(archief).items()}
            for opmaak in bladen.values():
                opmaak.vanaf_1904 = re.search(rb'date1904="(?:1|true)"', boek) is not None
            return bladen
    except _SCHADE:
        return {}


def verwerk_opmaak(blad: Blad, opmaak: Opmaak | None) -> Blad:
    """Put into the prints what the sheet shows, and say which rows it hides."""
    if opmaak is None:
        return blad
    for r, k in opmaak.procent:
        if r < len(blad.rijen) and k < len(blad.rijen[r]) and isinstance(cel := blad.rijen[r][k], Getal):
            blad.rijen[r][k] = cel.als_procent()
    for r, k in opmaak.zonder_uitkomst:
        if r < len(blad.rijen) and k < len(blad.rijen[r]):
            blad.rijen[r][k] = GEEN_UITKOMST
    blad.samengevoegd = opmaak.samengevoegd
    blad.meldingen += _meld_verborgen(blad, opmaak)
    if opmaak.vanaf_1904 and any(any(rij) for rij in blad.rijen):
        blad.meldingen.append(
            f"Blad '{blad.naam}': dit werkboek telt dagen vanaf 1904. Een dagnummer zonder datumopmaak wordt dan vier "
            "jaar te vroeg gelezen; schrijf datums voluit."
        )
    return blad


def _meld_verborgen(blad: Blad, opmaak: Opmaak) -> list[str]:
    """Hidden rows and columns with contents: they count, and the deliverer may not know that they are there."""
    meldingen = []
    rijen = [str(n) for n in opmaak.verborgen if n <= len(blad.rijen) and any(blad.rijen[n - 1])]
    kolommen = [blad.kolom(k) for k in opmaak.verborgen_kolommen if any(k < len(r) and r[k] for r in blad.rijen)]
    for soort, meervoud, namen in (("rij", "rijen", rijen), ("kolom", "kolommen", kolommen)):
        if namen:
            welke = f"{soort} {', '.join(namen[:8])}" + (" en meer" if len(namen) > 8 else "")
            aantal = f"Eén {soort} is" if len(namen) == 1 else f"{len(namen)} {meervoud} zijn"
            meldingen.append(
                f"Blad '{blad.naam}': {aantal} verborgen ({welke}) en wel gelezen. Verwijder wat er niet bij hoort."
            )
    return meldingen


def _bladen(archief: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name -> the part of the archive that holds it."""
    doelen = {
        r.get("Id"): r.get("Target", "") for r in ElementTree.fromstring(archief.read("xl/_rels/workbook.xml.rels"))
    }
    bladen = {}
    for knoop in ElementTree.fromstring(archief.read("xl/workbook.xml")).iter():
        if knoop.tag.endswith("}sheet"):
            relatie = next((w for k, w in knoop.attrib.items() if k.endswith("}id")), None)
            doel = doelen.get(relatie) or ""
            bladen[knoop.get("name", "")] = posixpath.normpath(posixpath.join("/xl", doel)).lstrip("/")
    return {naam: pad for naam, pad in bladen.items() if pad in archief.namelist()}


def _procentstijlen(archief: zipfile.ZipFile) -> set[int]:
    """The cell styles that show a percentage."""
    if "xl/styles.xml" not in archief.namelist():
        return set()
    wortel = ElementTree.fromstring(archief.read("xl/styles.xml"))
    codes = {9, 10}
    for knoop in wortel.iter():
        if knoop.tag.endswith("}numFmt") and "%" in _TEKST_IN_OPMAAK.sub("", knoop.get("formatCode", "")):
            codes.add(int(knoop.get("numFmtId", "-1")))
    stijlen: Iterable[ElementTree.Element] = next((k for k in wortel if k.tag.endswith("}cellXfs")), [])
    return {i for i, xf in enumerate(stijlen) if int(xf.get("numFmtId", "0")) in codes}


def _lees_blad(xml: bytes, procent: set[int], herrekend: bool) -> Opmaak:
    """Walk the cells only when a percentage, a formula or a hidden row can be among them."""
    opmaak = Opmaak()
    formules = _FORMULE.search(xml) is not None
    for van, tot in _KOLOM.findall(xml[:200_000]):
        opmaak.verborgen_kolommen += range(int(van) - 1, min(int(tot), int(van) + 200))
    if not procent and not formules and b"hidden=" not in xml and b't="e"' not in xml:
        return opmaak
    rij, kolom = 0, -1
    for m in _TEKEN.finditer(xml):
        if m.group("cel") is None and m.group("inhoud") is None and not m.group(0).endswith(b"c/>"):
            eigen = _attributen(m.group("rij"))
            rij, kolom = int(eigen.get("r") or rij + 1), -1
            if eigen.get("hidden") in ("1", "true"):
                opmaak.verborgen.append(rij)
            continue
        eigen = _attributen(m.group("cel"))
        kolom = _kolomnummer(eigen["r"]) if eigen.get("r") else kolom + 1
        if eigen.get("s", "").isdigit() and int(eigen["s"]) in procent:
            opmaak.procent.add((rij - 1, kolom))
        if eigen.get("t") == "e" or formules and _zonder_uitkomst(m.group("inhoud") or b"", herrekend):
            opmaak.zonder_uitkomst.add((rij - 1, kolom))
    return opmaak


def _attributen(tekst: bytes | None) -> dict[str, str]:
    return {n.decode(): w.decode("ascii", "replace") for n, w in _ATTRIBUUT.findall(tekst or b"")}


def _kolomnummer(adres: str) -> int:
    nummer = 0
    for letter in adres:
        if letter.isalpha():
            nummer = nummer * 26 + ord(letter.upper()) - 64
    return nummer - 1


def _zonder_uitkomst(inhoud: bytes, herrekend: bool) -> bool:
    """A formula whose outcome was never stored; a program that did not calculate writes nothing, or 0."""
    if not _FORMULE.search(inhoud):
        return False
    uitkomst = _UITKOMST.search(inhoud)
    return uitkomst is None or (herrekend and uitkomst.group(1) == b"0")
