"""Publish: copy the marts to an immutable, dated snapshot file and move the pointer to it.

The dashboard never opens the warehouse: an open reader would block the next build, and a replaced
path keeps serving old data to a running process. So every snapshot has a name of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from rekenkamer.instellingen import Instellingen

SCHEMA = "marts"
LEESMOMENT = "ontvangen_op"  # when a file was read says nothing about what is in it


@dataclass(frozen=True)
class Snapshot:
    """A published snapshot: its id, its file and the moment it was made (UTC)."""

    snapshot_id: str
    pad: Path
    gemaakt_op: datetime


def publish(instellingen: Instellingen, manifest_pad: Path | None = None) -> Snapshot:
    """Write `<id>.intern.duckdb` with the marts and their descriptions, then move the pointer.

    Either everything is there or nothing: the file gets its name and the pointer its content with
    an atomic rename, so a reader sees the old snapshot or the new one, never half of one.
    """
    instellingen.published_map.mkdir(parents=True, exist_ok=True)
    gemaakt_op = datetime.now(UTC).replace(microsecond=0)
    tijdelijk = instellingen.published_map / f".wordt-gemaakt-{os.getpid()}.duckdb"
    tijdelijk.unlink(missing_ok=True)
    try:
        vingerafdruk = _copy_marts(instellingen.warehouse_pad, tijdelijk, _beschrijvingen(manifest_pad), gemaakt_op)
        snapshot_id = _free_id(instellingen.published_map, gemaakt_op, vingerafdruk)
        _set_id(tijdelijk, snapshot_id)
        doel = instellingen.published_map / f"{snapshot_id}.intern.duckdb"
        tijdelijk.chmod(0o444)
        tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)
    _move_pointer(instellingen.pointer_pad, snapshot_id, doel.name, gemaakt_op)
    return Snapshot(snapshot_id, doel, gemaakt_op)


def read_pointer(instellingen: Instellingen) -> Snapshot | None:
    """The newest snapshot, or None when nothing was published yet or the pointer can't be read."""
    try:
        inhoud = json.loads(instellingen.pointer_pad.read_text(encoding="utf-8"))
        pad = instellingen.published_map / inhoud["bestand"]
        snapshot = Snapshot(inhoud["snapshot_id"], pad, datetime.fromisoformat(inhoud["gemaakt_op"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return snapshot if pad.is_file() else None


def _copy_marts(warehouse: Path, doel: Path, kolommen: list[tuple[str, str, str]], gemaakt_op: datetime) -> str:
    with duckdb.connect(str(doel)) as con:
        con.execute(f"attach '{_sql(warehouse)}' as wh (read_only)")
        con.execute(f"create schema {SCHEMA}")
        tabellen = [
            rij[0]
            for rij in con.execute(
                "select table_name from information_schema.tables "
                "where table_catalog = 'wh' and table_schema = ? order by 1",
                [SCHEMA],
            ).fetchall()
        ]
        for tabel in tabellen:
            con.execute(f'create table {SCHEMA}."{tabel}" as select * from wh.{SCHEMA}."{tabel}" order by all')
        con.execute("create schema meta")
        con.execute("create table meta.snapshot (snapshot_id varchar, gemaakt_op timestamptz)")
        con.execute("insert into meta.snapshot values (null, ?)", [gemaakt_op])
        con.execute("create table meta.kolom (tabel varchar, kolom varchar, beschrijving varchar)")
        if kolommen:
            con.executemany("insert into meta.kolom values (?, ?, ?)", kolommen)
        con.execute("detach wh")
        return _fingerprint(con, tabellen)


def _fingerprint(con: duckdb.DuckDBPyConnection, tabellen: list[str]) -> str:
    """Eight characters that are the same for the same figures and rules, whenever they were read or built.

    Hashed row by row: a table as one text would take gigabytes for all gemeenten.
    """
    som = hashlib.sha256()
    for tabel in tabellen:
        som.update(tabel.encode())
        rijen = f"select columns(k -> k <> '{LEESMOMENT}') from {SCHEMA}.\"{tabel}\""
        sql = f"select sha256(string_agg(h, '' order by h)) from (select sha256(t::varchar) as h from ({rijen}) as t)"
        [(inhoud,)] = con.execute(sql).fetchall()
        som.update((inhoud or "").encode())
    return som.hexdigest()[:8]


def _set_id(pad: Path, snapshot_id: str) -> None:
    with duckdb.connect(str(pad)) as con:
        con.execute("update meta.snapshot set snapshot_id = ?", [snapshot_id])


def _free_id(map_: Path, gemaakt_op: datetime, vingerafdruk: str) -> str:
    basis = f"{gemaakt_op:%Y%m%d-%H%M%S}-{vingerafdruk}"
    kandidaat, nummer = basis, 1
    while (map_ / f"{kandidaat}.intern.duckdb").exists():
        nummer += 1
        kandidaat = f"{basis}-{nummer}"
    return kandidaat


def _move_pointer(pad: Path, snapshot_id: str, bestand: str, gemaakt_op: datetime) -> None:
    inhoud = {"snapshot_id": snapshot_id, "bestand": bestand, "gemaakt_op": gemaakt_op.isoformat()}
    tijdelijk = pad.with_suffix(f".{os.getpid()}.tmp")
    tijdelijk.write_text(json.dumps(inhoud, indent=2) + "\n", encoding="utf-8")
    tijdelijk.replace(pad)


def _beschrijvingen(manifest_pad: Path | None) -> list[tuple[str, str, str]]:
    if manifest_pad is None or not manifest_pad.exists():
        return []
    knopen = json.loads(manifest_pad.read_text(encoding="utf-8"))["nodes"].values()
    return [
        (knoop["name"], kolom["name"], kolom["description"])
        for knoop in knopen
        if knoop["resource_type"] == "model" and knoop["schema"] == SCHEMA
        for kolom in knoop["columns"].values()
    ]


def _sql(pad: Path) -> str:
    return str(pad).replace("'", "''")
