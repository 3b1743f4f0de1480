"""Build the warehouse with dbt, in this process, and say in Dutch what failed."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rekenkamer.instellingen import Instellingen

PAD_VARIABELE = "REKENKAMER_WAREHOUSE_PAD"
# what a build makes, and makes again: everything but `raw`
GEBOUWD = ("marts", "intermediate", "staging", "seeds")
# a model in Python refuses a rule with a ValueError in Dutch (rekenkamer.spuk)
EIGEN_WOORDEN = re.compile(r"^ValueError: (.+)$", re.MULTILINE)
MISLUKT = ("error", "fail", "runtime error", "partial success")


def count_leveringen(instellingen: Instellingen) -> int:
    """Number of deliveries in the warehouse; makes the (empty) raw tables when they are not there yet."""
    from ingest.magazijn.laden import open_warehouse

    with open_warehouse(instellingen.warehouse_pad) as con:
        rij = con.execute("select count(*) from raw.levering").fetchone()
    return int(rij[0]) if rij else 0


@dataclass(frozen=True)
class Bouwuitslag:
    """What a dbt build did: number of nodes, hard failures and warnings, each as `name: message`."""

    gelukt: bool
    stappen_aantal: int
    fouten: tuple[str, ...]
    waarschuwingen: tuple[str, ...]
    manifest_pad: Path
    logboek_pad: Path


# Unit tests check the SQL on made-up rows, whatever was delivered: they belong to the test suite, not to a build.
BOUW = ("build", "--exclude-resource-type", "unit_test")


def run_dbt(instellingen: Instellingen, args: Sequence[str] = BOUW, project: Any = None) -> Bouwuitslag:
    """Run dbt on the warehouse file.

    Nothing is written into the dbt project: compiled files and logs go to data/build/dbt. An empty warehouse
    builds too: every mart is there, without rows. `project` is the dbt project as dbt read it (its Manifest), for a
    caller that builds more than once in one process; a build changes it, so it serves once.
    """
    count_leveringen(instellingen)
    os.environ[PAD_VARIABELE] = str(instellingen.warehouse_pad)
    os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
    os.environ["DO_NOT_TRACK"] = "1"
    werkmap = instellingen.warehouse_pad.parent / "dbt"
    werkmap.mkdir(parents=True, exist_ok=True)
    try:
        with _rare_collections():
            uitkomst = _read_and_run(args, instellingen, werkmap, project)
    finally:
        _release_warehouse()
    return _describe(uitkomst, instellingen, werkmap)


def _read_and_run(args: Sequence[str], instellingen: Instellingen, werkmap: Path, project: Any) -> Any:
    """Read the project first: one that can't be read must leave the warehouse as it was."""
    from dbt.cli.main import dbtRunner  # takes seconds to import: only when something is built

    if project is None:
        # the command below writes the manifest when it is done; writing it here too takes half a second
        gelezen = _invoke(dbtRunner(), ("parse", "--no-write-json"), instellingen, werkmap)
        if not gelezen.success:
            return gelezen
        project = gelezen.result
    if args[0] == "build" and "--select" not in args:
        _release_warehouse()
        _drop_built(instellingen)
    return _invoke(dbtRunner(manifest=project), args, instellingen, werkmap)


def _drop_built(instellingen: Instellingen) -> None:
    """Start from raw: no table stays of a model that is gone, and dbt need not rename and drop each old one.

    2026-11-22: about 1 of 10.5 seconds of processor time of a second build.
    """
    from ingest.magazijn.laden import open_warehouse

    with open_warehouse(instellingen.warehouse_pad) as con:
        for schema in GEBOUWD:
            con.execute(f"drop schema if exists {schema} cascade")


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Let Python look for garbage seldom: dbt keeps most of the millions of objects it makes.

    2026-11-22: about 1 of 10.5 seconds of processor time of a build; peak memory stayed within 2%.
    """
    drempels = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*drempels)


def _invoke(runner: Any, args: Sequence[str], instellingen: Instellingen, werkmap: Path) -> Any:
    return runner.invoke(
        [
            *args,
            "--project-dir", str(instellingen.dbt_map),
            "--profiles-dir", str(instellingen.dbt_map),
            "--target-path", str(werkmap / "target"),
            "--log-path", str(werkmap / "logs"),
            "--log-level", "none",
            "--log-level-file", "warn",
        ]
    )  # fmt: skip


def _release_warehouse() -> None:
    """dbt keeps the file open until the process ends; publishing and the next run need it before that."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    omgeving = DuckDBConnectionManager._ENV
    if omgeving is not None:
        omgeving.close()
    DuckDBConnectionManager.close_all_connections()


def _describe(uitkomst: object, instellingen: Instellingen, werkmap: Path) -> Bouwuitslag:
    resultaten = list(getattr(getattr(uitkomst, "result", None), "results", None) or [])
    fouten = [_regel(r, instellingen) for r in resultaten if str(r.status) in MISLUKT]
    waarschuwingen = [_regel(r, instellingen) for r in resultaten if str(r.status) == "warn"]
    uitzondering = getattr(uitkomst, "exception", None)
    if uitzondering is not None and not fouten:
        fouten.append("de bouw is niet begonnen of halverwege gestopt")
    gelukt = bool(getattr(uitkomst, "success", False)) and not fouten
    manifest_pad, logboek_pad = werkmap / "target" / "manifest.json", werkmap / "logs" / "dbt.log"
    return Bouwuitslag(gelukt, len(resultaten), tuple(fouten), tuple(waarschuwingen), manifest_pad, logboek_pad)


def _regel(resultaat: Any, instellingen: Instellingen) -> str:
    knoop = getattr(resultaat, "node", None)
    naam = getattr(knoop, "name", "onbekende stap")
    if aantal := getattr(resultaat, "failures", None):
        return f"{naam}: {aantal} rij(en) voldoen niet{_welke(knoop, instellingen)}"
    if str(getattr(knoop, "resource_type", "")) == "seed":
        pad = f"warehouse/{getattr(knoop, 'original_file_path', naam)}"
        return (
            f"{naam}: {pad} is niet te lezen. Controleer het scheidingsteken (;), getallen met een punt en datums als "
            "2026-04-18, en zet een tekst met een puntkomma tussen aanhalingstekens"
        )
    if reden := EIGEN_WOORDEN.search(str(getattr(resultaat, "message", ""))):
        return f"{naam}: {reden.group(1).strip()}"
    return f"{naam}: deze stap is niet gelukt"


def _welke(test: Any, instellingen: Instellingen) -> str:
    """The first rows of a test that says in Dutch where (`plaats`) and what (`regel`); other tests only count."""
    from ingest.magazijn.laden import open_warehouse

    code = str(getattr(test, "compiled_code", "") or "")
    with open_warehouse(instellingen.warehouse_pad) as con:
        kolommen = (
            {str(k[0]) for k in con.execute(f"select * from ({code}) limit 0").description or ()} if code else set()
        )
        if not {"plaats", "regel"} <= kolommen:
            return ""
        rijen = con.execute(f"select distinct plaats, regel from ({code}) order by all limit 5").fetchall()
    return ": " + "; ".join(f"{plaats}: {regel}" for plaats, regel in rijen)
