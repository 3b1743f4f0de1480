"""A delivery while it is still rows in memory, so that an error can be put in a known place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Rij = list[Any]


@dataclass
class Tabel:
    """Rows on one sheet. `boven`: title rows above the header; `kop`: None for a sheet that is all rows."""

    kop: list[str] | None
    rijen: list[Rij]
    blad: str = ""
    boven: list[Rij] = field(default_factory=list)

    def rijnummer(self, index: int) -> int:
        """The 1-based row in the file of `rijen[index]`."""
        return len(self.boven) + (self.kop is not None) + index + 1

    def kolom(self, naam: str) -> int:
        """The place of a column by its heading."""
        assert self.kop is not None
        return self.kop.index(naam)

    def alle_rijen(self) -> list[Rij]:
        """Everything that is printed on the sheet."""
        return [*self.boven, *([list(self.kop)] if self.kop else []), *self.rijen]


@dataclass
class Levering:
    """One file. `vorm`: csv, xlsx or json (then `inhoud` is the document). `gemeente`: when rows do not say it."""

    bestand: str
    bron: str
    titel: str
    tabellen: list[Tabel] = field(default_factory=list)
    codering: str = "utf-8"
    scheiding: str = ";"
    inhoud: Any = None
    peildatum: date | None = None
    gemeente: str | None = None

    @property
    def tabel(self) -> Tabel:
        """The only (or first) table."""
        return self.tabellen[0]

    @property
    def vorm(self) -> str:
        """csv, xlsx, json or geojson: the extension."""
        return self.bestand.rsplit(".", 1)[-1]
