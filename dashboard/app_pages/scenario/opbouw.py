"""Everything the page shows, from the choices of the reader: no drawing, no computing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.app_pages.scenario.adres import BASIS, PEIL, REGELING, VAST, Parameters, Stand
from dashboard.data import spuk_invoer, spuk_scenario, spuk_wijziging
from dashboard.data.spuk import list_berekend, list_risico
from dashboard.data.spuk_invoer import Opzet, RegelingRij, ScenarioRij
from dashboard.data.spuk_regelingen import default_regeling
from dashboard.data.spuk_scenario import Doorrekening, Jaaruitkomst
from dashboard.data.spuk_wijziging import Veld, Weigering, Wijziging
from dashboard.state import Context

GEEN_GEMEENTE = "Kies hierboven een gemeente. Een scenario is altijd van één gemeente en één uitkering."
GEEN_GEGEVENS = (
    "Van {} staan in deze gegevens geen beschikkingen van de SPUK. Lees eerst een levering in met de soort"
    " spuk_beschikkingen; daarna is hier te rekenen."
)
GEEN_REGELS = (
    "In deze gegevens staan de regels van de SPUK niet: zij zijn ouder dan deze pagina. Bouw het magazijn opnieuw"
    " (`rekenkamer bouwen`)."
)
ONBEKENDE_NAAM = "Dit onderdeel hoort niet bij dit scenario. Kies hieronder wat u wilt veranderen."
DUBBEL = "Dit staat meer dan één keer in het adres. Laat er één staan."
GEEN_EFFECT = "In deze basis telt dit niet mee. Kies een basis die toegekende bedragen uit aantallen afleidt."


@dataclass(frozen=True)
class Beeld:
    """One scenario beside its base, with the names and the refusals that go with it."""

    regelingen: tuple[RegelingRij, ...]
    scenarios: tuple[ScenarioRij, ...]
    regeling: RegelingRij
    basis: ScenarioRij
    opzet: Opzet
    jaren: tuple[Jaaruitkomst, ...]
    velden: tuple[Veld, ...]
    keuzes: tuple[str, ...]
    wijzigingen: tuple[Wijziging, ...]
    weigeringen: tuple[Weigering, ...]
    rekening: Doorrekening
    parameters: Parameters

    @property
    def kent_reserve(self) -> bool:
        """Whether the rule for the reserve is known, without which nobody can say what goes back."""
        return self.opzet.dossier.reserve_regel == spuk_wijziging.PLAFOND

    @property
    def tellend(self) -> tuple[Wijziging, ...]:
        """The changes that the calculation really took in."""
        geweigerd = {w.naam for w in self.weigeringen}
        return tuple(w for w in self.wijzigingen if w.veld.telt_mee and w.veld.naam not in geweigerd)


def load_beeld(c: Context, stand: Stand) -> Beeld | str:
    """What the page shows, or the sentence that says why there is nothing to compute."""
    if c.snapshot is None or c.code is None:
        return GEEN_GEMEENTE
    regelingen = spuk_invoer.list_regelingen(c.snapshot, c.code)
    scenarios = spuk_invoer.list_basisscenarios(c.snapshot)
    if not regelingen:
        return GEEN_GEGEVENS.format(c.naam)
    if not scenarios:
        return GEEN_REGELS
    namen, codes = [r.regeling for r in regelingen], [s.scenario for s in scenarios]
    eigen = [r for r in list_risico(c.snapshot) if r.gemeentecode == c.code]
    standaard = default_regeling(namen, list_berekend(eigen)) or namen[0]
    regeling = regelingen[namen.index(_gekozen(stand, REGELING, namen, standaard))]
    basis = scenarios[codes.index(_gekozen(stand, BASIS, codes, codes[0]))]
    try:
        opzet = spuk_invoer.load_opzet(c.snapshot, c.code, regeling.regeling, basis)
        if opzet is None:
            return GEEN_REGELS
        beeld = _reken(stand, opzet, (regelingen, scenarios, regeling, basis))
        eigen_keuze = {REGELING: regeling.regeling} if regeling.regeling != standaard else {}
        return replace(beeld, parameters={**eigen_keuze, **beeld.parameters})
    except ValueError as reden:
        return f"{regeling.naam} is voor {c.naam} niet door te rekenen. {reden}"


def _gekozen(stand: Stand, naam: str, opties: Sequence[str], standaard: str) -> str:
    return str(st.session_state[stand.keuze(naam, opties, standaard)])


Namen = tuple[tuple[RegelingRij, ...], tuple[ScenarioRij, ...], RegelingRij, ScenarioRij]


def _reken(stand: Stand, opzet: Opzet, namen: Namen) -> Beeld:
    regelingen, scenarios, regeling, basis = namen
    jaren = spuk_scenario.reken_basis(opzet)
    velden = spuk_wijziging.list_velden(opzet, jaren)
    keuzes = spuk_wijziging.list_plafondkeuzes(opzet, jaren)
    gelezen = spuk_wijziging.read_texts(velden, keuzes, {v.naam: stand.tekst(v.naam) for v in velden})
    rekening = spuk_scenario.reken_door(opzet, gelezen.wijzigingen)
    zonder_effect = [
        Weigering(w.veld.naam, spuk_wijziging.write_text(w), GEEN_EFFECT)
        for w in gelezen.wijzigingen
        if not w.veld.telt_mee
    ]
    namen_van_velden = {v.naam for v in velden}
    onbekend = _onbekend(stand, namen_van_velden, (regelingen, scenarios))
    # a field that the reader filled in after that is no longer in doubt
    ingevuld = {n for n in namen_van_velden if stand.tekst(n)}
    dubbel = [Weigering(n, tekst, DUBBEL) for n, tekst in stand.dubbel.items() if n not in ingevuld]
    parameters = {w.veld.naam: spuk_wijziging.write_text(w) for w in gelezen.wijzigingen}
    if basis is not scenarios[0]:
        parameters = {BASIS: basis.scenario, **parameters}
    weigeringen = (*dubbel, *onbekend, *gelezen.weigeringen, *zonder_effect, *rekening.weigeringen)
    return Beeld(*namen, opzet, jaren, velden, keuzes, gelezen.wijzigingen, weigeringen, rekening, parameters)


def _onbekend(
    stand: Stand, velden: set[str], lijsten: tuple[tuple[RegelingRij, ...], tuple[ScenarioRij, ...]]
) -> list[Weigering]:
    """Names in the address that mean nothing here, and a regeling or base that is not there."""
    regelingen, scenarios = lijsten
    mag = {REGELING: [r.regeling for r in regelingen], BASIS: [s.scenario for s in scenarios]}
    gevonden = []
    for naam, tekst in stand.parameters.items():
        if naam in mag and tekst not in mag[naam]:
            gevonden.append(Weigering(naam, tekst, f"Dat is hier geen keuze. Kies uit: {', '.join(mag[naam])}."))
        elif naam not in velden and naam not in VAST:
            gevonden.append(Weigering(naam, tekst, ONBEKENDE_NAAM))
    return gevonden


def with_peil(c: Context, parameters: Parameters) -> Parameters:
    """A scenario names the snapshot on which it was made; the bare base does not need to."""
    return {**parameters, PEIL: c.snapshot.snapshot_id} if parameters and c.snapshot else parameters


def ander_peil(c: Context, stand: Stand) -> str | None:
    """The snapshot in the address when it holds other figures or rules than the one that is shown."""
    peil = stand.parameters.get(PEIL)
    return peil if peil and c.snapshot and not c.snapshot.has_content_of(peil) else None
