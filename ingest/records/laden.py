"""The raw tables of records: made from the layouts, filled batch by batch inside one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import duckdb
import polars as pl

from ingest.records.koppeling import schrijf_koppelingen
from ingest.records.layout import SQL_SOORT, RecordLayout, record_layout, record_layouts
from ingest.records.lezing import RecordLezing

_GEHEUGEN_MB = 128
_EXTRA_LEVERING = {"layouts": "varchar", "gemeenten": "varchar", "sleutel_kenmerk": "varchar"}
_VAST = """
create table if not exists raw.levering_kolom (
    levering_id varchar not null, layout varchar not null, kolom varchar not null, kop varchar
);
create table if not exists raw.persoon_koppeling (
    levering_id varchar not null, ander_id varchar not null, pseudo_id varchar not null
);
create table if not exists raw.logboek (
    volgnummer bigint not null, gebeurd_op timestamp not null, handeling varchar not null, levering_id varchar,
    bestand varchar, bron varchar, rijen_aantal bigint, reden varchar
);
alter table raw.logboek add column if not exists plaats bigint;
create table if not exists raw.persoon_koppeling (levering_id varchar not null, ander_id varchar, pseudo_id varchar);
"""


def maak_tabellen(con: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of every record layout; a warehouse of an earlier version gets the columns it misses."""
    con.execute(_VAST)
    for kolom, soort in _EXTRA_LEVERING.items():
        con.execute(f"alter table raw.levering add column if not exists {kolom} {soort}")
    aanwezig = _aanwezig(con)
    for layout in record_layouts():
        if layout.layout not in aanwezig:
            con.execute(_ddl(layout))
            continue
        for naam in _vervallen(layout, aanwezig[layout.layout]):
            con.execute(f"alter table raw.{layout.layout} drop column {naam}")
        for k in layout.opgeslagen:
            if k.naam not in aanwezig[layout.layout]:
                con.execute(f"alter table raw.{layout.layout} add column {k.naam} {SQL_SOORT[k.soort]}")


def _vervallen(layout: RecordLayout, aanwezig: set[str]) -> list[str]:
    """Columns about persons that an earlier version stored and that are only read over now."""
    weg = {k.naam for k in layout.kolommen if not k.opgeslagen} & aanwezig
    return sorted(weg) if layout.persoonsgegevens else []


def _aanwezig(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    uit: dict[str, set[str]] = {}
    for tabel, kolom in con.execute(
        "select table_name, column_name from information_schema.columns where table_schema = 'raw'"
    ).fetchall():
        uit.setdefault(tabel, set()).add(kolom)
    return uit


def _ddl(layout: RecordLayout) -> str:
    kolommen = ", ".join(f"{k.naam} {SQL_SOORT[k.soort]}" for k in layout.opgeslagen)
    return f"create table raw.{layout.layout} (levering_id varchar not null, blad varchar, rij integer, {kolommen})"


def schrijf_rijen(con: duckdb.DuckDBPyConnection, levering_id: str, lezing: RecordLezing) -> None:
    """Append one batch to raw.<layout>; the caller holds the transaction."""
    if not lezing.frame.height:
        return
    schrijf_koppelingen(con, levering_id, lezing.koppelingen)
    bekend = {k.naam for k in record_layout(lezing.layout).opgeslagen} | {"blad", "rij"}
    kolommen = [k for k in lezing.frame.columns if k in bekend]
    namen = ", ".join(kolommen)
    # DuckDB finds this by its name; what is registered would be kept in memory until the end of the transaction
    nieuwe_rijen = lezing.frame.select(pl.col(kolommen)).to_arrow()  # noqa: F841
    con.execute(
        f"insert into raw.{lezing.layout} (levering_id, {namen}) select ?, {namen} from nieuwe_rijen", [levering_id]
    )


@contextmanager
def zuinig(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """One thread and little memory while rows are appended: reading them needs the rest of the machine."""
    con.execute(f"set threads = 1; set memory_limit = '{_GEHEUGEN_MB}MB'")
    try:
        yield
    finally:
        con.execute("reset threads; reset memory_limit")


class Schrijver:
    """Appends batches in the order they come, while the next one is being read."""

    def __init__(self, con: duckdb.DuckDBPyConnection, levering_id: str) -> None:
        self._con, self._levering_id = con, levering_id
        self._werker = ThreadPoolExecutor(max_workers=1)
        self._bezig: Future[None] | None = None

    def __enter__(self) -> Schrijver:
        return self

    def __exit__(self, *_: object) -> None:
        self._werker.shutdown(wait=True)

    def schrijf(self, lezing: RecordLezing) -> None:
        """Start writing one batch, when the one before is done."""
        self.wacht()
        self._bezig = self._werker.submit(schrijf_rijen, self._con, self._levering_id, lezing)

    def wacht(self) -> None:
        """Return when everything is written; raises what went wrong."""
        if self._bezig is not None:
            self._bezig.result()
            self._bezig = None


def schrijf_kolommen(con: duckdb.DuckDBPyConnection, levering_id: str, layout: str, kolommen: dict[str, str]) -> None:
    """Write which columns a delivery really had, once per layout and column."""
    for kolom, kop in kolommen.items():
        con.execute(
            "insert into raw.levering_kolom select $1, $2, $3, $4 where not exists (from raw.levering_kolom "
            "where levering_id = $1 and layout = $2 and kolom = $3)",
            [levering_id, layout, kolom, kop],
        )
