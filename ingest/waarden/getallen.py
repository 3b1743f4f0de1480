"""Numbers as people print them: Dutch or English notation, decided strictly and never by guessing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

Notatie = Literal["nl", "en", "onbekend", "gemengd"]

_SPATIES = re.compile(r"[\s\u00a0\u202f]+")
_VALUTA = re.compile(r"€|EUR")
_ROND = re.compile(r",-{1,2}$")  # `1.200,-` is Dutch for a round amount
_GEHEEL = re.compile(r"\d+")
_SPATIEGROEPEN = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_NL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0+,\d+|\d{4,},\d+")
_EN = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0+\.\d+|\d{4,}\.\d+")
_PUNT_DUBBELZINNIG = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LANG_DUIZEND = re.compile(r"\d{4,}[.,]\d{3}")  # 1234.567 is no grouping, and no amount of money either
_KOMMA_DUBBELZINNIG = re.compile(r"[1-9]\d{0,2},\d{3}")


class Getal(str):
    """The print of a numeric spreadsheet cell; `getal` holds the exact number, so notation is no question.

    `procent` tells that the sheet shows the cell as a percentage: 0.69 in the file is then `69%` and 69 here.
    """

    getal: Decimal
    procent: bool

    def __new__(cls, tekst: str, getal: Decimal, procent: bool = False) -> Getal:
        """Couple the print to the number."""
        nieuw = super().__new__(cls, tekst)
        nieuw.getal = getal
        nieuw.procent = procent
        return nieuw

    def als_procent(self) -> Getal:
        """The same cell when the sheet shows it as a percentage."""
        getal = (self.getal * 100).normalize()
        getal = getal.to_integral_value() + 0 if getal == getal.to_integral_value() else getal
        return Getal(format(getal, "f").replace(".", ",") + "%", getal, True)


class DubbelzinnigGetal(ValueError):
    """A number that can be read in two ways, such as 1,234."""


def print_getal(waarde: float | int) -> Getal:
    """Print a numeric cell the Dutch way without thousands separator: 9.0 -> `9`, 12.5 -> `12,5`."""
    exact = Decimal(repr(round(waarde, 10))) if isinstance(waarde, float) else Decimal(waarde)
    if exact == exact.to_integral_value():
        exact = exact.to_integral_value() + 0
    return Getal(format(exact, "f").replace(".", ","), exact)


def strip_teken(tekst: str) -> tuple[str, int]:
    """Take the euro sign and the minus sign off: `€ -1.200,--` -> (`1.200`, -1)."""
    kaal = _SPATIES.sub(" ", tekst).replace("−", "-").replace("€", "").replace("EUR", "").strip()
    kaal = _ROND.sub("", kaal)
    teken = 1
    if kaal.startswith("-"):
        kaal, teken = kaal[1:].strip(), -1
    return kaal, teken


def is_dubbelzinnig(tekst: str) -> bool:
    """Whether a print can be read in two ways when the rest of its column says nothing: `1.234` or `1,234`."""
    if isinstance(tekst, Getal):
        return False
    kaal, _ = strip_teken(tekst.rstrip(" *"))
    return bool(_PUNT_DUBBELZINNIG.fullmatch(kaal) or _KOMMA_DUBBELZINNIG.fullmatch(kaal))


def bepaal_notatie(teksten: Iterable[str]) -> Notatie:
    """Decide from the unambiguous numbers of one column which notation it uses."""
    nl = en = False
    for tekst in teksten:
        if isinstance(tekst, Getal):
            continue
        kaal, _ = strip_teken(tekst.rstrip(" *"))
        nl = nl or bool(_NL.fullmatch(kaal)) or bool(_ROND.search(tekst.strip()))
        en = en or bool(_EN.fullmatch(kaal))
    if nl and en:
        return "gemengd"
    return "nl" if nl else "en" if en else "onbekend"


def parse_getal(tekst: str, eenheid: str = "personen", notatie: Notatie = "onbekend") -> Decimal | None:
    """Read one number; None when it is no number, DubbelzinnigGetal when it can be read in two ways.

    `1.234` is read as 1234 for persons and euros (the Dutch print; neither has three decimals), unless the rest of
    the column is English. `1,234` is only read as 1234 when the rest of the column is English.
    """
    if isinstance(tekst, Getal):
        past = abs(tekst.getal) < Decimal(10) ** 14 and (eenheid == "procent" or not tekst.procent)
        return tekst.getal if past else None
    if eenheid != "euro" and _VALUTA.search(tekst):
        return None
    kaal, teken = strip_teken(tekst)
    if eenheid in ("personen", "euro") and _LANG_DUIZEND.fullmatch(kaal):
        raise DubbelzinnigGetal(kaal)
    if _GEHEEL.fullmatch(kaal) and len(kaal) <= 14:
        return Decimal(kaal) * teken
    if _SPATIEGROEPEN.fullmatch(kaal):
        return Decimal(kaal.replace(" ", "").replace(",", ".")) * teken
    if _NL.fullmatch(kaal):
        return _begrens(kaal.replace(".", "").replace(",", "."), teken)
    if _EN.fullmatch(kaal):
        return _begrens(kaal.replace(",", ""), teken)
    if _PUNT_DUBBELZINNIG.fullmatch(kaal) or _KOMMA_DUBBELZINNIG.fullmatch(kaal):
        return _kies(kaal, eenheid, "nl" if _ROND.search(tekst.strip()) else notatie) * teken
    return None


def _begrens(tekst: str, teken: int) -> Decimal | None:
    getal = Decimal(tekst) * teken
    return getal if abs(getal) < Decimal(10) ** 14 else None


def _kies(kaal: str, eenheid: str, notatie: Notatie) -> Decimal:
    """Settle `1.234` or `1,234` with the unit and the notation of the column."""
    punt = "." in kaal
    heel = Decimal(kaal.replace(".", "").replace(",", ""))
    breuk = Decimal(kaal.replace(",", "."))
    if eenheid in ("personen", "euro"):
        if punt and notatie in ("nl", "onbekend"):
            return heel
        if not punt and notatie == "en":
            return heel
    elif notatie in ("nl", "en"):
        return heel if punt == (notatie == "nl") else breuk
    raise DubbelzinnigGetal(kaal)
