"""What an ODS sheet says about its cells besides their value."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

_MAX_HERHALING = 2_000  # a longer repetition is empty paper

Delen = tuple[set[tuple[int, int]], set[tuple[int, int]], list[int], list[tuple[int, int, int, int]]]


def lees_ods(xml: bytes) -> dict[str, Delen]:
    """Per sheet: percentage cells, formulas without outcome (0-based row, column), hidden rows (1-based) and merges."""
    bladen: dict[str, Delen] = {}
    huidig: Delen = (set(), set(), [], [])
    rij = 0
    for gebeurtenis, knoop in ElementTree.iterparse(BytesIO(xml), events=("start", "end")):
        soort = knoop.tag.rsplit("}", 1)[-1]
        if soort == "table" and gebeurtenis == "start":
            huidig, rij = (set(), set(), [], []), 0
            bladen[_waarde(knoop, "name")] = huidig
        elif soort == "table-row" and gebeurtenis == "end":
            aantal = _herhaling(knoop, "number-rows-repeated")
            for extra in range(min(aantal, _MAX_HERHALING)):
                _lees_rij(knoop, rij + extra, huidig)
            rij += aantal
            knoop.clear()
    return bladen


def _lees_rij(knoop: ElementTree.Element, rij: int, huidig: Delen) -> None:
    procent, zonder_uitkomst, verborgen, samengevoegd = huidig
    if _waarde(knoop, "visibility") in ("collapse", "filter"):
        verborgen.append(rij + 1)
    kolom = 0
    for cel in knoop:
        aantal = _herhaling(cel, "number-columns-repeated")
        soort = _waarde(cel, "value-type")
        plekken = {(rij, kolom + n) for n in range(min(aantal, _MAX_HERHALING))}
        if soort == "percentage":
            procent |= plekken
        hoog, breed = _herhaling(cel, "number-rows-spanned"), _herhaling(cel, "number-columns-spanned")
        if hoog > 1 or breed > 1:
            samengevoegd.append((rij, kolom, rij + hoog - 1, kolom + breed - 1))
        if _waarde(cel, "formula") and (not soort or _is_fout(cel)):
            zonder_uitkomst |= plekken
        kolom += aantal


def _is_fout(cel: ElementTree.Element) -> bool:
    """A formula that shows Err:502 or #DEEL/0! instead of an outcome."""
    return "".join(cel.itertext()).strip().startswith(("#", "Err:", "Fout:"))


def _waarde(knoop: ElementTree.Element, naam: str) -> str:
    """An attribute whatever its namespace is called."""
    return next((w for k, w in knoop.attrib.items() if k.rsplit("}", 1)[-1] == naam), "")


def _herhaling(knoop: ElementTree.Element, naam: str) -> int:
    tekst = _waarde(knoop, naam)
    return int(tekst) if tekst.isdigit() else 1
