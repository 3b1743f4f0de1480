"""Baten and lasten per gemeente, year and post, with totals as printed and recomputed."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot


class Post(NamedTuple):
    """One amount in euros of a gemeente, year and post."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    soort: str
    post: str
    status_bedrag: str | None
    bedrag_eur: Decimal | None
    waarde_status: str
    bron_id: str | None


class Totaal(NamedTuple):
    """Total per year and soort, printed beside recomputed."""

    deelnemers: str | None
    gemeentecode: str | None
    gemeenten: str | None
    jaar: int
    soort: str
    status_bedrag: str | None
    som_eur: Decimal | None
    gedrukt_eur: Decimal | None
    verschil_eur: Decimal | None
    is_volledig: bool | None
    ontbrekend_aantal: int | None
    bron_id: str | None


def list_posten(snapshot: Snapshot | None, code: str) -> tuple[Post, ...]:
    """Every post of one gemeente, year by year."""
    rest = "where gemeentecode = ? order by soort desc, post, jaar"
    return fetch(snapshot, Post, "fct_baten_lasten", rest, (code,))


def list_totalen_gemeenten(snapshot: Snapshot | None) -> tuple[Totaal, ...]:
    """Totals per gemeente, year and soort, by name."""
    rest = "where gemeentecode is not null order by gemeenten, jaar, soort desc"
    return fetch(snapshot, Totaal, "fct_baten_lasten_totaal", rest)


def list_totalen_samen(snapshot: Snapshot | None) -> tuple[Totaal, ...]:
    """Totals over a group of gemeenten, printed beside recomputed."""
    rest = "where gemeentecode is null order by soort desc, jaar"
    return fetch(snapshot, Totaal, "fct_baten_lasten_totaal", rest)
