"""What explains an outcome of the SPUK: costs without an amount, assumed costs, counts beside each other, the rules."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

EIGEN = "where gemeentecode = ? and regeling = ?"


class Kostengat(NamedTuple):
    """A post of costs that may count and has no amount; `waarde_status` says why (`pm`, `niet_geleverd`)."""

    jaar: int
    post: str
    waarde_status: str | None


class FoutOnzeker(NamedTuple):
    """What the accountant found wrong or uncertain in a year; it is part of what is to be paid."""

    jaar: int
    fout_onzeker_eur: Decimal | None


class Peilbesteding(NamedTuple):
    """The costs of the peiljaar, in a year for which a scenario takes them (or more) instead of what was delivered."""

    scenario: str
    jaar: int
    bedrag_eur: Decimal | None


class Cohorttelling(NamedTuple):
    """One count of the statushouders of a cohort, and the source it was made from."""

    cohort: int
    telling_bron: str
    aantal: Decimal | None
    is_volledig: bool | None


class Plafondregel(NamedTuple):
    """One version of the rule for the reserve: a share of this year's grant, and a share of last year's."""

    regelversie: str
    geldig_vanaf_jaar: int
    alpha: Decimal
    beta: Decimal
    status: str | None


def list_kostengaten(snapshot: Snapshot | None, code: str, regeling: str) -> tuple[Kostengat, ...]:
    """Posts without an amount, by year; costs that never count or that SiSa took the place of are left out."""
    rest = f"{EIGEN} and bedrag_eur is null and is_voorziening in ('ja', 'discutabel') order by jaar, post"
    return fetch(snapshot, Kostengat, "fct_besteding", rest, (code, regeling))


def list_fouten(snapshot: Snapshot | None, code: str, regeling: str) -> tuple[FoutOnzeker, ...]:
    """Years with an amount above nil; it is the same in every scenario."""
    rest = f"{EIGEN} and scenario = 'gedrukt' and fout_onzeker_eur > 0 order by jaar"
    return fetch(snapshot, FoutOnzeker, "fct_spuk_verloop", rest, (code, regeling))


def list_peilbestedingen(snapshot: Snapshot | None, code: str, regeling: str) -> tuple[Peilbesteding, ...]:
    """Every scenario and year in which the costs of the peiljaar are a line of the calculation."""
    rest = f"{EIGEN} and code = 'besteding_peiljaar' order by scenario, jaar"
    return fetch(snapshot, Peilbesteding, "fct_spuk_rekenregel", rest, (code, regeling))


def list_cohorttellingen(snapshot: Snapshot | None, code: str) -> tuple[Cohorttelling, ...]:
    """Every count of statushouders, cohort by cohort."""
    rest = "where gemeentecode = ? and groep = 'statushouder' order by cohort, telling_bron"
    return fetch(snapshot, Cohorttelling, "fct_cohort_telling", rest, (code,))


def list_plafondregels(snapshot: Snapshot | None) -> tuple[Plafondregel, ...]:
    """The versions of the rule for the reserve, the oldest first."""
    return fetch(snapshot, Plafondregel, "dim_spuk_plafond", "order by geldig_vanaf_jaar, regelversie")
