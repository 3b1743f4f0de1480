"""All rows of one dossier together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True)
class Gegevens:
    """All that one dossier says: one gemeente, one regeling, the years up to and including `jaar`."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    regeling: str
    snapshot_id: str
    snapshot_sha256: str | None
    gemaakt_op: datetime
    versie: str
    verloop: tuple[Verloop, ...] = ()
    rekenregels: tuple[Rekenregel, ...] = ()
    beschikkingen: tuple[Beschikking, ...] = ()
    bestedingen: tuple[Besteding, ...] = ()
    tellingen: tuple[Telling, ...] = ()
    prijzen: tuple[Prijs, ...] = ()
    plafonds: tuple[Plafond, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    aannames: tuple[Aanname, ...] = ()
    regelingen: tuple[Regeling, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    bronnen: tuple[Bron, ...] = ()
