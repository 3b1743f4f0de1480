"""What a record reader hands over for one sheet, or for one batch of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from ingest.cel import Afkeuring


@dataclass
class RecordLezing:
    """Typed rows of one layout.

    frame: typed columns of raw.<layout> with `blad` (String) and `rij` (Int32), without levering_id; the loader fills
    columns that are not there with null. kolommen: column -> header text, only those really delivered.
    afgekeurd_extra: rejected rows beyond the ones that are listed. koppelingen: ander_id and pseudo_id of one person.
    """

    layout: str
    frame: pl.DataFrame
    kolommen: dict[str, str] = field(default_factory=dict)
    afkeuringen: list[Afkeuring] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    afgekeurd_extra: int = 0
    koppelingen: pl.DataFrame | None = None

    @property
    def rijen_goed(self) -> int:
        """Number of accepted rows."""
        return self.frame.height

    @property
    def rijen_afgekeurd(self) -> int:
        """Number of rejected rows (or sheets)."""
        return len({a.plek() for a in self.afkeuringen}) + self.afgekeurd_extra
