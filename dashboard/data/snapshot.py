"""Which snapshot is being served: the file that `current.json` points at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rekenkamer.instellingen import load_instellingen


@dataclass(frozen=True)
class Snapshot:
    """One published, immutable file; all keys of the cache start with its id."""

    snapshot_id: str
    pad: Path
    gemaakt_op: str = ""

    def has_content_of(self, ander_id: str) -> bool:
        """Whether another snapshot holds the same figures and rules: the third part of its id is their fingerprint."""
        eigen, ander = self.snapshot_id.split("-"), ander_id.split("-")
        return self.snapshot_id == ander_id or (len(eigen) >= 3 and eigen[2:3] == ander[2:3])


def load_snapshot() -> Snapshot | None:
    """Read the pointer; None when nothing is published or the file is gone.

    Called once per page run, so that one page never mixes two snapshots and a
    new one is picked up at the next run.
    """
    instellingen = load_instellingen()
    try:
        pointer = json.loads(instellingen.pointer_pad.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    pad = instellingen.published_map / str(pointer.get("bestand", ""))
    if not pad.is_file():
        return None
    return Snapshot(
        snapshot_id=str(pointer.get("snapshot_id", pad.stem)),
        pad=pad,
        gemaakt_op=str(pointer.get("gemaakt_op", "")),
    )
