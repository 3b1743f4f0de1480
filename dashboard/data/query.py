"""The only door to DuckDB: typed rows out of schema `marts`, cached per snapshot.

The fields of a row type are the select list, so a mart and the page that reads it
meet in one place. Rows are immutable and shared between readers.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import duckdb

from dashboard.data.snapshot import Snapshot

Rij = TypeVar("Rij", bound=NamedTuple)
Parameters = tuple[str | int | None, ...]


@lru_cache(maxsize=4)
def _connect(pad: Path) -> duckdb.DuckDBPyConnection:
    """One read-only connection per snapshot file; file names are never reused."""
    return duckdb.connect(str(pad), read_only=True, config={"enable_external_access": "false", "threads": "1"})


@lru_cache(maxsize=4)
def _kolommen(pad: Path) -> dict[str, frozenset[str]]:
    """Tables and columns that this snapshot holds: older ones may have fewer."""
    rijen = (
        _connect(pad)
        .cursor()
        .execute(
            "select table_name, column_name from information_schema.columns where table_schema = ?",
            ["marts"],
        )
        .fetchall()
    )
    tabellen: dict[str, set[str]] = {}
    for tabel, kolom in rijen:
        tabellen.setdefault(tabel, set()).add(kolom)
    return {tabel: frozenset(kolommen) for tabel, kolommen in tabellen.items()}


@lru_cache(maxsize=1024)
def _fetch(pad: Path, rij: Any, tabel: str, rest: str, parameters: Parameters) -> tuple[Any, ...]:
    kolommen = _kolommen(pad).get(tabel)
    if not kolommen:
        return ()
    velden = ", ".join(veld if veld in kolommen else f"null as {veld}" for veld in rij._fields)
    sql = f"select {velden} from marts.{tabel} {rest}"  # names come from this package only
    return tuple(rij._make(r) for r in _connect(pad).cursor().execute(sql, list(parameters)).fetchall())


def fetch(
    snapshot: Snapshot | None, rij: type[Rij], tabel: str, rest: str = "", parameters: Parameters = ()
) -> tuple[Rij, ...]:
    """Rows of one mart as `rij`, filtered and ordered by `rest` (`where … order by …`).

    Without a snapshot, or when the snapshot does not hold this mart, the answer is
    no rows. A column that an older snapshot lacks comes back as None.
    """
    if snapshot is None:
        return ()
    return _fetch(snapshot.pad, rij, tabel, rest, parameters)
