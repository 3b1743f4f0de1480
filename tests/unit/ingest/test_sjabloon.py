"""Templates: one for every source and layout, and what is filled in can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ingest.bronnen import kies_layouts, layoutnaam, list_bronnen
from ingest.layout import KruisLayout, TabelLayout, kruis_layouts, tabel_layouts
from ingest.sjabloon import OnbekendeBron, data_rijen, write_sjabloon
from tests.unit.ingest.conftest import Magazijn

NAMEN = [*dict.fromkeys(b.bron for b in list_bronnen()), *dict.fromkeys(b.layout for b in list_bronnen())]


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_sjabloon_heeft_gegevens_en_uitleg(naam: str, tmp_path: Path) -> None:
    pad = write_sjabloon(naam, tmp_path / "s.xlsx")
    boek = openpyxl.load_workbook(pad)
    assert boek.sheetnames[-1] == "Uitleg"
    assert boek.sheetnames[:-1] == [layoutnaam(x)[:31] for x in kies_layouts(naam)]
    assert sum(1 for rij in boek["Uitleg"].iter_rows(values_only=True) if any(rij)) > 8


@pytest.mark.parametrize("naam", NAMEN)
def test_leeg_sjabloon_wordt_herkend_maar_levert_niets(naam: str, tmp_path: Path, magazijn: Magazijn) -> None:
    [r] = magazijn.lees(write_sjabloon(naam, tmp_path / "s.xlsx"))
    assert r.status == "afgekeurd"
    assert magazijn.vraag("select count(*) from raw.cel") == [(0,)]


@pytest.mark.parametrize("layout", tabel_layouts(), ids=lambda x: x.layout)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_ingevulde_tabel_is_leesbaar(layout: TabelLayout, suffix: str, tmp_path: Path, magazijn: Magazijn) -> None:
    pad = write_sjabloon(layout.layout, tmp_path / f"s{suffix}")
    voorbeeld = [k.voorbeeld for k in layout.kolommen]
    if suffix == ".csv":
        pad.write_text(pad.read_text("utf-8-sig") + ";".join(voorbeeld) + "\n", "utf-8")
    else:
        boek = openpyxl.load_workbook(pad)
        boek[layout.layout[:31]].append([v or None for v in voorbeeld])
        boek.save(pad)
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.herkend_als) == ("ingelezen", 1, (layout.layout,)), r


@pytest.mark.parametrize("layout", kruis_layouts(), ids=lambda x: x.naam)
def test_ingevuld_werkblad_is_leesbaar(layout: KruisLayout, tmp_path: Path, magazijn: Magazijn) -> None:
    pad = write_sjabloon(layout.naam, tmp_path / "s.xlsx")
    boek = openpyxl.load_workbook(pad)
    blad = boek[layout.naam[:31]]
    labels = len(layout.sjabloon["labels"])
    for rij in blad.iter_rows():
        for cel in rij:
            if isinstance(cel.value, str):
                cel.value = cel.value.replace("Gemeente (GM0000)", "Katwijk (GM0537)")
    for r in range(5, 5 + len(layout.sjabloon["regels"])):
        blad.cell(r, labels + 1, "4 (B1-route)" if layout.route_in_cel else 4)
    boek.save(pad)
    [resultaat] = magazijn.lees(pad)
    assert resultaat.status == "ingelezen", resultaat
    assert resultaat.rijen_goed == len(layout.sjabloon["regels"])
    assert magazijn.vraag("select distinct indicator, gemeentecode, gemeentenaam from raw.cel") == [
        (layout.indicator, "GM0537", "Katwijk")
    ]


def test_csv_met_kopregel_uit_de_indeling(tmp_path: Path) -> None:
    pad = write_sjabloon("tvs", tmp_path / "nieuw" / "s.csv")
    assert pad.read_text("utf-8-sig").splitlines() == [";".join(data_rijen(kies_layouts("tvs")[0])[0])]


def test_gemeente_als_csv_heeft_alle_tabellen_onder_elkaar(tmp_path: Path, magazijn: Magazijn) -> None:
    pad = write_sjabloon("gemeente", tmp_path / "s.csv")
    gevuld, in_tabel = [], False
    for regel in pad.read_text("utf-8-sig").replace("Gemeente (GM0000)", "Katwijk (GM0537)").splitlines():
        gevuld.append(f"{regel};4 (B1-route)" if in_tabel and regel else regel)
        in_tabel = bool(regel) and (in_tabel or str(date.today().year - 1) in regel)
    pad.write_text("\n".join(gevuld), "utf-8")
    [r] = magazijn.lees(pad)
    assert r.status == "ingelezen" and set(r.herkend_als) == {k.layout for k in kruis_layouts()}, r


def test_onbekende_bron_noemt_de_keuzes(tmp_path: Path) -> None:
    with pytest.raises(OnbekendeBron, match="tvs, duo, spuk, gemeente, rekenkamer"):
        write_sjabloon("cobra", tmp_path / "s.xlsx")
    assert not list(tmp_path.iterdir())
