"""Flat municipal sheets: land of origin, taaluren, baten and lasten."""

from __future__ import annotations

from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.tabel.rij import Rij, controleer_keuze

_SNELHEID = ("snel", "gemiddeld", "langzaam")
_POSTEN = {
    "baten": ("gemeentefonds", "spuk", "totaal"),
    "lasten": ("leerroutes", "maatschappelijke_begeleiding", "pvt", "participatiecomponent", "formatie", "totaal"),
}


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """The split of these sheets is free text and goes into `kenmerk`; money has a side and a post."""
    if rij.layout.layout == "gemeente_baten_lasten":
        return _baten_lasten(rij, cellen)
    for cel in cellen:
        if cel.indicator == "taaluren":
            snelheid = next(s for s in _SNELHEID if rij.plaats(s) == cel.kolom)
            cel.kenmerk = f"{rij.tekst('groep')} · {snelheid}"
        else:
            cel.kenmerk = rij.tekst("land")
            cel.toelichting = f"plaats {rij.tekst('rang')} in de lijst" if rij.tekst("rang") else cel.toelichting
    return cellen


def _baten_lasten(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    soort, post = rij.tekst("soort").strip().lower(), rij.termen["post"]
    controleer_keuze(rij, "soort", soort)
    if post not in _POSTEN[soort]:
        keuzes = ", ".join(_POSTEN[soort]).replace("_", " ")
        reden = f"Post '{rij.tekst('post')}' hoort niet bij {soort}."
        raise RijFout(rij.plaats("post"), rij.tekst("post"), reden, f"Kies bij {soort} uit: {keuzes}.")
    for cel in cellen:
        cel.indicator, cel.post = soort, post
    return cellen
