"""Rows of the marts become the objects of the calculation: nothing lost, nothing made up, no benaderingen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest

from rekenkamer.spuk import Herkomst, bereken
from rekenkamer.spuk.inlezing import build_dossiers, build_regels, build_scenario

REGELINGEN = [
    {"regeling": "gebundeld", "reserve_regel": "plafond"},
    {"regeling": "G10", "reserve_regel": "plafond"},
    {"regeling": "G13", "reserve_regel": "onbekend"},
]
PLAFONDS = [
    {"regelversie": "nieuw", "regeling": "G10", "geldig_vanaf_jaar": 2026, "alpha": D(1), "beta": D("0.5"),
     "status": "afgeleid"},
    {"regelversie": "oud", "regeling": "G10", "geldig_vanaf_jaar": 2022, "alpha": D(1), "beta": D(0),
     "status": "bevestigd"},
]  # fmt: skip
SCENARIO = {
    "scenario": "gedrukt", "gedrukt_definitief": "geloofd", "definitief_raming": "gelijk_aan_betaald",
    "besteding": "geleverd", "peiljaar": 2024, "participatie_telt_mee": True, "beginjaar": 2022,
    "beginreserve_eur": D(0), "nieuw_plafond_vanaf_jaar": None,
}  # fmt: skip


def besluit(jaar: int | None, bedrag: Any, soort: str = "voorlopig", regeling: str = "gebundeld") -> dict[str, Any]:
    return {
        "gemeentecode": "GM0001", "jaar": jaar, "regeling": regeling, "soort": soort, "bedrag_eur": bedrag,
        "waarde_status": "waarde", "is_gebundeld": regeling == "gebundeld", "vindplaats": "p. 68, rij 3",
        "bron_id": "b1", "levering_id": "l1",
    }  # fmt: skip


def kosten(jaar: int, bedrag: Any, post: str = "leerroutes", regeling: str = "gebundeld") -> dict[str, Any]:
    return {
        "gemeentecode": "GM0001", "jaar": jaar, "regeling": regeling, "post": post, "is_voorziening": "ja",
        "bedrag_eur": bedrag, "waarde_status": "waarde", "vindplaats": None, "bron_id": "b2", "levering_id": "l2",
    }  # fmt: skip


def telling(cohort: int, aantal: Any, bron: str = "duo", gekozen: bool = True) -> dict[str, Any]:
    return {
        "gemeentecode": "GM0001", "cohort": cohort, "groep": "statushouder", "telling_bron": bron, "aantal": aantal,
        "waarde_status": "waarde", "is_volledig": True, "is_gekozen": gekozen, "vindplaats": None, "bron_id": "b3",
        "levering_id": "l3",
    }  # fmt: skip


def test_regels_houden_bedrag_artikel_en_datum() -> None:
    prijs = {
        "budgetjaar": 2025, "component": "a", "bedrag_eur": D("9154.91"), "gewicht": D("9154.9100"),
        "status": "bevestigd", "artikel": "art. 10.2", "tekst_datum": date(2026, 4, 18), "vindplaats": "Regeling",
    }  # fmt: skip
    parameter = {"parameter": "tba", "jaar": 2026, "waarde": None, "status": "onbekend"}
    regels = build_regels([prijs, {**prijs, "budgetjaar": 2026, "bedrag_eur": None}], PLAFONDS, [parameter])
    gelezen = regels.prijs(2025, "a")
    assert gelezen is not None and gelezen.bedrag == D("9154.91")
    assert gelezen.herkomst == Herkomst("bevestigd", None, None, "Regeling", "art. 10.2", "2026-04-18")
    onbekend = regels.prijs(2026, "a")
    assert onbekend is not None and onbekend.bedrag is None
    assert [p.regelversie for p in regels.plafonds] == ["oud", "nieuw"]
    tba = regels.parameter("tba", 2026)
    assert tba is not None and tba.waarde is None and tba.herkomst.status == "onbekend"


def test_een_regelversie_hoort_bij_een_regeling_en_spreekt_zich_niet_tegen() -> None:
    van_g13 = {**PLAFONDS[1], "regeling": "G13", "beta": D("0.25")}
    assert [p.regeling for p in build_regels([], [*PLAFONDS, van_g13], []).plafonds] == ["G10", "G13", "G10"]
    zonder = [{k: w for k, w in rij.items() if k != "regeling"} for rij in PLAFONDS]
    assert {p.regeling for p in build_regels([], zonder, []).plafonds} == {"G10"}
    with pytest.raises(ValueError, match="Regelversie oud van G10 staat twee keer"):
        build_regels([], [*PLAFONDS, {**van_g13, "regeling": "G10"}], [])


def test_welk_plafond_en_of_aantallen_tellen_staat_bij_de_regeling() -> None:
    besluiten = [besluit(2024, D(9), regeling=r) for r in ("A38", "G10", "G13", "gebundeld")]
    oud = build_dossiers(besluiten, [], [telling(2024, D(3))], REGELINGEN)
    assert [(d.regeling, d.plafond_van, d.kent_telling) for d in oud] == [
        ("A38", "G10", False),
        ("G10", "G10", True),
        ("G13", "G10", False),
        ("gebundeld", "G10", True),
    ]
    g13 = {"regeling": "G13", "reserve_regel": "plafond", "plafond_van": "G13", "telt_aantallen": False}
    nieuw = {d.regeling: d for d in build_dossiers(besluiten, [], [telling(2024, D(3))], [*REGELINGEN[:2], g13])}
    # a ceiling of its own does not make a grant one that follows head counts
    assert (nieuw["G13"].reserve_regel, nieuw["G13"].plafond_van, nieuw["G13"].tellingen) == ("plafond", "G13", ())


def test_gelezen_rijen_geven_de_uitkomst_van_wassenaar() -> None:
    toegekend = {2022: 104017, 2023: 319730, 2024: 589625, 2025: 551936}
    besteed = {2022: 66750, 2023: 146515, 2024: 208575, 2025: 101000}
    (dossier,) = build_dossiers(
        [besluit(j, D(b)) for j, b in toegekend.items()], [kosten(j, D(b)) for j, b in besteed.items()], [], REGELINGEN
    )
    uitkomst = bereken(dossier, build_scenario(SCENARIO), build_regels([], PLAFONDS, []))
    assert [u.terugvordering for u in uitkomst] == [0, 0, 1907, 488625]
    assert [u.reserve_eind for u in uitkomst] == [37267, 210482, 589625, 551936]
    nieuw = build_scenario({**SCENARIO, "nieuw_plafond_vanaf_jaar": 2025})
    assert bereken(dossier, nieuw, build_regels([], PLAFONDS, []))[-1].terugvordering == D("193812.50")


def test_per_regeling_een_dossier_en_terugvordering_is_geen_uitkering() -> None:
    rijen = [
        besluit(2023, D(100), regeling="G13"),
        besluit(2024, D(90)),
        besluit(2023, None),
        besluit(2023, D(7), soort="terugvordering"),
    ]
    dossiers = build_dossiers(rijen, [kosten(2024, D(5))], [telling(2024, D(12))], REGELINGEN)
    assert [(d.regeling, d.reserve_regel, d.is_gebundeld) for d in dossiers] == [
        ("G13", "onbekend", False),
        ("gebundeld", "plafond", True),
    ]
    samen = dossiers[1]
    assert {(b.jaar, b.soort, b.bedrag) for b in samen.beschikkingen} == {
        (2024, "voorlopig", D(90)),
        (2023, "voorlopig", None),
    }
    pm = next(b for b in samen.beschikkingen if b.bedrag is None)
    assert pm.herkomst.status == "onbekend" and pm.herkomst.vindplaats == "p. 68, rij 3"
    assert dossiers[0].tellingen == () and [t.aantal for t in samen.tellingen] == [D(12)]


def test_zonder_sisa_is_van_een_uitkering_geen_besteding_bekend() -> None:
    rijen = [kosten(2023, None, "sisa"), kosten(2024, D(5), "sisa")]
    (dossier,) = build_dossiers([besluit(2023, D(9)), besluit(2024, D(9))], rijen, [], REGELINGEN)
    assert [(b.jaar, b.bedrag) for b in dossier.bestedingen] == [(2024, 5)]
    uitkomst = bereken(dossier, build_scenario(SCENARIO), build_regels([], PLAFONDS, []))
    zonder = next(u for u in uitkomst if u.jaar == 2023)
    assert (zonder.besteed, zonder.terugvordering, zonder.is_volledig) == (None, None, False)
    assert "besteding 2023: geen enkele kostenpost geleverd" in zonder.ontbreekt


def test_een_kostenpost_die_niet_kwam_blijft_als_ontbrekend() -> None:
    (dossier,) = build_dossiers([besluit(2024, D(9))], [kosten(2024, None)], [], REGELINGEN)
    assert [(b.post, b.bedrag) for b in dossier.bestedingen] == [("leerroutes", None)]


def test_begroot_en_dossier_zijn_minder_zeker() -> None:
    begroot = kosten(2024, D(5)) | {"status_bedrag": "begroot"}
    (dossier,) = build_dossiers([besluit(2024, D(9))], [begroot], [telling(2024, D(3))], REGELINGEN)
    assert (dossier.bestedingen[0].herkomst.status, dossier.bestedingen[0].herkomst.hardheid) == ("afgeleid", "begroot")
    assert dossier.beschikkingen[0].herkomst.hardheid == "voorlopig"


def test_fout_of_onzeker_is_geen_besteding() -> None:
    rijen = [
        kosten(2024, D(5)),
        kosten(2024, D("2.50"), "fout_onzeker") | {"vindplaats": "sisa.csv, regel 2"},
        kosten(2023, None, "fout_onzeker") | {"waarde_status": "onleesbaar"},
        kosten(2022, None, "fout_onzeker") | {"waarde_status": "niet_geleverd"},
    ]
    (dossier,) = build_dossiers([besluit(2024, D(9))], rijen, [], REGELINGEN)
    assert [(f.jaar, f.bedrag) for f in dossier.fout_onzeker] == [(2024, D("2.50")), (2023, None)]
    # what came and can't be used stays, with its place and what it is
    bekend, onbruikbaar = (f.herkomst for f in dossier.fout_onzeker)
    assert (bekend.vindplaats, bekend.bron_id, bekend.status) == ("sisa.csv, regel 2", "b2", "bevestigd")
    assert (onbruikbaar.hardheid, onbruikbaar.status) == ("onleesbaar", "onbekend")
    assert [b.post for b in dossier.bestedingen] == ["leerroutes"]


def test_wat_een_afgeleide_regel_herkende_is_niet_zekerder_dan_die_regel() -> None:
    sisa = kosten(2024, D(5), "sisa") | {"status_bedrag": "realisatie"}
    for status, verwacht in (("afgeleid", "afgeleid"), ("bevestigd", "bevestigd"), (None, "bevestigd")):
        rijen = [{**sisa, "regel_status": status}, kosten(2024, D(1), "fout_onzeker") | {"regel_status": status}]
        (dossier,) = build_dossiers([besluit(2024, D(9))], rijen, [], REGELINGEN)
        assert {b.herkomst.status for b in (*dossier.bestedingen, *dossier.fout_onzeker)} == {verwacht}
        uit = bereken(dossier, build_scenario(SCENARIO), build_regels([], PLAFONDS, []))[-1]
        (stap,) = [r for r in uit.rekenregels if (r.soort, r.code) == ("stap", "besteed")]
        assert stap.herkomst.status == verwacht


def test_alleen_de_gekozen_telling_telt_en_een_schatting_heet_afgeleid() -> None:
    rijen = [
        telling(2024, D(18)),
        telling(2024, D(21), "dossier", gekozen=False),
        telling(2023, D("12.60"), "huisvesting"),
    ]
    (dossier,) = build_dossiers([besluit(2024, D(9))], [], rijen, REGELINGEN)
    assert [(t.cohort, t.aantal, t.herkomst.status) for t in dossier.tellingen] == [
        (2023, D("12.60"), "afgeleid"),
        (2024, D(18), "bevestigd"),
    ]


def test_een_telling_voor_een_budgetjaar_blijft_dat_en_een_oude_snapshot_kent_geen_budgetjaar() -> None:
    rijen = [telling(2022, D(9), "dossier"), *({**telling(2022, D(j)), "budgetjaar": j} for j in (2023, 2022))]
    (dossier,) = build_dossiers([besluit(2024, D(9))], [], rijen, REGELINGEN)
    assert [(t.budgetjaar, t.aantal) for t in dossier.tellingen] == [(None, 9), (2022, 2022), (2023, 2023)]


def test_volgorde_van_de_rijen_doet_er_niet_toe() -> None:
    besluiten = [besluit(j, D(j)) for j in (2022, 2023, 2024)]
    posten = [kosten(j, D(j), p) for j in (2022, 2023, 2024) for p in ("leerroutes", "pvt")]
    een = build_dossiers(besluiten, posten, [], REGELINGEN)[0]
    ander = build_dossiers(besluiten[::-1], posten[::-1], [], REGELINGEN)[0]
    regels, scenario = build_regels([], PLAFONDS, []), build_scenario(SCENARIO)
    assert bereken(een, scenario, regels) == bereken(ander, scenario, regels)


@pytest.mark.parametrize("waarde", [1.5, float("nan"), True, "veel", D("NaN"), D("Infinity")])
def test_wat_geen_exact_getal_is_wordt_geweigerd(waarde: Any) -> None:
    with pytest.raises(ValueError, match="kolom bedrag_eur"):
        build_dossiers([besluit(2024, waarde)], [], [], REGELINGEN)


def test_een_rij_zonder_jaar_wordt_geweigerd_met_haar_plaats() -> None:
    with pytest.raises(ValueError, match=r"geen jaar \(p\. 68, rij 3\)"):
        build_dossiers([besluit(None, D(1))], [], [], REGELINGEN)


def test_scenario_zonder_beginreserve_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="beginreserve_eur is leeg"):
        build_scenario({**SCENARIO, "beginreserve_eur": None})


def test_een_som_waarin_een_uitkering_ontbreekt_maakt_het_jaar_onvolledig() -> None:
    som = besluit(2024, D(9)) | {"waarde_status": "ondergrens"}
    (dossier,) = build_dossiers([som], [kosten(2024, D(5))], [], REGELINGEN)
    (uitkomst,) = (
        u for u in bereken(dossier, build_scenario(SCENARIO), build_regels([], PLAFONDS, [])) if u.jaar == 2024
    )
    assert not uitkomst.is_volledig
    assert "een deel van de beschikking voorlopig 2024" in uitkomst.ontbreekt
