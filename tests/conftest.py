"""One real run of the whole chain, shared by every test that needs a warehouse or a snapshot."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rekenkamer.bouwen import BOUW, Bouwuitslag, run_dbt
from rekenkamer.instellingen import PROJECT_MAP, Instellingen
from rekenkamer.publiceren import Snapshot, publish

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that build first: they take longest, and two workers should not wait for one of them at the end."""
    items.sort(key=lambda item: (f"{item.path}".find("nieuwe_gegevens") < 0, "warehouse" not in item.path.parts))


@dataclass(frozen=True)
class Keten:
    """Result of inlezen, bouwen and publiceren on the shipped deliveries."""

    instellingen: Instellingen
    bouw: Bouwuitslag
    snapshot: Snapshot

    @property
    def manifest(self) -> dict:
        """dbt's manifest of this build."""
        return json.loads(self.bouw.manifest_pad.read_text(encoding="utf-8"))


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
    return Keten(instellingen, bouw, publish(instellingen, bouw.manifest_pad))


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
    map_ = tmp_path_factory.mktemp("keten")
    return run_keten(map_, [Instellingen(data_map=map_).voorbeeld_map], ("build",))


@pytest.fixture(scope="session")
def lege_keten(tmp_path_factory: pytest.TempPathFactory) -> Keten:
    """A warehouse in which nothing was read yet, built and published."""
    return run_keten(tmp_path_factory.mktemp("lege_keten"), [])


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
