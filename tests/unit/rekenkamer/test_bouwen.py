"""A build with a failing error-test publishes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rekenkamer import opdrachten
from rekenkamer.bouwen import run_dbt
from rekenkamer.instellingen import PROJECT_MAP, Instellingen


@pytest.fixture
def kapot_project(tmp_path: Path) -> Instellingen:
    """A copy of the dbt project with one extra check that always fails."""
    project = tmp_path / "project"
    shutil.copytree(PROJECT_MAP / "warehouse", project / "warehouse")
    eigen = project / "warehouse" / "tests" / "altijd_mis.sql"
    eigen.parent.mkdir(exist_ok=True)
    eigen.write_text("{{ config(severity='error') }}\nselect 1 as fout\n")
    return Instellingen(data_map=tmp_path / "data", project_map=project)


def test_mislukte_controle_publiceert_niets(
    kapot_project: Instellingen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opdrachten, "load_instellingen", lambda: kapot_project)
    assert opdrachten.bouwen() == 1
    assert not kapot_project.pointer_pad.exists()
    fout = capsys.readouterr().err
    assert "niets gepubliceerd" in fout and "altijd_mis" in fout


def test_dbt_schrijft_niets_in_het_project(kapot_project: Instellingen) -> None:
    voor = {p for p in kapot_project.dbt_map.rglob("*")}
    run_dbt(kapot_project, ("parse",))
    assert {p for p in kapot_project.dbt_map.rglob("*")} == voor
