"""One printed value becomes three: the print, a number or nothing, and a status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.waarden.getallen import DubbelzinnigGetal, Getal, Notatie, parse_getal

STATUSSEN = (
    "gemeten", "nul", "streepje", "onderdrukt", "ondergrens", "pm",
    "niet_geleverd", "niet_van_toepassing", "onleesbaar",
)  # fmt: skip

_LANGST = 200  # no print of a number is longer, and a pattern must not search through a page of text

_WOORDEN = [
    "geen",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
]
_TELWOORD = {woord: Decimal(i) for i, woord in enumerate(_WOORDEN)} | {"één": Decimal(1), "nul": Decimal(0)}
_STREEPJES = frozenset("-–—‒−")
_ONDERDRUKT = frozenset({".", "*", "**", "x", "<5", "< 5", "<10", "< 10", "geheim"})
_NIET_GELEVERD = frozenset({"", "n.b.", "nb", "n.n.b.", "onbekend", "niet bekend", "niet geleverd", "nog niet bekend"})
_NVT = frozenset({"n.v.t.", "nvt", "n.v.t", "niet van toepassing", "maatwerk"})
_PM = re.compile(r"p\.?\s?m\.?(\s*\*)?", re.IGNORECASE)
_ONDERGRENS = re.compile(r"(?:(.+?)\s*\+\s*\*|(?:>=|≥|minstens|ten minste)\s*(.+))", re.IGNORECASE)
_BEREIK = re.compile(
    r"(?:.*\()?\s*(\S+)\s*(?:tot(?: en met)?|à|-|–|t/m)\s*(\S+?)\s*(?:personen|inburgeraars)?\)?", re.I
)
_EENHEID_ERBIJ = re.compile(r"(.+?)\s*(%|procent|uur|uren|personen|persoon|inburgeraars?)(?: per land)?", re.IGNORECASE)
_HAAKJES = re.compile(r"(.+?)\s*\(([^()]+)\)")
_EENHEID_WOORDEN = {
    "procent": {"%", "procent"},
    "uur": {"uur", "uren"},
    "personen": {"personen", "persoon", "inburgeraar", "inburgeraars"},
}


ADVIES = "Vul een getal in, of - (geen), p.m., * (te klein om te tonen), n.v.t. of laat de cel leeg."


@dataclass(frozen=True)
class Waarde:
    """`ruw` is the print; `ster` says that a number carried a footnote mark; `bij` is the text in brackets."""

    ruw: str
    waarde: Decimal | None
    status: str
    ster: bool = False
    bij: str | None = None
    reden: str | None = None
    doe: str | None = None


def parse_waarde(
    tekst: str, eenheid: str = "personen", notatie: Notatie = "onbekend", min_een_onderdrukt: bool = False
) -> Waarde:
    """Read one printed value by the value rules; never raises, an unreadable print gets status `onleesbaar`."""
    ruw = tekst if isinstance(tekst, Getal) else tekst.strip()
    if len(ruw) > _LANGST:
        return Waarde(ruw, None, "onleesbaar", reden="Dit is een lange tekst en geen getal.")
    if min_een_onderdrukt and ruw == "-1":
        return Waarde(ruw, None, "onderdrukt")
    teken = _parse_teken(ruw)
    if teken:
        return teken
    try:
        return _parse_getallen(ruw, eenheid, notatie)
    except DubbelzinnigGetal:
        heel = re.sub(r"\D", "", ruw)
        return Waarde(
            ruw, None, "onleesbaar", reden=f"'{ruw}' kan {heel} betekenen, maar ook een getal met drie decimalen.",
            doe=f"Schrijf het getal zonder punt of komma, dus {heel}, als dat is bedoeld.",
        )  # fmt: skip


def _parse_teken(ruw: str) -> Waarde | None:
    """The prints that stand for the absence of a number."""
    laag = ruw.lower()
    if laag in _NIET_GELEVERD:
        return Waarde(ruw, None, "niet_geleverd")
    if laag in _STREEPJES:
        return Waarde(ruw, None, "streepje")
    if laag in _ONDERDRUKT:
        return Waarde(ruw, None, "onderdrukt")
    if laag in _NVT:
        return Waarde(ruw, None, "niet_van_toepassing")
    if _PM.fullmatch(laag):
        return Waarde(ruw, None, "pm", ster=laag.endswith("*"))
    if ruw.startswith("#"):
        return Waarde(ruw, None, "onleesbaar", reden="In deze cel staat een formule die geen uitkomst geeft.")
    return None


def _parse_getallen(ruw: str, eenheid: str, notatie: Notatie) -> Waarde:
    direct = _getal_of_woord(ruw, eenheid, notatie)
    if direct is not None:
        return _weiger_fractie(ruw, direct) if eenheid == "procent" else _gemeten(ruw, direct)
    if isinstance(ruw, Getal) and ruw.procent:
        reden = "De cel is opgemaakt als percentage, en hier hoort een aantal of een bedrag."
        return Waarde(ruw, None, "onleesbaar", reden=reden, doe="Zet het aantal of het bedrag zelf in de cel.")
    if m := _ONDERGRENS.fullmatch(ruw):
        onder = _getal_of_woord(m.group(1) or m.group(2), eenheid, notatie)
        if onder is not None:
            return Waarde(ruw, onder, "ondergrens")
    if ruw.endswith("*"):
        met_ster = _getal_of_woord(ruw.rstrip("* "), eenheid, notatie)
        if met_ster is not None:
            return _gemeten(ruw, met_ster, ster=True)
    if m := _BEREIK.fullmatch(ruw):
        van, tot = (_getal_of_woord(g, eenheid, notatie) for g in m.groups())
        if van is not None and tot is not None and van < tot:
            return Waarde(ruw, van, "ondergrens")
    return _parse_met_tekst(ruw, eenheid, notatie)


def _weiger_fractie(ruw: str, getal: Decimal) -> Waarde:
    """A percentage without a sign: 0,69 can be 69% or 0,69%."""
    if 0 < abs(getal) <= 1 and not (isinstance(ruw, Getal) and ruw.procent):
        maal_honderd = format((getal * 100).normalize(), "f").replace(".", ",")
        return Waarde(
            ruw, None, "onleesbaar", reden=f"'{ruw}' kan {maal_honderd}% betekenen, maar ook {ruw}%.",
            doe=f"Schrijf het procentteken erbij: {maal_honderd}% of {ruw}%.",
        )  # fmt: skip
    return _gemeten(ruw, getal)


def _parse_met_tekst(ruw: str, eenheid: str, notatie: Notatie) -> Waarde:
    """`126 uur`, `ongeveer 85%`, `dertien personen per land`, `4 (B1-route)`."""
    kern = re.sub(r"^(?:ongeveer|circa|ca\.?|bijna|ruim)\s+", "", ruw, flags=re.IGNORECASE)
    if m := _EENHEID_ERBIJ.fullmatch(kern):
        getal = _getal_of_woord(m.group(1), eenheid, notatie)
        if getal is not None and m.group(2).lower() in _EENHEID_WOORDEN.get(eenheid, ()):
            return _gemeten(ruw, getal)
    if m := _HAAKJES.fullmatch(kern):
        getal = _getal_of_woord(m.group(1), eenheid, notatie)
        if getal is not None:
            return _gemeten(ruw, getal, bij=m.group(2).strip())
    if kern != ruw:
        getal = _getal_of_woord(kern, eenheid, notatie)
        if getal is not None:
            return _gemeten(ruw, getal)
    return Waarde(ruw, None, "onleesbaar", reden="Dit is geen getal en geen bekend teken.")


def _getal_of_woord(tekst: str, eenheid: str, notatie: Notatie) -> Decimal | None:
    woord = tekst.strip().lower() if not isinstance(tekst, Getal) else ""
    return _TELWOORD[woord] if woord in _TELWOORD else parse_getal(tekst, eenheid, notatie)


def _gemeten(ruw: str, getal: Decimal, ster: bool = False, bij: str | None = None) -> Waarde:
    return Waarde(ruw, getal, "nul" if getal == 0 else "gemeten", ster=ster, bij=bij)
