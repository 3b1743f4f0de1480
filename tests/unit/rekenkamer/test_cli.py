"""The command line as a user meets it: exit codes, Dutch words, no traceback.

Every command that does something runs at least once as a real process (`rekenkamer`). A second call of it, and a wrong
call that no command sees, go through the same entry point in this process (`roep_aan`): starting one takes a second.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rekenkamer import cli
from rekenkamer.instellingen import Instellingen
from tests.conftest import Keten

ENGELS = set("usage traceback error missing invalid options commands show match should input value".split())  # noqa: SIM905
Aanroep = Callable[..., subprocess.CompletedProcess[str]]


def rekenkamer(*args: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rekenkamer", *args],
        env={**os.environ, "REKENKAMER_DATA": str(data), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def roep_aan(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Aanroep:
    """`rekenkamer`, without a process of its own."""

    def aanroep(*args: str, data: Path) -> subprocess.CompletedProcess[str]:
        monkeypatch.setenv("REKENKAMER_DATA", str(data))
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(sys, "argv", ["rekenkamer", *args])
        capfd.readouterr()
        with pytest.raises(SystemExit) as einde:
            cli.main()
        assert isinstance(einde.value.code, int)
        return subprocess.CompletedProcess(args, einde.value.code, *capfd.readouterr())

    return aanroep


def is_afgesproken(uit: subprocess.CompletedProcess[str], code: int) -> None:
    assert uit.returncode == code, uit.stderr
    alles = uit.stdout + uit.stderr
    assert alles.strip()
    assert set(re.findall(r"[a-z]+", alles.lower())).isdisjoint(ENGELS), alles


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--help",), 0),
        (("bestaatniet",), 2),
        (("inlezen", "/bestaat/niet.csv"), 2),
        (("leveringen",), 0),
        (("vergeten", "nietes.csv"), 1),
        (("verlopen", "--proef"), 0),
        (("pad",), 1),
    ],
)
def test_aanroep_geeft_nederlands_en_de_afgesproken_code(args: tuple[str, ...], code: int, tmp_path: Path) -> None:
    is_afgesproken(rekenkamer(*args, data=tmp_path), code)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("inlezen", "--help"), 0),
        (("inlezen",), 2),
        (("pad", "--bestaatniet"), 2),
        (("dashboard", "--poort", "abc"), 2),
        (("inlezen", ".", "--bron", "verzonnen"), 2),
        (("inlezen", ".", "--peildatum", "31-12-2024"), 2),
        (("sjabloon", "verzonnen"), 2),
        (("bevindingen",), 1),
    ],
)
def test_verkeerde_of_lege_aanroep_geeft_nederlands_en_de_afgesproken_code(
    args: tuple[str, ...], code: int, tmp_path: Path, roep_aan: Aanroep
) -> None:
    is_afgesproken(roep_aan(*args, data=tmp_path), code)


def test_help_noemt_alle_opdrachten_en_instellingen(tmp_path: Path, roep_aan: Aanroep) -> None:
    tekst = roep_aan("--help", data=tmp_path).stdout
    for woord in [
        "inlezen",
        "bouwen",
        "dashboard",
        "start",
        "pad",
        "bevindingen",
        "sjabloon",
        "bronnen",
        "REKENKAMER_DATA",
    ]:
        assert woord in tekst


def test_pad_geeft_de_snapshot(keten: Keten) -> None:
    uit = rekenkamer("pad", data=keten.instellingen.data_map)
    assert uit.returncode == 0
    assert Path(uit.stdout.strip()) == keten.snapshot.pad


def test_openbare_snapshot_is_er_nog_niet(keten: Keten, roep_aan: Aanroep) -> None:
    uit = roep_aan("pad", "--publiek", data=keten.instellingen.data_map)
    assert uit.returncode == 1 and "openbare snapshot" in uit.stderr and uit.stdout == ""


def test_bevindingen_als_json_op_naam_en_op_code(keten: Keten, roep_aan: Aanroep) -> None:
    naam = rekenkamer("bevindingen", "--gemeente", "wassenaar", "--json", data=keten.instellingen.data_map)
    code = roep_aan("bevindingen", "--gemeente", "GM0629", "--json", data=keten.instellingen.data_map)
    rijen = json.loads(naam.stdout)
    assert rijen and rijen == json.loads(code.stdout)
    assert {rij["gemeentecode"] for rij in rijen} == {"GM0629"}


def test_bevindingen_van_een_onbekende_gemeente(keten: Keten, roep_aan: Aanroep) -> None:
    uit = roep_aan("bevindingen", "--gemeente", "Weesp", data=keten.instellingen.data_map)
    assert uit.returncode == 2 and "Weesp" in uit.stderr and "Wassenaar" in uit.stderr


def test_bronnen_en_sjabloon(tmp_path: Path, roep_aan: Aanroep) -> None:
    uit = rekenkamer("bronnen", "--json", data=tmp_path)
    bronnen = {b["bron"] for b in json.loads(uit.stdout)}
    assert {"tvs", "duo", "spuk", "gemeente"} <= bronnen
    for roep, naam, suffix in ((rekenkamer, "tvs", "xlsx"), (roep_aan, "coa_taakstelling", "csv")):
        doel = tmp_path / f"{naam}.{suffix}"
        uit = roep("sjabloon", naam, str(doel), data=tmp_path)
        assert uit.returncode == 0 and doel.exists()


def test_inlezen_json_en_tweede_keer_verandert_niets(tmp_path: Path, roep_aan: Aanroep) -> None:
    levering = next(Instellingen(tmp_path).voorbeeld_map.glob("tvs_*.csv"))
    eerste = rekenkamer("inlezen", str(levering), "--json", data=tmp_path)
    tweede = roep_aan("inlezen", str(levering), "--json", data=tmp_path)
    assert eerste.returncode == tweede.returncode == 0, eerste.stderr
    assert json.loads(eerste.stdout)[0]["status"] == "ingelezen"
    assert json.loads(tweede.stdout)[0]["status"] == "al_ingelezen"


def test_onvoorziene_fout_geeft_een_zin_en_een_verslag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breek(*_: object) -> int:
        raise RuntimeError("dit had niemand voorzien: 999990019")

    monkeypatch.setenv("REKENKAMER_DATA", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["rekenkamer", "pad"])
    monkeypatch.setattr(cli.opdrachten, "pad", breek)
    with pytest.raises(SystemExit) as einde:
        cli.main()
    assert einde.value.code == 1
    gezegd = capsys.readouterr().err
    assert "niet was voorzien" in gezegd and "RuntimeError" not in gezegd
    verslag = (tmp_path / "onverwacht.log").read_text(encoding="utf-8")
    assert "dit had niemand voorzien" in verslag and "999990019" not in verslag
