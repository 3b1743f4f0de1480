"""A base and a scenario, both computed by the same rules, with the difference divided over its causes.

Nothing is kept: a scenario exists as long as its address does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_wijziging import AANTALLEN, BESTEDING, PRIJZEN, REGEL, TIMING, Weigering, Wijziging, write_text
from rekenkamer.spuk import Besteding, Herkomst, Jaaruitkomst, Oorzaak, Telling, bereken, verklaar_verschil
from rekenkamer.spuk.bedragen import naar_rato

AANNAME = Herkomst(status="afgeleid", vindplaats="scenario")
OORZAKEN = {
    AANTALLEN: "andere aantallen mensen",
    PRIJZEN: "andere prijzen per persoon",
    BESTEDING: "andere besteding",
    TIMING: "een ander moment",
    REGEL: "een andere regel voor de reserve",
}
BASIS = "basis"
HONDERD = Decimal(100)
BEDRAGEN = ("betaald", "toegekend", "besteed", "terugvordering", "te_betalen", "te_ontvangen", "reserve_eind")


class Jaarvergelijking(NamedTuple):
    """One year in the base and in the scenario; `verschil` is scenario minus base per amount (euro)."""

    jaar: int
    basis: Jaaruitkomst
    scenario: Jaaruitkomst
    verschil: dict[str, Decimal | None]


class Vloer(NamedTuple):
    """What must at least be spent in a year to keep the reserve of the year before, beside what is spent (euro)."""

    jaar: int
    ten_minste: Decimal
    besteed: Decimal | None
    terugvordering: Decimal | None


class Som(NamedTuple):
    """What is payable (euro) over `jaren`: the years that base and scenario can both work out."""

    jaren: tuple[int, ...]
    basis: Decimal
    scenario: Decimal
    verschil: Decimal


@dataclass(frozen=True)
class Doorrekening:
    """Base beside scenario, the causes of the difference in their order, and the changes that can't be made."""

    jaren: tuple[Jaarvergelijking, ...]
    oorzaken: tuple[Oorzaak, ...]
    vloeren: tuple[Vloer, ...]
    weigeringen: tuple[Weigering, ...]
    som: Som | None
    reserve_verschil: Decimal | None = None
    reserve_jaar: int | None = None


Stap = tuple[Opzet, list[Weigering]]


def reken_basis(opzet: Opzet) -> tuple[Jaaruitkomst, ...]:
    """The base, year by year. Raises ValueError, in Dutch, when the rows refuse to be computed."""
    return tuple(bereken(opzet.dossier, opzet.scenario, opzet.regels))


