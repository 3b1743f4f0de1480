"""Sentences about what was read but deserves a look by the deliverer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ingest.bestanden.bestand import Blad
from ingest.cel import Cel
from ingest.waarden.getallen import Notatie, is_dubbelzinnig
from ingest.waarden.waarde import parse_waarde

_GENOEG = 3


def meld_notatie(waar: str, teksten: Sequence[str], notatie: Notatie, eenheid: str) -> list[str]:
    """How a print such as `1.234` was read, unless the column itself shows that this is the Dutch notation.

    It does when a number like 1.234,50 or 1.234.567 is among them, or when three or more have a point before three
    digits: nobody prints persons or euros with three decimals again and again.
    """
    met_punt = [t for t in teksten if is_dubbelzinnig(t) and "." in t]
    if notatie == "nl" or (len(met_punt) >= _GENOEG and notatie == "onbekend"):
        return []
    gelezen = [(t, w.waarde) for t in teksten if is_dubbelzinnig(t) and (w := parse_waarde(t, eenheid, notatie)).waarde]
    if not gelezen:
        return []
    tekst, waarde = gelezen[0]
    aantal = f" (zo ook {len(gelezen) - 1} andere)" if len(gelezen) > 1 else ""
    waarom = "andere getallen staan daar in Engelse notatie" if notatie == "en" else "de punt is een duizendteken"
    getal = format(waarde.normalize(), "f").replace(".", ",") if waarde is not None else ""
    return [f"{waar}: '{tekst}' is gelezen als {getal}{aantal}, want {waarom}. Controleer of dat klopt."]


def meld_toekomst(blad: str | None, cellen: Sequence[Cel]) -> list[str]:
    """Periods that lie far ahead are more often a typing error than a plan."""
    grens = date.today().year + 1
    jaren = sorted({c.jaar for c in cellen if c.jaar and c.jaar > grens and c.status_bedrag != "begroot"})
    if not jaren:
        return []
    waar = f"Blad '{blad}': " if blad else ""
    return [f"{waar}er staan cijfers over {', '.join(map(str, jaren))}, dat is in de toekomst. Controleer het jaar."]


def meld_bsn(blad: Blad, gelezen: set[int]) -> list[str]:
    """Personal numbers in titles, notes and headers: masked, and said."""
    rijen = [n for i, n in enumerate(blad.nummers) if n in blad.bsn_rijen and i not in gelezen]
    if not rijen:
        return []
    waar = f"Blad '{blad.naam}', rij" if blad.naam else "Rij"
    return [
        f"{waar} {', '.join(map(str, rijen[:8]))}: hier stond een burgerservicenummer (BSN); het is onleesbaar gemaakt "
        "en niet opgeslagen. Verwijder het uit het bestand."
    ]
