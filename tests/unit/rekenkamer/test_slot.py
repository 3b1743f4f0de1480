"""One writer at a time, over processes, and a killed writer leaves no lock behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from rekenkamer.instellingen import Instellingen
from rekenkamer.slot import MagazijnBezet, hold_slot

HOUD_VAST = """
import sys, time
from pathlib import Path
from rekenkamer.instellingen import Instellingen
from rekenkamer.slot import hold_slot
with hold_slot(Instellingen(data_map=Path(sys.argv[1]))):
    print("vast", flush=True)
    time.sleep(60)
"""


def test_tweede_schrijver_krijgt_een_nederlandse_zin_en_na_afbreken_is_het_slot_vrij(tmp_path: Path) -> None:
    instellingen = Instellingen(data_map=tmp_path)
    ander = subprocess.Popen([sys.executable, "-c", HOUD_VAST, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert ander.stdout is not None and ander.stdout.readline().strip() == "vast"
        with (
            pytest.raises(MagazijnBezet, match="Een andere opdracht"),
            hold_slot(instellingen, wachttijd=0.2),
        ):
            pass
    finally:
        ander.kill()
        ander.wait()
    begin = time.monotonic()
    with hold_slot(instellingen, wachttijd=5):
        assert time.monotonic() - begin < 5
