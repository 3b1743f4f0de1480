"""The gemeenten in the snapshot, by name."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot


class Gemeente(NamedTuple):
    """Code and name."""

    gemeentecode: str
    gemeentenaam: str


class GemeenteKenmerken(NamedTuple):
    """What is known of a gemeente besides its figures."""

    gemeentecode: str
    gemeentenaam: str
    provincie: str | None
    inwoners_aantal: int | None
    uitvoerder_inburgering: str | None


METEND = "where heeft_cijfers"


def list_gemeenten(snapshot: Snapshot | None) -> tuple[Gemeente, ...]:
    """Gemeenten with at least one figure, sorted by name."""
    rest = f"{METEND} group by all order by gemeentenaam"
    return fetch(snapshot, Gemeente, "dim_gemeente", rest)


def list_kenmerken(snapshot: Snapshot | None) -> tuple[GemeenteKenmerken, ...]:
    """The newest known facts of every gemeente with figures."""
    rest = f"{METEND} qualify row_number() over (partition by gemeentecode order by geldig_van_datum desc) = 1"
    return fetch(snapshot, GemeenteKenmerken, "dim_gemeente", f"{rest} order by gemeentenaam")
