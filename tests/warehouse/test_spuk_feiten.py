"""The facts and rules under the SPUK calculation, on the shipped deliveries (report WVOLV 2025, p. 67-68)."""

from __future__ import annotations

import re
from decimal import Decimal

import duckdb
import pytest

from rekenkamer.instellingen import PROJECT_MAP
from tests.warehouse.conftest import Vraag

LEIDSCHENDAM, OEGSTGEEST, VOORSCHOTEN, WASSENAAR = "GM1916", "GM0579", "GM0626", "GM0629"


def test_een_beschikking_zonder_code_is_gebundeld_en_pm_is_geen_nul(vraag: Vraag) -> None:
    assert vraag(
        "select jaar, regeling, soort, bedrag_eur, waarde_status, is_gebundeld, beschikkingen_aantal "
        "from marts.fct_beschikking where gemeentecode = ? order by jaar", WASSENAAR,
    ) == [
        (2022, "gebundeld", "definitief", Decimal("104017.00"), "gemeten", True, 1),
        (2023, "gebundeld", "definitief", Decimal("319730.00"), "gemeten", True, 1),
        (2024, "gebundeld", "voorlopig", Decimal("589625.00"), "gemeten", True, 1),
        (2025, "gebundeld", "voorlopig", Decimal("551936.00"), "gemeten", True, 1),
        (2026, "gebundeld", "voorlopig", None, "pm", True, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gemeente", "per_jaar"),
    [
        (OEGSTGEEST, [127491, 193727, 305828, None]),
        (LEIDSCHENDAM, [88514, 453879, 1952306, 259594]),
        (VOORSCHOTEN, [15000, 130800, 733400, 507000]),
        (WASSENAAR, [66750, 146515, 208575, 101000]),
    ],
)
def test_de_besteding_is_die_van_de_voorzieningen(vraag: Vraag, gemeente: str, per_jaar: list[int | None]) -> None:
    rijen = vraag(
        "select jaar, sum(bedrag_eur)::int from marts.fct_besteding where gemeentecode = ? and regeling = 'gebundeld' "
        "and is_voorziening in ('ja', 'discutabel') and jaar <= 2025 group by jaar order by jaar", gemeente,
    )  # fmt: skip
    assert rijen == list(zip(range(2022, 2026), per_jaar, strict=True))


def test_elke_post_die_kan_meetellen_heeft_een_rij(vraag: Vraag) -> None:
    assert vraag(
        "select gemeentecode, jaar, count(*) from marts.fct_besteding where is_voorziening <> 'nee' "
        "group by all having count(*) <> 4"
    ) == []  # fmt: skip
    assert vraag(
        "select post, bedrag_eur, waarde_status from marts.fct_besteding where (gemeentecode, jaar) = (?, 2026) "
        "and bedrag_eur is null order by post", WASSENAAR,
    ) == [
        ("maatschappelijke_begeleiding", None, "pm"), ("participatiecomponent", None, "pm"),
        ("pvt", None, "niet_geleverd"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gemeente", "groep", "per_cohort"),
    [
        (WASSENAAR, "statushouder", [(9, "dossier"), (20, "dossier"), (14, "dossier")]),
        (WASSENAAR, "gezinsmigrant", [(7, "dossier"), (24, "dossier"), (16, "dossier")]),
        (VOORSCHOTEN, "statushouder", [(8, "dossier"), (32, "dossier"), (26, "dossier")]),
        (LEIDSCHENDAM, "statushouder", [(24, "dossier"), (68, "dossier"), (57, "dossier")]),
        (OEGSTGEEST, "statushouder", [("27.3", "huisvesting"), ("25.9", "huisvesting"), ("26.6", "huisvesting")]),
        (OEGSTGEEST, "gezinsmigrant", []),
    ],
)
def test_een_cohort_telt_dossiers_en_anders_de_huisvesting(
    vraag: Vraag, gemeente: str, groep: str, per_cohort: list[tuple[int | str, str]]
) -> None:
    assert vraag(
        "select aantal, telling_bron from marts.fct_cohort_telling where gemeentecode = ? and groep = ? "
        "and is_gekozen order by cohort", gemeente, groep,
    ) == [(Decimal(aantal), bron) for aantal, bron in per_cohort]  # fmt: skip


def test_dossiers_van_het_laatste_jaar_zijn_niet_volledig(vraag: Vraag) -> None:
    """The delivery has no date of its own, and its counts of 2024 end in October or November."""
    assert vraag(
        "select cohort, bool_and(is_volledig), bool_or(is_volledig), count(distinct gemeentecode), max(budgetjaar) "
        "from marts.fct_cohort_telling where telling_bron = 'dossier' group by cohort order by cohort"
    ) == [(2022, True, True, 3, None), (2023, True, True, 3, None), (2024, False, False, 3, None)]


def test_een_gedrukt_totaal_vult_wat_de_cellen_missen(vraag: Vraag) -> None:
    """Three cells of Wassenaar 2022 are empty; the printed total under them is whole (table 5.9)."""
    [(is_volledig, vindplaats)] = vraag(
        "select is_volledig, vindplaats from marts.fct_cohort_telling where (gemeentecode, cohort, groep, telling_bron)"
        " = (?, 2022, 'statushouder', 'dossier')", WASSENAAR,
    )  # fmt: skip
    assert is_volledig and "tabel 5.9" in vindplaats
    # the housing of 2024 was counted until October
    assert vraag(
        "select is_volledig, waarde_status from marts.fct_cohort_telling where cohort = 2024 "
        "and telling_bron = 'huisvesting' group by all"
    ) == [(False, "afgeleid")]


def test_de_prijzen_van_het_rapport_zijn_die_van_de_regeling(vraag: Vraag) -> None:
    assert vraag(
        "select w.jaar, w.kenmerk, w.waarde, p.bedrag_eur from marts.fct_waarneming w "
        "left join marts.dim_spuk_prijs p on p.budgetjaar = w.jaar and p.groep = w.doelgroep "
        "and 'cohort ' || (p.budgetjaar - p.cohort_afstand) = w.kenmerk and p.component in ('a', 'b', 'c', 'gezin') "
        "where w.indicator_code = 'spuk_prijs' and w.waarde is distinct from p.bedrag_eur"
    ) == []  # fmt: skip
    assert vraag("select sum(bedrag_eur) from marts.dim_spuk_prijs where budgetjaar = 2025 and groep = 'statushouder'"
                 ) == [(Decimal("14949.34"),)]  # fmt: skip
    assert vraag("select distinct status from marts.dim_spuk_prijs where budgetjaar = 2024") == [("afgeleid",)]


def test_wat_niet_bekend_is_blijft_leeg(vraag: Vraag) -> None:
    assert vraag("select bedrag_eur, status from marts.dim_spuk_prijs where component = 'abo'") == [(None, "onbekend")]
    assert vraag("select parameter from marts.dim_spuk_parameter where waarde is null order by 1") == [
        ("po",), ("somgg",), ("tba",)
    ]  # fmt: skip
    assert vraag("select regeling from marts.dim_spuk_regeling where reserve_regel = 'onbekend' order by 1") == [
        ("A38",), ("G13",)
    ]  # fmt: skip


def test_de_fasen_en_de_kalender_noemen_de_uiterste_dag(vraag: Vraag) -> None:
    assert vraag(
        "select fase, is_bereikt, strftime(termijn_datum, '%Y-%m-%d'), toelichting from marts.fct_spuk_fase "
        "where (gemeentecode, jaar) = (?, 2024) order by volgorde", WASSENAAR,
    ) == [
        ("voorlopig", True, "2023-10-01", "De voorlopige beschikking staat op € 589.625."),
        ("nader_voorlopig", False, None, "De nader voorlopige beschikking is niet geleverd."),
        ("definitief", False, "2025-06-30", "De definitieve beschikking is niet geleverd."),
        ("verantwoord", False, "2025-07-15", "De SiSa-verantwoording is niet geleverd."),
        ("afgerekend", False, "2026-07-15", "Het besluit over terugvordering is niet geleverd."),
    ]  # fmt: skip
    assert vraag("select min(jaar), max(jaar) from marts.fct_spuk_kalender") == [(2022, 2028)]
    assert vraag("select strftime(datum, '%Y-%m-%d') from marts.fct_spuk_kalender "
                 "where (regeling, jaar, termijn) = ('G10', 2024, 'klif_18_maanden')") == [("2026-06-30",)]  # fmt: skip
    assert vraag("select distinct termijn from marts.fct_spuk_kalender where regeling = 'G13'") == [("sisa",)]


def test_een_post_die_niet_zeker_meetelt_maakt_de_besteding_niet_zeker(vraag: Vraag) -> None:
    """Realisation of Wassenaar 2022: the figure is sure, but the row of the post in the seed is not."""
    assert vraag(
        "select code, status, hardheid from marts.fct_spuk_rekenregel where (gemeentecode, jaar, scenario) = "
        "(?, 2022, 'gedrukt') and code in ('besteding_leerroutes', 'besteding_maatschappelijke_begeleiding') "
        "order by 1", WASSENAAR,
    ) == [
        ("besteding_leerroutes", "bevestigd", "realisatie"),
        ("besteding_maatschappelijke_begeleiding", "afgeleid", "realisatie"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("post", "herkenning", "zwakste"),
    [
        ("bevestigd", "bevestigd", "bevestigd"),
        ("bevestigd", "afgeleid", "afgeleid"),
        ("onbekend", "afgeleid", "onbekend"),
    ],
)
def test_een_sisa_bedrag_is_zo_zeker_als_zijn_herkenning(post: str, herkenning: str, zwakste: str) -> None:
    """The model itself on made-up rows: a seed row that becomes sure makes what it recognised sure, without code."""
    model = PROJECT_MAP / "warehouse/models/intermediate/spuk/int_spuk__regelstatus.sql"
    sql = model.read_text(encoding="utf-8").replace("{{ config(materialized='ephemeral') }}", "")
    sql = re.sub(r"\{\{ ref\('(\w+)'\) \}\}", r"\1", sql)
    with duckdb.connect() as con:
        con.execute("create table spuk_regelingen as select unnest(['G10', 'gebundeld']) as regeling")
        con.execute("create table spuk_kostenposten (post text, status text)")
        con.executemany("insert into spuk_kostenposten values (?, ?)", [("sisa", post), ("pvt", "bevestigd")])
        con.execute("create table spuk_sisa_herkenning (uitkeringscode text, rol text, status text)")
        con.execute("insert into spuk_sisa_herkenning values ('G10', 'besteding', ?)", [herkenning])
        gevonden = dict(con.execute(f"select (regeling, post), regel_status from ({sql})").fetchall())
    assert gevonden == {
        ("G10", "sisa"): zwakste, ("gebundeld", "sisa"): zwakste,
        ("G10", "pvt"): "bevestigd", ("gebundeld", "pvt"): "bevestigd",
    }  # fmt: skip


def test_elke_keuze_over_een_jaar_zonder_brief_staat_bij_de_aannames(vraag: Vraag) -> None:
    assert vraag(
        "select code, status from marts.dim_spuk_aanname where code in "
        "('realisatiegraad', 'gelijkgesteld', 'besteding_peiljaar', 'realisatie_eerst') "
        "and alternatief is not null and gevolg is not null order by 1"
    ) == [(c, "afgeleid") for c in ("besteding_peiljaar", "gelijkgesteld", "realisatie_eerst", "realisatiegraad")]
    # a scenario that holds spending at a level says when it does not
    assert vraag(
        "select scenario from marts.dim_spuk_scenario where (besteding <> 'geleverd') "
        "<> coalesce(omschrijving ilike '%tenzij een later jaar is verantwoord%', false)"
    ) == []  # fmt: skip
