"""Definitief from counts and prices, by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import Herkomst, NietTeBerekenen, Parameter, Prijs, Raming, Regels, Telling, raam_definitief
from tests.unit.rekenkamer.spuk.bouwstenen import EERSTE, REGELS, prijzen_2026, prijzen_per_hoofd, statushouders

TELLINGEN = (*statushouders({2022: 8, 2023: 10, 2024: 12}), *statushouders({2024: "5.5"}, "gezinsmigrant"))


def raam(jaar: int, tellingen: tuple[Telling, ...] = TELLINGEN, regels: Regels = REGELS) -> Raming:
    uit = raam_definitief(jaar, tellingen, regels)
    assert isinstance(uit, Raming), uit
    return uit


def mist(jaar: int, tellingen: tuple[Telling, ...] = TELLINGEN, regels: Regels = REGELS) -> tuple[str, ...]:
    uit = raam_definitief(jaar, tellingen, regels)
    assert isinstance(uit, NietTeBerekenen), uit
    return uit.ontbreekt


def test_2024_met_de_hand() -> None:
    raming = raam(2024)
    bedragen = {r.code: r.bedrag for r in raming.rekenregels}
    assert bedragen == {
        "telling_gezin": D("3699.63"),
        "telling_a": D("106446.12"),
        "telling_b": D("44915.40"),
        "telling_c": D("8983.12"),
        "raming": D("164044.27"),
    }
    assert (raming.bedrag, raming.is_volledig, raming.ontbreekt) == (D("164044.27"), True, ())
    assert raming.herkomst.status == "afgeleid"


def test_iedere_regel_laat_de_som_zien() -> None:
    regels = {r.code: r for r in raam(2024).rekenregels}
    assert regels["telling_a"].naam == "Statushouders, cohort 2024"
    assert regels["telling_a"].formule == "Aantal × prijs a (eerste jaar) van 2024"
    assert regels["telling_a"].ingevuld == "12 × € 8.870,51"
    assert regels["telling_b"].naam == "Statushouders, cohort 2023"
    assert regels["telling_c"].naam == "Statushouders, cohort 2022"
    assert regels["telling_gezin"].ingevuld == "5,5 × € 672,66"
    assert regels["raming"].ingevuld == "€ 3.699,63 + € 106.446,12 + € 44.915,40 + € 8.983,12"
    assert {r.soort for r in regels.values()} == {"invoer"}


def test_cohorten_van_voor_de_wet_tellen_als_nul_ook_als_er_een_aantal_staat() -> None:
    tellingen = (*statushouders({2021: 99, 2022: 8}), *statushouders({2022: 2}, "gezinsmigrant"))
    raming = raam(2022, tellingen)
    assert raming.bedrag == 8 * D("8057.10") + 2 * D("610.98")
    regel = next(r for r in raming.rekenregels if r.code == "telling_b")
    assert (regel.bedrag, regel.ingevuld) == (0, "0 × € 4.079,67")
    assert regel.toelichting == "Cohort 2021 telt niet mee: de wet begint met cohort 2022."
    assert raming.is_volledig


def test_zonder_eerste_cohort_is_een_ontbrekend_cohort_niet_nul() -> None:
    regels = replace(REGELS, parameters=())
    tellingen = (*statushouders({2022: 8}), *statushouders({2022: 2}, "gezinsmigrant"))
    assert mist(2022, tellingen, regels) == (
        "aantal: statushouders, cohort 2021",
        "aantal: statushouders, cohort 2020",
    )


def test_een_half_persoon_wordt_per_regel_afgerond_halven_omhoog() -> None:
    tellingen = (*statushouders({2022: 0}), *statushouders({2022: "0.25"}, "gezinsmigrant"))
    assert raam(2022, tellingen).bedrag == D("152.75")  # 0,25 x 610,98 = 152,745


def test_ontbrekend_of_leeg_aantal_is_niet_te_berekenen() -> None:
    zonder = tuple(t for t in TELLINGEN if (t.cohort, t.groep) != (2023, "statushouder"))
    leeg = (*zonder, *statushouders({2023: None}))
    assert mist(2024, zonder) == mist(2024, leeg) == ("aantal: statushouders, cohort 2023",)
    assert mist(2024, TELLINGEN[:3]) == ("aantal: gezinsmigranten en overige migranten, cohort 2024",)


def test_ook_zonder_uitkomst_blijft_te_zien_wat_er_wel_was() -> None:
    uit = raam_definitief(2024, TELLINGEN[:3], REGELS)
    assert {r.code: r.bedrag for r in uit.rekenregels}["telling_a"] == D("106446.12")
    assert {r.code: r.ingevuld for r in uit.rekenregels}["telling_gezin"] == "niet bekend × € 672,66"


def test_onvolledige_telling_wordt_gebruikt_en_genoemd() -> None:
    tellingen = tuple(replace(t, is_volledig=t.cohort != 2022) for t in TELLINGEN)
    raming = raam(2024, tellingen)
    assert raming.bedrag == D("164044.27")
    assert (raming.is_volledig, raming.ontbreekt) == (False, ("onvolledige telling: statushouders, cohort 2022",))


def per_jaar(cohort: int, aantallen: dict[int | None, int], groep: str = "statushouder") -> tuple[Telling, ...]:
    return tuple(Telling(cohort, groep, D(aantal), budgetjaar=jaar) for jaar, aantal in aantallen.items())


def test_elk_budgetjaar_telt_een_cohort_zoals_het_er_dan_woont() -> None:
    """Besluit art. 10.4: cohort 2022 is 10 on 31-12-2022 and 12 on 31-12-2023; who moved in later is not paid back."""
    tellingen = (
        *per_jaar(2022, {2022: 10, 2023: 12}),
        *per_jaar(2022, {2022: 5}, "gezinsmigrant"),
        *per_jaar(2023, {2023: 3}),
        *per_jaar(2023, {2023: 0}, "gezinsmigrant"),
    )
    assert raam(2022, tellingen).bedrag == 10 * D("8057.10") + 5 * D("610.98") == D("83625.90")
    assert raam(2023, tellingen).bedrag == 3 * D("8378.03") + 12 * D("4242.17")
    assert mist(2024, tellingen)[-2:] == ("aantal: statushouders, cohort 2023", "aantal: statushouders, cohort 2022")


def test_zonder_telling_voor_het_jaar_geldt_die_voor_elk_jaar() -> None:
    tellingen = (
        *per_jaar(2022, {None: 9, 2023: 12}),
        *per_jaar(2023, {2023: 0, 2024: 0}),
        *per_jaar(2024, {None: 0}),
        *(t for cohort in (2022, 2023, 2024) for t in per_jaar(cohort, {None: 0}, "gezinsmigrant")),
    )
    for jaar, bedrag in ((2022, 9 * D("8057.10")), (2023, 12 * D("4242.17")), (2024, 9 * D("1122.89"))):
        assert raam(jaar, tellingen).bedrag == raam(jaar, tellingen[::-1]).bedrag == bedrag


def test_een_telling_van_een_andere_dag_kan_ook_te_hoog_zijn() -> None:
    anders = tuple(replace(t, budgetjaar=2024, is_volledig=False) for t in TELLINGEN)
    regel = next(r for r in raam(2024, anders).rekenregels if r.code == "telling_a")
    assert regel.toelichting == (
        "De telling is niet volledig of niet van 31 december 2024: het echte aantal kan anders zijn."
    )


def test_waarvoor_geen_levering_bestaat_zegt_dat() -> None:
    zonder = tuple(t for t in TELLINGEN_2026 if t.groep in ("statushouder", "gezinsmigrant"))
    uit = raam_definitief(2026, zonder, regels_2026("1000000", "3000000", "17000"))
    assert isinstance(uit, NietTeBerekenen)
    assert uit.ontbreekt == (
        *(f"aantal: afgeronde trajecten in {jaar} (hiervoor is nog geen levering)" for jaar in (2022, 2023, 2024)),
        "aantal: statushouders met onderwijsroute in hun plan, 2026 (hiervoor is nog geen levering)",
    )
    regel = next(r for r in uit.rekenregels if r.code == "telling_abo")
    assert regel.toelichting == "Dit aantal kan het product nog niet lezen: hiervoor is nog geen levering."


def test_de_regel_is_zo_zeker_als_de_zwakste_van_aantal_en_prijs() -> None:
    geteld = Herkomst(bron_id="duo", levering_id="L1", vindplaats="blad 1")
    tellingen = tuple(replace(t, herkomst=geteld) for t in TELLINGEN)
    regel = next(r for r in raam(2024, tellingen).rekenregels if r.code == "telling_b")
    assert regel.herkomst == Herkomst("afgeleid", "duo", "L1", "blad 1", "artikel prijs", "2026-04-18")
    onzeker = tuple(replace(t, herkomst=Herkomst("onbekend")) for t in TELLINGEN)
    assert raam(2024, onzeker).herkomst.status == "onbekend"


def test_een_jaar_zonder_prijzen_noemt_alle_prijzen() -> None:
    tellingen = (*statushouders({2028: 1, 2029: 1, 2030: 1}), *statushouders({2030: 1}, "gezinsmigrant"))
    assert mist(2030, tellingen) == (
        "prijs voor gezinsmigranten van 2030",
        "prijs a (eerste jaar) van 2030",
        "prijs b (tweede jaar) van 2030",
        "prijs c (derde jaar) van 2030",
    )


TELLINGEN_2026 = (
    *statushouders({2024: 12, 2025: 9, 2026: 6}),
    *statushouders({2026: 4}, "gezinsmigrant"),
    *statushouders({2022: 1, 2023: 2, 2024: 3, 2025: 50}, "afgerond_traject"),
    *statushouders({2026: 2}, "onderwijsroute"),
)


def regels_2026(somgg: str | None, tba: str | None, abo: str | None) -> Regels:
    landelijk = [Parameter(n, 2026, None if x is None else D(x)) for n, x in (("somgg", somgg), ("tba", tba))]
    prijzen = prijzen_2026(None if abo is None else D(abo))
    return Regels((*prijzen_per_hoofd(), *prijzen), (), (EERSTE, *landelijk))


def test_2026_noemt_wat_het_rijk_nog_niet_bekendmaakte() -> None:
    assert mist(2026, TELLINGEN_2026, regels_2026(None, None, None)) == (
        "de landelijke som van gewogen aantallen (SOMGG) van 2026",
        "het landelijke budget voor asiel (TBA) van 2026",
        "prijs voor de onderwijsroute (ABO) van 2026",
    )
    assert mist(2026, (), REGELS)[:3] == (
        "aantal: gezinsmigranten en overige migranten, cohort 2026",
        "aantal: statushouders, cohort 2026",
        "aantal: statushouders, cohort 2025",
    )


def test_2026_met_alle_landelijke_getallen() -> None:
    raming = raam(2026, TELLINGEN_2026, regels_2026("1000000", "3000000", "17000"))
    # in the first year with d all trajectories finished up to 2024 count: 1 + 2 + 3, not the 50 of 2025
    gg = 6 * D("5820.70") + 9 * D("4247.06") + 12 * D("1061.77") + 6 * D("856.51")
    assert gg == D("91028.04")
    ba = D("273084.12")
    assert {r.code: r.bedrag for r in raming.rekenregels}["aandeel"] == ba
    assert raming.bedrag == 4 * D("706.72") + ba + 2 * D("17000") == D("309911.00")
    assert raming.rekenregels[-1].ingevuld == "€ 2.826,88 + € 273.084,12 + € 34.000,00"
    assert [r.ingevuld for r in raming.rekenregels if r.code == "gewicht_d"] == [
        "1 × 856,51 = 856,51 punten",
        "2 × 856,51 = 1.713,02 punten",
        "3 × 856,51 = 2.569,53 punten",
    ]


def test_na_het_eerste_jaar_met_d_telt_alleen_t_min_2() -> None:
    prijzen = tuple(replace(p, budgetjaar=2027) for p in prijzen_2026(D(0)))
    landelijk = (Parameter("somgg", 2027, D(1000)), Parameter("tba", 2027, D(1000)))
    tellingen = (
        *statushouders({2025: 0, 2026: 0, 2027: 0}),
        *statushouders({2027: 0}, "gezinsmigrant"),
        *statushouders({2023: 20, 2024: 30, 2025: 3}, "afgerond_traject"),
        *statushouders({2027: 5}, "onderwijsroute"),
    )
    later = Regels((*prijzen_2026(), *prijzen), (), (EERSTE, *landelijk))
    assert raam(2027, tellingen, later).bedrag == D("2569.53")
    eerste = Regels(prijzen, (), (EERSTE, *landelijk))
    assert mist(2027, tellingen, eerste) == ("aantal: afgeronde trajecten in 2022 (hiervoor is nog geen levering)",)


def test_landelijke_som_nul_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="landelijke som van gewogen aantallen van 2026 is 0"):
        raam_definitief(2026, TELLINGEN_2026, regels_2026("0", "1", "1"))


def test_gewichten_gelijk_aan_de_prijs_vragen_niets_landelijks() -> None:
    """The share formula gives the same as count x price when the national sum is the national budget."""
    prijzen = tuple(p for p in REGELS.prijzen if p.budgetjaar == 2024)
    anders = tuple(replace(p, gewicht=p.gewicht * 2) if p.component in "abc" and p.gewicht else p for p in prijzen)
    landelijk = (Parameter("somgg", 2024, D(2000000)), Parameter("tba", 2024, D(1000000)))
    verdeeld = raam(2024, TELLINGEN, Regels(anders, (), (EERSTE, *landelijk)))
    assert verdeeld.bedrag == raam(2024).bedrag
    assert "aandeel" in {r.code for r in verdeeld.rekenregels}


def test_zonder_gewicht_geldt_de_prijs() -> None:
    prijzen = tuple(replace(p, gewicht=None) for p in REGELS.prijzen if p.budgetjaar == 2024 and p.component != "d")
    assert raam(2024, TELLINGEN, replace(REGELS, prijzen=prijzen)).bedrag == D("164044.27")


def test_prijs_zonder_bedrag_ontbreekt() -> None:
    prijzen = tuple(
        Prijs(2024, "b", None, None) if (p.budgetjaar, p.component) == (2024, "b") else p for p in REGELS.prijzen
    )
    assert mist(2024, TELLINGEN, replace(REGELS, prijzen=prijzen)) == ("prijs b (tweede jaar) van 2024",)
