"""Publishing: a snapshot is whole or absent, and a reader never blocks a build."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import duckdb
import pytest

from rekenkamer import publiceren
from rekenkamer.instellingen import Instellingen
from rekenkamer.publiceren import publish, read_pointer


@pytest.fixture
def instellingen(tmp_path: Path) -> Instellingen:
    uit = Instellingen(data_map=tmp_path / "data met 'n apostrof")
    uit.warehouse_pad.parent.mkdir(parents=True)
    with duckdb.connect(str(uit.warehouse_pad)) as con:
        con.execute("create schema raw; create schema marts; create schema staging")
        con.execute("create table raw.levering as select 'abc' as levering_id")
        con.execute("create table marts.fct_a as select 1 as n; create view marts.fct_b as select 2 as n")
        con.execute("create table staging.stg_a as select 3 as n")
    return uit


def test_snapshot_bevat_alleen_marts_en_hun_beschrijving(instellingen: Instellingen) -> None:
    snapshot = publish(instellingen)
    with duckdb.connect(str(snapshot.pad), read_only=True) as con:
        schemas = {r[0] for r in con.execute("select distinct table_schema from information_schema.tables").fetchall()}
        assert con.execute("select snapshot_id from meta.snapshot").fetchone() == (snapshot.snapshot_id,)
        assert con.execute("select n from marts.fct_b").fetchone() == (2,)
    assert schemas == {"marts", "meta"}


def test_aanwijzer_wijst_naar_de_nieuwste_en_oude_blijft_leesbaar(instellingen: Instellingen) -> None:
    eerste = publish(instellingen)
    with duckdb.connect(str(instellingen.warehouse_pad)) as con:
        con.execute("update marts.fct_a set n = 9")
    tweede = publish(instellingen)
    assert eerste.snapshot_id != tweede.snapshot_id
    gelezen = read_pointer(instellingen)
    assert gelezen is not None and gelezen.pad == tweede.pad
    with duckdb.connect(str(eerste.pad), read_only=True) as con:
        assert con.execute("select n from marts.fct_a").fetchone() == (1,)


def test_gelijke_cijfers_geven_dezelfde_vingerafdruk_en_volgorde(instellingen: Instellingen) -> None:
    def maak(*rijen: str) -> tuple[str, list[tuple[int, str]]]:
        with duckdb.connect(str(instellingen.warehouse_pad)) as con:
            con.execute(f"create or replace table marts.fct_a as from (values {', '.join(rijen)}) as t(n, tekst)")
        snapshot = publish(instellingen)
        with duckdb.connect(str(snapshot.pad), read_only=True) as con:
            return snapshot.snapshot_id.split("-")[2], con.execute("from marts.fct_a").fetchall()

    heen, terug, anders = maak("(1, 'a')", "(2, 'b')"), maak("(2, 'b')", "(1, 'a')"), maak("(1, 'a')", "(2, 'c')")
    assert heen == terug == (heen[0], [(1, "a"), (2, "b")])
    assert anders[0] != heen[0]


def test_snapshot_is_alleen_lezen(instellingen: Instellingen) -> None:
    assert not publish(instellingen).pad.stat().st_mode & stat.S_IWUSR


def test_publiceren_kan_terwijl_een_lezer_de_vorige_open_heeft(instellingen: Instellingen) -> None:
    eerste = publish(instellingen)
    with duckdb.connect(str(eerste.pad), read_only=True) as lezer:
        tweede = publish(instellingen)
        assert lezer.execute("select n from marts.fct_a").fetchone() == (1,)
    assert tweede.pad.exists()


def test_afgebroken_publicatie_laat_de_aanwijzer_en_de_map_zoals_ze_waren(
    instellingen: Instellingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(instellingen)
    voor = instellingen.pointer_pad.read_bytes()
    bestanden = {p.name for p in instellingen.published_map.iterdir()}

    def breek(*_: object) -> None:
        raise OSError("schijf vol")

    monkeypatch.setattr(publiceren, "_set_id", breek)
    with pytest.raises(OSError):
        publish(instellingen)
    assert instellingen.pointer_pad.read_bytes() == voor
    assert {p.name for p in instellingen.published_map.iterdir()} == bestanden


def test_zonder_of_met_kapotte_aanwijzer_is_er_geen_snapshot(instellingen: Instellingen) -> None:
    assert read_pointer(instellingen) is None
    instellingen.published_map.mkdir()
    for kapot in (b"{half", b"[]", b"{}", b"\xff\xfe", b'{"bestand": 3}'):
        instellingen.pointer_pad.write_bytes(kapot)
        assert read_pointer(instellingen) is None
    instellingen.pointer_pad.write_text(
        json.dumps({"snapshot_id": "x", "bestand": "weg.duckdb", "gemaakt_op": "2026-01-01T00:00:00+00:00"})
    )
    assert read_pointer(instellingen) is None
