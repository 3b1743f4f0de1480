"""The workbook of a scenario, from sheets of plain text and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard.data.snapshot import Snapshot
from rekenkamer.rapport.scenario_uitvoer import Blad, Cel, Uitvoer, write_scenario


class Vel(NamedTuple):
    """One sheet: its name, headings, rows and one sentence."""

    naam: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[Cel]]
    toelichting: str = ""


def write_bestand(snapshot: Snapshot | None, titel: str, vellen: Iterable[Vel]) -> bytes:
    """XLSX with the mark on every sheet; dated by the snapshot, so the same scenario gives the same bytes."""
    bladen = tuple(Blad(v.naam, tuple(v.koppen), tuple(tuple(rij) for rij in v.rijen), v.toelichting) for v in vellen)
    return write_scenario(Uitvoer(titel, bladen, snapshot.gemaakt_op if snapshot else ""))
