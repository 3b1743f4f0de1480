"""Templates: one for every source and layout; untouched they give nothing, filled in they can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ingest.bronnen import kies_layouts, layoutnaam, list_bronnen
from ingest.layout import KruisLayout, TabelLayout, kruis_layouts, tabel_layouts
from ingest.privacy.pseudoniem import VARIABELE
from ingest.records.layout import RecordLayout, record_layouts
from ingest.sjabloon import OnbekendeBron, data_rijen, write_sjabloon
from ingest.sjabloon.kolommen import VOORBEELD, VOORBEELDCODE, invulkolommen
from tests.unit.ingest.conftest import Magazijn

NAMEN = [*dict.fromkeys(b.bron for b in list_bronnen()), *dict.fromkeys(b.layout for b in list_bronnen())]
VLAK: list[TabelLayout | RecordLayout] = [*tabel_layouts(), *record_layouts()]
GEMEENTE = "Katwijk (GM0537)"


@pytest.fixture(autouse=True)
def sleutel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABELE, str(tmp_path / "sleutel" / "pseudonimisering.sleutel"))


def echte_waarde(layout: TabelLayout | RecordLayout) -> str:
    """What replaces the mark of the example row."""
    merk = next(k for k in invulkolommen(layout) if k.voorbeeld in (VOORBEELD, VOORBEELDCODE))
    return "GM0629" if merk.voorbeeld == VOORBEELDCODE else layout.kolom(merk.naam).voorbeeld or "1"


def vervang(cel: Any, layout: TabelLayout | RecordLayout) -> Any:
    return echte_waarde(layout) if cel in (VOORBEELD, VOORBEELDCODE) else cel


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_sjabloon_heeft_gegevens_en_uitleg(naam: str, tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(write_sjabloon(naam, tmp_path / "s.xlsx"))
    assert boek.sheetnames == [*(layoutnaam(x)[:31] for x in kies_layouts(naam)), "Uitleg"]
    uitleg = [rij for rij in boek["Uitleg"].iter_rows(values_only=True) if any(rij)]
    assert len(uitleg) >= 4
    for layout in kies_layouts(naam):
        if not isinstance(layout, KruisLayout):
            beschreven = {rij[0]: rij for rij in uitleg}
            for kolom in invulkolommen(layout):
                _, verplicht, wat, mag, *_ = beschreven[kolom.naam]
                assert verplicht and wat and mag, kolom.naam


@pytest.mark.parametrize("naam", NAMEN)
def test_onaangeroerd_sjabloon_levert_niets_en_weigert_niets(naam: str, tmp_path: Path, magazijn: Magazijn) -> None:
    [r] = magazijn.lees(write_sjabloon(naam, tmp_path / "s.xlsx"))
    assert (r.rijen_goed, r.rijen_afgekeurd, r.afgekeurd_pad) == (0, 0, None), r
    assert set(r.herkend_als) == {getattr(x, "layout", "") for x in kies_layouts(naam)}
    assert "geen rijen met gegevens" in r.meldingen[-1]
    assert magazijn.vraag("select count(*) from raw.cel") == [(0,)]


@pytest.mark.parametrize("naam", [x for x in NAMEN if len(kies_layouts(x)) == 1])
def test_onaangeroerde_csv_levert_niets_en_weigert_niets(naam: str, tmp_path: Path, magazijn: Magazijn) -> None:
    [r] = magazijn.lees(write_sjabloon(naam, tmp_path / "s.csv"))
    assert (r.rijen_goed, r.rijen_afgekeurd, r.afgekeurd_pad) == (0, 0, None), r


@pytest.mark.parametrize("layout", VLAK, ids=lambda x: x.layout)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_voorbeeldrij_met_echte_gemeente_is_een_goede_rij(
    layout: TabelLayout | RecordLayout, suffix: str, tmp_path: Path, magazijn: Magazijn
) -> None:
    pad = write_sjabloon(layout.layout, tmp_path / f"s{suffix}")
    if suffix == ".csv":
        kop, rij = pad.read_text("utf-8-sig").splitlines()
        pad.write_text(f"{kop}\n" + ";".join(vervang(c, layout) for c in rij.split(";")) + "\n", "utf-8")
    else:
        boek = openpyxl.load_workbook(pad)
        for cel in boek[layout.layout[:31]][2]:
            cel.value = vervang(cel.value, layout)
        boek.save(pad)
    [r] = magazijn.lees(pad, peildatum=date(2025, 6, 30))
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd, r.herkend_als) == ("ingelezen", 1, 0, (layout.layout,)), r


@pytest.mark.parametrize("layout", VLAK, ids=lambda x: x.layout)
def test_elke_kolom_heeft_uitleg_en_een_keuring_die_bij_haar_soort_hoort(
    layout: TabelLayout | RecordLayout, tmp_path: Path
) -> None:
    blad = openpyxl.load_workbook(write_sjabloon(layout.layout, tmp_path / "s.xlsx"))[layout.layout[:31]]
    keuring = {str(d.sqref).split(":")[0].rstrip("0123456789"): d.type for d in blad.data_validations.dataValidation}
    verwacht = {"keuze": "list", "datum": "date", "heel": "whole", "getal": "decimal", "tekst": None}
    for k, kolom in enumerate(invulkolommen(layout), 1):
        kop = blad.cell(1, k)
        assert kop.value == kolom.naam and kop.comment and kolom.uitleg in kop.comment.text
        assert keuring.get(kop.column_letter) == verwacht[kolom.invoer], kolom.naam
        voorbeeld = blad.cell(2, k)
        assert voorbeeld.font.i, kolom.naam
        if kolom.invoer == "tekst":
            assert voorbeeld.number_format == "@", kolom.naam


def test_keuzelijsten_verwijzen_naar_de_waarden(tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(write_sjabloon("duo_personen", tmp_path / "s.xlsx"))
    kolom = [k.naam for k in invulkolommen(kies_layouts("duo_personen")[0])].index("leerroute") + 1  # type: ignore[arg-type]
    letter = openpyxl.utils.get_column_letter(kolom)
    [regel] = [
        d for d in boek["duo_personen"].data_validations.dataValidation if str(d.sqref).startswith(f"{letter}2:")
    ]
    bereik = regel.formula1.removeprefix("=").removeprefix("Uitleg!").replace("$", "")
    assert [rij[0].value for rij in boek["Uitleg"][bereik]] == ["B", "O", "Z"]


@pytest.mark.parametrize("layout", [x for x in record_layouts() if x.persoonsgegevens], ids=lambda x: x.layout)
def test_persoonssjabloon_zegt_wat_er_met_nummers_gebeurt_en_vraagt_geen_namen(
    layout: RecordLayout, tmp_path: Path
) -> None:
    boek = openpyxl.load_workbook(write_sjabloon(layout.layout, tmp_path / "s.xlsx"))
    tekst = " ".join(str(c) for rij in boek["Uitleg"].iter_rows(values_only=True) for c in rij if c)
    assert "(BSN)" in tekst and "pseudoniem" in tekst and "Namen" in tekst
    assert not [k.naam for k in invulkolommen(layout) if "prive" in k.naam or k.naam == "naam"]


@pytest.mark.parametrize("layout", kruis_layouts(), ids=lambda x: x.naam)
def test_ingevuld_werkblad_is_leesbaar(layout: KruisLayout, tmp_path: Path, magazijn: Magazijn) -> None:
    """With the example row left in place."""
    pad = write_sjabloon(layout.naam, tmp_path / "s.xlsx")
    boek = openpyxl.load_workbook(pad)
    blad = boek[layout.naam[:31]]
    zet_gemeente(blad)
    for r in range(6, 6 + len(layout.sjabloon["regels"])):
        blad.cell(r, len(layout.sjabloon["labels"]) + 1, "4 (B1-route)" if layout.route_in_cel else 4)
    boek.save(pad)
    [resultaat] = magazijn.lees(pad)
    assert resultaat.status == "ingelezen", resultaat
    assert resultaat.rijen_goed == len(layout.sjabloon["regels"])
    assert magazijn.vraag("select distinct indicator, gemeentecode, gemeentenaam from raw.cel") == [
        (layout.indicator, "GM0537", "Katwijk")
    ]


@pytest.mark.parametrize("layout", kruis_layouts(), ids=lambda x: x.naam)
def test_voorbeeldrij_van_een_werkblad_is_na_vervangen_een_goede_rij(
    layout: KruisLayout, tmp_path: Path, magazijn: Magazijn
) -> None:
    pad = write_sjabloon(layout.naam, tmp_path / "s.xlsx")
    boek = openpyxl.load_workbook(pad)
    blad = boek[layout.naam[:31]]
    zet_gemeente(blad)
    blad.delete_rows(6, len(layout.sjabloon["regels"]))
    for cel in blad[5]:
        cel.value = {VOORBEELDCODE: GEMEENTE, VOORBEELD: None}.get(cel.value, cel.value)
    boek.save(pad)
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("ingelezen", 1, 0), r


def zet_gemeente(blad: Any) -> None:
    for rij in blad.iter_rows():
        for cel in rij:
            if isinstance(cel.value, str):
                cel.value = cel.value.replace("Gemeente (GM0000)", GEMEENTE)


def test_csv_heeft_de_kopregel_uit_de_indeling_en_een_voorbeeld(tmp_path: Path) -> None:
    pad = write_sjabloon("coa_taakstelling", tmp_path / "nieuw" / "s.csv")
    kop, voorbeeld = pad.read_text("utf-8-sig").splitlines()
    assert kop.split(";") == data_rijen(kies_layouts("coa_taakstelling")[0])[0]
    assert VOORBEELDCODE in voorbeeld.split(";")


@pytest.mark.parametrize("bron", [b for b in dict.fromkeys(x.bron for x in list_bronnen()) if len(kies_layouts(b)) > 1])
def test_csv_van_een_bron_met_meer_indelingen_noemt_de_keuzes(bron: str, tmp_path: Path) -> None:
    with pytest.raises(OnbekendeBron, match=layoutnaam(kies_layouts(bron)[-1])):
        write_sjabloon(bron, tmp_path / "s.csv")
    assert not (tmp_path / "s.csv").exists()


def test_onbekende_bron_noemt_de_keuzes(tmp_path: Path) -> None:
    with pytest.raises(OnbekendeBron, match="tvs, duo, spuk, gemeente, rekenkamer"):
        write_sjabloon("cobra", tmp_path / "s.xlsx")
    assert not (tmp_path / "s.xlsx").exists()
