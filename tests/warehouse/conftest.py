"""Builds of the warehouse on small changes of the shipped deliveries, in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from rekenkamer.bouwen import run_dbt
from rekenkamer.instellingen import Instellingen
from tests.conftest import Keten

Vraag = Callable[..., list[tuple[Any, ...]]]


def open_vraag(con: duckdb.DuckDBPyConnection) -> Vraag:
    def vraag(sql: str, *waarden: Any) -> list[tuple[Any, ...]]:
        return con.execute(sql, list(waarden)).fetchall()

    return vraag


@pytest.fixture(scope="session")
def vraag(keten: Keten) -> Iterator[Vraag]:
    """Ask the published snapshot of the shipped deliveries."""
    with duckdb.connect(str(keten.snapshot.pad), read_only=True) as con:
        yield open_vraag(con)


@pytest.fixture
def bouw_met(keten: Keten, tmp_path: Path) -> Callable[..., Vraag]:
    """Build a copy of the warehouse after a change of raw, optionally with another dbt project; returns a question."""
    verbindingen: list[duckdb.DuckDBPyConnection] = []

    def bouw(wijzig: Callable[[duckdb.DuckDBPyConnection], None], project_map: Path | None = None) -> Vraag:
        instellingen = Instellingen(data_map=tmp_path / "data")
        if project_map is not None:
            instellingen = Instellingen(data_map=tmp_path / "data", project_map=project_map)
        instellingen.warehouse_pad.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(keten.instellingen.warehouse_pad, instellingen.warehouse_pad)
        with duckdb.connect(str(instellingen.warehouse_pad)) as con:
            wijzig(con)
        uitslag = run_dbt(instellingen)
        assert uitslag.gelukt, uitslag.fouten
        con = duckdb.connect(str(instellingen.warehouse_pad), read_only=True)
        verbindingen.append(con)
        return open_vraag(con)

    yield bouw
    for con in verbindingen:
        con.close()
