"""Rows of the SPUK marts turned into what the calculation reads: a dossier, the rules and a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot
from dashboard.data.spuk_scenario_gaten import name_post
from rekenkamer.spuk import Dossier, Regels, Scenario
from rekenkamer.spuk.inlezing import build_dossiers, build_regels, build_scenario


class BeschikkingRij(NamedTuple):
    """One decision on the grant of one gemeente, year and regeling."""

    gemeentecode: str
    jaar: int
    regeling: str
    soort: str
    bedrag_eur: Decimal | None
    waarde_status: str | None
    is_gebundeld: bool
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None


class BestedingRij(NamedTuple):
    """Costs of one post."""

    gemeentecode: str
    jaar: int
    regeling: str
    post: str
    is_voorziening: str
    status_bedrag: str | None
    bedrag_eur: Decimal | None
    waarde_status: str | None
    regel_status: str | None
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None


class TellingRij(NamedTuple):
    """A count of one cohort and group; for one budget year, or for all when `budgetjaar` is None."""

    gemeentecode: str
    cohort: int
    groep: str
    telling_bron: str
    aantal: Decimal | None
    waarde_status: str | None
    is_volledig: bool
    is_gekozen: bool
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None
    budgetjaar: int | None = None


class RegelingRij(NamedTuple):
    """A grant, its name, whether its reserve has a ceiling and whose, and whether counts price it."""

    regeling: str
    naam: str
    naam_kort: str
    reserve_regel: str
    volgorde: int
    plafond_van: str | None = None
    telt_aantallen: bool | None = None


class PrijsRij(NamedTuple):
    """Amount per person of one component and budget year."""

    budgetjaar: int
    component: str
    bedrag_eur: Decimal | None
    gewicht: Decimal | None
    status: str
    artikel: str | None
    tekst_datum: date | None
    vindplaats: str | None


class PlafondRij(NamedTuple):
    """A version of the reserve ceiling of a regeling."""

    regelversie: str
    regeling: str | None
    geldig_vanaf_jaar: int
    alpha: Decimal
    beta: Decimal
    status: str
    artikel: str | None
    tekst_datum: date | None
    vindplaats: str | None


class ParameterRij(NamedTuple):
    """One named number of the law."""

    parameter: str
    jaar: int | None
    waarde: Decimal | None
    status: str
    artikel: str | None
    tekst_datum: date | None
    vindplaats: str | None


class ScenarioRij(NamedTuple):
    """The choices of one scenario, and its name."""

    scenario: str
    groep: str
    volgorde: int
    naam: str
    omschrijving: str | None
    gedrukt_definitief: str
    definitief_raming: str
    besteding: str
    peiljaar: int
    participatie_telt_mee: bool
    beginjaar: int
    beginreserve_eur: Decimal
    nieuw_plafond_vanaf_jaar: int | None


@dataclass(frozen=True)
class Opzet:
    """Everything that one calculation reads, the sources it came from, and the posts of costs at p.m. in them."""

    dossier: Dossier
    scenario: Scenario
    regels: Regels
    bron_ids: tuple[str | None, ...] = ()
    pm_posten: frozenset[str] = frozenset()


VAN_GEMEENTE = "where gemeentecode = ?"


def list_regelingen(snapshot: Snapshot | None, code: str) -> tuple[RegelingRij, ...]:
    """The grants of which this gemeente has a decision, in the order of the seed."""
    gevonden = {b.regeling for b in _beschikkingen(snapshot, code)}
    alle = fetch(snapshot, RegelingRij, "dim_spuk_regeling", "order by volgorde")
    bekend = [r for r in alle if r.regeling in gevonden]
    vreemd = sorted(gevonden - {r.regeling for r in bekend})
    return (*bekend, *(RegelingRij(r, r, r, "onbekend", 0) for r in vreemd))


def list_basisscenarios(snapshot: Snapshot | None) -> tuple[ScenarioRij, ...]:
    """The scenarios that can be the base, without the variants of one change each."""
    return fetch(snapshot, ScenarioRij, "dim_spuk_scenario", "where groep = 'scenario' order by volgorde")


def load_opzet(snapshot: Snapshot | None, code: str, regeling: str, basis: ScenarioRij) -> Opzet | None:
    """The dossier of one gemeente and regeling with its rules and the base; None without a decision or rules.

    Raises ValueError, in Dutch, when a row can't be read as a number or has no year.
    """
    beschikkingen = _beschikkingen(snapshot, code)
    bestedingen = fetch(snapshot, BestedingRij, "fct_besteding", f"{VAN_GEMEENTE} order by all", (code,))
    tellingen = fetch(snapshot, TellingRij, "fct_cohort_telling", f"{VAN_GEMEENTE} order by all", (code,))
    regelingen = fetch(snapshot, RegelingRij, "dim_spuk_regeling", "order by volgorde")
    dossiers = build_dossiers(_rijen(beschikkingen), _rijen(bestedingen), _rijen(tellingen), _rijen(regelingen))
    dossier = next((d for d in dossiers if d.regeling == regeling), None)
    regels = load_regels(snapshot)
    if dossier is None or not regels.plafonds:
        return None
    regels = replace(regels, plafonds=tuple(p for p in regels.plafonds if p.regeling == dossier.plafond_van))
    bron_ids = (
        *(b.herkomst.bron_id for b in dossier.beschikkingen),
        *(b.herkomst.bron_id for b in dossier.bestedingen),
        *(f.herkomst.bron_id for f in dossier.fout_onzeker),
        *(t.herkomst.bron_id for t in dossier.tellingen),
    )
    eigen = [b for b in bestedingen if b.regeling == regeling and b.bedrag_eur is None]
    pm_posten = frozenset(name_post(b.jaar, b.post) for b in eigen if b.waarde_status == "pm")
    return Opzet(dossier, build_scenario(basis._asdict()), regels, bron_ids, pm_posten)


def load_regels(snapshot: Snapshot | None) -> Regels:
    """Prices, ceilings and parameters as this snapshot holds them."""
    return build_regels(
        _rijen(fetch(snapshot, PrijsRij, "dim_spuk_prijs", "order by budgetjaar, component")),
        _rijen(fetch(snapshot, PlafondRij, "dim_spuk_plafond", "order by geldig_vanaf_jaar")),
        _rijen(fetch(snapshot, ParameterRij, "dim_spuk_parameter", "order by parameter, jaar")),
    )


def _beschikkingen(snapshot: Snapshot | None, code: str) -> tuple[BeschikkingRij, ...]:
    rest = f"{VAN_GEMEENTE} and soort <> 'terugvordering' order by all"
    return fetch(snapshot, BeschikkingRij, "fct_beschikking", rest, (code,))


def _rijen(rijen: Sequence[Any]) -> list[dict[str, Any]]:
    return [rij._asdict() for rij in rijen]
