"""One real run of the whole chain, shared by every test that needs a warehouse or a snapshot.

The workers of `make test` share it too: the first that asks builds, the other waits for it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from rekenkamer.bouwen import BOUW, Bouwuitslag, run_dbt
from rekenkamer.instellingen import PROJECT_MAP, Instellingen
from rekenkamer.publiceren import Snapshot, publish, read_pointer

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order of the files, which the workers take one by one: what takes longest first, so that none is left alone.

    One worker begins with the build that all share (`keten`), the other with warehouses of its own, so that it does
    not wait.
    """
    deelt = {item.path for item in items if "keten" in getattr(item, "fixturenames", ())}

    def plaats(item: pytest.Item) -> int:
        if item.path.name == "test_nieuwe_gegevens.py":
            return 0
        if "warehouse" in item.path.parts:
            return 2 if item.path in deelt else 1
        return 3 if "browser" in item.path.parts else 4

    items.sort(key=plaats)


@dataclass(frozen=True)
class Keten:
    """Result of inlezen, bouwen and publiceren; only paths, so that every worker can have it."""

    instellingen: Instellingen
    snapshot: Snapshot

    @property
    def manifest(self) -> dict:
        """dbt's manifest of this build."""
        pad = self.instellingen.warehouse_pad.parent / "dbt" / "target" / "manifest.json"
        return json.loads(pad.read_text(encoding="utf-8"))


GELEZEN: dict[Path, bytes] = {}


def bouw_snel(instellingen: Instellingen, args: tuple[str, ...] = BOUW) -> Bouwuitslag:
    """A whole build, in which dbt reads its project once in this process instead of once per data map (2 seconds).

    dbt itself reads again what it kept only when the path of the warehouse is the same. A copy of the project is
    always read.
    """
    if instellingen.project_map != PROJECT_MAP:
        return run_dbt(instellingen, args)
    if PROJECT_MAP in GELEZEN:
        from dbt.contracts.graph.manifest import Manifest

        return run_dbt(instellingen, args, Manifest.from_msgpack(GELEZEN[PROJECT_MAP]))
    uitslag = run_dbt(instellingen, args)
    if uitslag.gelukt:
        GELEZEN[PROJECT_MAP] = (uitslag.manifest_pad.parent / "partial_parse.msgpack").read_bytes()
    return uitslag


def run_keten(data_map: Path, leveringen: list[Path], args: tuple[str, ...] = BOUW) -> Keten:
    """Read, build and publish into `data_map`, in this process."""
    from ingest.inlezen import inlezen

    instellingen = Instellingen(data_map=data_map)
    if leveringen:
        inlezen(leveringen, instellingen.warehouse_pad, instellingen.afgekeurd_map)
    bouw = bouw_snel(instellingen, args)
    assert bouw.gelukt, bouw.fouten
    return Keten(instellingen, publish(instellingen, bouw.manifest_pad))


def deel_keten(
    tmp_path_factory: pytest.TempPathFactory, naam: str, leveringen: list[Path], args: tuple[str, ...] = BOUW
) -> Keten:
    """`run_keten` once for all workers of this run (pytest-xdist); nobody may write into its folder.

    The folder is there once somebody began, the pointer to the snapshot once it was published.
    """
    map_ = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # then this folder is of one worker, and the one around it of the run
        map_ = map_.parent
    instellingen = Instellingen(data_map=map_ / naam)
    with FileLock(map_ / f"{naam}.lock"):
        if not instellingen.data_map.exists():
            instellingen.data_map.mkdir()
            return run_keten(instellingen.data_map, leveringen, args)
    snapshot = read_pointer(instellingen)
    if snapshot is None:
        pytest.fail(f"De gedeelde bouw '{naam}' is in een andere werker mislukt; de reden staat bij de test daar.")
    return Keten(instellingen, snapshot)


@pytest.fixture(scope="session", autouse=True)
def proefsleutel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A key for pseudonyms of this run: no test reads or writes the key of a user."""
    pad = tmp_path_factory.mktemp("sleutel") / "eigen" / "proef.sleutel"
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("REKENKAMER_SLEUTEL", str(pad))
        yield pad


@pytest.fixture(scope="session")
def keten(tmp_path_factory: pytest.TempPathFactory) -> Keten:
    """The shipped deliveries, read, built with dbt's unit tests, and published."""
    return deel_keten(tmp_path_factory, "keten", [Instellingen(data_map=Path()).voorbeeld_map], ("build",))


@pytest.fixture(scope="session")
def lege_keten(tmp_path_factory: pytest.TempPathFactory) -> Keten:
    """A warehouse in which nothing was read yet, built and published."""
    return deel_keten(tmp_path_factory, "lege_keten", [])


@pytest.fixture(scope="session")
def snapshot_map(keten: Keten, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a published snapshot of the shipped deliveries, for the dashboard alone.

    A copy: pages under AppTest keep the snapshot attached in this process, and DuckDB does not open one file in
    two ways.
    """
    return copy_data_map(keten, tmp_path_factory)


@pytest.fixture(scope="session")
def lege_snapshot_map(lege_keten: Keten, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a published snapshot of an empty warehouse, for the dashboard alone."""
    return copy_data_map(lege_keten, tmp_path_factory)


def copy_data_map(keten: Keten, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything a run left behind, under another path."""
    doel = tmp_path_factory.mktemp("dashboard") / "data"
    shutil.copytree(keten.instellingen.data_map, doel)
    return doel


@pytest.fixture(scope="session")
def rapport_csv() -> Path:
    """The report's tables as checked CSVs; only beside a checkout that has them."""
    map_ = SHARED / "data" / "rekenkamer-wvolv-2025"
    if not map_.is_dir():
        pytest.skip(f"OVERGESLAGEN: {map_} is er niet; de vergelijking met de rapporttabellen is niet gedaan.")
    return map_
