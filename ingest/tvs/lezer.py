"""TVS/COA rows: nothing depends on more than one column."""

from __future__ import annotations

from ingest.cel import Cel
from ingest.rij import Rij


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """A row without a peildatum gets the last day of its period, when that day is known."""
    for cel in cellen:
        cel.peildatum = cel.peildatum or cel.periode_tot_datum
    return cellen
