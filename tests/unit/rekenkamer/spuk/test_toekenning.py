"""Betaald and toegekend: which decision is used, and what stands in when there is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import Beschikking, Dossier, FoutOnzeker, Herkomst, Jaaruitkomst, Scenario, bereken
from tests.unit.rekenkamer.spuk.bouwstenen import (
    GEDRUKT,
    REGELS,
    TELLING,
    beschikkingen,
    dossier,
    invoer,
    kosten,
    stap,
    statushouders,
)

AANTALLEN = (*statushouders({2022: 8, 2023: 10, 2024: 12}), *statushouders({2024: "5.5"}, "gezinsmigrant"))


def jaar(d: Dossier, scenario: Scenario = GEDRUKT, welk: int = 2024) -> Jaaruitkomst:
    return next(u for u in bereken(d, scenario, REGELS) if u.jaar == welk)


def een_jaar(*besluiten: tuple[str, int | None]) -> Dossier:
    return dossier([Beschikking(2022, s, None if x is None else D(x)) for s, x in besluiten], kosten({2022: 40}))


def gebruik(uitkomst: Jaaruitkomst) -> dict[str, str]:
    return {r.code: r.formule for r in uitkomst.rekenregels if r.code.startswith("beschikking_")}


def test_nader_voorlopig_gaat_voor_en_definitief_wordt_ernaast_gelegd() -> None:
    d = een_jaar(("definitief", 80), ("voorlopig", 100), ("nader_voorlopig", 90), ("terugvordering", 7))
    uit = jaar(d, welk=2022)
    assert (uit.betaald, uit.toegekend, uit.toegekend_herkomst) == (90, 80, "beschikking")
    assert (uit.vaststelling_verschil, uit.te_betalen, uit.te_ontvangen) == (10, 10, 0)
    assert stap(uit, "toegekend").toelichting is None
    assert gebruik(uit) == {
        "beschikking_voorlopig": "Niet gebruikt",
        "beschikking_nader_voorlopig": "Gebruikt als betaald",
        "beschikking_definitief": "Gebruikt als toegekend",
        "beschikking_terugvordering": "Niet gebruikt",
    }


def test_nabetaling_is_te_ontvangen_en_verlaagt_niet_wat_te_betalen_is() -> None:
    d = dossier(
        (*beschikkingen({2022: 100, 2023: 100}), *beschikkingen({2022: 100, 2023: 130}, "definitief")),
        kosten({2022: 0, 2023: 60}),
    )
    uit = jaar(d, welk=2023)
    assert (uit.vaststelling_verschil, uit.te_ontvangen) == (-30, 30)
    assert (uit.terugvordering, uit.te_betalen) == (40, 40)


def test_fout_of_onzeker_komt_bij_het_bedrag_om_te_betalen() -> None:
    plek = Herkomst(bron_id="b1", vindplaats="sisa.csv, regel 3")
    fout = (FoutOnzeker(2022, D("5.50"), plek), FoutOnzeker(2023, D(1)))
    d = replace(een_jaar(("voorlopig", 100), ("definitief", 80)), fout_onzeker=fout)
    uit = jaar(d, welk=2022)
    (regel,) = invoer(uit, "fout_onzeker")
    assert (regel.herkomst.bron_id, regel.herkomst.vindplaats) == ("b1", "sisa.csv, regel 3")
    assert regel.herkomst.artikel == "Wet inburgering 2021, artikel 42, tweede lid"
    assert uit.te_betalen == D("25.50")
    assert [r.bedrag for r in invoer(uit, "fout_onzeker")] == [D("5.50")]
    assert stap(uit, "te_betalen").ingevuld == "€ 20,00 + € 0,00 + € 5,50"
    assert uit.reserve_eind == 40  # F leaves the reserve alone


def test_fout_of_onzeker_op_twee_plaatsen_noemt_beide_en_is_zo_zeker_als_de_zwakste() -> None:
    plekken = [Herkomst(status, vindplaats=f"regel {n}") for n, status in ((7, "bevestigd"), (3, "afgeleid"))]
    fout = tuple(FoutOnzeker(2022, D(2), plek) for plek in plekken)
    uit = jaar(replace(een_jaar(("voorlopig", 100), ("definitief", 80)), fout_onzeker=fout), welk=2022)
    (regel,) = invoer(uit, "fout_onzeker")
    assert (regel.bedrag, regel.herkomst.vindplaats, regel.herkomst.status) == (4, "regel 3; regel 7", "afgeleid")
    assert (uit.fout_onzeker, uit.te_betalen, stap(uit, "te_betalen").herkomst.status) == (4, 24, "afgeleid")
    assert stap(uit, "vaststelling_verschil").herkomst.status == "bevestigd"


def test_een_onbruikbaar_bedrag_fout_of_onzeker_is_geen_nul() -> None:
    d = een_jaar(("voorlopig", 100), ("definitief", 80))
    niets = jaar(d, welk=2022)
    assert (niets.fout_onzeker, niets.te_betalen, niets.is_volledig, invoer(niets, "fout_onzeker")) == (0, 20, True, [])
    stuk = FoutOnzeker(2022, None, Herkomst("onbekend", hardheid="onleesbaar"))
    uit = jaar(replace(d, fout_onzeker=(stuk,)), welk=2022)
    assert (uit.fout_onzeker, uit.te_betalen, uit.terugvordering, uit.vaststelling_verschil) == (None, None, 0, 20)
    assert uit.ontbreekt == ("fout of onzeker 2022: geleverd, maar niet te gebruiken",)
    assert [(r.bedrag, r.herkomst.hardheid) for r in invoer(uit, "fout_onzeker")] == [(None, "onleesbaar")]


@pytest.mark.parametrize(
    ("geloofd", "raming", "toegekend", "wijze"),
    [
        ("geloofd", "gelijk_aan_betaald", 200000, "gelijkgesteld"),
        ("geloofd", "telling", 200000, "gelijkgesteld"),
        ("als_betaald", "gelijk_aan_betaald", 200000, "gelijkgesteld"),
        ("als_betaald", "telling", D("164044.27"), "telling"),
    ],
)
def test_alleen_een_definitief_bedrag(geloofd: str, raming: str, toegekend: D, wijze: str) -> None:
    d = dossier(beschikkingen({2024: 200000}, "definitief"), kosten({2024: 0}), AANTALLEN, "gebundeld")
    scenario = replace(GEDRUKT, beginjaar=2024, gedrukt_definitief=geloofd, definitief_raming=raming)
    uit = jaar(d, scenario)
    assert (uit.betaald, uit.toegekend, uit.toegekend_herkomst) == (200000, toegekend, wijze)
    assert uit.vaststelling_verschil == 200000 - toegekend
    ook = "" if wijze == "telling" else " en als toegekend"
    assert gebruik(uit) == {"beschikking_definitief": f"Gebruikt als betaald{ook}"}
    assert stap(uit, "betaald").toelichting == (
        "De bron heeft voor dit jaar alleen een definitief bedrag. Dat is gelezen als het betaalde bedrag."
    )


@pytest.mark.parametrize("scenario", [GEDRUKT, TELLING], ids=["geloofd", "als betaald"])
def test_een_echte_brief_zonder_voorlopige_geldt_in_elk_scenario(scenario: Scenario) -> None:
    """Only a printed sum may be called definitief while it is not; what was paid beside a letter is not known."""
    d = dossier(beschikkingen({2024: 200000}, "definitief"), kosten({2024: 40}), AANTALLEN)
    uit = jaar(d, replace(scenario, beginjaar=2024))
    assert (uit.toegekend, uit.toegekend_herkomst, uit.terugvordering) == (200000, "gelijkgesteld", 0)
    assert (uit.ontbreekt, uit.is_volledig) == (("voorlopige beschikking 2024: niet geleverd",), False)
    regel = stap(uit, "toegekend")
    assert (regel.formule, regel.herkomst.status) == ("Definitieve beschikking", "bevestigd")
    for code in ("toegekend", "vaststelling_verschil"):
        tekst = str(stap(uit, code).toelichting)
        assert "Wat er is betaald, is niet bekend" in tekst and "niet te zien" in tekst
    assert stap(uit, "betaald").herkomst.status == stap(uit, "te_betalen").herkomst.status == "afgeleid"


def test_definitief_naast_voorlopig_wint_altijd_van_de_telling() -> None:
    d = dossier((*beschikkingen({2024: 9}), *beschikkingen({2024: 8}, "definitief")), tellingen=AANTALLEN)
    assert jaar(d, replace(TELLING, beginjaar=2024)).toegekend == 8


def test_definitief_pm_wordt_geraamd() -> None:
    d = dossier((*beschikkingen({2024: 200000}), *beschikkingen({2024: None}, "definitief")), tellingen=AANTALLEN)
    assert jaar(d, replace(GEDRUKT, beginjaar=2024)).toegekend_herkomst == "gelijkgesteld"
    assert jaar(d, replace(TELLING, beginjaar=2024)).toegekend == D("164044.27")


def test_voorlopig_pm_naast_definitief_laat_alleen_het_verschil_open() -> None:
    uit = jaar(een_jaar(("voorlopig", None), ("definitief", 80)), welk=2022)
    assert (uit.betaald, uit.toegekend, uit.toegekend_herkomst) == (None, 80, "beschikking")
    assert (uit.reserve_eind, uit.terugvordering) == (40, 0)
    assert (uit.vaststelling_verschil, uit.te_betalen, uit.te_ontvangen) == (None, None, None)
    assert uit.ontbreekt == ("betaald bedrag 2022 (p.m.)",)


def test_nader_voorlopig_pm_laat_het_voorlopige_bedrag_staan() -> None:
    uit = jaar(een_jaar(("voorlopig", 100), ("nader_voorlopig", None)), welk=2022)
    assert (uit.betaald, uit.is_volledig) == (100, False)
    assert uit.ontbreekt == ("nader voorlopige beschikking 2022 (p.m.)",)


def test_2025_volgt_de_realisatiegraad_van_2024() -> None:
    d = dossier(beschikkingen({2024: 200000, 2025: "150000.01"}), kosten({2024: 0, 2025: 0}), AANTALLEN)
    uit = jaar(d, replace(TELLING, beginjaar=2024), 2025)
    # 150.000,01 x 164.044,27 / 200.000 = 123.033,2107…
    assert (uit.toegekend, uit.toegekend_herkomst) == (D("123033.21"), "realisatiegraad")
    assert uit.vaststelling_verschil == D("26966.80")
    assert stap(uit, "toegekend").ingevuld == "€ 150.000,01 × € 164.044,27 ÷ € 200.000,00"
    assert stap(uit, "toegekend").herkomst.status == "afgeleid"
    assert [r.ingevuld for r in invoer(uit, "realisatiegraad")] == ["€ 164.044,27 ÷ € 200.000,00 = 82,02%"]
    assert "raming 2025: aantal: statushouders, cohort 2025" in uit.ontbreekt


def test_een_telling_gaat_voor_de_realisatiegraad() -> None:
    ook_2023 = (*AANTALLEN, *statushouders({2023: 0}, "gezinsmigrant"))
    d = dossier(beschikkingen({2022: 1000, 2023: 200000, 2024: 200000}), tellingen=ook_2023)
    uit = {u.jaar: u for u in bereken(d, TELLING, REGELS)}
    # 10 x 8.378,03 + 8 x 4.242,17
    assert (uit[2023].toegekend, uit[2023].toegekend_herkomst) == (D("117717.66"), "telling")
    # without family migrants of 2022 that year follows the share of 2024
    assert (uit[2022].toegekend, uit[2022].toegekend_herkomst) == (D("820.22"), "realisatiegraad")
    assert stap(uit[2023], "toegekend").toelichting == (
        "Geraamd uit aantallen en prijzen: er is geen definitieve beschikking gebruikt."
    )


def test_realisatiegraad_ook_uit_een_echte_beschikking() -> None:
    besluiten = (*beschikkingen({2024: 300, 2025: 100}), *beschikkingen({2024: 200}, "definitief"))
    uit = jaar(dossier(besluiten), replace(TELLING, beginjaar=2024), 2025)
    assert (uit.toegekend, uit.toegekend_herkomst) == (D("66.67"), "realisatiegraad")


@pytest.mark.parametrize(
    "besluiten",
    [
        pytest.param(beschikkingen({2025: 100}), id="geen peiljaar"),
        pytest.param(beschikkingen({2024: 0, 2025: 100}), id="peiljaar nul"),
        pytest.param(beschikkingen({2024: 100, 2025: None}), id="zelf p.m."),
    ],
)
def test_zonder_bruikbaar_peiljaar_blijft_toegekend_onbekend(besluiten: tuple) -> None:
    uit = jaar(dossier(besluiten, tellingen=AANTALLEN), replace(TELLING, beginjaar=2024), 2025)
    assert (uit.toegekend, uit.toegekend_herkomst, uit.vaststelling_verschil) == (None, "onbekend", None)


def test_het_peiljaar_kan_zichzelf_niet_ramen() -> None:
    uit = jaar(dossier(beschikkingen({2024: 100})), replace(TELLING, beginjaar=2024))
    assert (uit.toegekend, uit.toegekend_herkomst) == (None, "onbekend")
    assert uit.ontbreekt[0] == "raming 2024: aantal: gezinsmigranten en overige migranten, cohort 2024"


def test_een_gelijkgesteld_peiljaar_toont_geen_realisatiegraad() -> None:
    besluiten = (*beschikkingen({2024: 300}, "definitief"), *beschikkingen({2025: 100}))
    scenario = replace(TELLING, gedrukt_definitief="geloofd", beginjaar=2024)
    assert jaar(dossier(besluiten), scenario, 2025).toegekend_herkomst == "onbekend"


def test_gebundelde_telling_zegt_dat_zij_alleen_over_g10_gaat() -> None:
    d = dossier(beschikkingen({2024: 200000, 2025: 1000}), tellingen=AANTALLEN, regeling="gebundeld")
    uit = {u.jaar: u for u in bereken(d, replace(TELLING, beginjaar=2024), REGELS)}
    zin = "De aantallen gaan alleen over regeling G10, het bedrag van de bron over meer regelingen."
    assert str(stap(uit[2024], "toegekend").toelichting).endswith(zin)
    assert str(stap(uit[2025], "toegekend").toelichting).endswith(zin)
    for welk in (2024, 2025):
        los = jaar(replace(d, is_gebundeld=False), replace(TELLING, beginjaar=2024), welk)
        assert zin not in str(stap(los, "toegekend").toelichting)
    # a share from a real decision has nothing to do with the counts
    besluiten = (*d.beschikkingen, *beschikkingen({2024: 100000}, "definitief"))
    echt = jaar(replace(d, beschikkingen=besluiten), replace(TELLING, beginjaar=2024), 2025)
    assert (echt.toegekend, zin in str(stap(echt, "toegekend").toelichting)) == (500, False)


def test_onvolledige_telling_maakt_het_jaar_onvolledig() -> None:
    half = tuple(replace(t, is_volledig=t.cohort != 2023) for t in AANTALLEN)
    uit = jaar(dossier(beschikkingen({2024: 200000}), kosten({2024: 1}), half), replace(TELLING, beginjaar=2024))
    assert uit.toegekend == D("164044.27")
    assert uit.ontbreekt == ("onvolledige telling: statushouders, cohort 2023",)
    assert str(stap(uit, "toegekend").toelichting).endswith("Een telling is niet volledig: het bedrag kan hoger zijn.")
    assert not uit.is_volledig


def test_een_jaar_zonder_beschikking_breekt_de_reeks() -> None:
    d = dossier(beschikkingen({2022: 100, 2024: 100}), kosten({2022: 40, 2023: 10, 2024: 10}))
    uit = {u.jaar: u for u in bereken(d, GEDRUKT, REGELS)}
    assert list(uit) == [2022, 2023, 2024]
    assert (uit[2023].reserve_begin, uit[2023].betaald, uit[2023].reserve_eind) == (60, None, None)
    assert uit[2023].ontbreekt == ("beschikking 2023: niet geleverd", "toegekend bedrag 2023")
    assert (uit[2024].reserve_begin, uit[2024].terugvordering, uit[2024].te_betalen) == (None, None, None)
    assert uit[2024].vaststelling_verschil == 0
    assert uit[2024].ontbreekt == ("reserve op 1 januari 2024: 2023 is niet te berekenen",)


def test_een_onbekend_vorig_jaar_maakt_alleen_het_nieuwe_plafond_onbekend() -> None:
    d = dossier(beschikkingen({2023: None, 2024: 100}), kosten({2024: 10}))
    nieuw = jaar(d, replace(GEDRUKT, beginjaar=2024, nieuw_plafond_vanaf=2024))
    assert (nieuw.plafond, nieuw.terugvordering, nieuw.overschot) == (None, None, 90)
    assert nieuw.ontbreekt == ("toegekend bedrag 2023",)
    assert jaar(d, replace(GEDRUKT, beginjaar=2024)).plafond == 100


def test_zonder_beschikking_geen_jaren() -> None:
    assert bereken(dossier((), kosten({2024: 10})), GEDRUKT, REGELS) == ()
    assert bereken(dossier(beschikkingen({2021: 10})), GEDRUKT, REGELS) == ()


def test_g13_kent_alleen_de_vaststelling() -> None:
    besluiten = (*beschikkingen({2023: 100}), *beschikkingen({2023: 80}, "definitief"))
    uit = jaar(dossier(besluiten, kosten({2023: 10}), regeling="G13", fout={2023: D(3)}), welk=2023)
    assert (uit.betaald, uit.toegekend, uit.besteed) == (100, 80, 10)
    assert (uit.vaststelling_verschil, uit.te_betalen, uit.te_ontvangen) == (20, 23, 0)
    reserve = (uit.reserve_begin, uit.overschot, uit.plafond, uit.terugvordering, uit.reserve_eind, uit.bestedingsvloer)
    assert reserve == (None,) * 6
    assert (uit.regelversie, uit.regel_status, uit.is_volledig) == (None, "onbekend", False)
    assert uit.ontbreekt == ("of geld van deze regeling mee mag naar een volgend jaar, is niet bekend",)
    assert stap(uit, "te_betalen").ingevuld == "€ 20,00 + € 3,00"
    assert {r.herkomst.artikel for r in uit.rekenregels} == {None}


def test_g13_mist_in_een_telling_geen_aantallen_maar_de_beschikking() -> None:
    besluiten = (*beschikkingen({2023: 100, 2024: 100, 2025: 100}), *beschikkingen({2024: 60}, "definitief"))
    d = dossier(besluiten, kosten({2023: 1, 2024: 1, 2025: 1}), regeling="G13")
    uit = {u.jaar: u for u in bereken(d, replace(TELLING, beginjaar=2023), REGELS)}
    assert [(u.toegekend, u.toegekend_herkomst) for u in uit.values()] == [
        (None, "onbekend"),
        (60, "beschikking"),
        (None, "onbekend"),
    ]
    assert uit[2025].ontbreekt[0] == "definitieve beschikking 2025"
    assert not [t for u in uit.values() for t in u.ontbreekt if "aantal" in t or "raming" in t]


def test_een_gebundelde_som_uit_aantallen_is_niet_volledig() -> None:
    mist = "de verdeling van de som over de uitkeringen: aantallen gaan alleen over G10"
    d = dossier(beschikkingen({2024: 200000, 2025: 1000}), kosten({2024: 1, 2025: 1}), AANTALLEN, "gebundeld")
    uit = bereken(d, replace(TELLING, beginjaar=2024), REGELS)
    assert [u.toegekend_herkomst for u in uit] == ["telling", "realisatiegraad"]
    assert all(mist in u.ontbreekt and not u.is_volledig for u in uit)
    assert uit[1].rust_op == (2024,)
    los = jaar(replace(d, is_gebundeld=False), replace(TELLING, beginjaar=2024))
    assert (los.ontbreekt, los.is_volledig) == ((), True)


INGELOPEN = replace(GEDRUKT, definitief_raming="ingelopen")


@pytest.mark.parametrize("scenario", [TELLING, INGELOPEN], ids=["telling", "ingelopen"])
def test_onder_de_nieuwe_formule_geeft_alleen_een_brief_of_die_formule_een_bedrag(scenario: Scenario) -> None:
    d = dossier(beschikkingen({2024: 200000, 2025: 1000, 2026: 1000, 2027: 1000}), kosten({2024: 1}), AANTALLEN)
    uit = {u.jaar: u for u in bereken(d, replace(scenario, beginjaar=2024), REGELS)}
    assert uit[2025].toegekend_herkomst == ("realisatiegraad" if scenario is TELLING else "gelijkgesteld")
    for welk in (2026, 2027):
        assert (uit[welk].toegekend, uit[welk].toegekend_herkomst) == (None, "onbekend")
        assert (uit[welk].vaststelling_verschil, uit[welk].te_betalen, uit[welk].reserve_eind) == (None,) * 3
    for mist in ("(SOMGG) van 2026", "(TBA) van 2026", "afgeronde trajecten in 2024", "prijs voor de onderwijsroute"):
        assert any(wat.startswith("raming 2026: ") and mist in wat for wat in uit[2026].ontbreekt), mist
    brief = replace(d, beschikkingen=(*d.beschikkingen, *beschikkingen({2026: 900}, "definitief")))
    met_brief = jaar(brief, replace(scenario, beginjaar=2024), 2026)
    assert (met_brief.toegekend, met_brief.vaststelling_verschil) == (900, 100)


def test_zonder_prijs_voor_afgeronde_trajecten_blijft_de_oude_formule() -> None:
    """Which year is the first under the new formula follows from the rules, not from a year in the code."""
    prijzen = tuple(replace(p, gewicht=D(0)) if p.component == "d" else p for p in REGELS.prijzen)
    d = dossier(beschikkingen({2024: 200000, 2026: 1000}), kosten({2024: 1}), AANTALLEN)
    for regels, wijze in ((REGELS, "onbekend"), (replace(REGELS, prijzen=prijzen), "realisatiegraad")):
        assert bereken(d, replace(TELLING, beginjaar=2024), regels)[-1].toegekend_herkomst == wijze


def test_gedrukt_houdt_ook_dan_het_betaalde_bedrag_aan_en_zegt_wat_dat_waard_is() -> None:
    d = dossier(beschikkingen({2025: 1000, 2026: 1000}), kosten({2025: 1, 2026: 1}))
    uit = {u.jaar: u for u in bereken(d, replace(GEDRUKT, beginjaar=2025), REGELS)}
    assert [(u.toegekend, u.toegekend_herkomst) for u in uit.values()] == [(1000, "gelijkgesteld")] * 2
    zin = "Dit jaar verdeelt het rijk een landelijk bedrag."
    assert [zin in str(stap(u, "toegekend").toelichting) for u in uit.values()] == [False, True]


def test_ingelopen_geldt_voor_een_uitkering_zonder_aantallen_ook_later() -> None:
    uit = jaar(dossier(beschikkingen({2026: 100}), regeling="G13"), replace(INGELOPEN, beginjaar=2026), 2026)
    assert (uit.toegekend, uit.toegekend_herkomst) == (100, "gelijkgesteld")
