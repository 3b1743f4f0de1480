"""The controledossier of one gemeente, year and regeling: its rows out of the marts, and the finished files."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from dashboard.data.bevindingen import RAAKT
from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot
from rekenkamer.rapport.controledossier import Controle, Controledossier, Gegevens, build_dossier
from rekenkamer.rapport.controledossier.berekening import is_hidden
from rekenkamer.rapport.controledossier.leeswijzer import list_missing
from rekenkamer.rapport.controledossier.rijen import (
    Aanname,
    Beschikking,
    Besteding,
    Bevinding,
    Bron,
    Parameter,
    Plafond,
    Prijs,
    Regeling,
    Rekenregel,
    Scenario,
    Telling,
    Verloop,
)

__all__ = [
    "Controle", "Controledossier", "Jaar", "Uitkomst", "Verloop", "build", "is_hidden", "list_jaren",
    "list_missing", "list_uitkomsten",
]  # fmt: skip

ONDERWERPEN = ("geld", "spuk")
EIGEN = "where gemeentecode = ? and regeling = ?"
SCENARIOS = "where groep = 'scenario' order by volgorde"
VOLGORDE = "list_position(['G10', 'G13', 'A38', 'gebundeld'], regeling)"
PRODUCT = "rekenkamer-inburgering"


class Jaar(NamedTuple):
    """A year and regeling of which a dossier can be made."""

    regeling: str
    jaar: int
    is_berekend: bool
    is_gebundeld: bool | None


class Uitkomst(NamedTuple):
    """The name of a scenario, and its outcome for one year with what the accountant found wrong or uncertain (euro)."""

    naam: str
    verloop: Verloop
    fout_onzeker_eur: Decimal | None = None


class Fout(NamedTuple):
    """What the accountant calls wrong or uncertain, as one scenario and year count it."""

    scenario: str
    jaar: int
    fout_onzeker_eur: Decimal | None


def list_jaren(snapshot: Snapshot | None, code: str) -> tuple[Jaar, ...]:
    """Regelingen and years of one gemeente, newest year first."""
    rijen = fetch(
        snapshot, Verloop, "fct_spuk_verloop", f"where gemeentecode = ? order by {VOLGORDE}, jaar desc", (code,)
    )
    gevonden: dict[tuple[str, int], Jaar] = {}
    for v in rijen:
        eerder = gevonden.get((v.regeling, v.jaar))
        berekend = v.te_betalen_eur is not None or bool(eerder and eerder.is_berekend)
        gevonden[(v.regeling, v.jaar)] = Jaar(v.regeling, v.jaar, berekend, v.is_gebundeld)
    return tuple(gevonden.values())


def list_uitkomsten(snapshot: Snapshot | None, code: str, regeling: str, jaar: int) -> tuple[Uitkomst, ...]:
    """The outcome of every scenario for one year, in the order of the scenarios."""
    rijen = fetch(snapshot, Verloop, "fct_spuk_verloop", f"{EIGEN} order by scenario, jaar", (code, regeling))
    per = {v.scenario: v for v in rijen if v.jaar == jaar}
    scenarios = fetch(snapshot, Scenario, "dim_spuk_scenario", SCENARIOS)
    fouten = fetch(snapshot, Fout, "fct_spuk_verloop", EIGEN, (code, regeling))
    fout = {f.scenario: f.fout_onzeker_eur for f in fouten if f.jaar == jaar}
    return tuple(Uitkomst(s.naam, per[s.scenario], fout.get(s.scenario)) for s in scenarios if s.scenario in per)


@lru_cache(maxsize=64)
def build(snapshot: Snapshot, code: str, naam: str, regeling: str, jaar: int) -> Controledossier:
    """Both files; kept per snapshot, gemeente, regeling and year, because a snapshot never changes."""
    return build_dossier(load_gegevens(snapshot, code, naam, regeling, jaar))


def load_gegevens(snapshot: Snapshot, code: str, naam: str, regeling: str, jaar: int) -> Gegevens:
    """Every row that the dossier needs; a year after `jaar` stays out of its findings."""
    eigen = (code, regeling)
    beschikkingen = fetch(snapshot, Beschikking, "fct_beschikking", f"{EIGEN} order by jaar, soort", eigen)
    bestedingen = fetch(snapshot, Besteding, "fct_besteding", f"{EIGEN} order by jaar, post", eigen)
    tellingen = fetch(
        snapshot,
        Telling,
        "fct_cohort_telling",
        "where gemeentecode = ? order by cohort, groep, telling_bron, budgetjaar",
        (code,),
    )
    bevindingen = list_bevindingen(snapshot, code, jaar)
    regels = "where gemeentecode = ? and regeling = ? and soort = 'stap' order by scenario, jaar, volgorde"
    gebruikt = {r.bron_id for rijen in (beschikkingen, bestedingen, tellingen, bevindingen) for r in rijen}
    bronnen = fetch(snapshot, Bron, "dim_bron", "order by bron_id")
    return Gegevens(
        gemeentecode=code,
        gemeentenaam=naam,
        jaar=jaar,
        regeling=regeling,
        snapshot_id=snapshot.snapshot_id,
        snapshot_sha256=hash_bestand(snapshot.pad),
        gemaakt_op=lees_moment(snapshot),
        versie=lees_versie(),
        verloop=fetch(snapshot, Verloop, "fct_spuk_verloop", f"{EIGEN} order by scenario, jaar", eigen),
        rekenregels=fetch(snapshot, Rekenregel, "fct_spuk_rekenregel", regels, eigen),
        beschikkingen=beschikkingen,
        bestedingen=bestedingen,
        tellingen=tellingen,
        prijzen=fetch(snapshot, Prijs, "dim_spuk_prijs", "order by budgetjaar, component"),
        plafonds=fetch(snapshot, Plafond, "dim_spuk_plafond", "order by geldig_vanaf_jaar, regelversie, regeling"),
        parameters=fetch(snapshot, Parameter, "dim_spuk_parameter", "order by parameter, jaar"),
        scenarios=fetch(snapshot, Scenario, "dim_spuk_scenario", SCENARIOS),
        aannames=fetch(snapshot, Aanname, "dim_spuk_aanname", "order by code"),
        regelingen=fetch(snapshot, Regeling, "dim_spuk_regeling", "order by regeling"),
        bevindingen=bevindingen,
        bronnen=tuple(b for b in bronnen if b.bron_id in gebruikt),
    )


def list_bevindingen(snapshot: Snapshot, code: str, jaar: int) -> tuple[Bevinding, ...]:
    """Findings on money of this gemeente and its groups, up to this year, and those without a year."""
    plaatsen = ", ".join("?" for _ in ONDERWERPEN)
    rest = f"where onderwerp in ({plaatsen}) and {RAAKT} and (jaar is null or jaar <= ?) order by bevinding_id"
    return fetch(snapshot, Bevinding, "fct_bevinding", rest, (*ONDERWERPEN, code, code, jaar))


@lru_cache(maxsize=4)
def hash_bestand(pad: Path) -> str:
    """The sha256 of a snapshot; read in pieces, once."""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def lees_moment(snapshot: Snapshot) -> datetime:
    """When the snapshot was made; its id begins with that moment."""
    try:
        return datetime.fromisoformat(snapshot.gemaakt_op)
    except ValueError:
        return datetime.strptime(snapshot.snapshot_id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def lees_versie() -> str:
    """The version of the product."""
    try:
        return version(PRODUCT)
    except PackageNotFoundError:
        return "onbekend"
