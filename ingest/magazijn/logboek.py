"""The logbook: what happened to deliveries that are not (or no longer) in the warehouse."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import duckdb

Handeling = Literal["geweigerd", "vergeten", "verlopen"]


def noteer(
    verbinding: duckdb.DuckDBPyConnection,
    handeling: Handeling,
    bestand: str,
    levering_id: str | None = None,
    bron: str | None = None,
    rijen_aantal: int | None = None,
    reden: str | None = None,
) -> None:
    """Add one line to raw.logboek. Never a personal number or name: the texts are masked before they come here."""
    verbinding.execute(
        "insert into raw.logboek (volgnummer, gebeurd_op, handeling, levering_id, bestand, bron, rijen_aantal, reden) "
        "values ((select coalesce(max(volgnummer), 0) + 1 from raw.logboek), ?, ?, ?, ?, ?, ?, ?)",
        [datetime.now(UTC).replace(tzinfo=None), handeling, levering_id, bestand, bron, rijen_aantal, reden],
    )
