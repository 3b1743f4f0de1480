"""Builds of the warehouse on small changes of the shipped deliveries, in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from rekenkamer.instellingen import PROJECT_MAP, Instellingen
from tests.conftest import Keten, bouw_snel

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


@pytest.fixture(scope="module")
def bouw_met(keten: Keten, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Vraag]]:
    """Build a copy of the warehouse after a change of raw, optionally with another dbt project; returns a question.

    Every call is a whole build of many seconds: put changes that leave each other alone into one, in a fixture of the
    module.
    """
    verbindingen: list[duckdb.DuckDBPyConnection] = []

    def bouw(wijzig: Callable[[duckdb.DuckDBPyConnection], None], project_map: Path = PROJECT_MAP) -> Vraag:
        instellingen = Instellingen(data_map=tmp_path_factory.mktemp("bouw"), project_map=project_map)
        instellingen.warehouse_pad.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(keten.instellingen.warehouse_pad, instellingen.warehouse_pad)
        with duckdb.connect(str(instellingen.warehouse_pad)) as con:
            wijzig(con)
        uitslag = bouw_snel(instellingen)
        assert uitslag.gelukt, uitslag.fouten
        con = duckdb.connect(str(instellingen.warehouse_pad), read_only=True)
        verbindingen.append(con)
        return open_vraag(con)

    yield bouw
    for con in verbindingen:
        con.close()
