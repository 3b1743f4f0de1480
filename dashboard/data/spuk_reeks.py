"""Changes to the series of years itself: the reserve with which it begins, and what is spent in which year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_wijziging import Weigering, Wijziging, write_text
from rekenkamer.spuk import Besteding, Herkomst, bereken
from rekenkamer.spuk.bedragen import naar_rato

AANNAME = Herkomst(status="afgeleid", vindplaats="scenario")
HONDERD = Decimal(100)
EEN_BEGIN = "Vul bij één jaar een reserve in: daar begint het scenario. Nu telt geen van deze bedragen mee."

Stap = tuple[Opzet, list[Weigering]]


def met_beginreserve(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """The series starts in the year of the reserve; what came before it is no part of the scenario."""
    if len(wijzigingen) > 1:
        return opzet, [Weigering(w.veld.naam, write_text(w), EEN_BEGIN) for w in wijzigingen]
    begin = wijzigingen[0]
    reserve = begin.waarde or Decimal(0)
    return replace(opzet, scenario=replace(opzet.scenario, beginjaar=begin.veld.jaar, beginreserve=reserve)), []


def met_besteding(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """Other spending in the years that are changed; every other year keeps its own."""
    binnen, geweigerd = _vanaf_begin(opzet, wijzigingen)
    return _vaste_besteding(opzet, {w.veld.jaar: w.waarde for w in binnen}), geweigerd


def met_verschuiving(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Stap:
    """All shifts start from the costs before shifting, so their order does not matter."""
    binnen, geweigerd = _vanaf_begin(opzet, wijzigingen)
    opzet = _vaste_besteding(opzet, {})
    besteed = {j.jaar: j.besteed for j in bereken(opzet.dossier, opzet.scenario, opzet.regels)}
    erbij: list[Besteding] = []
    for w in binnen:
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
    return _met_bestedingen(opzet, (*opzet.dossier.bestedingen, *erbij)), geweigerd


def _vanaf_begin(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> tuple[list[Wijziging], list[Weigering]]:
    begin = opzet.scenario.beginjaar
    reden = f"Het scenario begint in {begin}, met uw reserve op 1 januari. Dit jaar valt ervoor."
    binnen = [w for w in wijzigingen if w.veld.jaar >= begin]
    return binnen, [Weigering(w.veld.naam, write_text(w), reden) for w in wijzigingen if w.veld.jaar < begin]


def _vaste_besteding(opzet: Opzet, nieuw: dict[int, Decimal | None]) -> Opzet:
    """Each year its own costs: a change in one year then moves no other year, also when the base extrapolates."""
    rijen: list[Besteding] = []
    for jaar in bereken(opzet.dossier, opzet.scenario, opzet.regels):
        eigen = [b for b in opzet.dossier.bestedingen if b.jaar == jaar.jaar]
        if jaar.jaar in nieuw:
            rijen.append(Besteding(jaar.jaar, "scenario", nieuw[jaar.jaar], "ja", AANNAME))
        elif opzet.scenario.besteding != "geleverd" and jaar.jaar > opzet.scenario.peiljaar:
            bekend = [] if jaar.besteed is None else [Besteding(jaar.jaar, "scenario", jaar.besteed, "ja", AANNAME)]
            rijen += [*bekend, *(b for b in eigen if bekend and b.bedrag is None)]
        else:
            rijen += eigen
    vast = replace(opzet, scenario=replace(opzet.scenario, besteding="geleverd"))
    return _met_bestedingen(vast, tuple(rijen))


def _met_bestedingen(opzet: Opzet, bestedingen: tuple[Besteding, ...]) -> Opzet:
    return replace(opzet, dossier=replace(opzet.dossier, bestedingen=bestedingen))
