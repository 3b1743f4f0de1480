"""A batch of rows on its way in: columns of prints, the row numbers, and rows that did not fit the header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import polars as pl

from ingest.records.kop import RecordKop
from ingest.records.ruw import Ruw


@dataclass
class Scheef:
    """A row that can't be split over the columns: another number of them than the header, or another `reden`."""

    rij: int
    aantal: int
    eerste: str
    reden: str = ""
    doe: str = ""
    regel: str = "verkeerd aantal kolommen"


@dataclass
class Stuk:
    """`kolommen`: 0-based index of the file -> prints. `rijen`: 1-based row in the file (Int32)."""

    kolommen: dict[int, Ruw]
    rijen: pl.Series
    scheef: list[Scheef] = field(default_factory=list)


@dataclass
class Recordblad:
    """One sheet with a recognised header. `stukken` starts reading anew each time it is called.

    `letters` says that columns are named by letter (a workbook) instead of by their header. `losse_waarden` are rows
    of the beginning of the sheet, to see what columns hold that are not stored.
    """

    kop: RecordKop
    blad: str | None
    letters: bool
    stukken: Callable[[], Iterator[Stuk]]
    begin: list[list[str]]
    meldingen: list[str] = field(default_factory=list)
