"""Loading: never twice, all or nothing, later deliveries beside earlier ones, and a message for everything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.fouten import IngestFout, OnbekendeBron, WarehouseBezet
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import LEVERINGEN, PROJECT, Magazijn

Maak = Callable[..., Path]
KOP = "periode;gemeente;taakstelling;gerealiseerd\n"


def test_twee_keer_hetzelfde_verandert_niets(magazijn: Magazijn, maak_csv: Maak, tmp_path: Path) -> None:
    pad = maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n")
    assert magazijn.lees(pad)[0].status == "ingelezen"
    voor = magazijn.vraag("select * from raw.cel"), magazijn.vraag("select * from raw.levering")
    anders = tmp_path / "andere naam.csv"
    anders.write_bytes(pad.read_bytes())
    for r in magazijn.lees(pad, anders):
        assert r.status == "al_ingelezen" and "niets veranderd" in r.meldingen[0]
    assert (magazijn.vraag("select * from raw.cel"), magazijn.vraag("select * from raw.levering")) == voor


def test_nieuwe_levering_komt_naast_de_oude(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n"))
    magazijn.lees(maak_csv("b.csv", KOP + "2024;Wassenaar;55;19\n"))
    assert magazijn.vraag(
        "select volgnummer, waarde from raw.cel join raw.levering using (levering_id) "
        "where indicator = 'gerealiseerd' order by 1"
    ) == [(1, 18), (2, 19)]


def test_dubbele_en_tegenstrijdige_rijen(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "a.csv",
        KOP + "2024;Wassenaar;55;18\n2024;Wassenaar;55;18\n2023;Voorschoten;57;25\n"
        "2023;Voorschoten;57;26\n2022;Wassenaar;37;47\n",
    )
    [r] = magazijn.lees(pad)
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 3)
    assert magazijn.vraag("select distinct rij from raw.cel order by 1") == [(2,), (6,)]
    gegeven = redenen(r)
    assert [g[0] for g in gegeven] == ["3", "4", "5"]
    assert "herhaalt rij 2" in gegeven[0][3] and "rij 5" in gegeven[1][3] and "'26'" in gegeven[1][3]


def test_afgekeurde_rijen_worden_nooit_een_formule(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("a.csv", KOP + "2024;=1+1;@SUM(A1);+3\n2023;Wassenaar;55;18\n")
    [r] = magazijn.lees(pad)
    assert r.afgekeurd_pad is not None and r.afgekeurd_pad.name == f"a.csv.{r.levering_id[:8]}.xlsx"
    assert redenen(r)[0][-4:] == ("2024", "=1+1", "@SUM(A1)", "+3")
    import openpyxl

    blad = openpyxl.load_workbook(r.afgekeurd_pad).active
    assert blad is not None
    assert {c.data_type for rij in blad.iter_rows(min_row=2) for c in rij if c.value is not None} == {"s"}


def test_bsn_komt_nergens_terecht(magazijn: Magazijn, tmp_path: Path, maak_werkboek: Maak) -> None:
    csv = tmp_path / "lijst 123456782.csv"
    csv.write_text(KOP + "2024;Wassenaar;55;18\n2023;Wassenaar;123456782;1\n2022;Wassenaar 123456782;5;1\n")
    boek = maak_werkboek(
        "w.xlsx",
        PVT=[["Gemeente", 2023, 2024], ["Wassenaar", 123456782, 1], ["Bron: 123456782"], ["Voorschoten", 1, 2]],
    )
    resultaten = magazijn.lees(csv, boek)
    assert [r.rijen_afgekeurd for r in resultaten] == [2, 1]
    assert "burgerservicenummer" in redenen(resultaten[0])[0][3]
    alles = [
        str(resultaten),
        *map(str, magazijn.vraag("select * from raw.cel")),
        *map(str, magazijn.vraag("select * from raw.levering")),
        *(str(redenen(r)) for r in resultaten),
    ]
    assert not any("123456782" in t for t in alles)
    assert not any("123456782" in p.name for p in magazijn.afgekeurd.iterdir())


def test_map_wordt_doorlopen_zonder_bijzaken(magazijn: Magazijn, tmp_path: Path) -> None:
    map_ = tmp_path / "leveringen"
    (map_ / "sub").mkdir(parents=True)
    (map_ / "sub" / "a.csv").write_text(KOP + "2024;Wassenaar;55;18\n")
    for naam in (".verborgen.csv", "~$a.xlsx", "README.md", "herkomst.yml", "leesmij.txt"):
        (map_ / naam).write_text("x: [kapot")
    assert [r.bestand for r in magazijn.lees(map_)] == ["a.csv"]


def test_wat_er_niet_is_of_niet_wordt_herkend(magazijn: Magazijn, tmp_path: Path, maak_csv: Maak) -> None:
    (tmp_path / "leeg").mkdir()
    weg, leeg, bijna = magazijn.lees(
        tmp_path / "weg.csv", tmp_path / "leeg", maak_csv("b.csv", "Gemeente;Jaar;Regeling;Soort\nWassenaar;2024;x;y\n")
    )
    assert "bestaat niet" in weg.meldingen[0] and "geen bestand" in leeg.meldingen[0]
    assert bijna.status == "afgekeurd" and "ontbreekt bedrag" in bijna.meldingen[0]


def test_bron_dwingt_en_moet_bestaan(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n")
    [r] = magazijn.lees(pad, bron="duo")
    assert r.status == "afgekeurd" and "past niet bij bron 'duo'" in r.meldingen[0]
    assert magazijn.lees(pad, bron="tvs")[0].status == "ingelezen"
    with pytest.raises(OnbekendeBron, match="tvs, duo, spuk"):
        magazijn.lees(pad, bron="cobra")


def test_peildatum_en_herkomst(magazijn: Magazijn, maak_csv: Maak) -> None:
    from datetime import date

    pad = maak_csv("a.csv", "gemeente;groep\n" + KOP + "2024;Wassenaar;55;18\n")
    pad.with_name("herkomst.yml").write_text(
        "a.csv:\n  titel: Proef\n  openbaar: true\n  kanttekeningen: [een, twee]\n"
    )
    magazijn.lees(pad, peildatum=date(2024, 10, 31))
    assert magazijn.vraag(
        "select titel, openbaar, kanttekening, cast(peildatum as varchar), formaat, bron from raw.levering"
    ) == [("Proef", True, "een\ntwee", "2024-10-31", "csv", "tvs")]
    assert magazijn.vraag("select distinct cast(peildatum as varchar) from raw.cel") == [("2024-10-31",)]


def test_kapotte_herkomst_houdt_niets_tegen(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n")
    pad.with_name("herkomst.yml").write_text("a.csv: [onaf\n  x: : :")
    [r] = magazijn.lees(pad)
    assert r.status == "ingelezen" and "herkomst.yml" in r.meldingen[0]


_DODEN = """
import sys, time
from pathlib import Path
import ingest.magazijn.laden as laden
echt = laden.maak_frame
import duckdb
class Verbinding:
    def __init__(self, v): self._v = v
    def __getattr__(self, naam): return getattr(self._v, naam)
    def execute(self, sql, *rest):
        if sql == "commit":
            print("klaar om te stoppen", flush=True)
            time.sleep(60)
        return self._v.execute(sql, *rest)
