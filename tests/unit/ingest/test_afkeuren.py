"""The workbook with rejected rows: text only, the offending cell marked, a limit, a safe name; and the summary."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from ingest import afkeuren
from ingest.afkeuren import schrijf_afgekeurd, vat_samen, veilige_naam
from ingest.cel import Afkeuring
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
KOP = "periode;gemeente;taakstelling;gerealiseerd"


def _afkeuring(rij: int, waarde: str = "abc", **rest: object) -> Afkeuring:
    velden = {
        "blad": "Q1", "rij": rij, "kolom": "D", "waarde": waarde, "reden": f"'{waarde}' is geen datum.",
        "doe": "Schrijf een datum.", "origineel": ["a", "b", "c", waarde], "regel": "geen datum", **rest,
    }  # fmt: skip
    return Afkeuring(**velden)  # type: ignore[arg-type]


@pytest.mark.parametrize("gevaar", ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_een_vijandige_waarde_blijft_tekst(gevaar: str, tmp_path: Path) -> None:
    rij = _afkeuring(3, gevaar, blad=gevaar[:20], kolom=gevaar, origineel=[gevaar], koppen=[gevaar])
    pad = schrijf_afgekeurd(tmp_path, "x.csv", "0" * 64, [rij])
    blad = openpyxl.load_workbook(pad).active
    assert blad is not None
    cellen = [c for regel in blad.iter_rows() for c in regel if c.value is not None]
    assert {c.data_type for c in cellen} == {"s"}
    assert sum(gevaar.strip() in str(c.value) for c in cellen) >= 3
    with zipfile.ZipFile(pad) as archief:
        inhoud = archief.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inhoud and b"<hyperlink" not in inhoud


def test_de_cel_waar_het_om_gaat_heeft_een_kleur(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("a.csv", f"{KOP}\n2024;Wassenaar;55;abc\n2023;Bommelskonten;5;1\n"))
    assert r.afgekeurd_pad is not None
    blad = openpyxl.load_workbook(r.afgekeurd_pad).active
    assert blad is not None
    gekleurd = [[c.value for c in rij if c.fill.fgColor.rgb == "FFF8D7A8"] for rij in blad.iter_rows(min_row=2)]
    assert gekleurd == [["abc"], ["Bommelskonten"]]
    assert [c.value for c in blad[1]][:8] == [
        "bestand",
        "blad",
        "rij",
        "kolom",
        "waarde",
        "regel",
        "reden",
        "wat te doen",
    ]
    assert [blad.cell(r, 6).value for r in (2, 3)] == ["onleesbaar cijfer", "onbekende gemeente"]


def test_ook_in_een_werkboek_en_bij_een_cijfer_buiten_de_grenzen(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["PVT"], [], ["Gemeente", "Doelgroep", 2023], ["Wassenaar", "Gezinsmigrant", -4]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT=rijen))
    assert r.afgekeurd_pad is not None
    blad = openpyxl.load_workbook(r.afgekeurd_pad).active
    assert blad is not None
    assert [c.value for c in blad[2] if c.fill.fgColor.rgb == "FFF8D7A8"] == ["-4"]


def test_hoogstens_zoveel_rijen_en_dan_een_regel_over_de_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afkeuren, "MAX_RIJEN", 10)
    pad = schrijf_afgekeurd(tmp_path, "x.csv", "0" * 64, [_afkeuring(n) for n in range(25)])
    blad = openpyxl.load_workbook(pad).active
    assert blad is not None and blad.max_row == 12
    assert "nog 15 afkeuringen" in str(blad["A12"].value)


@pytest.mark.parametrize(
    "naam", ["../../etc/passwd", "a\\b:c*.csv", "x" * 400 + ".csv", "é" * 200, "a\nb\x00.csv", "...", ""]
)
def test_veilige_bestandsnaam(naam: str, tmp_path: Path) -> None:
    pad = schrijf_afgekeurd(tmp_path, naam, "f" * 64, [_afkeuring(1)])
    assert pad.parent == tmp_path and pad.exists() and len(pad.name.encode()) < 200
    assert veilige_naam(naam)[0] not in ". "


def test_samenvatting_noemt_reden_plaats_en_aantal() -> None:
    lijst = [_afkeuring(n, "31-02-2023") for n in (5, 9, 12)]
    assert vat_samen(lijst) == ["3 rijen afgekeurd: '31-02-2023' is geen datum (blad 'Q1', kolom D, rij 5, 9, 12)."]
    anders = [_afkeuring(n, f"{n}-02-23") for n in range(20)]
    [zin] = vat_samen(anders)
    assert zin.startswith("20 rijen afgekeurd: onder meer '0-02-23'") and "en nog 14" in zin


def test_samenvatting_is_kort_en_zonder_persoonsnummers() -> None:
    lijst = [_afkeuring(n, regel=f"regel {n % 5}", kolom="") for n in range(30)] + [
        Afkeuring("Q2", None, "", "", "Blad 'Q2' wordt niet herkend en is overgeslagen.", "x")
    ]
    zinnen = vat_samen(lijst, 3)
    assert len(zinnen) == 4 and zinnen[-1] == "En nog 13 afkeuringen om andere redenen."
    assert vat_samen(lijst[-1:]) == ["Blad 'Q2' wordt niet herkend en is overgeslagen."]
    assert vat_samen([]) == []
    assert "123456782" not in vat_samen([_afkeuring(1, "123456782")])[0]
    assert len(vat_samen([_afkeuring(1, "x" * 5000)])[0]) < 400
