"""Which gemeente a crosstab is about, when its rows do not say so."""

from __future__ import annotations

import re

from ingest.begrippen import DIMENSIES, classificeer, vorm
from ingest.bestanden.bestand import Blad
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeente, Gemeenteregister
from ingest.kruistabel.kop import Blok, heeft_kopwoord

# who made or carries out something is not who it is about
_UITVOERDER = re.compile(
    r"\b(?:(?:opgesteld|uitgevoerd|opgemaakt|aangeleverd|geleverd|verstrekt|samengesteld|verzorgd|ingevuld|uitvoering)\s+door"
    r"|namens|uitvoerder\s*:?|contactpersoon\s*:?|auteur\s*:?)\s.*?(?=\svoor\s|[;,.|)]|$)",
    re.IGNORECASE,
)
_NAAM = re.compile(
    r"\b[Gg]emeente:?\s+((?:[A-Z\u2019'][\w\u2019'.-]*)(?:\s+(?:aan|den|de|en|op|der|het|ter)?\s?[A-Z][\w.-]*)*)"
)
_KALE_NAAM = re.compile(r"gemeente:?\s+(\w[\w '-]{2,30})", re.IGNORECASE)
_DOE = "Zet naam en code in de titel boven de tabel, bijvoorbeeld: Gemeente Katwijk (GM0537)."


def gemeente_van_blok(blad: Blad, blok: Blok, eerder: list[Blok], register: Gemeenteregister) -> Gemeente | None:
    """From the corner, the titles (nearest first), the sheet name, or the table above when this one has no title.

    Raises RijFout when the corner or a title names a gemeente that is not known.
    """
    for tekst in [*_hoek(blad, blok), *reversed(blok.titels)]:
        if gevonden := _een(tekst, register):
            return gevonden
    _weiger_onbekende(blad, blok, eerder, register)
    if gevonden := _een(blad.naam or "", register):
        return gevonden
    if onbekend := _onbekende_naam(blad.naam or "", register):
        raise _fout(onbekend)
    if blok.titels or not eerder:
        return None
    return gemeente_van_blok(blad, eerder[-1], eerder[:-1], register)


def _hoek(blad: Blad, blok: Blok) -> list[str]:
    return [c for c in blad.rijen[blok.kop][: blok.labels] if c]


def _een(tekst: str, register: Gemeenteregister) -> Gemeente | None:
    """The only gemeente that a text is about."""
    kaal = _UITVOERDER.sub(" ", f"{tekst} ")
    if gevonden := register.zoek(kaal):
        return gevonden
    alle = register.in_tekst(kaal)
    return alle[0] if len(alle) == 1 else None


def _weiger_onbekende(blad: Blad, blok: Blok, eerder: list[Blok], register: Gemeenteregister) -> None:
    for tekst in blok.titels:
        if onbekend := _onbekende_naam(tekst, register):
            raise _fout(onbekend)
    hoeken = [t for ander in eerder for t in _hoek(blad, ander) if register.zoek(t)]
    for tekst in _hoek(blad, blok) if hoeken else []:
        if not heeft_kopwoord([tekst]) and not classificeer(tekst, register, DIMENSIES):
            raise _fout(tekst)


def _onbekende_naam(tekst: str, register: Gemeenteregister) -> str | None:
    """The name in `Gemeente Teylingen` when no known gemeente is named there."""
    kaal = _UITVOERDER.sub(" ", f"{tekst} ").strip()
    m = _NAAM.search(kaal) or _KALE_NAAM.fullmatch(kaal)
    if m is None or register.in_tekst(kaal) or vorm(m.group(1)).split()[0] in ("en", "per", "naar", "in"):
        return None
    return str(m.group(1)).strip()


def _fout(naam: str) -> RijFout:
    return RijFout("", naam, f"De gemeente '{naam}' is niet bekend.", _DOE)
