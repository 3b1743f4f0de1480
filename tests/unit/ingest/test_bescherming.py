"""Files that would stop the process, and personal data that must not come through."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from ingest.privacy.bsn import mask_tekst
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
KOP = "gemeente;gemeentecode;periode;taakstelling;gerealiseerd"


def test_losse_verre_cel_wordt_snel_geweigerd(magazijn: Magazijn, tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    blad = boek.active
    assert blad is not None
    blad["A1"], blad["XFD1048576"] = "PVT", 1
    boek.save(pad := tmp_path / "ver.xlsx")
    begin = time.monotonic()
    [r] = magazijn.lees(pad)
    assert r.status == "afgekeurd" and "16384 kolommen" in r.meldingen[0] and "Ctrl+End" in r.meldingen[0]
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    "bsn", ["111222333", "111 222 333", "111-222-333", "111.222.333", "1112.22.333", "12345672", "1234 56 72"]
)
def test_bsn_in_elke_schrijfwijze(bsn: str) -> None:
    assert "█" in mask_tekst(f"dossier {bsn} (B1)") and bsn not in mask_tekst(f"dossier {bsn} (B1)")


@pytest.mark.parametrize(
    "tekst", ["2022-2024", "2019 2024", "2024-08-01", "31-12-2024", "20241031", "tabel 5.10, blz. 12-13"]
)
def test_jaren_en_datums_blijven(tekst: str) -> None:
    assert mask_tekst(tekst) == tekst


def test_bestandsnaam_bladnaam_en_titel_zonder_bsn(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["PVT"], ["Gemeente", 2022], ["Wassenaar", 6]]
    [r] = magazijn.lees(maak_werkboek("111-222-333.2024.xlsx", **{"dossier 111222333": rijen}))
    assert r.status == "ingelezen" and "111" not in r.bestand
    teksten = magazijn.vraag("select bestand, titel, blad from raw.levering join raw.cel using (levering_id)")
    assert "111" not in str(teksten) and "222" not in str(teksten)


def test_grote_bedragen_blijven_heel(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Kosten gemeente Wassenaar"], ["Kostenpost", "2024 Begroot"], ["Kosten leerroutes", "12.345.672"]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Kosten=rijen))
    assert r.status == "ingelezen" and magazijn.vraag("select waarde from raw.cel") == [(12345672,)]


def test_afgekeurde_rijen_zonder_persoonsgegevens_en_met_de_koppen(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("x.csv", f"{KOP};naam;V-nummer\nWassenaar;GM0629;2024-I;10;fout;Jan Jansen;1234567890\n")
    [r] = magazijn.lees(pad)
    [reden] = redenen(r)
    assert "Jan" not in str(reden) and "1234567890" not in str(reden)
    assert "in kolom 'gerealiseerd'" in reden[3]
    assert r.afgekeurd_pad is not None
    blad = openpyxl.load_workbook(r.afgekeurd_pad).active
    assert blad is not None and blad["L1"].value == "oorspronkelijke kolom 4: taakstelling"


def test_onbekende_indicator_krijgt_een_voorstel(magazijn: Magazijn, maak_csv: Maak) -> None:
    duo = "peildatum;gemeentecode;wet;doelgroep;indicator;aantal\n2024-08-01;GM0629;Wi2021;Totaal;pip_vastgestelt;4\n"
    gedrukt = "gemeenten;jaar;indicator;onderdeel;waarde\nWassenaar;2024;pvt_voltoing_pct;totaal;85%\n"
    een, twee = magazijn.lees(maak_csv("a.csv", duo), maak_csv("b.csv", gedrukt))
    assert "Bedoelt u 'pip_vastgesteld'?" in redenen(een)[0][4]
    assert "Bedoelt u 'pvt_voltooiing_pct'?" in redenen(twee)[0][4]


def test_synthetisch_in_de_bestandsnaam(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("proef_Synthetisch.csv", f"{KOP}\nWassenaar;GM0629;2024-I;10;5\n"))
    assert magazijn.vraag("select is_synthetisch from raw.levering") == [(True,)]


def test_spuk_in_duizenden_wordt_geweigerd(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "gemeentecode;jaar;uitkeringscode;regeling;soort;bedrag"
    tekst = f"Bedragen x 1.000 euro\n{kop}\nGM0629;2024;G10;SPUK inburgering;voorlopig;300\n"
    [r] = magazijn.lees(maak_csv("spuk.csv", tekst))
    assert r.status == "afgekeurd" and "hele euro" in redenen(r)[0][3]
