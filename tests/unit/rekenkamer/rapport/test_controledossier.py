"""The controledossier from plain rows: formulas, stored values, words, bytes and the manifest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import openpyxl
import pytest

from rekenkamer.rapport.controledossier import BLADEN, Controledossier, build_dossier, select_verloop
from rekenkamer.rapport.controledossier.keten import STAPPEN, amount_of
from tests.unit.rekenkamer.rapport.proefdossier import FORMULE, beschikking, kosten, maak_gegevens, prijs, telling

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
    gelijk, verborgen = proef().nagerekend_aantal, proef().niet_te_zien_aantal
    assert gelijk + verborgen == len(g.verloop) * len(STAPPEN) and proef().afwijkend_aantal == 0
    assert verborgen == 2 * sum(v.toegekend_herkomst == "gelijkgesteld" for v in g.verloop)
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


def test_elk_budgetjaar_neemt_zijn_eigen_telling_van_een_cohort() -> None:
    g = maak_gegevens()
    duo = [telling(2022, "statushouder", aantal, jaar) for jaar, aantal in ((2022, "10"), (2023, "12"), (2024, "11"))]
    # a letter of 2023 would go before its counts
    brieven = tuple(b._replace(soort="voorlopig") if b.jaar == 2023 else b for b in g.beschikkingen)
    dossier = build_dossier(maak_gegevens(tellingen=(*g.tellingen, *duo), beschikkingen=brieven))
    assert dossier.afwijkend_aantal == 0
    rijen = [[c.value for c in rij[:7]] for rij in open_boek(dossier, True)["Invoer"].iter_rows()]
    gebruikt = {rij[2]: rij[3] for rij in rijen if rij[0] == "Aantal × bedrag"}
    assert [gebruikt[f"Component {c}: statushouders, cohort 2022"] for c in ("b", "c")] == [12, 11]
    eerste = [rij[6] for rij in rijen if rij[0] == "Telling" and rij[2].startswith("Cohort 2022, statushouders")]
    # each year has its own: the one for every year is not used
    assert sorted(eerste) == ["gebruikt"] * 3 + ["niet gebruikt"]


def test_wat_niet_is_geleverd_is_een_woord_en_nooit_nul() -> None:
    boek = open_boek(proef())
    rijen = [[c.value for c in rij] for rij in boek["Invoer"].iter_rows()]
    pvt = next(rij for rij in rijen if rij[:3] == ["Kosten", 2024, "PVT"])
    assert pvt[5] == "niet geleverd" and pvt[12] == "abababababab" and pvt[13] == "ab" * 32


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


@pytest.mark.parametrize(
    "posten",
    [(("leerroutes", "ja", "31000.50"),), (("sisa", "ja", "31000.50"), ("participatiecomponent", "discutabel", None))],
    ids=["alles", "een post niet"],
)
def test_een_verantwoord_jaar_na_het_peiljaar_gaat_ook_in_het_bestand_voor_de_aanname(posten: Any) -> None:
    eerder = tuple(b for b in maak_gegevens().bestedingen if b.jaar < 2025)
    echt = tuple(kosten(2025, *p)._replace(status_bedrag="realisatie") for p in posten)
    g = maak_gegevens(bestedingen=(*eerder, *echt))
    dossier = build_dossier(g)
    assert dossier.afwijkend_aantal == 0
    eigen = len(posten) == 1
    for scenario in ("laag", "midden"):
        formule = cel_van(open_boek(dossier), f"besteed_{scenario}_2025").value
        assert ("kosten_jaar,2025" in formule and f"besteed_{scenario}_2024" not in formule) == eigen


def test_een_onbruikbaar_bedrag_fout_of_onzeker_is_ook_in_het_bestand_geen_nul() -> None:
    eerder = tuple(b for b in maak_gegevens().bestedingen if b.post != "fout_onzeker")
    stuk = kosten(2024, "fout_onzeker", "nee", None)._replace(waarde_status="onleesbaar")
    dossier = build_dossier(maak_gegevens(bestedingen=(*eerder, stuk)))
    boek = open_boek(dossier, True)
    assert dossier.afwijkend_aantal == 0 and cel_van(boek, "te_betalen_gedrukt_2024").value == "niet te berekenen"
    assert isinstance(cel_van(boek, "terugvordering_gedrukt_2024").value, float)


def test_onder_de_nieuwe_formule_staat_er_alleen_in_gedrukt_een_bedrag() -> None:
    g = maak_gegevens()
    met_2026 = (*g.beschikkingen, beschikking(2026, "voorlopig", "1111.11"))
    prijzen = (*g.prijzen, prijs(2026, "d", "statushouder", 2, "856.51"))
    dossier = build_dossier(maak_gegevens(jaar=2026, beschikkingen=met_2026, prijzen=prijzen))
    boek = open_boek(dossier, True)
    assert dossier.afwijkend_aantal == 0 and cel_van(boek, "toegekend_gedrukt_2026").value == 1111.11
    assert {cel_van(boek, f"toegekend_{s}_2026").value for s in ("laag", "midden", "hoog")} == {"niet te berekenen"}


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
    manifest = json.loads(dossier.manifest)
    assert manifest["bedragen_die_afwijken"] == 1 and manifest["bedragen_nagerekend"] == dossier.nagerekend_aantal


def test_geen_bedrag_maakt_een_woord_van_alles_wat_erop_rust() -> None:
    g = maak_gegevens()
    leeg = [b if b.jaar != 2024 else b._replace(bedrag_eur=None, waarde_status="pm") for b in g.beschikkingen]
    dossier = build_dossier(maak_gegevens(beschikkingen=tuple(leeg)))
    waarden = open_boek(dossier, True)
    assert cel_van(waarden, "overschot_gedrukt_2024").value == "niet te berekenen"
    assert cel_van(waarden, "reserve_begin_gedrukt_2025").value == "niet te berekenen"
    assert "p.m. (nog geen bedrag)" in inhoud(waarden, "Invoer") and dossier.afwijkend_aantal == 0
    assert dossier.niet_te_berekenen_aantal > 0 and "geen bedrag" in inhoud(waarden, "Berekening")
    assert f"; {dossier.niet_te_berekenen_aantal} zijn niet te berekenen." in waarden["Berekening"]["A3"].value


def test_wat_niet_te_zien_is_staat_nergens_als_uitkomst() -> None:
    boek = open_boek(proef(), True)
    rijen = [[c.value for c in rij] for rij in boek["Leeswijzer"].iter_rows()]
    gedrukt = next(rij for rij in rijen if rij[0] == "Gedrukt")
    assert gedrukt[1] == gedrukt[4] == "niet te zien (toegekend gelijkgesteld aan betaald)"
    assert gedrukt[7].endswith("niet zeker; te betalen zonder vaststelling") and isinstance(gedrukt[3], float)
    midden = next(rij for rij in rijen if rij[0] == "Midden")
    assert isinstance(midden[1], float) and "zonder vaststelling" not in midden[7]
    assert {"Opgesteld door", "Gecontroleerd door", "Datum"} <= {rij[0] for rij in rijen}
    assert "Zonder vaststelling: die is niet te zien." in " ".join(map(str, inhoud(boek, "Berekening")))
    uitkomst = next(u for u in json.loads(proef().manifest)["uitkomsten"] if u["toegekend_herkomst"] == "gelijkgesteld")
    assert not uitkomst["vaststelling_is_te_zien"]


def test_invoer_noemt_hoe_hard_een_getal_is() -> None:
    rijen = [[c.value for c in rij] for rij in open_boek(proef())["Invoer"].iter_rows()]
    assert {rij[8] for rij in rijen[4:]} >= {"voorlopig", "definitief", "dossier"} and rijen[3][8] == "Hardheid"


def test_bronnen_heeft_van_elke_dag_een_datum() -> None:
    bron = maak_gegevens().bronnen[0]._replace(ontvangen_op=datetime(2025, 3, 4, 9, 30, tzinfo=UTC))
    cellen = open_boek(build_dossier(maak_gegevens(bronnen=(bron,))))["Bronnen"][5]
    assert [c.value for c in cellen[4:6]] == [datetime(2025, 1, 1), datetime(2025, 3, 4)]


def test_vingerafdruk_van_elk_blad_is_na_te_rekenen_zoals_het_manifest_zegt() -> None:
    bladen = json.loads(proef().manifest)["bladen"]
    assert {blad.title: recompute_hash(blad) for blad in open_boek(proef())} == bladen["sha256"]
    assert all(soort in bladen["wijze"] for soort in ("tekst", "getal", "datum", "formule", "zes decimalen"))


def recompute_hash(blad: Any) -> str:
    """As somebody would who only has the file and the text in the manifest."""
    cellen = [[c.coordinate, *read_cel(c)] for rij in blad.iter_rows() for c in rij if c.value not in (None, "")]
    return hashlib.sha256(json.dumps(cellen, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def read_cel(cel: Any) -> tuple[str, str]:
    if cel.data_type == "f":
        return "formule", cel.value
    if cel.is_date:
        return "datum", f"{cel.value:%Y-%m-%d}"
    if cel.data_type == "n":
        tekst = f"{cel.value:.6f}".rstrip("0").rstrip(".")
        return "getal", tekst
    return "tekst", cel.value


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
    assert {p["status"] for p in manifest["regels"]["plafonds"]} == {"bevestigd", "afgeleid"}


def test_blad_is_klaar_voor_de_printer() -> None:
    boek = open_boek(proef())
    for naam in BLADEN:
        blad = boek[naam]
        assert blad.page_setup.orientation == "landscape" and blad.page_setup.fitToHeight == 0
        assert "Snapshot 20260101-120000-abcdef12" in blad.oddFooter.left.text
        if naam != "Leeswijzer":
            assert blad.freeze_panes and blad.print_title_rows
