"""Withdraw one delivery: everything it put in raw goes, the logbook keeps that it was there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.magazijn.leveringen import kies_levering
from ingest.magazijn.logboek import noteer
from ingest.privacy.bsn import mask_tekst


@dataclass(frozen=True)
class Vergeten:
    """What was withdrawn; `rijen_aantal` counts the cells and records of the delivery."""

    levering_id: str
    bestand: str
    rijen_aantal: int


def vergeet_levering(
    verbinding: duckdb.DuckDBPyConnection, gezocht: str, afgekeurd_map: Path, reden: str | None = None
) -> Vergeten:
    """Remove one delivery from every raw table, in one transaction, and its file with refused rows.

    Reading the file again brings it back. Raises IngestFout when `gezocht` does not point at one delivery.
    """
    levering_id, bestand, bron = kies_levering(verbinding, gezocht)
    verbinding.execute("begin transaction")
    try:
        aantal = 0
        for tabel in raw_tabellen(verbinding, "levering_id"):
            weg = verbinding.execute(f'delete from raw."{tabel}" where levering_id = ?', [levering_id]).fetchone()
            aantal += int(weg[0]) if weg and tabel not in ("levering", "levering_kolom") else 0
        noteer(verbinding, "vergeten", bestand, levering_id, bron, aantal, reden and mask_tekst(reden))
        verbinding.execute("commit")
    except BaseException:
        verbinding.execute("rollback")
        raise
    ruim_op(verbinding)
    for pad in afgekeurd_map.glob(f"*.{levering_id[:8]}.xlsx"):
        pad.unlink(missing_ok=True)
    return Vergeten(levering_id, bestand, aantal)


def raw_tabellen(verbinding: duckdb.DuckDBPyConnection, kolom: str) -> list[str]:
    """Every raw table with this column, except the logbook."""
    rijen = verbinding.execute(
        "select table_name from information_schema.columns where table_schema = 'raw' and column_name = ? "
        "and table_name <> 'logboek' order by 1",
        [kolom],
    ).fetchall()
    return [naam for (naam,) in rijen]


def ruim_op(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Drop what a build derived from person rows (the next build makes it again) and free the space on disk."""
    rijen = verbinding.execute(
        "select t.schema_name, t.table_name from duckdb_tables() as t "
        "inner join duckdb_columns() as c using (database_name, schema_name, table_name) "
        "where c.column_name = 'pseudo_id' and t.schema_name <> 'raw' and t.database_name = current_database()"
    ).fetchall()
    for schema, tabel in rijen:
        verbinding.execute(f'drop table "{schema}"."{tabel}"')
    verbinding.execute("checkpoint")
