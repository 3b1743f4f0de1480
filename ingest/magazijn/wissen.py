"""Erase for real: a deleted row stays readable in the database file until the file is written anew."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.fouten import IngestFout
from ingest.magazijn.laden import open_warehouse


def herschrijf_magazijn(pad: Path) -> None:
    """Copy the raw tables to a new file and put it in place of the old one, in one step.

    What a build made is left out: the next build makes it again, from what is left. The caller holds the write lock.
    """
    nieuw = pad.with_name(f".{pad.stem}-nieuw.duckdb")
    _ruim_weg(nieuw)
    try:
        with open_warehouse(nieuw) as verbinding:
            verbinding.execute(f"attach '{str(pad).replace(chr(39), chr(39) * 2)}' as oud (read_only)")
            nu, toen = _kolommen(verbinding, "current_database()"), _kolommen(verbinding, "'oud'")
            for tabel, kolommen in toen.items():
                samen = ", ".join(f'"{k}"' for k in kolommen if k in nu.get(tabel, kolommen))
                maak = f'insert into raw."{tabel}" by name' if tabel in nu else f'create table raw."{tabel}" as'
                verbinding.execute(f'{maak} select {samen} from oud.raw."{tabel}"')
            verbinding.execute("detach oud")
            verbinding.execute("checkpoint")
        nieuw.replace(pad)
    except (duckdb.Error, OSError):
        raise IngestFout(
            "De gegevens zijn uit het magazijn gehaald, maar het oude bestand kon niet worden overschreven; er kunnen "
            "nog resten in staan. Controleer de schijfruimte en geef de opdracht opnieuw."
        ) from None
    finally:
        _ruim_weg(nieuw)
    pad.with_name(f"{pad.name}.wal").unlink(missing_ok=True)


def _kolommen(verbinding: duckdb.DuckDBPyConnection, database: str) -> dict[str, list[str]]:
    """The raw tables with their columns; a column that is no longer stored is left behind."""
    uit: dict[str, list[str]] = {}
    for tabel, kolom in verbinding.execute(
        f"select table_name, column_name from duckdb_columns() where database_name = {database} "
        "and schema_name = 'raw' order by table_name, column_index"
    ).fetchall():
        uit.setdefault(tabel, []).append(kolom)
    return uit


def _ruim_weg(pad: Path) -> None:
    for bestand in (pad, pad.with_name(f"{pad.name}.wal")):
        bestand.unlink(missing_ok=True)
