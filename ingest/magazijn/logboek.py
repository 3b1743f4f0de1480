"""The logbook: what happened to deliveries that are not (or no longer) in the warehouse."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import duckdb

_KENMERK = re.compile(r"\.([0-9a-f]{8})\.xlsx$")
Handeling = Literal["geweigerd", "vergeten", "verlopen"]


def noteer(
    verbinding: duckdb.DuckDBPyConnection,
    handeling: Handeling,
    bestand: str,
    levering_id: str | None = None,
    bron: str | None = None,
    rijen_aantal: int | None = None,
    reden: str | None = None,
    plaats: int | None = None,
) -> None:
    """Add one line to raw.logboek. Never a personal number or name: the texts are masked before they come here.

    `plaats` is the sequence number that a withdrawn delivery had, so that it gets it back when it is read again.
    """
    verbinding.execute(
        "insert into raw.logboek (volgnummer, gebeurd_op, handeling, levering_id, bestand, bron, rijen_aantal, reden, "
        "plaats) values ((select coalesce(max(volgnummer), 0) + 1 from raw.logboek), ?, ?, ?, ?, ?, ?, ?, ?)",
        [datetime.now(UTC).replace(tzinfo=None), handeling, levering_id, bestand, bron, rijen_aantal, reden, plaats],
    )


def verwijder_wezen(verbinding: duckdb.DuckDBPyConnection, afgekeurd_map: Path) -> None:
    """Remove files with refused rows of deliveries that nobody knows: a run was ended before it could finish."""
    rijen = verbinding.execute(
        "select levering_id from raw.levering union select levering_id from raw.logboek"
    ).fetchall()
    bekend = {levering_id[:8] for (levering_id,) in rijen if levering_id}
    for pad in afgekeurd_map.glob("*.xlsx"):
        if (m := _KENMERK.search(pad.name)) and m.group(1) not in bekend:
            pad.unlink(missing_ok=True)
