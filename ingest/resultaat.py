"""What became of one delivered file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.privacy.bsn import mask_tekst

Status = Literal["ingelezen", "al_ingelezen", "deels", "afgekeurd"]


@dataclass(frozen=True)
class Resultaat:
    """What became of one file. `rijen_*` count table rows; `meldingen` are Dutch sentences for the deliverer."""

    bestand: str
    herkend_als: tuple[str, ...]
    status: Status
    rijen_goed: int
    rijen_afgekeurd: int
    afgekeurd_pad: Path | None
    meldingen: tuple[str, ...]
    levering_id: str


def geweigerd(pad: Path, melding: str, levering_id: str = "", herkend_als: tuple[str, ...] = ()) -> Resultaat:
    """A file of which nothing is read."""
    return Resultaat(
        mask_tekst(pad.name or str(pad)), herkend_als, "afgekeurd", 0, 0, None, (melding,), levering_id
    )  # fmt: skip
