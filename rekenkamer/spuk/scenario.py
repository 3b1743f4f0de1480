"""Which assumptions a calculation makes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

KEUZES = {
    "gedrukt_definitief": ("geloofd", "als_betaald"),
    "definitief_raming": ("gelijk_aan_betaald", "ingelopen", "telling"),
    "besteding": ("geleverd", "peiljaar", "minstens_peiljaar"),
}


@dataclass(frozen=True)
class Scenario:
    """The choices of one calculation; beginreserve is in euro on 1 January of beginjaar and may be negative.

    `definitief_raming` `ingelopen` is as `gelijk_aan_betaald` until the ministry divides a national budget; from then
    on as `telling`, because everybody housed no longer means everything granted.
    """

    code: str
    gedrukt_definitief: str
    definitief_raming: str
    besteding: str
    peiljaar: int
    participatie_telt_mee: bool
    beginjaar: int
    beginreserve: Decimal
    nieuw_plafond_vanaf: int | None
