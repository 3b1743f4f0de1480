"""The written-out calculation: every step, its words, its amounts and its article."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import Herkomst, Jaaruitkomst, bereken
from tests.unit.rekenkamer.spuk.bouwstenen import (
    GEDRUKT,
    NIEUW,
    OUD,
    REGELS,
    beschikkingen,
    dossier,
    invoer,
    kosten,
    stap,
)
from tests.unit.rekenkamer.spuk.test_gemeenten import reken

STAPPEN = [
    "betaald",
    "toegekend",
    "besteed",
    "reserve_begin",
    "overschot",
    "plafond",
    "terugvordering",
    "reserve_eind",
    "vaststelling_verschil",
    "te_betalen",
    "te_ontvangen",
    "bestedingsvloer",
]
WET_42 = "Wet inburgering 2021, artikel 42, tweede lid"
BESLUIT_10_6 = "Besluit inburgering 2021, artikel 10.6"
BESLUIT_10_8 = "Besluit inburgering 2021, artikel 10.8, tweede lid"


@pytest.mark.parametrize("gemeente", ["Wassenaar", "Oegstgeest"])
def test_ieder_jaar_heeft_dezelfde_twaalf_stappen_na_de_invoer(gemeente: str) -> None:
    for u in reken(gemeente).values():
        soorten = [r.soort for r in u.rekenregels]
        assert soorten == ["invoer"] * (len(soorten) - 12) + ["stap"] * 12
        assert [r.code for r in u.rekenregels if r.soort == "stap"] == STAPPEN


def test_de_stap_toont_hetzelfde_bedrag_als_de_uitkomst() -> None:
    for u in reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025)).values():
        for code in STAPPEN:
            assert stap(u, code).bedrag == getattr(u, code), (u.jaar, code)


@pytest.mark.parametrize(
    ("code", "formule", "ingevuld"),
    [
        ("betaald", "Nieuwste voorlopige beschikking", "€ 551.936,00"),
        ("toegekend", "Gelijk aan betaald", "€ 551.936,00"),
        ("besteed", "Alle geleverde kostenposten die meetellen bij elkaar", "€ 101.000,00"),
        ("reserve_begin", "Reserve aan het eind van het vorige jaar", "€ 589.625,00"),
        ("overschot", "Reserve op 1 januari + toegekend − besteed", "€ 589.625,00 + € 551.936,00 − € 101.000,00"),
        (
            "plafond",
            "Deel van toegekend dit jaar + deel van toegekend vorig jaar",
            "100% × € 551.936,00 + 50% × € 589.625,00",
        ),
        ("terugvordering", "Overschot − plafond, als dat meer is dan nul", "€ 1.040.561,00 − € 846.748,50"),
        ("reserve_eind", "Overschot − terugvordering", "€ 1.040.561,00 − € 193.812,50"),
        ("vaststelling_verschil", "Betaald − toegekend", "€ 551.936,00 − € 551.936,00"),
        (
            "te_betalen",
            "Te veel betaald bij de vaststelling + terugvordering + fout of onzeker",
            "€ 0,00 + € 193.812,50 + € 0,00",
        ),
        ("te_ontvangen", "Toegekend − betaald, als dat meer is dan nul", "€ 551.936,00 − € 551.936,00"),
        (
            "bestedingsvloer",
            "Reserve op 31 december − deel van toegekend dit jaar, als dat meer is dan nul",
            "€ 846.748,50 − 50% × € 551.936,00",
        ),
    ],
)
def test_de_woorden_en_bedragen_van_wassenaar_2025(code: str, formule: str, ingevuld: str) -> None:
    regel = stap(reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025))[2025], code)
    assert (regel.formule, regel.ingevuld) == (formule, ingevuld)


def test_onder_het_oude_plafond_staat_er_niets_over_vorig_jaar() -> None:
    uit = reken("Wassenaar")
    plafond = stap(uit[2024], "plafond")
    assert (plafond.formule, plafond.ingevuld) == ("Deel van toegekend dit jaar", "100% × € 589.625,00")
    vloer = stap(uit[2024], "bestedingsvloer")
    assert (vloer.naam, vloer.formule, vloer.ingevuld) == (
        "Minstens te besteden in 2025",
        "Reserve op 31 december, als die boven nul is",
        "€ 589.625,00",
    )
    assert stap(uit[2022], "terugvordering").ingevuld == ("€ 37.267,00 − € 104.017,00 = −€ 66.750,00, dus € 0,00")


def test_iedere_stap_noemt_zijn_artikel_en_versie() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025))[2025]
    van_het_plafond = ["reserve_begin", "overschot", "plafond", "reserve_eind", "bestedingsvloer"]
    artikelen = {code: stap(uit, code).herkomst.artikel for code in STAPPEN}
    assert artikelen == {
        "betaald": None,
        "toegekend": "Wet inburgering 2021, artikel 41",
        "besteed": "Wet inburgering 2021, artikel 40, eerste lid",
        **dict.fromkeys(van_het_plafond, NIEUW.herkomst.artikel),
        "terugvordering": WET_42,
        "vaststelling_verschil": BESLUIT_10_8,
        "te_betalen": f"{BESLUIT_10_8}; {WET_42}",
        "te_ontvangen": BESLUIT_10_8,
    }
    versies = {code: stap(uit, code).regelversie for code in STAPPEN}
    geen = ["betaald", "toegekend", "besteed", "vaststelling_verschil", "te_ontvangen"]
    assert versies == {**dict.fromkeys(STAPPEN, "regeling-2026"), **dict.fromkeys(geen)}
    assert stap(uit, "terugvordering").herkomst.tekst_datum == "2023-01-01"


def test_de_status_volgt_de_zwakste_regel() -> None:
    nieuw = reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025))[2025]
    assert {stap(nieuw, c).herkomst.status for c in ("plafond", "terugvordering", "te_betalen")} == {"afgeleid"}
    besluiten = (*beschikkingen({2022: 100}), *beschikkingen({2022: 90}, "definitief"))
    (zeker,) = bereken(dossier(besluiten, kosten({2022: 40})), GEDRUKT, REGELS)
    assert {code: stap(zeker, code).herkomst.status for code in STAPPEN} == dict.fromkeys(STAPPEN, "bevestigd")
    eerste = stap(zeker, "reserve_begin")
    assert eerste.toelichting == "Vóór 2022 was er geen uitkering op grond van deze wet."


@pytest.mark.parametrize("anders", [{"beginreserve": D(5)}, {"beginjaar": 2023}])
def test_een_andere_beginreserve_is_een_aanname_en_blijft_dat(anders: dict) -> None:
    bedragen = {2021: 100, 2022: 100, 2023: 90}
    besluiten = (*beschikkingen(bedragen), *beschikkingen(bedragen, "definitief"))
    uit = bereken(dossier(besluiten, kosten(dict.fromkeys(bedragen, 40))), replace(GEDRUKT, **anders), REGELS)
    assert str(stap(uit[0], "reserve_begin").toelichting).startswith("Aanname")
    zacht = ("reserve_begin", "overschot", "terugvordering", "reserve_eind", "te_betalen")
    van_het_plafond = {stap(u, c).herkomst.status for u in uit if u.plafond is not None for c in zacht}
    assert van_het_plafond == {"afgeleid"}
    assert {stap(u, "vaststelling_verschil").herkomst.status for u in uit} == {"bevestigd"}


def test_begroot_en_niet_geleverd_gaan_mee_tot_het_bedrag_om_te_betalen() -> None:
    jaren = {2022: 100, 2023: 100}
    besluiten = (*beschikkingen(jaren), *beschikkingen(jaren, "definitief"))
    begroot = tuple(replace(k, herkomst=Herkomst("afgeleid", hardheid="begroot")) for k in kosten({2022: 40}))
    for eerste in (begroot, kosten({2022: 40}) + kosten({2022: None}, "pvt"), kosten({2022: 4}, "p", "discutabel")):
        uit = bereken(dossier(besluiten, (*eerste, *kosten({2023: 20}))), GEDRUKT, REGELS)
        assert stap(uit[0], "besteed").herkomst.status == stap(uit[1], "te_betalen").herkomst.status == "afgeleid"
        assert {stap(uit[1], c).herkomst.status for c in ("toegekend", "besteed", "plafond")} == {"bevestigd"}
        assert (uit[1].regel_status, stap(uit[0], "te_ontvangen").herkomst.status) == ("bevestigd", "bevestigd")


def test_een_gebundelde_som_is_vanaf_het_plafond_afgeleid() -> None:
    besluiten = (*beschikkingen({2022: 100}), *beschikkingen({2022: 90}, "definitief"))
    (uit,) = bereken(dossier(besluiten, kosten({2022: 40}), regeling="gebundeld"), GEDRUKT, REGELS)
    vanaf = ("plafond", "terugvordering", "reserve_eind", "te_betalen", "bestedingsvloer")
    assert {c: stap(uit, c).herkomst.status for c in STAPPEN} == {
        **dict.fromkeys(STAPPEN, "bevestigd"),
        **dict.fromkeys(vanaf, "afgeleid"),
    }
    assert uit.regel_status == "bevestigd"


def test_de_vloer_volgt_de_regel_van_het_volgende_jaar() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025))[2024]
    vloer = stap(uit, "bestedingsvloer")
    assert (uit.regelversie, vloer.regelversie, vloer.herkomst) == ("besluit-2022", "regeling-2026", NIEUW.herkomst)
    assert uit.bestedingsvloer == D("294812.50")


def test_de_beginreserve_heet_een_aanname() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, beginjaar=2024, beginreserve=D("210482")))
    assert uit[2025].terugvordering == 488625
    assert stap(uit[2024], "reserve_begin").formule == "Beginreserve van het scenario"
    assert stap(uit[2024], "reserve_begin").toelichting == ("Aanname: de reserve op 1 januari 2024 was € 210.482,00.")
    assert stap(uit[2025], "reserve_begin").toelichting is None


def test_te_veel_besteed_noemt_artikel_10_6() -> None:
    uit = bereken(dossier(beschikkingen({2022: 10, 2023: 10}), kosten({2022: 30, 2023: 5})), GEDRUKT, REGELS)
    assert (uit[0].reserve_eind, uit[1].reserve_begin, uit[1].overschot) == (-20, -20, -15)
    for regel in (stap(uit[0], "reserve_eind"), stap(uit[1], "reserve_begin")):
        assert regel.herkomst.artikel == BESLUIT_10_6
        assert "negatief" in str(regel.toelichting)
    assert stap(uit[1], "overschot").ingevuld == "−€ 20,00 + € 10,00 − € 5,00"
    assert (uit[0].bestedingsvloer, uit[0].terugvordering) == (0, 0)
    assert stap(uit[0], "bestedingsvloer").ingevuld == "−€ 20,00, dus € 0,00"


def test_gelijkgesteld_zegt_dat_het_verschil_niet_te_zien_is() -> None:
    zin = "Toegekend is gelijk gesteld aan betaald: een verschil bij de vaststelling is zo niet te zien."
    uit = reken("Wassenaar")[2024]
    for jaar in (uit, reken("Wassenaar")[2022]):
        assert {stap(jaar, c).toelichting for c in ("toegekend", "vaststelling_verschil")} == {zin}
    assert stap(uit, "toegekend").herkomst.status == "afgeleid"


def test_gebundeld_bedrag_zegt_dat_de_regel_van_g10_is() -> None:
    assert "regeling G10" in str(stap(reken("Wassenaar")[2024], "plafond").toelichting)
    los = bereken(dossier(beschikkingen({2022: 100}), kosten({2022: 40})), GEDRUKT, REGELS)[0]
    assert stap(los, "plafond").toelichting is None


def test_alle_invoer_staat_er_ook_de_ongebruikte() -> None:
    uit = reken("Leidschendam-Voorburg")[2025]
    assert [(r.code, r.ingevuld) for r in uit.rekenregels if r.soort == "invoer"] == [
        ("beschikking_voorlopig", "€ 1.564.727,00"),
        ("besteding_leerroutes", "niet geleverd"),
        ("besteding_maatschappelijke_begeleiding", "€ 236.988,00"),
        ("besteding_participatiecomponent", "€ 22.606,00"),
        ("besteding_pvt", "niet geleverd"),
    ]


def test_herkomst_van_een_bedrag_blijft_eraan_vast() -> None:
    bron = Herkomst(bron_id="b", levering_id="l", vindplaats="blad 3, cel C4")
    besluiten = tuple(replace(b, herkomst=bron) for b in beschikkingen({2022: 100}))
    rijen = tuple(replace(k, herkomst=bron) for k in kosten({2022: 40}))
    (uit,) = bereken(dossier(besluiten, rijen), GEDRUKT, REGELS)
    assert invoer(uit, "beschikking_voorlopig")[0].herkomst == bron
    assert invoer(uit, "besteding_leerroutes")[0].herkomst == bron
    assert stap(uit, "betaald").herkomst == bron


def test_een_ander_deel_dan_honderd_procent_vraagt_het_volgende_jaar() -> None:
    regels = replace(REGELS, plafonds=(replace(OUD, alpha=D("0.8")),))
    (uit,) = bereken(dossier(beschikkingen({2022: 100}), kosten({2022: 0})), GEDRUKT, regels)
    assert (uit.plafond, uit.terugvordering, uit.bestedingsvloer) == (80, 20, None)
    assert stap(uit, "bestedingsvloer").toelichting == (
        "Niet te berekenen: hiervoor is het toegekende bedrag van 2023 nodig."
    )


def test_zonder_plafondregel_geen_terugvordering() -> None:
    (uit,) = bereken(dossier(beschikkingen({2022: 100}), kosten({2022: 0})), GEDRUKT, replace(REGELS, plafonds=()))
    assert (uit.overschot, uit.plafond, uit.te_betalen, uit.regelversie) == (100, None, None, None)
    assert uit.ontbreekt == ("plafond van de reserve in 2022",)


def alle_teksten(uitkomsten: dict[int, Jaaruitkomst]) -> list[str]:
    regels = [r for u in uitkomsten.values() for r in u.rekenregels]
    return [t for r in regels for t in (r.naam, r.formule, r.ingevuld, r.toelichting or "")]


def test_bedragen_staan_in_nederlandse_notatie() -> None:
    bedragen = re.compile(r"−?€ \d{1,3}(\.\d{3})*,\d{2}")
    ruw = re.compile(r"\d{4,}[.,]|\d\.\d{1,2}(?!\d)|-\s?€|€ -|Decimal|None")
    teksten = alle_teksten(reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2024)))
    assert any("€" in t for t in teksten)
    for tekst in teksten:
        zonder_artikel = re.sub(r"artikel \d+\.\d+", "", tekst)
        assert not ruw.search(bedragen.sub("", zonder_artikel)), tekst
        assert len(bedragen.findall(tekst)) == tekst.count("€")


def test_een_som_onder_nul_zegt_dat_het_nul_wordt() -> None:
    besluiten = (*beschikkingen({2022: 100}), *beschikkingen({2022: 90}, "definitief"))
    scenario = replace(GEDRUKT, nieuw_plafond_vanaf=2023)
    (uit,) = bereken(dossier(besluiten, kosten({2022: 80})), scenario, REGELS)
    assert (stap(uit, "te_ontvangen").ingevuld, uit.te_ontvangen) == ("€ 90,00 − € 100,00 = −€ 10,00, dus € 0,00", 0)
    vloer = stap(uit, "bestedingsvloer")
    assert (vloer.ingevuld, vloer.bedrag) == ("€ 10,00 − 50% × € 90,00 = −€ 35,00, dus € 0,00", 0)


def test_een_definitief_bedrag_als_betaald_is_afgeleid() -> None:
    besluiten = beschikkingen({2022: 90}, "definitief")
    (uit,) = bereken(dossier(besluiten, kosten({2022: 80}), regeling="gebundeld"), GEDRUKT, REGELS)
    assert stap(uit, "betaald").formule == "Definitieve beschikking: een voorlopige is er niet"
    assert {c: stap(uit, c).herkomst.status for c in ("betaald", "toegekend", "vaststelling_verschil")} == {
        "betaald": "afgeleid",
        "toegekend": "afgeleid",
        "vaststelling_verschil": "afgeleid",
    }
