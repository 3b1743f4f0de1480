"""The controledossier from plain rows: formulas, stored values, words, bytes and the manifest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

import openpyxl
import pytest

from rekenkamer.rapport.controledossier import BLADEN, Controledossier, build_dossier, select_verloop
from rekenkamer.rapport.controledossier.keten import STAPPEN, amount_of
from tests.unit.rekenkamer.rapport.proefdossier import FORMULE, maak_gegevens

GEZIN = "Component gezin: gezins- en overige migranten, cohort 2024"


@lru_cache
def proef(regeling: str = "plafond", jaar: int = 2025) -> Controledossier:
    return build_dossier(maak_gegevens(regeling, jaar))


def open_boek(dossier: Controledossier, waarden: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(dossier.xlsx), data_only=waarden)


def inhoud(boek: openpyxl.Workbook, blad: str) -> list[Any]:
    return [cel.value for rij in boek[blad].iter_rows() for cel in rij if cel.value is not None]


def cel_van(boek: openpyxl.Workbook, naam: str) -> Any:
    blad, plek = boek.defined_names[naam].attr_text.split("!")
    return boek[blad][plek.replace("$", "")]


def test_iedere_stap_is_een_formule_met_het_bedrag_van_de_rekenregels() -> None:
    g, formules, waarden = maak_gegevens(), open_boek(proef()), open_boek(proef(), True)
    assert proef().nagerekend_aantal == len(g.verloop) * len(STAPPEN) and proef().afwijkend_aantal == 0
    for v in g.verloop:
        for stap in STAPPEN:
            naam = f"{stap}_{v.scenario}_{v.jaar}"
            assert str(cel_van(formules, naam).value).startswith("="), naam
            assert Decimal(str(cel_van(waarden, naam).value)) == amount_of(v, stap), naam


@pytest.mark.parametrize(
    ("naam", "formule"),
    [
        ("overschot_laag_2025", "ROUND(reserve_begin_laag_2025+toegekend_laag_2025-besteed_laag_2025,2)"),
        ("reserve_begin_laag_2025", "ROUND(reserve_eind_laag_2024,2)"),
        ("reserve_begin_laag_2022", "ROUND(beginreserve_laag,2)"),
        ("plafond_laag_2025", "*toegekend_laag_2025,2)+ROUND(beta_regeling_2026*toegekend_laag_2024,2)"),
        ("toegekend_midden_2025", "ROUND(betaald_midden_2025*(toegekend_midden_2024/betaald_midden_2024),2)"),
        ("toegekend_gedrukt_2025", "ROUND(betaald_gedrukt_2025,2)"),
        ("besteed_midden_2025", "ROUND(besteed_midden_2024,2)"),
        ("besteed_laag_2025", "MAX(SUMIFS(kosten_bedrag,kosten_jaar,2025"),
        ("besteed_hoog_2024", 'IF(participatie_hoog="ja",SUMIFS(kosten_bedrag,kosten_jaar,2024,kosten_telt_mee,"disc'),
        ("te_betalen_gedrukt_2024", '+SUMIFS(kosten_bedrag,kosten_jaar,2024,kosten_telt_mee,"fout_onzeker")'),
    ],
)  # fmt: skip
def test_formule_verwijst_naar_invoer_regels_en_het_jaar_ervoor(naam: str, formule: str) -> None:
    assert formule in cel_van(open_boek(proef()), naam).value


def test_toegekend_uit_aantallen_staat_als_aantal_maal_bedrag_in_de_invoer() -> None:
    formules, waarden = (open_boek(proef(), w)["Invoer"] for w in (False, True))
    rij = next(r[0].row for r in formules.iter_rows() if r[2].value == GEZIN)
    aantal, bedrag, product = (formules.cell(rij, kolom).value for kolom in (4, 5, 6))
    assert bedrag == "=bedrag_gezin_2024"
    assert product == f'=IF(COUNT($D${rij},$E${rij})=2,ROUND($D${rij}*$E${rij},2),"niet te berekenen")'
    assert formules[aantal.removeprefix("=").replace("$", "")].value == 12.6
    assert waarden.cell(rij, 6).value == 8475.64  # 12,60 × 672,67 = 8.475,642


def test_wat_niet_is_geleverd_is_een_woord_en_nooit_nul() -> None:
    boek = open_boek(proef())
    rijen = [[c.value for c in rij] for rij in boek["Invoer"].iter_rows()]
    pvt = next(rij for rij in rijen if rij[:3] == ["Kosten", 2024, "PVT"])
    assert pvt[5] == "niet geleverd" and pvt[11] == "abababababab" and pvt[12] == "ab" * 32


def test_geleverde_tekst_wordt_nooit_een_formule() -> None:
    boek = open_boek(proef())
    gevonden = [c for blad in boek for rij in blad.iter_rows() for c in rij if c.value == FORMULE]
    assert gevonden and all(c.data_type == "s" for c in gevonden)
    with zipfile.ZipFile(io.BytesIO(proef().xlsx)) as zip_:
        namen = zip_.namelist()
    assert not [n for n in namen if "vba" in n.lower() or "externalLink" in n]


def test_zonder_reserveregel_staan_er_woorden_en_klopt_de_rest() -> None:
    dossier = proef("onbekend")
    boek = open_boek(dossier)
    assert cel_van(boek, "plafond_gedrukt_2024").value == "geen regel bekend"
    assert "terugvordering" not in cel_van(boek, "te_betalen_gedrukt_2024").value
    assert dossier.afwijkend_aantal == 0


def test_een_eerder_jaar_neemt_alleen_de_jaren_tot_en_met_dat_jaar_mee() -> None:
    g = maak_gegevens(jaar=2023)
    assert {v.jaar for v in select_verloop(g)} == {2022, 2023}
    assert "Scenario gedrukt, 2024" not in inhoud(open_boek(proef(jaar=2023)), "Berekening")


def test_een_ander_bedrag_in_het_magazijn_valt_op() -> None:
    g = maak_gegevens()
    fout = replace(g, verloop=(g.verloop[0]._replace(plafond_eur=Decimal("1.00")), *g.verloop[1:]))
    dossier = build_dossier(fout)
    assert dossier.afwijkend_aantal == 1
    waarden = open_boek(dossier, True)
    assert waarden["Berekening"]["A2"].value == "Er zijn verschillen: zie kolom Verschil"
    assert json.loads(dossier.manifest)["bedragen_die_afwijken"] == 1


def test_geen_bedrag_maakt_een_woord_van_alles_wat_erop_rust() -> None:
    g = maak_gegevens()
    leeg = [b if b.jaar != 2024 else b._replace(bedrag_eur=None, waarde_status="pm") for b in g.beschikkingen]
    dossier = build_dossier(maak_gegevens(beschikkingen=tuple(leeg)))
    waarden = open_boek(dossier, True)
    assert cel_van(waarden, "overschot_gedrukt_2024").value == "niet te berekenen"
    assert cel_van(waarden, "reserve_begin_gedrukt_2025").value == "niet te berekenen"
    assert "p.m. (nog niet begroot)" in inhoud(waarden, "Invoer") and dossier.afwijkend_aantal == 0


def test_dezelfde_rijen_geven_dezelfde_bytes() -> None:
    nogmaals = build_dossier(maak_gegevens())
    assert (nogmaals.xlsx, nogmaals.manifest) == (proef().xlsx, proef().manifest)


def test_manifest_noemt_hashes_bronnen_en_uitkomsten_tot_op_de_cent() -> None:
    g, manifest = maak_gegevens(), json.loads(proef().manifest)
    assert manifest["bestand"]["sha256"] == hashlib.sha256(proef().xlsx).hexdigest() == proef().sha256
    assert manifest["snapshot"] == {
        "id": g.snapshot_id, "vastgelegd_op": "2026-01-01T12:00:00+00:00", "sha256": "cd" * 32,
    }  # fmt: skip
    assert list(manifest["bladen"]["sha256"]) == list(BLADEN)
    assert manifest["bronnen"][0]["levering_sha256"] == "ab" * 32
    assert manifest["bronnen"][0]["vindplaatsen"] == ["proef.xlsx, blad 1, cel B2"]
    uitkomst = next(u for u in manifest["uitkomsten"] if (u["scenario"], u["jaar"]) == ("gedrukt", 2022))
    assert uitkomst["vaststelling_verschil_eur"] == "15982.72"
    assert {p["status"] for p in manifest["regels"]["plafonds"]} == {"bevestigd"}


def test_blad_is_klaar_voor_de_printer() -> None:
    boek = open_boek(proef())
    for naam in BLADEN:
        blad = boek[naam]
        assert blad.page_setup.orientation == "landscape" and blad.page_setup.fitToHeight == 0
        assert "Snapshot 20260101-120000-abcdef12" in blad.oddFooter.left.text
        if naam != "Leeswijzer":
            assert blad.freeze_panes and blad.print_title_rows
