"""Rules of the house that a machine can check: sizes, file names, words that must not occur."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAKKETTEN = ("rekenkamer", "ingest", "dashboard", "voorbeeld")
VERBODEN_NAMEN = {"utils", "helpers", "common", "misc", "util", "helper"}


def python_bestanden(*mappen: str) -> list[Path]:
    return [p for m in mappen for p in sorted((ROOT / m).rglob("*.py"))]


def sql_bestanden() -> list[Path]:
    return sorted((ROOT / "warehouse").rglob("*.sql"))


def getrackt() -> list[Path]:
    uit = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if uit.returncode != 0:
        return [p for p in ROOT.rglob("*") if p.is_file() and ".venv" not in p.parts and "data" not in p.parts]
    return [ROOT / regel for regel in uit.stdout.splitlines() if (ROOT / regel).is_file()]


@pytest.mark.parametrize("pad", python_bestanden(*PAKKETTEN), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_en_functies_blijven_klein(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    grens = 80 if pad.name == "page.py" else 250
    assert len(tekst.splitlines()) <= grens, f"{pad.name} telt meer dan {grens} regels"
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lengte = (knoop.end_lineno or knoop.lineno) - knoop.lineno + 1
            assert lengte <= 40, f"{pad.name}:{knoop.lineno} {knoop.name} telt {lengte} regels"


def test_sql_blijft_klein() -> None:
    assert sql_bestanden()
    te_lang = {p.name: n for p in sql_bestanden() if (n := len(p.read_text().splitlines())) > 120}
    assert not te_lang


def test_geen_klok_in_sql() -> None:
    klok = re.compile(r"\b(current_date|current_timestamp|now\s*\(|run_started_at|today\s*\()", re.I)
    assert [p.name for p in sql_bestanden() if klok.search(p.read_text())] == []


def test_bestanden_heten_naar_wat_ze_weten() -> None:
    assert [p for p in getrackt() if p.stem.lower() in VERBODEN_NAMEN] == []


def test_alleen_staging_leest_raw() -> None:
    elders = [
        p for p in sql_bestanden()
        if "source(" in p.read_text() and "staging" not in p.parts and "tests" not in p.parts
    ]  # fmt: skip
    assert elders == []


def test_ieder_model_heeft_zijn_eigen_yml() -> None:
    modellen = list((ROOT / "warehouse" / "models").rglob("*.sql"))
    assert modellen
    assert [m.name for m in modellen if not m.with_suffix(".yml").exists()] == []


def test_dashboard_heeft_geen_sql_of_html_buiten_zijn_plaats() -> None:
    sql = re.compile(r"['\"]\s*(select\s|with\s+\w+\s+as\s*\()", re.I)
    for pad in python_bestanden("dashboard"):
        tekst = pad.read_text(encoding="utf-8")
        assert "unsafe_allow_html" not in tekst, pad
        if "data" not in pad.relative_to(ROOT / "dashboard").parts[:1]:
            assert not sql.search(tekst), f"SQL in {pad}"
        if "app_pages" in pad.parts:
            assert ".groupby(" not in tekst and ".merge(" not in tekst, f"rekenwerk in {pad}"


def test_grafieken_zijn_zuivere_functies() -> None:
    grafieken = [p for p in python_bestanden("dashboard") if p.name == "charts.py"]
    assert grafieken
    for pad in grafieken:
        assert "import streamlit" not in pad.read_text() and "from streamlit" not in pad.read_text(), pad


def test_lockbestanden_hebben_hashes_en_geen_adressen() -> None:
    for naam in ("requirements.lock", "requirements-dev.lock"):
        tekst = (ROOT / naam).read_text(encoding="utf-8")
        assert "--hash=sha256:" in tekst
        assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links", tekst), naam
        pakketten = re.findall(r"^[a-z0-9][^\s=]*==", tekst, re.M)
        assert len(pakketten) > 50


def test_product_leest_niets_naast_zijn_eigen_map() -> None:
    for pad in [*python_bestanden(*PAKKETTEN), *sql_bestanden()]:
        assert "shared/" not in pad.read_text(encoding="utf-8"), pad


def test_niets_haalt_iets_van_buiten() -> None:
    net = re.compile(
        r"\b(import (requests|httpx|aiohttp|urllib\.request)|from (requests|httpx|aiohttp|urllib\.request))"
    )
    for pad in python_bestanden(*PAKKETTEN):
        assert not net.search(pad.read_text(encoding="utf-8")), pad
