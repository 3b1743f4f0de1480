"""Every cause put into the set-up: the changes of one kind make the next set-up, or are refused with what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_reeks import AANNAME, Stap, met_beginreserve, met_besteding, met_verschuiving
from dashboard.data.spuk_wijziging import (
    AANTALLEN,
    BEGIN,
    BESTEDING,
    PRIJZEN,
    REGEL,
    TIMING,
    Weigering,
    Wijziging,
    write_text,
)
from rekenkamer.spuk import Telling

OORZAKEN = {
    BEGIN: "een andere beginreserve",
    AANTALLEN: "andere aantallen mensen",
    PRIJZEN: "andere prijzen per persoon",
    BESTEDING: "andere besteding",
    TIMING: "een ander moment",
    REGEL: "een andere regel voor de reserve",
}


def _met_aantallen(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    nieuw = {(w.veld.jaar, w.veld.onderdeel): w.waarde for w in wijzigingen}
    blijft = [t for t in opzet.dossier.tellingen if (t.cohort, t.groep) not in nieuw]
    erbij = [Telling(cohort, groep, aantal, True, AANNAME) for (cohort, groep), aantal in nieuw.items()]
    return _met_dossier(opzet, tellingen=(*blijft, *erbij)), []


def _met_prijzen(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """A weight that equals its amount stays equal to it: until 2025 they are one number (Regeling art. 10.3)."""
    nieuw = {(w.veld.jaar, w.veld.onderdeel): w.waarde for w in wijzigingen}
    prijzen = []
    for p in opzet.regels.prijzen:
        bedrag = nieuw.get((p.budgetjaar, p.component))
        if bedrag is not None:
            p = replace(p, bedrag=bedrag, gewicht=bedrag if p.gewicht == p.bedrag else p.gewicht, herkomst=AANNAME)
        prijzen.append(p)
    return replace(opzet, regels=replace(opzet.regels, prijzen=tuple(prijzen))), []


def _met_timing(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    ingehaald = [w for w in wijzigingen if w.veld.soort == "aantal"]
    verschoven = [w for w in wijzigingen if w.veld.soort == "verschuiving"]
    opzet, geweigerd = _met_inhalen(opzet, ingehaald)
    if not verschoven:
        return opzet, geweigerd
    opzet, ook_geweigerd = met_verschuiving(opzet, verschoven)
    return opzet, geweigerd + ook_geweigerd


def _met_inhalen(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """Who is housed in year t is cohort t (Besluit art. 10.1): catching up adds people to that cohort only.

    They live here in every budget year that counts the cohort.
    """
    tellingen, geweigerd = list(opzet.dossier.tellingen), []
    for w in wijzigingen:
        bekend = [
            (i, t.aantal)
            for i, t in enumerate(tellingen)
            if (t.cohort, t.groep) == (w.veld.jaar, w.veld.onderdeel) and t.aantal is not None
        ]
        if not bekend or w.waarde is None:
            reden = f"Van cohort {w.veld.jaar} is geen aantal bekend. Vul dat eerst in bij de aantallen."
            geweigerd.append(Weigering(w.veld.naam, write_text(w), reden))
            continue
        for plek, aantal in bekend:
            tellingen[plek] = replace(tellingen[plek], aantal=aantal + w.waarde, herkomst=AANNAME)
    return _met_dossier(opzet, tellingen=tuple(tellingen)), geweigerd


def _met_regel(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    waarde = wijzigingen[-1].waarde
    vanaf = None if waarde is None else int(waarde)
    return replace(opzet, scenario=replace(opzet.scenario, nieuw_plafond_vanaf=vanaf)), []


def _met_dossier(opzet: Opzet, **delen: object) -> Opzet:
    return replace(opzet, dossier=replace(opzet.dossier, **delen))  # type: ignore[arg-type]


VERANDERINGEN: dict[str, Callable[[Opzet, Sequence[Wijziging]], Stap]] = {
    BEGIN: met_beginreserve,
    AANTALLEN: _met_aantallen,
    PRIJZEN: _met_prijzen,
    BESTEDING: met_besteding,
    TIMING: _met_timing,
    REGEL: _met_regel,
}
