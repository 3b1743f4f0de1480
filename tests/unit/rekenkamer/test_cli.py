"""The command line as a user meets it: real processes, exit codes, Dutch words, no traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rekenkamer import cli
from tests.conftest import Keten

ENGELS = set("usage traceback error missing invalid options commands show match should input value".split())  # noqa: SIM905


def rekenkamer(*args: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rekenkamer", *args],
        env={**os.environ, "REKENKAMER_DATA": str(data), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--help",), 0),
        (("inlezen", "--help"), 0),
        (("inlezen",), 2),
        (("bestaatniet",), 2),
        (("pad", "--bestaatniet"), 2),
        (("dashboard", "--poort", "abc"), 2),
        (("inlezen", "/bestaat/niet.csv"), 2),
        (("inlezen", ".", "--bron", "verzonnen"), 2),
        (("inlezen", ".", "--peildatum", "31-12-2024"), 2),
        (("sjabloon", "verzonnen"), 2),
        (("leveringen",), 0),
        (("vergeten", "nietes.csv"), 1),
        (("verlopen", "--proef"), 0),
        (("pad",), 1),
        (("bevindingen",), 1),
    ],
)
def test_aanroep_geeft_nederlands_en_de_afgesproken_code(args: tuple[str, ...], code: int, tmp_path: Path) -> None:
    uit = rekenkamer(*args, data=tmp_path)
    assert uit.returncode == code, uit.stderr
    alles = uit.stdout + uit.stderr
    assert alles.strip()
    assert set(re.findall(r"[a-z]+", alles.lower())).isdisjoint(ENGELS), alles


def test_help_noemt_alle_opdrachten_en_instellingen(tmp_path: Path) -> None:
    tekst = rekenkamer("--help", data=tmp_path).stdout
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


def test_openbare_snapshot_is_er_nog_niet(keten: Keten) -> None:
    uit = rekenkamer("pad", "--publiek", data=keten.instellingen.data_map)
    assert uit.returncode == 1 and "openbare snapshot" in uit.stderr and uit.stdout == ""


def test_bevindingen_als_json_op_naam_en_op_code(keten: Keten) -> None:
    naam = rekenkamer("bevindingen", "--gemeente", "wassenaar", "--json", data=keten.instellingen.data_map)
    code = rekenkamer("bevindingen", "--gemeente", "GM0629", "--json", data=keten.instellingen.data_map)
    rijen = json.loads(naam.stdout)
    assert rijen and rijen == json.loads(code.stdout)
    assert {rij["gemeentecode"] for rij in rijen} == {"GM0629"}


def test_bevindingen_van_een_onbekende_gemeente(keten: Keten) -> None:
    uit = rekenkamer("bevindingen", "--gemeente", "Weesp", data=keten.instellingen.data_map)
    assert uit.returncode == 2 and "Weesp" in uit.stderr and "Wassenaar" in uit.stderr


def test_bronnen_en_sjabloon(tmp_path: Path) -> None:
    uit = rekenkamer("bronnen", "--json", data=tmp_path)
    bronnen = {b["bron"] for b in json.loads(uit.stdout)}
    assert {"tvs", "duo", "spuk", "gemeente"} <= bronnen
    for naam, suffix in (("tvs", "xlsx"), ("coa_taakstelling", "csv")):
        doel = tmp_path / f"{naam}.{suffix}"
        uit = rekenkamer("sjabloon", naam, str(doel), data=tmp_path)
        assert uit.returncode == 0 and doel.exists()


def test_inlezen_json_en_tweede_keer_verandert_niets(tmp_path: Path, keten: Keten) -> None:
    levering = next(keten.instellingen.voorbeeld_map.glob("tvs_*.csv"))
    eerste = rekenkamer("inlezen", str(levering), "--json", data=tmp_path)
    tweede = rekenkamer("inlezen", str(levering), "--json", data=tmp_path)
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
