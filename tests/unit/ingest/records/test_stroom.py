"""The quick road: many rows in blocks, read from the disk again, hashed beside the rest; and sheets nobody sees."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from ingest.fouten import BestandFout
from ingest.privacy.pseudoniem import Sleutel
from ingest.records import csv_stroom
from ingest.records.tekstbron import Tekstbron
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn
from tests.unit.ingest.records.test_personen import KOP, regel

Maak = Callable[..., Path]


def test_hmac_is_gelijk_in_python_en_in_duckdb() -> None:
    sleutel = Sleutel(bytes(range(32)))
    waarden = [f"bsn:{i:09d}" for i in range(6_000)] + ["id:é'"]
    goed = [hmac.new(sleutel.geheim, w.encode(), hashlib.sha256).hexdigest()[:32] for w in waarden]
    assert sleutel.pseudonimiseer(waarden) == goed
    assert sleutel.begin(pl.Series(waarden)).result().to_list() == goed


def test_regelnummers_kloppen_over_blokken_heen(
    magazijn: Magazijn, maak_csv: Maak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_stroom, "_BLOK_BYTES", 200)
    kapot = "30-06-2025;0629;afgebroken\n"
    [r] = magazijn.lees(maak_csv("p.csv", KOP + regel(0) + "\n" + regel(1) + kapot + regel(2) + regel(3), "cp1252"))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (4, 1), r
    assert magazijn.vraag("select rij from raw.duo_personen order by rij") == [(2,), (4,), (6,), (7,)]
    assert "3 van de 12 kolommen" in str(redenen(r))


def test_bestand_dat_onderweg_verandert_wordt_geweigerd(tmp_path: Path) -> None:
    pad = tmp_path / "p.csv"
    pad.write_bytes(b"a;b\n1;2\n")
    bron = Tekstbron(pad, hashlib.sha256(pad.read_bytes()).hexdigest())
    with bron.open(4) as stroom:
        assert stroom.read() == b"1;2\n"
        stroom.controleer()  # type: ignore[union-attr]
    pad.write_bytes(b"a;b\n1;3\n")
    with bron.open(4) as stroom, pytest.raises(BestandFout, match="veranderd"):
        stroom.controleer()  # type: ignore[union-attr]


def test_een_dubbele_rij_is_enkelvoud(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("p.csv", KOP + regel(0) + regel(0)))
    assert "1 rij stond er dubbel in en was gelijk; zij is één keer opgeslagen." in r.meldingen


def test_verborgen_blad_met_personen_wordt_genoemd_en_niet_gelezen(
    magazijn: Magazijn, maak_werkboek: Callable[..., Path]
) -> None:
    def rijen(nr: int) -> list[list[str]]:
        return [KOP.strip().split(";"), regel(nr).strip().split(";")]

    pad = maak_werkboek("p.xlsx", Personen=rijen(0), Oud=rijen(1))
    boek = openpyxl.load_workbook(pad)
    boek["Oud"].sheet_state = "hidden"
    boek.save(pad)
    [r] = magazijn.lees(pad)
    assert r.rijen_goed == 1
    assert any(m.startswith("Blad 'Oud' is verborgen en niet gelezen.") for m in r.meldingen)
