"""What one printed value of the SiSa sheet is: an amount, a count, Ja or Nee, or text.

A number is euro when it is printed as money, its indicator speaks of money or is audited as such (aard controle R), or
when only an amount looks like that: negative, with cents, or in thousands where nothing else tells. A bare `12` below
a text that says nothing keeps no unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.begrippen import vorm
from ingest.waarden.getallen import DubbelzinnigGetal, Getal, parse_getal
from ingest.waarden.grenzen import TE_GROOT_EUR

EENHEDEN = ("euro", "aantal", "ja_nee", "tekst")
DOE_BEDRAG = "Schrijf het bedrag als € 2.614.500 (negatief: € -12.500), zonder andere tekens."
# indicators that name or describe something; digits in them are no number
_NAAMVELD = re.compile(
    r"^(?:kopie|naam|code|kenmerk|beschikking|dossier|toelichting|hieronder|medeoverheid"
    r"|(?:project|gemeente) ?(?:naam|code)?\b)|(?:nummer|datum)\b"
)
_GELD = re.compile(
    r"\b(?:euro|eur|bedrag|bedragen|besteding|bestedingen|besteed|baten|lasten|kosten|saldo|opbrengst|opbrengsten|budget"
    r"|cofinanciering|ontvangsten|uitgaven|terugbetaling|terug te betalen|rente)\b"
)
_AANTAL = re.compile(r"\b(?:aantal|aantallen|hoeveelheid)\b")
_VALUTA = re.compile(r"€|\beuro?\b", re.IGNORECASE)
_MIN = re.compile(r"[−–—]")
_HAAKJES = re.compile(r"\(\s*([^()]*\d[^()]*?)\s*\)")
_MIN_ACHTERAAN = re.compile(r"(.*\d)\s*-")
# nothing but digits and signs, or letters that are mistaken for digits
_GETALLIJK = re.compile(r"(?=.*[\d€-])[\d\s.,()+€'’lIoO-]+", re.DOTALL)
_DATUM = re.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}-\d{2}-\d{2}")
_ROND = re.compile(r",-{1,2}\)?\s*$")  # 1.200,-
_GROEPEN = re.compile(r"\d[. ,]\d{3}(?!\d)")
_CENTEN = 2


@dataclass(frozen=True)
class Duiding:
    """The number (none for text and Ja/Nee), the unit (none when nothing tells) and why a value can't be read."""

    waarde: Decimal | None
    eenheid: str | None
    reden: str | None = None


def duid(tekst: str, omschrijving: str | None, aard: str | None = None, genoemd: str | None = None) -> Duiding:
    """Read one value; a unit that the delivery names decides, else the print and the text of the indicator do."""
    over = vorm(omschrijving or "")
    if genoemd == "tekst":
        return Duiding(None, "tekst")
    if vorm(tekst) in ("ja", "nee") and genoemd in (None, "ja_nee"):
        return Duiding(None, "ja_nee")
    if genoemd == "ja_nee":
        return Duiding(None, None, f"'{tekst}' is geen Ja of Nee.")
    is_geld = _VALUTA.search(tekst) is not None
    if not is_geld and genoemd is None and _NAAMVELD.search(over):
        return Duiding(None, "tekst")
    try:
        getal = _lees(tekst)
    except DubbelzinnigGetal:
        return Duiding(None, None, f"'{tekst}' kan op twee manieren worden gelezen.")
    if getal is None:
        nodig = genoemd is not None and vorm(tekst) not in ("n v t", "nvt", "niet van toepassing")
        mis = nodig or _is_getallijk(tekst) or (is_geld and re.search(r"\d", tekst))
        return Duiding(
            None, "tekst", f"'{tekst}' is geen {'aantal' if genoemd == 'aantal' else 'bedrag'}." if mis else None
        )
    eenheid = genoemd or ("euro" if is_geld else _eenheid(tekst, getal, over, aard))
    if fout := _past_niet(tekst, getal, eenheid):
        return Duiding(None, None, fout)
    return Duiding(getal, eenheid)


def _lees(tekst: str) -> Decimal | None:
    """The number of a print; brackets around it and a minus behind it are minus signs of accountants."""
    if isinstance(tekst, Getal):
        return parse_getal(tekst, "euro")
    kaal = _MIN.sub("-", _VALUTA.sub(" ", tekst)).strip()
    teken = 1
    if m := _HAAKJES.fullmatch(kaal) or _MIN_ACHTERAAN.fullmatch(kaal):
        kaal, teken = m.group(1).strip(), -1
        if kaal.startswith(("-", "(")) or _MIN_ACHTERAAN.fullmatch(kaal):
            return None  # minus twice
    getal = parse_getal(kaal, "euro")
    return None if getal is None else getal * teken


def _decimalen(getal: Decimal) -> int:
    return max(-int(getal.as_tuple().exponent), 0)


def _eenheid(tekst: str, getal: Decimal, over: str, aard: str | None) -> str | None:
    if _AANTAL.search(over):
        return "aantal"
    if _GELD.search(over) or (aard or "").strip().upper() == "R" or getal < 0:
        return "euro"
    if isinstance(tekst, Getal):
        return None
    als_bedrag = _decimalen(getal) == _CENTEN or _ROND.search(tekst) or (not aard and _GROEPEN.search(tekst))
    return "euro" if als_bedrag else None


def _past_niet(tekst: str, getal: Decimal, eenheid: str | None) -> str | None:
    """Why a number can't be what its print says: `1.492,689` is a slip of the hand, no amount."""
    if abs(getal) >= TE_GROOT_EUR:
        return f"'{tekst}' is te groot voor een bedrag of aantal; waarschijnlijk een typefout of een getal in centen."
    if isinstance(tekst, Getal) or _decimalen(getal) <= _CENTEN:
        return None
    if eenheid == "aantal" and not _GROEPEN.search(tekst):
        return None
    return f"'{tekst}' heeft {_decimalen(getal)} cijfers achter de komma; dat is geen bedrag."


def _is_getallijk(tekst: str) -> bool:
    """Whether a print has only what numbers are made of; a whole date has that too, and is text."""
    kaal = _MIN.sub("-", _VALUTA.sub("€", tekst)).strip()
    return _GETALLIJK.fullmatch(kaal) is not None and not _DATUM.fullmatch(kaal)


def lijkt_waarde(tekst: str) -> bool:
    """Whether a cell is clearly a value and no sentence: a number, an amount, Ja or Nee."""
    if isinstance(tekst, Getal) or "€" in tekst or vorm(tekst) in ("ja", "nee"):
        return True
    return re.search(r"\d", tekst) is not None and _is_getallijk(tekst)