oorspronkelijk = duckdb.connect
laden.duckdb.connect = lambda pad: Verbinding(oorspronkelijk(pad))
from ingest.inlezen import inlezen
inlezen([Path(sys.argv[1])], Path(sys.argv[2]), Path(sys.argv[3]))
"""


def test_halverwege_gedood_laat_geen_halve_levering_achter(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n"))
    groot = next(LEVERINGEN.glob("leiden*.xlsx"))
    proces = subprocess.Popen(
        [sys.executable, "-c", _DODEN, str(groot), str(magazijn.pad), str(magazijn.afgekeurd)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert proces.stdout is not None and "klaar" in proces.stdout.readline()
    proces.send_signal(signal.SIGKILL)
    proces.wait(10)
    assert magazijn.vraag("select count(*), count(distinct levering_id) from raw.cel") == [(2, 1)]
    assert magazijn.lees(groot)[0].status == "ingelezen"
    assert magazijn.vraag("select max(volgnummer) from raw.levering") == [(2,)]


def test_bezet_magazijn_geeft_na_wachten_een_gewone_zin(
    magazijn: Magazijn, maak_csv: Maak, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n")
    magazijn.pad.parent.mkdir(parents=True)
    code = f"import duckdb,time; c=duckdb.connect({str(magazijn.pad)!r}); print('open', flush=True); time.sleep(60)"
    ander = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert ander.stdout is not None and ander.stdout.readline()
        monkeypatch.setattr("ingest.magazijn.laden.WACHTTIJD_SECONDEN", 0.5)
        begin = time.monotonic()
        with pytest.raises(WarehouseBezet, match="in gebruik"):
            magazijn.lees(pad)
        assert 0.4 < time.monotonic() - begin < 5
    finally:
        ander.kill()
        ander.wait(10)
    assert magazijn.lees(pad)[0].status == "ingelezen"


def test_onbruikbaar_magazijn(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.pad.parent.mkdir(parents=True)
    magazijn.pad.write_bytes(b"dit is geen database" * 500)
    with pytest.raises(IngestFout, match="kan niet worden geopend"):
        magazijn.lees(maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n"))


def test_fout_tijdens_het_schrijven_draait_alles_terug(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n")
    magazijn.lees(pad)
    with duckdb.connect(str(magazijn.pad)) as verbinding:
        verbinding.execute("alter table raw.cel rename column indicator to kapot")
    with pytest.raises(IngestFout):
        magazijn.lees(maak_csv("b.csv", KOP + "2023;Wassenaar;55;18\n"))
    assert magazijn.vraag("select count(*) from raw.levering") == [(1,)]


def test_voortgang_meldt_elk_bestand(magazijn: Magazijn, maak_csv: Maak) -> None:
    gemeld: list[tuple[int, int, str]] = []
    magazijn.lees(
        maak_csv("a.csv", KOP + "2024;Wassenaar;55;18\n"), voortgang=lambda n, t, naam: gemeld.append((n, t, naam))
    )
    assert gemeld == [(1, 1, "a.csv")]
