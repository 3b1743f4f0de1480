"""What the page on repayment says beside the amounts: missing costs, missing letters, counts, days and rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dashboard.app_pages.terugbetaling import (
    antwoord,
    betalen,
    kosten,
    regelnaam,
    tabellen,
    tellingen,
    vaststelling,
    vloer,
    wanneer,
    zinnen,
)
from dashboard.data.snapshot import Snapshot
from dashboard.data.spuk import Bestedingstatus, Risico, Scenario, Termijndag, Verloop, Vloer, list_berekend
from dashboard.data.spuk_regelingen import Beschikking, default_regeling
from dashboard.data.spuk_toelichting import (
    Cohorttelling,
    FoutOnzeker,
    Kostengat,
    Peilbesteding,
    Plafondregel,
    list_kostengaten,
)
from dashboard.theme.notatie import VAST
from tests.app.test_terugbetaling import EURO, inhoud, rij, som


@pytest.mark.parametrize(
    ("posten", "gedrukt", "zin"),
    [
        ({"leerroutes": "pm", "pvt": "pm"}, 9000, "De kosten voor leerroutes en PVT in 2025 staan nog op p.m.:"),
        ({"pvt": "niet_geleverd"}, 9000, "De kosten voor PVT in 2025 zijn niet geleverd. Met die kosten erbij wordt"),
        ({"pvt": "niet_geleverd"}, 0, "Met die kosten erbij blijft er minder reserve over."),
        ({}, 9000, "Over 2024 ontbreken kosten. Met die kosten erbij kan het lager worden."),
    ],
)  # fmt: skip
def test_kosten_zonder_bedrag_maken_het_bedrag_geen_minimum(posten: dict[str, str], gedrukt: int, zin: str) -> None:
    gaten = [Kostengat(2025, post, waarom) for post, waarom in posten.items()]
    if not posten:
        gaten = [Kostengat(2024, "pvt", "niet_geleverd")]
    risico = [rij(Risico, jaar=2024), som(2025, 0, gedrukt, gedrukt)._replace(cumulatief_is_zonder_vaststelling=True)]
    jaar = rij(Verloop, jaar=2025, scenario="gedrukt", terugvordering_eur=gedrukt)
    tekst = antwoord.answer(inhoud(risico, per_scenario=(jaar,), gaten=tuple(gaten)))
    assert zin in tekst and "De vaststelling is niet te zien; daardoor kan het hoger worden." in tekst
    alles = replace(inhoud(risico), gaten=(Kostengat(2025, "pvt", "pm"),), zonder_kosten=(2025,))
    assert "Alle kosten over 2025 staan nog op p.m.: er is nog geen bedrag." in antwoord.answer(alles)


def test_welke_beschikking_ontbreekt() -> None:
    v = rij(Verloop, jaar=2024, toegekend_herkomst="gelijkgesteld", betaald_eur=9)
    brief = rij(Beschikking, jaar=2023, soort="definitief", bedrag_eur=9)
    los = inhoud([], (v._replace(jaar=2023), v), brieven=(brief,))
    assert vaststelling.why_hidden(los) == (
        "Van 2024 ontbreekt de definitieve beschikking; van 2023 ontbreekt de voorlopige beschikking."
    )
    dag = Termijndag(2024, "definitief", date(2025, 6, 30), "bevestigd", "art. 41")
    laat = wanneer.overdue([dag, dag._replace(jaar=2023)], los, date(2025, 7, 1))
    assert laat.startswith("De definitieve beschikking over 2024 (uiterlijk 30-06-2025) had er moeten zijn.")
    assert wanneer.overdue([dag], los, date(2025, 6, 30)) == "" == wanneer.overdue([dag], los, None)
    assert wanneer.when_rows([dag], [2024], date(2025, 7, 1))[0][1:3] == ["30-06-2025 voorbij", "niet bekend"]
    assert "Dat bedrag zit niet in de cijfers op deze pagina." in wanneer.when_note([dag], los, None)


def test_een_uitkering_zonder_bekende_regels_zegt_dat_er_een_deel_ontbreekt() -> None:
    g13 = inhoud([som(2023, 20500, 20500, 20500)], reserve_regel="onbekend", uitkering="G13")
    tekst = antwoord.answer(g13).replace(VAST, " ")
    assert "**Zonder de onderbesteding moet Duindorp over 2023 misschien € 21.000 SPUK (G13) terugbetalen.**" in tekst
    assert "die regel is niet gevonden" in tekst and "kennen wij de regels niet" in zinnen.meaning(g13)
    assert betalen.sum_cell(Decimal(5), True, kent_reserve=False) == f"{EURO}5{VAST}†{VAST}‡"


def test_fout_of_onzeker_is_bekend_ook_als_geen_som_te_berekenen_is() -> None:
    rijen = [rij(Risico, jaar=2023, is_zonder_vaststelling=True), rij(Risico, jaar=2024, is_zonder_vaststelling=True)]
    g13 = inhoud(rijen, reserve_regel="onbekend", uitkering="G13")
    assert "is van geen enkel jaar te berekenen" in antwoord.answer(g13)
    tekst = antwoord.answer(replace(g13, fouten=(FoutOnzeker(2024, Decimal(1235)),))).replace(VAST, " ")
    assert "accountant fout of onzeker noemt, moet misschien terug: € 1.000 over 2024; de onderbesteding" in tekst
    assert "geen enkel jaar" not in tekst
    v = rij(Verloop, jaar=2024, toegekend_herkomst="gelijkgesteld", betaald_eur=9, te_betalen_eur=1235)
    assert betalen.payable(v) == f"{EURO}1.235{VAST}†{VAST}‡" and betalen.known_payable(v) == 1235
    assert betalen.payable(v._replace(te_betalen_eur=Decimal(0))) == "niet te berekenen"


def test_een_geleverde_nul_is_een_bedrag_als_er_geen_kosten_ontbreken() -> None:
    v = rij(Verloop, jaar=2024, scenario="gedrukt", besteed_eur=0, is_volledig=False)
    g13 = inhoud([], (v,), reserve_regel="onbekend", gaten=(Kostengat(2023, "sisa", "niet_geleverd"),))
    assert kosten.spent(g13, v) == f"{EURO}0"
    assert kosten.spent(g13, v._replace(besteed_eur=None)) == kosten.spent(g13, v._replace(jaar=2023))
    assert kosten.spent(g13, v._replace(jaar=2023)) == "niet geleverd"


@pytest.mark.parametrize(
    ("ontbreekt", "mist"),
    [
        ("definitieve beschikking 2025; iets", "ontbreekt de definitieve beschikking"),
        ("raming 2025: aantal", "ontbreken aantallen"),
        (None, "ontbreken aantallen"),
    ],
)
def test_wat_er_ontbreekt_is_een_brief_waar_aantallen_niet_helpen(ontbreekt: str | None, mist: str) -> None:
    v = rij(Verloop, jaar=2025, scenario="midden", betaald_eur=9, toegekend_herkomst="onbekend", ontbreekt=ontbreekt)
    midden = rij(Scenario, scenario="midden", peiljaar=2024)
    uit = zinnen.deviation(midden, inhoud([], per_scenario=(v,)))
    assert uit == f"Voor 2025 {mist}; toegekend is niet te berekenen. "
    graad = v._replace(toegekend_herkomst="realisatiegraad")
    assert f"voor 2025 {mist}; daarom hetzelfde deel" in zinnen.grant_origin({2025: graad}, 2024)
    assert f"Voor 2025 {mist}; daarom" in zinnen.deviation(midden, inhoud([], per_scenario=(graad,)))


def test_een_post_die_sisa_verving_is_geen_gat(tmp_path: Path) -> None:
    pad = tmp_path / "klein.duckdb"
    with duckdb.connect(str(pad)) as db:
        db.execute("create schema marts")
        db.execute(
            "create table marts.fct_besteding as select 'GM0001' as gemeentecode, 'G10' as regeling, 2024 as jaar,"
            " soort as post, 'pm' as waarde_status, cast(null as decimal(14, 2)) as bedrag_eur, soort as is_voorziening"
            " from (values ('ja'), ('discutabel'), ('vervangen'), ('nee')) as t (soort)"
        )
    gaten = list_kostengaten(Snapshot("klein", pad), "GM0001", "G10")
    assert [g.post for g in gaten] == ["discutabel", "ja"]


def test_tellingen_die_ver_uiteenlopen_worden_genoemd() -> None:
    def telling(cohort: int, bron: str, aantal: str, heel: bool = True) -> Cohorttelling:
        return Cohorttelling(cohort, bron, Decimal(aantal), heel)

    rijen = [telling(2022, "dossier", "24"), telling(2022, "huisvesting", "91.7"), telling(2023, "dossier", "20"),
             telling(2023, "huisvesting", "29"), telling(2024, "dossier", "9", False)]  # fmt: skip
    rijen += [telling(2024, "huisvesting", "40"), telling(2025, "dossier", "1"), telling(2025, "huisvesting", "9")]
    basis = inhoud([], tellingen=(*rijen, telling(2025, "duo", "4", False)))
    raming = replace(basis, per_scenario=(rij(Verloop, jaar=2022, scenario="midden", toegekend_herkomst="telling"),))
    assert tellingen.count_lines(raming) == ["Dossiers 2022: 24. Uit de huisvesting geschat: 92."]
    assert tellingen.count_lines(basis) == []


def test_wat_verder_in_het_bedrag_zit_of_is_aangenomen() -> None:
    v = rij(Verloop, jaar=2025, scenario="laag", besteed_eur=7, is_volledig=True, reserve_eind_eur=-3)
    laag = inhoud([], (v,), peil=(Peilbesteding("laag", 2025, Decimal(7)),), fouten=(FoutOnzeker(2025, Decimal(1235)),))
    assert kosten.spent(laag, v) == f"{EURO}7{VAST}°"
    assert zinnen.errors(laag) == f"Waarvan fout of onzeker volgens de accountant: {EURO}1.235 over 2025."
    assert tabellen.pictures(laag)[0].geraamd == {"terugvordering", "reserve"}
    variant = rij(Scenario, scenario="reserve_nul_2026", naam="Zonder reserve", groep="variant")
    gedrukt = replace(laag, per_scenario=(v._replace(scenario="gedrukt"),))
    assert "zonder haar kan er juist meer terug moeten" in zinnen.reserve_left_out([variant], gedrukt)
    statussen = (Bestedingstatus(2023, "realisatie"), Bestedingstatus(2024, "begroot"))
    beide = replace(laag, statussen=(*statussen, Bestedingstatus(2024, "realisatie")))
    assert zinnen.spending_status(beide) == (
        "Besteding in 2023: realisatie. In 2024 is een deel realisatie en een deel begroot."
    )
    ontvangt = v._replace(te_ontvangen_eur=Decimal(5), betaald_eur=Decimal(1), toegekend_eur=Decimal(6))
    krijgt = replace(laag, verloop={2025: ontvangt})
    assert zinnen.received(krijgt).startswith(f"Te ontvangen: {EURO}5 over 2025;") and not zinnen.received(laag)
    assert "reserve onder nul" in zinnen.chart_note(krijgt) and tabellen.pay_rows([ontvangt])[0][3] == f"−{EURO}3"


PLAFONDS = (
    Plafondregel("besluit-2022", 2022, Decimal("1.0000"), Decimal("0.0000"), "bevestigd"),
    Plafondregel("regeling-2026", 2026, Decimal("1.0000"), Decimal("0.5000"), "afgeleid"),
)


@pytest.mark.parametrize(
    ("bedrag", "zin"),
    [
        (1907, f"in 2026 niet ten minste {EURO}1.907 aan voorzieningen, dan wordt het verschil teruggevorderd.**"),
        (0, "Geldt de oude regel (100%) ook in 2026, dan hoeft er niets terug"),
        (None, "Wat er in 2026 ten minste besteed moet worden, is niet te berekenen. Toegekend 2026 ontbreekt"),
    ],
)
def test_vloer(bedrag: int | None, zin: str) -> None:
    regel = {"regelversie": "besluit-2022", "status": "bevestigd", "toelichting": "Toegekend 2026 ontbreekt"}
    vloer_rij = rij(Vloer, jaar=2025, bedrag_eur=bedrag, **regel)
    nieuw = vloer_rij._replace(bedrag_eur=Decimal(275), regelversie="regeling-2026", status="afgeleid")
    jongste = som(2025, 0, 1, 1)._replace(vloer_laagste_eur=Decimal(2), vloer_hoogste_eur=Decimal(1907))
    los = inhoud([jongste], gedrukte_vloeren={2025: vloer_rij}, nieuwe_vloeren={2025: nieuw}, plafonds=PLAFONDS)
    tekst = vloer.floor(los)
    assert zin in tekst
    if bedrag:
        assert "Hoe zeker: regel bevestigd. Of de regel in 2026 nog geldt, is niet zeker." in tekst
        assert f"Geldt in 2026 de nieuwe regel (100% + 50%), dan is die grens {EURO}275. Hoe zeker: regel afg" in tekst
        assert f"Over de scenario’s is die grens {EURO}2 – {EURO}1.907." in tekst
    assert "niet te berekenen" in vloer.floor(inhoud([]))
    assert regelnaam.rule_cell(los, vloer_rij._replace(regelversie=None)) == "regel niet bekend"
    assert regelnaam.certainty(los, vloer_rij._replace(status="afgeleid")).startswith("regel bevestigd; het bedrag is")


def test_de_eerste_uitkering_is_die_met_een_uitkomst() -> None:
    assert default_regeling(["G10", "gebundeld"], {"gebundeld"}) == "gebundeld"
    assert default_regeling(["G10", "gebundeld"], {"G10", "gebundeld"}) == "G10"
    assert default_regeling(["A38", "G13", "gebundeld"], set()) == "gebundeld"
    assert default_regeling(["A38", "G13"], set()) == "G13" and default_regeling([], set()) is None
    oud, nieuw = rij(Risico, regeling="G10", jaar=2023), rij(Risico, regeling="gebundeld", jaar=2025)
    assert list_berekend([oud._replace(is_jongste_jaar=True), nieuw._replace(is_jongste_jaar=True)]) == {"gebundeld"}


def test_een_geleverde_terugvordering_wordt_genoemd() -> None:
    brief = rij(Beschikking, regeling="G10", jaar=2024, soort="terugvordering", bedrag_eur=1907)
    assert f"vorderde volgens de leveringen al {EURO}1.907,00 (G10, 2024) terug" in zinnen.limits([brief])
    assert "staat niet in de leveringen" in zinnen.limits([]) and "leveringen" not in zinnen.limits()
