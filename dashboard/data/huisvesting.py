"""Taakstelling and realisatie: who was to be housed and who was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot


class Taakstelling(NamedTuple):
    """One period of one gemeente, in persons."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    halfjaar: int | None
    peildatum: date | None
    stand_begin_aantal: int | None
    taakstelling_aantal: int | None
    totale_taakstelling_aantal: int | None
    gerealiseerd_aantal: int | None
    achterstand_aantal: int | None
    achterstand_doorgerekend_aantal: int | None
    aansluitverschil_aantal: int | None
    realisatie_pct: Decimal | None
    achterstand_per_1000_inwoners: Decimal | None
    bron_id: str | None


class TaakstellingSamen(NamedTuple):
    """One period of a group of gemeenten, in persons."""

    gemeenten: str
    gemeenten_aantal: int
    jaar: int
    halfjaar: int | None
    peildatum: date | None
    achterstand_aantal: int | None
    achterstand_doorgerekend_aantal: int | None
    totale_taakstelling_aantal: int | None
    gerealiseerd_aantal: int | None


CHRONOLOGISCH = "order by gemeentenaam, jaar, halfjaar, peildatum"


def list_taakstelling(snapshot: Snapshot | None) -> tuple[Taakstelling, ...]:
    """Every gemeente and period, by name and then in time."""
    return fetch(snapshot, Taakstelling, "fct_taakstelling_realisatie", CHRONOLOGISCH)


def list_taakstelling_gemeente(snapshot: Snapshot | None, code: str) -> tuple[Taakstelling, ...]:
    """All periods of one gemeente, in time."""
    rest = f"where gemeentecode = ? {CHRONOLOGISCH}"
    return fetch(snapshot, Taakstelling, "fct_taakstelling_realisatie", rest, (code,))


def list_laatste_stand(snapshot: Snapshot | None) -> tuple[Taakstelling, ...]:
    """The newest period of every gemeente, by name."""
    rest = (
        "qualify row_number() over (partition by gemeentecode"
        " order by jaar desc, halfjaar desc, peildatum desc) = 1 order by gemeentenaam"
    )
    return fetch(snapshot, Taakstelling, "fct_taakstelling_realisatie", rest)


def load_samen(snapshot: Snapshot | None) -> TaakstellingSamen | None:
    """The newest period for which the most gemeenten have figures; None when no two share a period."""
    rest = "where gemeenten_aantal > 1 order by gemeenten_aantal desc, jaar desc, halfjaar desc nulls last limit 1"
    rijen = fetch(snapshot, TaakstellingSamen, "fct_taakstelling_samen", rest)
    return rijen[0] if rijen else None
