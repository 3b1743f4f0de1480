"""What one printed value of the SiSa sheet is: an amount, a count, Ja or Nee, or text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.begrippen import vorm
from ingest.waarden.getallen import DubbelzinnigGetal, Getal, parse_getal

EENHEDEN = ("euro", "aantal", "ja_nee", "tekst")
# indicators that name or describe something; digits in them are no number
_NAAMVELD = re.compile(
    r"^(?:kopie )?(?:project|naam|code|kenmerk|beschikking|dossier|toelichting|hieronder|gemeente|medeoverheid)"
    r"|nummer\b"
)
_GELD = re.compile(
    r"\b(?:euro|eur|bedrag|bedragen|besteding|bestedingen|besteed|baten|lasten|kosten|saldo|opbrengst|opbrengsten|budget"
    r"|cofinanciering|ontvangsten|uitgaven|terugbetaling|terug te betalen|rente)\b"
)
_AANTAL = re.compile(r"\b(?:aantal|aantallen|hoeveelheid)\b")


@dataclass(frozen=True)
class Duiding:
    """The number (none for text and Ja/Nee), the unit (none when nothing tells) and why a value can't be read."""

    waarde: Decimal | None
    eenheid: str | None
    reden: str | None = None


def duid(tekst: str, omschrijving: str | None) -> Duiding:
    """Read one value; the text of the indicator decides what a bare number is."""
    over = vorm(omschrijving or "")
    if vorm(tekst) in ("ja", "nee"):
        return Duiding(None, "ja_nee")
    is_geld = "€" in tekst or re.search(r"\bEUR\b", tekst, re.IGNORECASE) is not None
    if not is_geld and _NAAMVELD.search(over):
        return Duiding(None, "tekst")
    try:
        getal = parse_getal(tekst, "euro")
    except DubbelzinnigGetal:
        return Duiding(None, None, f"'{tekst}' kan op twee manieren worden gelezen.")
    if getal is None:
        fout = f"'{tekst}' is geen bedrag." if is_geld and re.search(r"\d", tekst) else None
        return Duiding(None, "tekst", fout)
    return Duiding(getal, "euro" if is_geld else _eenheid(over))


def _eenheid(omschrijving: str) -> str | None:
    if _AANTAL.search(omschrijving):
        return "aantal"
    return "euro" if _GELD.search(omschrijving) else None


def lijkt_waarde(tekst: str) -> bool:
    """Whether a cell is clearly a value and no sentence: a number, an amount, Ja or Nee."""
    if isinstance(tekst, Getal) or "€" in tekst or vorm(tekst) in ("ja", "nee"):
        return True
    try:
        return parse_getal(tekst, "euro") is not None
    except DubbelzinnigGetal:
        return True
