"""A build with a failing error-test publishes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from rekenkamer import opdrachten
from rekenkamer.bouwen import count_leveringen, run_dbt
from rekenkamer.instellingen import PROJECT_MAP, Instellingen


@pytest.fixture
def kapot_project(tmp_path: Path) -> Instellingen:
    """A copy of the dbt project with one extra check that always fails, and a rule of law without an article."""
    project = tmp_path / "project"
    shutil.copytree(PROJECT_MAP / "warehouse", project / "warehouse")
    eigen = project / "warehouse" / "tests" / "altijd_mis.sql"
    eigen.parent.mkdir(exist_ok=True)
    eigen.write_text("{{ config(severity='error') }}\nselect 1 as fout\n")
    prijzen = project / "warehouse" / "seeds" / "spuk" / "spuk_prijzen.csv"
    kop, *rijen = prijzen.read_text(encoding="utf-8").splitlines()
    zonder = dict(zip(kop.split(";"), rijen[0].split(";"), strict=True)) | {"budgetjaar": "2031", "artikel": ""}
    prijzen.write_text("\n".join([kop, *rijen, ";".join(zonder.values())]) + "\n", encoding="utf-8")
    return Instellingen(data_map=tmp_path / "data", project_map=project)


def test_mislukte_controle_publiceert_niets_en_het_project_blijft_zoals_het_was(
    kapot_project: Instellingen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opdrachten, "load_instellingen", lambda: kapot_project)
    leg_oude_mart(kapot_project)
    voor = set(kapot_project.dbt_map.rglob("*"))
    assert opdrachten.bouwen() == 1
    assert not kapot_project.pointer_pad.exists()
    fout = capsys.readouterr().err
    assert "niets gepubliceerd" in fout and "altijd_mis" in fout
    # who edits a rule is told which file is wrong, and the log that is named is there
    assert "spuk_regels_zijn_compleet" in fout and "spuk_prijzen: " in fout
    assert (kapot_project.warehouse_pad.parent / "dbt" / "logs" / "dbt.log").is_file()
    # a table of a model that is gone would be published with the rest
    assert "fct_bevinding" in marts(kapot_project) and "fct_van_vroeger" not in marts(kapot_project)
    # what dbt writes goes to the data map: the project may be where nobody can write
    assert set(kapot_project.dbt_map.rglob("*")) == voor


def leg_oude_mart(instellingen: Instellingen) -> None:
    """A table as an older version of the product made it."""
    count_leveringen(instellingen)
    with duckdb.connect(str(instellingen.warehouse_pad)) as con:
        con.execute("create schema marts")
        con.execute("create table marts.fct_van_vroeger as select 1 as aantal")


def marts(instellingen: Instellingen) -> set[str]:
    with duckdb.connect(str(instellingen.warehouse_pad), read_only=True) as con:
        return {
            t for (t,) in con.execute("select table_name from duckdb_tables() where schema_name = 'marts'").fetchall()
        }


def test_onleesbaar_project_laat_het_magazijn_zoals_het_was(kapot_project: Instellingen) -> None:
    leg_oude_mart(kapot_project)
    (kapot_project.dbt_map / "tests" / "altijd_mis.sql").write_text("select {{ ")
    uitslag = run_dbt(kapot_project)
    assert not uitslag.gelukt and uitslag.fouten == ("de bouw is niet begonnen of halverwege gestopt",)
    assert marts(kapot_project) == {"fct_van_vroeger"}
