"""What may be changed in a scenario, how its text is read, and that the causes add up to the cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from dashboard.app_pages.scenario.woorden import veld_label
from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_scenario import Doorrekening, reken_basis, reken_door
from dashboard.data.spuk_wijziging import (
    Gelezen,
    list_plafondkeuzes,
    list_velden,
    parse_getal,
    read_texts,
    write_text,
)
from tests.unit.rekenkamer.spuk.bouwstenen import (
    GEDRUKT,
    REGELS,
    TELLING,
    beschikkingen,
    dossier,
    kosten,
    statushouders,
)

BETAALD = beschikkingen({2022: 104017, 2023: 319730, 2024: 589625, 2025: 551936})
BESTEED = kosten({2022: 66750, 2023: 146515, 2024: 208575, 2025: 101000})
AANTALLEN = (
    *statushouders({2022: 9, 2023: 20, 2024: 14}),
    *statushouders({2022: 7, 2023: 24, 2024: 16}, "gezinsmigrant"),
)
WASSENAAR = Opzet(dossier(BETAALD, BESTEED, AANTALLEN, "gebundeld"), GEDRUKT, REGELS)
MIDDEN = replace(WASSENAAR, scenario=replace(TELLING, besteding="peiljaar", nieuw_plafond_vanaf=2026))


def lees(opzet: Opzet, **teksten: str) -> Gelezen:
    basis = reken_basis(opzet)
    return read_texts(list_velden(opzet, basis), list_plafondkeuzes(opzet, basis), teksten)


def door(opzet: Opzet, **teksten: str) -> Doorrekening:
    gelezen = lees(opzet, **teksten)
    assert not gelezen.weigeringen
    return reken_door(opzet, gelezen.wijzigingen)


def per_jaar(r: Doorrekening, maat: str) -> dict[int, D]:
    return {j.jaar: getattr(j.scenario, maat) for j in r.jaren}


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("1.234,50", "1234.50"), ("1234,5", "1234.5"), ("€ 1.234", "1234"), ("€\N{NO-BREAK SPACE}300.000", "300000"),
        (" 40 ", "40"), ("0", "0"), ("1.234.567,89", "1234567.89"),
    ],
)  # fmt: skip
def test_nederlands_getal_wordt_gelezen(tekst: str, getal: str) -> None:
    assert parse_getal(tekst) == D(getal)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("-5", "lager dan nul"), ("−5", "lager dan nul"), ("€ -5", "lager dan nul"),
        ("abc", "geen bedrag"), ("1.5", "geen bedrag"), ("1,234.50", "geen bedrag"), ("12.34,5", "geen bedrag"),
        ("1e9", "geen bedrag"), ("NaN", "geen bedrag"), ("", "geen bedrag"), ("٣", "geen bedrag"),
        ("9" * 13, "te groot"), ("1,999", "geen bedrag"),
    ],
)  # fmt: skip
def test_ander_getal_wordt_geweigerd_met_wat_te_doen(tekst: str, reden: str) -> None:
    with pytest.raises(ValueError, match=reden):
        parse_getal(tekst)


@pytest.mark.parametrize(
    ("naam", "tekst", "terug"),
    [
        ("besteed_2025", "200.000,50", "200000,5"), ("besteed_2025", "200000", "200000"),
        ("verschuif_2024", "25 %", "25%"), ("verschuif_2024", "50.000", "50000"), ("plafond", "2025", "2025"),
        ("statushouders_2024", "40", "40"), ("reserve_2024", "−€ 5.000,50", "-5000,5"), ("reserve_2024", "€ -5", "-5"),
    ],
)  # fmt: skip
def test_tekst_in_het_adres_wordt_hetzelfde_teruggelezen(naam: str, tekst: str, terug: str) -> None:
    (eerst,) = lees(MIDDEN, **{naam: tekst}).wijzigingen
    assert write_text(eerst) == terug
    assert lees(MIDDEN, **{naam: terug}).wijzigingen == (eerst,)


def test_zelfde_waarde_als_de_basis_is_geen_wijziging() -> None:
    assert not lees(
        WASSENAAR, besteed_2025="101.000", plafond="oud", verschuif_2024="0%", ingehaald_2024="0"
    ).wijzigingen


@pytest.mark.parametrize(
    ("naam", "tekst", "reden"),
    [
        ("plafond", "2031", "Kies uit: oud, 2023"), ("plafond", "ja", "Kies uit"),
        ("verschuif_2024", "101%", "tot en met 100%"), ("statushouders_2024", "1,5", "heel aantal"),
        ("prijs_2025_a", "-1", "lager dan nul"), ("statushouders_2024", "100001", "hoger dan mogelijk"),
        ("ingehaald_2024", "100.001", "hoger dan mogelijk"), ("prijs_2025_a", "1.000.000,01", "hoger dan mogelijk"),
        ("besteed_2025", "1.000.000.000,01", "hoger dan mogelijk"),
        ("reserve_2024", "-1000000001", "lager dan mogelijk"),
    ],
)  # fmt: skip
def test_waarde_buiten_de_grens_wordt_geweigerd(naam: str, tekst: str, reden: str) -> None:
    (weigering,) = lees(MIDDEN, **{naam: tekst}).weigeringen
    assert (weigering.naam, weigering.tekst) == (naam, tekst) and reden in weigering.reden


def test_nieuw_plafond_vanaf_2025() -> None:
    r = door(WASSENAAR, plafond="2025")
    assert per_jaar(r, "terugvordering")[2025] == D("193812.50")
    assert per_jaar(r, "reserve_eind")[2025] == D("846748.50")
    assert r.som is not None and r.som.verschil == D("-294812.50")


def test_minste_besteding_voorkomt_de_terugvordering_precies() -> None:
    (vloer,) = [v for v in door(WASSENAAR).vloeren if v.jaar == 2025]
    assert (vloer.ten_minste, vloer.besteed, vloer.terugvordering) == (589625, 101000, 488625)
    assert per_jaar(door(WASSENAAR, besteed_2025="589625"), "terugvordering")[2025] == 0
    assert per_jaar(door(WASSENAAR, besteed_2025="589624,99"), "terugvordering")[2025] == D("0.01")


def test_verschuiven_houdt_het_totaal_gelijk() -> None:
    r = door(WASSENAAR, verschuif_2023="10%", verschuif_2024="8.575")
    assert per_jaar(r, "besteed") == {2022: 66750, 2023: D("131863.50"), 2024: D("214651.50"), 2025: 109575}
    assert not r.weigeringen


def test_meer_verschuiven_dan_er_is_telt_niet_mee() -> None:
    r = door(WASSENAAR, verschuif_2025="101.001")
    (weigering,) = r.weigeringen
    assert weigering.naam == "verschuif_2025" and "meer dan in 2025 is besteed" in weigering.reden
    assert not r.oorzaken and r.som is not None and r.som.verschil == 0


def test_onbekende_besteding_wordt_geen_nul() -> None:
    """A year without any costs delivered stays unknown, whatever is shifted around it."""
    half = replace(WASSENAAR, dossier=dossier(BETAALD, kosten({2022: 66750, 2023: 146515}), AANTALLEN, "gebundeld"))
    r = door(half, verschuif_2023="10%", verschuif_2024="10%", besteed_2022="1")
    assert {w.naam: w.reden[:8] for w in r.weigeringen} == {"verschuif_2023": "Van 2024", "verschuif_2024": "Van 2024"}
    assert per_jaar(r, "besteed") == {2022: 1, 2023: 146515, 2024: None, 2025: None}
    gok = replace(half, scenario=replace(GEDRUKT, besteding="peiljaar"))
    assert per_jaar(door(gok, besteed_2022="1"), "besteed")[2025] is None
    assert not door(half, besteed_2024="5", verschuif_2023="10%").weigeringen


def test_besteding_van_een_jaar_verandert_geen_ander_jaar_ook_niet_na_het_peiljaar() -> None:
    assert per_jaar(door(MIDDEN), "besteed")[2025] == 208575
    assert per_jaar(door(MIDDEN, besteed_2024="300000"), "besteed") == {
        2022: 66750, 2023: 146515, 2024: 300000, 2025: 208575
    }  # fmt: skip


def test_aantallen_en_prijzen_tellen_alleen_waar_toegekend_uit_aantallen_volgt() -> None:
    assert all(not w.veld.telt_mee for w in lees(WASSENAAR, statushouders_2024="40", prijs_2024_a="9.000").wijzigingen)
    r = door(MIDDEN, statushouders_2024="15")
    assert per_jaar(r, "toegekend")[2024] - per_jaar(door(MIDDEN), "toegekend")[2024] == D("8870.51")


def test_ingehaalde_achterstand_komt_in_het_cohort_van_dat_jaar() -> None:
    assert per_jaar(door(MIDDEN, ingehaald_2024="1"), "toegekend") == per_jaar(
        door(MIDDEN, statushouders_2024="15"), "toegekend"
    )
    (weigering,) = door(MIDDEN, ingehaald_2025="1").weigeringen
    assert "Van cohort 2025 is geen aantal bekend" in weigering.reden
    samen = door(MIDDEN, statushouders_2025="10", gezinsmigranten_2025="0", ingehaald_2025="1")
    assert not samen.weigeringen and len(samen.oorzaken) == 2


def test_een_cohort_dat_elk_jaar_opnieuw_is_geteld_wordt_in_elk_jaar_vervangen() -> None:
    per_budgetjaar = [
        replace(t, budgetjaar=jaar, aantal=D(aantal))
        for t in statushouders({2022: 0})
        for jaar, aantal in ((2022, 9), (2023, 8), (2024, 9))
    ]
    opzet = replace(MIDDEN, dossier=replace(MIDDEN.dossier, tellingen=(*AANTALLEN[1:], *per_budgetjaar)))
    velden = {v.naam: v for v in list_velden(opzet, reken_basis(opzet))}
    assert [(n, v.basis) for n, v in velden.items() if v.wisselt] == [("statushouders_2022", D(9))]
    assert veld_label(velden["statushouders_2022"]) == (
        "Statushouders, cohort 2022 (basis: 9 in 2022, een ander aantal in een later jaar)"
    )
    assert "ander aantal" not in veld_label(velden["statushouders_2023"])
    basis = per_jaar(door(opzet), "toegekend")
    # the number of the first year is a change too: it then holds for every year
    assert per_jaar(door(opzet, statushouders_2022="9"), "toegekend") == per_jaar(door(MIDDEN), "toegekend")
    assert per_jaar(door(MIDDEN), "toegekend")[2023] - basis[2023] == D("4242.17")
    ingehaald = per_jaar(door(opzet, ingehaald_2022="1"), "toegekend")
    assert [ingehaald[j] - basis[j] for j in (2022, 2023, 2024)] == [D("8057.10"), D("4242.17"), D("1122.89")]


def test_oorzaken_tellen_op_tot_het_verschil_in_hun_volgorde() -> None:
    r = door(
        MIDDEN, reserve_2023="-2.500,01", statushouders_2025="40", gezinsmigranten_2025="5", prijs_2024_a="9000",
        besteed_2023="10",
        verschuif_2024="33%", plafond="2024",
    )  # fmt: skip
    assert [o.naam for o in r.oorzaken] == [
        "een andere beginreserve", "andere aantallen mensen", "andere prijzen per persoon", "andere besteding",
        "een ander moment", "een andere regel voor de reserve",
    ]  # fmt: skip
    assert [j.jaar for j in r.jaren] == [2023, 2024, 2025] and r.vervallen == (2022,)
    assert r.som is not None and sum(o.te_betalen for o in r.oorzaken) == r.som.verschil
    assert sum(o.reserve_eind or 0 for o in r.oorzaken) == r.reserve_verschil


def test_beginreserve_begint_de_reeks_en_telt_alleen_gedeelde_jaren() -> None:
    r = door(WASSENAAR, reserve_2024="0")
    assert per_jaar(r, "terugvordering") == {2024: 0, 2025: 280050} and r.vervallen == (2022, 2023)
    assert r.som is not None and (r.som.jaren, r.som.basis, r.som.verschil) == ((2024, 2025), 490532, -210482)
    assert [(o.te_betalen, o.reserve_eind) for o in r.oorzaken] == [(-210482, 0)]
    assert per_jaar(door(WASSENAAR, reserve_2025="-1.000"), "reserve_begin") == {2025: -1000}


def test_meer_dan_een_beginreserve_en_een_jaar_ervoor_tellen_niet_mee() -> None:
    r = door(WASSENAAR, reserve_2023="1", reserve_2024="2")
    assert [w.naam for w in r.weigeringen] == ["reserve_2023", "reserve_2024"] and not r.vervallen
    eerder = door(WASSENAAR, reserve_2024="0", besteed_2023="1", verschuif_2022="10%", verschuif_2024="10%")
    assert {w.naam for w in eerder.weigeringen} == {"besteed_2023", "verschuif_2022"}
    assert per_jaar(eerder, "besteed") == {2024: D("187717.50"), 2025: D("121857.50")}


def test_latere_keten_is_te_berekenen_met_een_bekende_reserve() -> None:
    later = Opzet(dossier(BETAALD[2:], (), (), "G10"), GEDRUKT, REGELS)
    assert door(later).som is None
    r = door(later, reserve_2024="10.000", besteed_2024="100.000", besteed_2025="700.000")
    assert r.som is None and r.alleen_scenario is not None and r.alleen_scenario.jaren == (2024, 2025)
    assert per_jaar(r, "reserve_eind") == {2024: 499625, 2025: 351561}


def test_wijziging_zonder_gevolg_wordt_genoemd() -> None:
    r = door(WASSENAAR, besteed_2025="0", verschuif_2025="100%", plafond="2025")
    assert [w.veld.naam for w in r.zonder_effect] == ["verschuif_2025"]


def test_zonder_bekend_bedrag_valt_er_niets_te_veranderen() -> None:
    pm = Opzet(dossier(beschikkingen({2025: None, 2026: None}), BESTEED, (), "gebundeld"), GEDRUKT, REGELS)
    assert list_velden(pm, reken_basis(pm)) == () and reken_door(pm, ()).som is None
    onderwijsroute = Opzet(dossier(BETAALD, BESTEED, (), "G13"), GEDRUKT, REGELS)
    assert list_velden(onderwijsroute, reken_basis(onderwijsroute)) == ()
