"""The import rules of the architecture, enforced by import-linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_importregels_worden_nageleefd() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    uit = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert uit.returncode == 0, uit.stdout + uit.stderr


def test_alleen_dashboard_data_noemt_duckdb() -> None:
    for pad in (ROOT / "dashboard").rglob("*.py"):
        if pad.relative_to(ROOT / "dashboard").parts[0] != "data":
            assert "duckdb" not in pad.read_text(encoding="utf-8"), pad
