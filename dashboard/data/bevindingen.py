"""Findings: every place where the delivered figures disagree or something is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

ERNSTVOLGORDE = "list_position(['hoog', 'middel', 'laag'], ernst)"


class Bevinding(NamedTuple):
    """One finding: printed, recomputed, the difference and what it means."""

    bevinding_id: str
    controle_code: str
    soort: str
    ernst: str
    onderwerp: str
    indicator_code: str | None
    tabel: str | None
    gemeentecode: str | None
    gemeentenaam: str | None
    deelnemers: str | None
    jaar: int | None
    periode: str | None
    gedrukt: Decimal | None
    herrekend: Decimal | None
    verschil: Decimal | None
    eenheid: str | None
    toelichting: str
    verklaring: str | None
    status: str
    bron_id: str | None
    vindplaats: str | None


RAAKT = "(gemeentecode = ? or list_contains(string_split(deelnemers, '|'), ?))"


def list_bevindingen(snapshot: Snapshot | None, code: str | None = None) -> tuple[Bevinding, ...]:
    """All findings, or those on one gemeente and on the groups it is in; the weightiest first."""
    eigen = f"where {RAAKT}" if code else ""
    rest = f"{eigen} order by {ERNSTVOLGORDE}, onderwerp, gemeentenaam nulls first, jaar, bevinding_id"
    return fetch(snapshot, Bevinding, "fct_bevinding", rest, (code, code) if code else ())


def list_van_onderwerp(
    snapshot: Snapshot | None, onderwerpen: tuple[str, ...], code: str | None
) -> tuple[Bevinding, ...]:
    """Findings on these subjects, the weightiest first; with a gemeente chosen, its own before those of the group."""
    plaatsen = ", ".join("?" for _ in onderwerpen)
    eigen = f"and {RAAKT}" if code else ""
    volgorde = f"{ERNSTVOLGORDE}, gemeentecode is null, gemeentenaam, jaar desc nulls last"
    volgorde = f"{volgorde}, onderwerp, indicator_code, bevinding_id"
    rest = f"where onderwerp in ({plaatsen}) {eigen} order by {volgorde}"
    parameters = (*onderwerpen, code, code) if code else onderwerpen
    return fetch(snapshot, Bevinding, "fct_bevinding", rest, parameters)


def list_niet_geleverd(snapshot: Snapshot | None, onderwerpen: tuple[str, ...]) -> tuple[Bevinding, ...]:
    """What a gemeente should have delivered on these subjects and did not, for every gemeente."""
    plaatsen = ", ".join("?" for _ in onderwerpen)
    rest = f"where controle_code = 'niet_geleverd' and onderwerp in ({plaatsen}) order by onderwerp, indicator_code"
    return fetch(snapshot, Bevinding, "fct_bevinding", rest, onderwerpen)
