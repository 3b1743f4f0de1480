"""Flat municipal sheets: land of origin and taaluren."""

from __future__ import annotations

from ingest.cel import Cel
from ingest.rij import Rij

_SNELHEID = ("snel", "gemiddeld", "langzaam")


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """The split of these sheets is free text and goes into `kenmerk`."""
    for cel in cellen:
        if cel.indicator == "taaluren":
            snelheid = next(s for s in _SNELHEID if rij.plaats(s) == cel.kolom)
            cel.kenmerk = f"{rij.tekst('groep')} · {snelheid}"
        else:
            cel.kenmerk = rij.tekst("land")
            cel.toelichting = f"plaats {rij.tekst('rang')} in de lijst" if rij.tekst("rang") else cel.toelichting
    return cellen
