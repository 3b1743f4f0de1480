"""Which deliveries came when, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from ingest.fouten import IngestFout

_MIN_ID = 4
_LIJST = """
select levering_id, bestand, bron, layouts, peildatum, ontvangen_op, rijen_goed_aantal, rijen_afgekeurd_aantal,
       case when rijen_afgekeurd_aantal > 0 then 'deels ingelezen' else 'ingelezen' end as status,
       cast(null as varchar) as reden, volgnummer
from raw.levering
union all
select coalesce(levering_id, ''), bestand, coalesce(bron, ''), null, null, gebeurd_op,
       case when handeling = 'geweigerd' then 0 else rijen_aantal end,
       case when handeling = 'geweigerd' then rijen_aantal end, handeling, reden, null
from raw.logboek
order by ontvangen_op, volgnummer nulls last
"""


@dataclass(frozen=True)
class Leveringsregel:
    """One line of the list. For a refused or forgotten delivery `ontvangen_op` is the moment that this happened."""

    levering_id: str
    bestand: str
    bron: str
    indelingen: str | None
    peildatum: date | None
    ontvangen_op: datetime
    rijen_goed: int | None
    rijen_afgekeurd: int | None
    status: str
    reden: str | None
    cijfers_in_gebruik: int | None = None
    cijfers: int | None = None


def list_leveringen(verbinding: duckdb.DuckDBPyConnection) -> list[Leveringsregel]:
    """Every delivery in order of arrival, with refusals and withdrawals; times are UTC.

    `cijfers_in_gebruik` of `cijfers` says how many of its figures were not superseded at the last build; both are
    None before a build and for deliveries of persons, which are counted and not shown one by one.
    """
    gebruik = _gebruik(verbinding)
    return [
        Leveringsregel(*rij[:10], *gebruik.get(rij[0], (None, None))) for rij in verbinding.execute(_LIJST).fetchall()
    ]


def _gebruik(verbinding: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    try:
        rijen = verbinding.execute(
            "select levering_id, count(*) filter (is_actueel), count(*) from marts.fct_waarneming group by levering_id"
        ).fetchall()
    except duckdb.Error:  # nothing was built yet
        return {}
    return {levering_id: (actueel, alle) for levering_id, actueel, alle in rijen}


def kies_levering(verbinding: duckdb.DuckDBPyConnection, gezocht: str) -> tuple[str, str, str]:
    """The one delivery (id, file, source) that an id, the first characters of an id or a file name points at.

    Raises IngestFout in Dutch when there is none or more than one.
    """
    rijen = verbinding.execute("select levering_id, bestand, bron from raw.levering order by volgnummer").fetchall()
    zoek = gezocht.strip()
    treffers = [r for r in rijen if r[1] == zoek or (len(zoek) >= _MIN_ID and r[0].startswith(zoek.lower()))]
    if not treffers:
        raise IngestFout(
            f"Er is geen ingelezen levering '{zoek}'. Geef de bestandsnaam of de eerste tekens van het kenmerk; "
            "'rekenkamer leveringen' toont beide."
        )
    if len(treffers) > 1:
        kenmerken = ", ".join(f"{r[0][:8]} ({r[1]})" for r in treffers)
        raise IngestFout(f"'{zoek}' past op meer leveringen: {kenmerken}. Geef het kenmerk van een van deze.")
    return treffers[0]
