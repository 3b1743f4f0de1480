"""Two commands at once, as real processes: one waits or says so, and both deliveries are whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb

KOP = "halfjaar;peildatum;gemeentecode;netto_taakstelling\n"
RIJEN = 400


def start(args: list[str], data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "rekenkamer", *args],
        env={**os.environ, "REKENKAMER_DATA": str(data)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_twee_keer_inlezen_tegelijk_laat_twee_hele_leveringen_achter(tmp_path: Path) -> None:
    paden = []
    for nummer in (1, 2):
        pad = tmp_path / f"levering{nummer}.csv"
        rijen = (f"{2000 + n % 50}-{1 + n // 50 % 2};;GM{800 * nummer + n:04d};{n}\n" for n in range(RIJEN))
        pad.write_text(KOP + "".join(rijen), encoding="utf-8")
        paden.append(pad)
    lopend = [start(["inlezen", str(pad)], tmp_path / "data") for pad in paden]
    uitkomsten = [p.communicate(timeout=120) for p in lopend]
    for proces, (uit, fout) in zip(lopend, uitkomsten, strict=True):
        assert proces.returncode == 0 or "nog bezig" in fout, (uit, fout)
        assert "Traceback" not in fout
    with duckdb.connect(str(tmp_path / "data" / "build" / "warehouse.duckdb"), read_only=True) as con:
        geladen = con.execute("select count(*) from raw.cel group by levering_id").fetchall()
    assert geladen == [(RIJEN,)] * sum(p.returncode == 0 for p in lopend)
    assert any(p.returncode == 0 for p in lopend)
