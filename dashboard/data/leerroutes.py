"""Leerroutes: how inburgeraars are divided, beside the country."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

VOLGORDE = "list_position(['B1', 'onderwijsroute', 'Z', 'A2', 'Z-A2'], leerroute)"


class Verdeling(NamedTuple):
    """One leerroute of one gemeente over all years: persons and shares."""

    gemeentecode: str
    gemeentenaam: str
    doelgroep: str
    leerroute: str
    aantal: int | None
    noemer_aantal: int | None
    aandeel_pct: Decimal | None
    noemer_basis: str | None
    aantal_cellen: int | None
    noemer_cellen_aantal: int | None
    aandeel_cellen_pct: Decimal | None
    landelijk_pct: Decimal | None
    landelijk_bron: str | None
    bron_id: str | None


class Landelijk(NamedTuple):
    """The national share of a leerroute."""

    doelgroep: str
    leerroute: str
    landelijk_pct: Decimal | None
    landelijk_bron: str | None


class RoutePerJaar(NamedTuple):
    """Persons per leerroute and year."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    doelgroep: str
    leerroute: str
    aantal: int | None
    waarde_status: str


def list_verdeling(snapshot: Snapshot | None, doelgroep: str) -> tuple[Verdeling, ...]:
    """The division of one doelgroep over all years, by gemeente and fixed route order."""
    rest = f"where doelgroep = ? order by gemeentenaam, {VOLGORDE}"
    return fetch(snapshot, Verdeling, "fct_leerroute_verdeling", rest, (doelgroep,))


def list_landelijk(snapshot: Snapshot | None, doelgroep: str) -> tuple[Landelijk, ...]:
    """The national shares of one doelgroep, as the marts link them."""
    rest = f"where doelgroep = ? and landelijk_pct is not null group by all order by any_value({VOLGORDE})"
    return fetch(snapshot, Landelijk, "fct_leerroute_verdeling", rest, (doelgroep,))


def list_per_jaar(snapshot: Snapshot | None, code: str, doelgroep: str) -> tuple[RoutePerJaar, ...]:
    """Counts per year of one gemeente and doelgroep."""
    rest = f"where gemeentecode = ? and doelgroep = ? order by {VOLGORDE}, jaar"
    return fetch(snapshot, RoutePerJaar, "fct_leerroute", rest, (code, doelgroep))
