"""PVT and MAP: how many finished, against three different bases."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

BASISVOLGORDE = "list_position(['dossiers', 'leerroutes', 'pip'], noemer_basis)"


class Voltooiing(NamedTuple):
    """Finished PVT or MAP of one gemeente against one base."""

    gemeentecode: str
    gemeentenaam: str
    doelgroep: str | None
    onderdeel: str
    noemer_basis: str
    afgerond_aantal: int | None
    noemer_aantal: int | None
    voltooiing_pct: Decimal | None
    bron_id: str | None


class Samenwerking(NamedTuple):
    """The same for gemeenten that are served together."""

    deelnemers: str
    gemeenten: str
    onderdeel: str
    noemer_basis: str
    afgerond_aantal: int | None
    noemer_aantal: int | None
    voltooiing_pct: Decimal | None
    gedrukt_pct: Decimal | None
    bron_id: str | None


class PerJaar(NamedTuple):
    """Who finished in a year."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    doelgroep: str
    onderdeel: str
    afgerond_aantal: int | None
    waarde_status: str


def list_voltooiing(snapshot: Snapshot | None, onderdeel: str) -> tuple[Voltooiing, ...]:
    """Completion per gemeente and base, both doelgroepen together where that exists."""
    rest = f"where onderdeel = ? order by gemeentenaam, doelgroep nulls first, {BASISVOLGORDE}"
    return fetch(snapshot, Voltooiing, "fct_pvt_map_voltooiing", rest, (onderdeel,))


def list_samenwerking(snapshot: Snapshot | None, onderdeel: str) -> tuple[Samenwerking, ...]:
    """Completion of gemeenten that are served together, with the printed share."""
    rest = f"where onderdeel = ? order by gedrukt_pct nulls last, gemeenten, {BASISVOLGORDE}"
    return fetch(snapshot, Samenwerking, "fct_pvt_map_samenwerking", rest, (onderdeel,))


def list_per_jaar(snapshot: Snapshot | None, code: str) -> tuple[PerJaar, ...]:
    """Finished per year of one gemeente."""
    rest = "where gemeentecode = ? order by onderdeel desc, doelgroep desc, jaar"
    return fetch(snapshot, PerJaar, "fct_pvt_map", rest, (code,))
