"""Read the findings of a snapshot for the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb


class OnbekendeGemeente(Exception):
    """The gemeente is not in this snapshot; the message is for the user."""


def list_bevindingen(snapshot: Path, gemeente: str | None) -> list[dict[str, Any]]:
    """All findings, or those of one gemeente (name or GM code), worst first.

    Raises:
        OnbekendeGemeente: no such gemeente in this snapshot.
    """
    with duckdb.connect(str(snapshot), read_only=True) as con:
        code = _find_code(con, gemeente) if gemeente else None
        cursor = con.execute(
            "select * from marts.fct_bevinding where ?::varchar is null or gemeentecode = ?::varchar "
            "order by case ernst when 'hoog' then 1 when 'middel' then 2 else 3 end, "
            "gemeentenaam, periode, soort, bevinding_id",
            [code, code],
        )
        kolommen = [kolom[0] for kolom in cursor.description]
        return [dict(zip(kolommen, rij, strict=True)) for rij in cursor.fetchall()]


def _find_code(con: duckdb.DuckDBPyConnection, gemeente: str) -> str:
    rijen = con.execute("select distinct gemeentecode, gemeentenaam from marts.dim_gemeente order by 2").fetchall()
    for code, naam in rijen:
        if gemeente.strip().casefold() in (code.casefold(), naam.casefold()):
            return str(code)
    namen = ", ".join(naam for _, naam in rijen)
    raise OnbekendeGemeente(f"De gemeente '{gemeente}' komt in deze snapshot niet voor. Wel: {namen}.")
