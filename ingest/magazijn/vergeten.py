"""Withdraw one delivery: everything it put in raw goes, the logbook keeps that it was there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.magazijn.laden import open_warehouse, transactie
from ingest.magazijn.leveringen import kies_levering
from ingest.magazijn.logboek import noteer
from ingest.magazijn.wissen import herschrijf_magazijn
from ingest.privacy.bsn import mask_tekst

_GEEN_RIJEN = ("levering", "levering_kolom", "persoon_koppeling")


@dataclass(frozen=True)
class Vergeten:
    """What was withdrawn; `rijen_aantal` counts the cells and records of the delivery."""

    levering_id: str
    bestand: str
    rijen_aantal: int


def vergeet_levering(warehouse_pad: Path, gezocht: str, afgekeurd_map: Path, reden: str | None = None) -> Vergeten:
    """Remove one delivery from every raw table and from the file itself, with its file of refused rows.

    Reading the file again brings it back, in the place it had. Raises IngestFout when `gezocht` does not point at one
    delivery. The caller holds the write lock.
    """
    with open_warehouse(warehouse_pad) as verbinding:
        levering_id, bestand, bron = kies_levering(verbinding, gezocht)
        plaats = verbinding.execute(
            "select volgnummer from raw.levering where levering_id = ?", [levering_id]
        ).fetchone()
        aantal = 0
        with transactie(verbinding, bestand):
            for tabel in raw_tabellen(verbinding, "levering_id"):
                weg = verbinding.execute(f'delete from raw."{tabel}" where levering_id = ?', [levering_id]).fetchone()
                aantal += int(weg[0]) if weg and tabel not in _GEEN_RIJEN else 0
            noteer(verbinding, "vergeten", bestand, levering_id, bron, aantal, reden and mask_tekst(reden),
                   plaats[0] if plaats else None)  # fmt: skip
    herschrijf_magazijn(warehouse_pad)
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
