"""Shared fixtures: an empty warehouse, one loaded with the shipped deliveries, and small file makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter

from ingest.inlezen import Resultaat, inlezen

PROJECT = Path(__file__).resolve().parents[3]
LEVERINGEN = PROJECT / "voorbeeld" / "leveringen"


class Magazijn:
    """A warehouse in a temporary folder, with a short way to read and to ask."""

    def __init__(self, map_: Path) -> None:
        self.pad = map_ / "build" / "warehouse.duckdb"
        self.afgekeurd = map_ / "afgekeurd"

    def lees(self, *paden: Path, **opties: Any) -> list[Resultaat]:
        """Read deliveries into this warehouse."""
        return inlezen(list(paden), self.pad, self.afgekeurd, **opties)

    def vraag(self, sql: str, *waarden: Any) -> list[tuple[Any, ...]]:
        """Ask the warehouse."""
        with duckdb.connect(str(self.pad), read_only=True) as verbinding:
            return verbinding.execute(sql, list(waarden)).fetchall()


@pytest.fixture
def magazijn(tmp_path: Path) -> Magazijn:
    """An empty warehouse."""
    return Magazijn(tmp_path / "data")


@pytest.fixture(scope="session")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Magazijn]:
    """A warehouse with the shipped deliveries; read only."""
    magazijn = Magazijn(tmp_path_factory.mktemp("gevuld"))
    magazijn.resultaten = magazijn.lees(LEVERINGEN)  # type: ignore[attr-defined]
    yield magazijn


@pytest.fixture
def maak_werkboek(tmp_path: Path) -> Callable[..., Path]:
    """Write rows to a workbook: `maak_werkboek('naam.xlsx', Blad1=[[...], ...])`."""

    def maak(naam: str, **bladen: list[list[Any]]) -> Path:
        pad = tmp_path / naam
        with xlsxwriter.Workbook(str(pad)) as boek:
            for bladnaam, rijen in bladen.items():
                blad = boek.add_worksheet(bladnaam.replace("_", " "))
                for r, rij in enumerate(rijen):
                    for k, cel in enumerate(rij):
                        if isinstance(cel, str):
                            blad.write_string(r, k, cel)
                        elif cel is not None:
                            blad.write_number(r, k, cel)
        return pad

    return maak


@pytest.fixture
def maak_csv(tmp_path: Path) -> Callable[..., Path]:
    """Write text to a file in a chosen encoding."""

    def maak(naam: str, tekst: str, codering: str = "utf-8") -> Path:
        pad = tmp_path / naam
        pad.write_bytes(tekst.encode(codering))
        return pad

    return maak