def reken_door(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Doorrekening:
    """Put the changes into the base, cause by cause in the order of OORZAKEN, and compute both."""
    stappen = [(BASIS, opzet)]
    weigeringen: list[Weigering] = []
    for oorzaak, verander in VERANDERINGEN.items():
        eigen = [w for w in wijzigingen if w.veld.oorzaak == oorzaak and w.veld.telt_mee]
        if eigen:
            volgende, geweigerd = verander(stappen[-1][1], eigen)
            weigeringen += geweigerd
            if len(geweigerd) < len(eigen):
                stappen.append((OORZAKEN[oorzaak], volgende))
    basis, scenario = reken_basis(opzet), reken_basis(stappen[-1][1])
    jaren = tuple(_vergelijk(b, s) for b, s in zip(basis, scenario, strict=True))
    oorzaken = _verklaar(stappen)
    reserve_jaar = oorzaken[0].reserve_jaar if oorzaken else None
    reserve = next((j.verschil["reserve_eind"] for j in jaren if j.jaar == reserve_jaar), None)
    return Doorrekening(jaren, oorzaken, _vloeren(scenario), tuple(weigeringen), _som(jaren), reserve, reserve_jaar)


def _verklaar(stappen: Sequence[tuple[str, Opzet]]) -> tuple[Oorzaak, ...]:
    if len(stappen) == 1:
        return ()
    return tuple(verklaar_verschil([(naam, o.dossier, o.scenario, o.regels) for naam, o in stappen]))


def _vergelijk(basis: Jaaruitkomst, scenario: Jaaruitkomst) -> Jaarvergelijking:
    verschil = {naam: _min(getattr(scenario, naam), getattr(basis, naam)) for naam in BEDRAGEN}
    return Jaarvergelijking(basis.jaar, basis, scenario, verschil)


def _min(een: Decimal | None, ander: Decimal | None) -> Decimal | None:
    return None if een is None or ander is None else een - ander


def _som(jaren: Iterable[Jaarvergelijking]) -> Som | None:
    """None when no year can be worked out on both sides."""
    bekend = [
        (j.jaar, j.basis.te_betalen, j.scenario.te_betalen)
        for j in jaren
        if j.basis.te_betalen is not None and j.scenario.te_betalen is not None
    ]
    if not bekend:
        return None
    basis = sum((b for _, b, _ in bekend if b is not None), Decimal(0))
    scenario = sum((s for _, _, s in bekend if s is not None), Decimal(0))
    return Som(tuple(jaar for jaar, _, _ in bekend), basis, scenario, scenario - basis)


def _vloeren(jaren: Sequence[Jaaruitkomst]) -> tuple[Vloer, ...]:
    per_jaar = {j.jaar: j for j in jaren}
    gevonden = []
    for j in jaren:
        volgend = per_jaar.get(j.jaar + 1)
        if j.bestedingsvloer:
            besteed, terug = (volgend.besteed, volgend.terugvordering) if volgend else (None, None)
            gevonden.append(Vloer(j.jaar + 1, j.bestedingsvloer, besteed, terug))
    return tuple(gevonden)


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


def _met_besteding(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    return _vaste_besteding(opzet, {w.veld.jaar: w.waarde for w in wijzigingen}), []


def _vaste_besteding(opzet: Opzet, nieuw: dict[int, Decimal | None]) -> Opzet:
    """Each year its own costs: a change in one year then moves no other year, also when the base extrapolates."""
    rijen: list[Besteding] = []
    for jaar in reken_basis(opzet):
        eigen = [b for b in opzet.dossier.bestedingen if b.jaar == jaar.jaar]
        if jaar.jaar in nieuw:
            rijen.append(Besteding(jaar.jaar, "scenario", nieuw[jaar.jaar], "ja", AANNAME))
        elif opzet.scenario.besteding != "geleverd" and jaar.jaar > opzet.scenario.peiljaar:
            bekend = [] if jaar.besteed is None else [Besteding(jaar.jaar, "scenario", jaar.besteed, "ja", AANNAME)]
            rijen += [*bekend, *(b for b in eigen if bekend and b.bedrag is None)]
        else:
            rijen += eigen
    return replace(
        _met_dossier(opzet, bestedingen=tuple(rijen)), scenario=replace(opzet.scenario, besteding="geleverd")
    )


def _met_timing(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    ingehaald = [w for w in wijzigingen if w.veld.soort == "aantal"]
    verschoven = [w for w in wijzigingen if w.veld.soort == "verschuiving"]
    opzet, geweigerd = _met_inhalen(opzet, ingehaald)
    if not verschoven:
        return opzet, geweigerd
    opzet, ook_geweigerd = _met_verschuiving(opzet, verschoven)
    return opzet, geweigerd + ook_geweigerd


def _met_inhalen(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """Who is housed in year t is cohort t (Besluit art. 10.1): catching up adds people to that cohort only."""
    tellingen, geweigerd = list(opzet.dossier.tellingen), []
    for w in wijzigingen:
        plek = next(
            (i for i, t in enumerate(tellingen) if (t.cohort, t.groep) == (w.veld.jaar, w.veld.onderdeel)), None
        )
        aantal = None if plek is None else tellingen[plek].aantal
        if plek is None or aantal is None or w.waarde is None:
            reden = f"Van cohort {w.veld.jaar} is geen aantal bekend. Vul dat eerst in bij de aantallen."
            geweigerd.append(Weigering(w.veld.naam, write_text(w), reden))
        else:
            tellingen[plek] = replace(tellingen[plek], aantal=aantal + w.waarde, herkomst=AANNAME)
    return _met_dossier(opzet, tellingen=tuple(tellingen)), geweigerd


def _met_verschuiving(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """All shifts start from the costs before shifting, so their order does not matter."""
    opzet = _vaste_besteding(opzet, {})
    besteed = {j.jaar: j.besteed for j in reken_basis(opzet)}
    erbij, geweigerd = [], []
    for w in wijzigingen:
        jaar, waarde = w.veld.jaar, w.waarde or Decimal(0)
        was, volgend = besteed[jaar], besteed.get(jaar + 1, Decimal(0))
        if was is None or volgend is None:
            leeg = jaar if was is None else jaar + 1
            reden = f"Van {leeg} is geen besteding bekend. Vul die eerst in bij de besteding."
            geweigerd.append(Weigering(w.veld.naam, write_text(w), reden))
            continue
        bedrag = naar_rato(was, waarde, HONDERD) if w.is_procent else waarde
        if bedrag > was:
            reden = f"Dat is meer dan in {jaar} is besteed. Vul een lager bedrag of een percentage in."
            geweigerd.append(Weigering(w.veld.naam, write_text(w), reden))
            continue
        erbij += [Besteding(jaar, "verschoven", -bedrag, "ja", AANNAME)]
        erbij += [Besteding(jaar + 1, "verschoven", bedrag, "ja", AANNAME)]
    return _met_dossier(opzet, bestedingen=(*opzet.dossier.bestedingen, *erbij)), geweigerd


def _met_regel(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    waarde = wijzigingen[-1].waarde
    vanaf = None if waarde is None else int(waarde)
    return replace(opzet, scenario=replace(opzet.scenario, nieuw_plafond_vanaf=vanaf)), []


def _met_dossier(opzet: Opzet, **delen: object) -> Opzet:
    return replace(opzet, dossier=replace(opzet.dossier, **delen))  # type: ignore[arg-type]


VERANDERINGEN: dict[str, Callable[[Opzet, Sequence[Wijziging]], Stap]] = {
    AANTALLEN: _met_aantallen,
    PRIJZEN: _met_prijzen,
    BESTEDING: _met_besteding,
    TIMING: _met_timing,
    REGEL: _met_regel,
}
