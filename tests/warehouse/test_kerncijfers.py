"""The figures that must come out of the shipped deliveries, to the last digit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.warehouse.conftest import Vraag

VIER = "GM0579|GM0626|GM0629|GM1916"
DRIE = "GM0626|GM0629|GM1916"


def test_achterstand_eind_oktober_2024(vraag: Vraag) -> None:
    rijen = vraag(
        "select gemeentecode, achterstand_aantal, achterstand_doorgerekend_aantal "
        "from marts.fct_taakstelling_realisatie where is_laatste_periode order by gemeentecode"
    )
    assert rijen == [("GM0579", 30, 30), ("GM0626", 40, 44), ("GM0629", 34, 30), ("GM1916", 176, 164)]


def test_achterstand_samen_gedrukt_en_doorgerekend(vraag: Vraag) -> None:
    assert vraag(
        "select achterstand_aantal, achterstand_doorgerekend_aantal, is_volledig from marts.fct_taakstelling_samen "
        "where jaar = 2024 and deelnemers = ?",
        VIER,
    ) == [(280, 268, True)]


def test_realisatie_is_leeg_zonder_positieve_taakstelling(vraag: Vraag) -> None:
    assert vraag("select count(*) from marts.fct_taakstelling_realisatie where realisatie_pct is null") == [(0,)]
    assert vraag(
        "select realisatie_pct from marts.fct_taakstelling_realisatie where gemeentecode = 'GM1916' and jaar = 2024"
    ) == [(Decimal("27.87"),)]


@pytest.mark.parametrize(
    ("leerroute", "aandeel", "aandeel_cellen", "landelijk"),
    [("Z", "51.28", "52.63", "29.00"), ("B1", "30.77", "31.58", "52.00"), ("onderwijsroute", "7.69", "7.89", "15.00")],
)
def test_leerroutes_van_statushouders_in_wassenaar(
    vraag: Vraag, leerroute: str, aandeel: str, aandeel_cellen: str, landelijk: str
) -> None:
    assert vraag(
        "select noemer_aantal, noemer_basis, aandeel_pct, noemer_cellen_aantal, aandeel_cellen_pct, landelijk_pct "
        "from marts.fct_leerroute_verdeling where (gemeentecode, doelgroep, leerroute) = ('GM0629', 'statushouder', ?)",
        leerroute,
    ) == [(39, "gedrukt_totaal", Decimal(aandeel), 38, Decimal(aandeel_cellen), Decimal(landelijk))]


@pytest.mark.parametrize(
    ("onderdeel", "noemer", "afgerond", "noemer_aantal", "pct", "gedrukt"),
    [
        ("PVT", "dossiers", 375, 538, "69.70", "85.00"),
        ("PVT", "leerroutes", 375, 499, "75.15", "85.00"),
        ("PVT", "pip", 375, 450, "83.33", "85.00"),
        ("MAP", "dossiers", 323, 538, "60.04", "80.00"),
        ("MAP", "leerroutes", 323, 499, "64.73", "80.00"),
        ("MAP", "pip", 323, 450, "71.78", "80.00"),
    ],
)
def test_voltooiing_per_basis_naast_het_genoemde_percentage(
    vraag: Vraag, onderdeel: str, noemer: str, afgerond: int, noemer_aantal: int, pct: str, gedrukt: str
) -> None:
    assert vraag(
        "select afgerond_aantal, noemer_aantal, voltooiing_pct, gedrukt_pct from marts.fct_pvt_map_samenwerking "
        "where (deelnemers, onderdeel, noemer_basis) = (?, ?, ?)",
        DRIE, onderdeel, noemer,
    ) == [(afgerond, noemer_aantal, Decimal(pct), Decimal(gedrukt))]  # fmt: skip


def test_pm_is_nooit_nul_en_telt_nooit_als_geleverd(vraag: Vraag) -> None:
    [(pm, met_bedrag)] = vraag(
        "select count(*), count(bedrag_eur) from marts.fct_baten_lasten where waarde_status = 'pm'"
    )
    assert pm > 0 and met_bedrag == 0
    assert vraag(
        "select som_eur, gedrukt_eur, is_volledig, ontbrekend_aantal from marts.fct_baten_lasten_totaal "
        "where soort = 'lasten' and jaar = 2026 and deelnemers = ?",
        VIER,
    ) == [(Decimal("826822.00"), Decimal("826822.00"), False, 16)]


def test_onderdrukt_aantal_heeft_een_ondergrens_en_geen_bovengrens(vraag: Vraag) -> None:
    assert vraag(
        "select gemeentecode, ondergrens_aantal, bovengrens_aantal, waarde_status from marts.fct_wi2013 "
        "where doelgroep = 'gezinsmigrant' order by 1"
    ) == [
        ("GM0579", 0, None, "onderdrukt"),
        ("GM0626", 0, None, "onderdrukt"),
        ("GM0629", 9, None, "ondergrens"),
        ("GM1916", 60, None, "ondergrens"),
    ]


def test_facts_bevatten_cellen_en_geen_gedrukte_totalen(vraag: Vraag) -> None:
    for tabel, kolommen in {
        "fct_instroom": ("leeftijdsgroep", "geslacht", "doelgroep"),
        "fct_leerroute": ("leerroute", "doelgroep"),
        "fct_baten_lasten": ("post",),
    }.items():
        for kolom in kolommen:
            assert vraag(f"select count(*) from marts.{tabel} where {kolom} = 'totaal'") == [(0,)]


def test_ieder_landelijk_cijfer_heeft_basis_en_bron(vraag: Vraag) -> None:
    assert vraag(
        "select count(*) filter (where basis is null or bron is null or kwaliteit is null), "
        "count(*) filter (where bron like 'KIS-monitor 2023%'), "
        "count(*) filter (where indicator_code is not null and basis like '%gemeenten%') from marts.dim_benchmark"
    ) == [(0, 341, 0)]
