"""Changed, new and absent data: superseding, corrections, a gemeente nobody knows yet, and nothing at all.

Two builds carry every change. A change has a gemeente, a period or an indicator of its own, and its test asks about
that alone; what one change could do to another is asked of all of them in `test_elk_bronverschil_…`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from rekenkamer.instellingen import PROJECT_MAP
from tests.conftest import Keten
from tests.warehouse.conftest import Vraag, open_vraag

Bouw = Callable[..., Vraag]
DAM, BERG, VEEN, KERK, DUIN, WASSENAAR = "GM0001", "GM0002", "GM0003", "GM0004", "GM0006", "GM0629"
NAMEN = {DAM: "Voorbeelddam", BERG: "Voorbeeldberg", VEEN: "Voorbeeldveen", KERK: "Voorbeeldkerk",
         DUIN: "Voorbeeldduin", WASSENAAR: "Wassenaar"}  # fmt: skip


def add_levering(con: duckdb.DuckDBPyConnection, sleutel: str, bron: str, bestand: str) -> None:
    con.execute(
        "insert into raw.levering by name select ? as levering_id, (select max(volgnummer) + 1 from raw.levering) as "
        "volgnummer, ? as bron, 'synthetisch' as titel, 'synthetisch' as uitgever, ? as bestand, 'csv' as formaat, "
        "?::timestamp as ontvangen_op, false as openbaar, 'synthetisch' as herkomst, true as is_synthetisch, "
        "1 as rijen_goed_aantal, 0 as rijen_afgekeurd_aantal",
        [sleutel, bron, bestand, datetime(2026, 1, 1)],
    )


def add_cel(
    con: duckdb.DuckDBPyConnection, levering: str, layout: str, rij: int, gemeente: str, **velden: object
) -> None:
    waarde = velden.pop("waarde")
    alle = {
        "levering_id": levering, "layout": layout, "rij": rij, "kolom": "A", "eenheid": "personen",
        "waarde_ruw": str(waarde), "waarde": waarde, "waarde_status": "gemeten", "gemeentecode": gemeente,
        "gemeentenaam": NAMEN[gemeente], **velden,
    }  # fmt: skip
    namen = ", ".join(f"? as {k}" for k in alle)
    con.execute(f"insert into raw.cel by name select {namen}", list(alle.values()))


def herzie_een_jaar(con: duckdb.DuckDBPyConnection) -> None:
    """A second delivery of a figure that the report has."""
    add_levering(con, "f" * 64, "tvs", "synthetisch_herziening.csv")
    con.execute(
        "insert into raw.cel select * replace (? as levering_id, '9' as waarde_ruw, 9 as waarde) from raw.cel "
        "where gemeentecode = 'GM0629' and periode = '2024' and indicator = 'gerealiseerd'",
        ["f" * 64],
    )


def voeg_onbekende_gemeente_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "e" * 64, "gemeente", "synthetisch_voorbeelddam.csv")
    rij = 0
    for indicator, doelgroep, periode, jaar, waarde in (
        ("pvt", "statushouder", "2023", 2023, 4), ("pvt", "statushouder", "2024", 2024, 5),
        ("pvt", "statushouder", "totaal", None, 10), ("map", "statushouder", "2024", 2024, 8),
    ):  # fmt: skip
        rij += 1
        add_cel(con, "e" * 64, f"gemeente_{indicator}", rij, DAM, indicator=indicator, doelgroep=doelgroep,
                periode=periode, jaar=jaar, waarde=waarde)  # fmt: skip
    add_levering(con, "d" * 64, "tvs", "synthetisch_taakstelling.csv")
    for periode, halfjaar, stand, taak, klaar in (("2024-1", 1, 3, 10, 6), ("2024-2", 2, 9, 10, 8)):
        for indicator, waarde in (("stand_begin", stand), ("taakstelling", taak),
                                  ("totale_taakstelling", stand + taak), ("gerealiseerd", klaar)):  # fmt: skip
            rij += 1
            add_cel(con, "d" * 64, "coa_taakstelling", rij, DAM, indicator=indicator, periode=periode, jaar=2024,
                    halfjaar=halfjaar, waarde=waarde)  # fmt: skip


def voeg_duo_naast_gemeente_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "c" * 64, "duo", "synthetisch_duo.csv")
    for rij, (indicator, cohort, waarde) in enumerate(
        (
            ("duo_pvt_afgerond", 2022, 20),
            ("duo_pvt_afgerond", 2023, 14),
            ("duo_leerroute_z", 2022, 22),
            ("duo_inburgeringsplichtig", 2022, 41),
            ("duo_inburgeringsplichtig", 2021, 30),
        )
    ):
        add_cel(con, "c" * 64, "duo_cijfers_gemeente", rij, WASSENAAR, indicator=indicator, doelgroep="statushouder",
                periode="2025-04-01", jaar=2025, peildatum=date(2025, 4, 1), kenmerk=f"cohort {cohort}",
                waarde=waarde)  # fmt: skip


def voeg_twee_uitgevers_toe(con: duckdb.DuckDBPyConnection) -> None:
    for sleutel, uitgever, waarde in (("b" * 64, "Gemeente Voorbeeldberg", 12), ("9" * 64, "Uitvoerder", 10)):
        add_levering(con, sleutel, "gemeente", f"synthetisch_{uitgever}.csv")
        con.execute("update raw.levering set uitgever = ? where levering_id = ?", [uitgever, sleutel])
        add_cel(con, sleutel, "gemeente_pvt", 1, BERG, indicator="pvt", doelgroep="statushouder", periode="2024",
                jaar=2024, waarde=waarde)  # fmt: skip


def voeg_fijnere_bedragen_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "1" * 64, "spuk", "synthetisch_spuk.csv")
    geld = {"indicator": "baten", "post": "spuk", "eenheid": "euro", "periode": "2024", "jaar": 2024}
    for rij, (code, status, waarde) in enumerate((("G10", "voorlopig", 300), ("G13", "voorlopig", 40),
                                                  ("G10", "terugvordering", -50))):  # fmt: skip
        add_cel(con, "1" * 64, "spuk_beschikkingen", rij, VEEN, kenmerk=code, status_bedrag=status, waarde=waarde,
                **geld)  # fmt: skip
    # beside the report's uncoded sum of the same status
    add_cel(con, "1" * 64, "spuk_beschikkingen", 9, WASSENAAR, kenmerk="G10", status_bedrag="voorlopig", waarde=500,
            **geld)  # fmt: skip
    # one grant of a gemeente that sent no costs per post
    add_cel(con, "1" * 64, "spuk_beschikkingen", 10, KERK, kenmerk="G10", status_bedrag="voorlopig", waarde=700,
            **geld)  # fmt: skip
    # letters of two grants of which only one was settled; costs make a sum of them
    for rij, (jaar, code, status, waarde) in enumerate(
        ((2022, "G10", "voorlopig", 100), (2022, "G10", "definitief", 80), (2022, "G13", "voorlopig", 50),
         (2023, "G10", "definitief", 200), (2023, "G13", "voorlopig", 50)), start=20
    ):  # fmt: skip
        add_cel(con, "1" * 64, "spuk_beschikkingen", rij, DAM, kenmerk=code, status_bedrag=status, waarde=waarde,
                **geld | {"jaar": jaar, "periode": str(jaar)})  # fmt: skip
    add_levering(con, "5" * 64, "gemeente", "synthetisch_kosten_voorbeeldveen.csv")
    add_cel(con, "5" * 64, "gemeente_lasten", 1, VEEN, **geld | {"indicator": "lasten", "post": "leerroutes"},
            status_bedrag="realisatie", waarde=100)  # fmt: skip


def voeg_lasten_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_cel(con, "5" * 64, "gemeente_lasten", 2, DAM, indicator="lasten", post="leerroutes", eenheid="euro",
            periode="2022", jaar=2022, status_bedrag="realisatie", waarde=100)  # fmt: skip


def voeg_fijnere_aantallen_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "3" * 64, "duo", "synthetisch_wi2013.csv")
    for rij, (cohort, waarde, status) in enumerate(
        ((2018, 10, "gemeten"), (2019, 11, "gemeten"), (2020, None, "onderdrukt"))
    ):
        add_cel(con, "3" * 64, "duo_cijfers_gemeente", rij, VEEN, indicator="wi2013", doelgroep="statushouder",
                jaar=2025, periode="2025-04-01", peildatum=date(2025, 4, 1), kenmerk=f"cohort {cohort}", waarde=waarde,
                waarde_status=status)  # fmt: skip
    add_levering(con, "2" * 64, "gemeente", "synthetisch_voorbeeldveen.csv")
    rij = 0
    for doelgroep, waarde in (("statushouder", 3), ("gezinsmigrant", 1)):
        for indicator in ("pip", "begeleiding"):
            rij += 1
            add_cel(con, "2" * 64, f"gemeente_{indicator}", rij, VEEN, indicator=indicator, doelgroep=doelgroep,
                    periode="2024", jaar=2024, waarde=waarde)  # fmt: skip
        for half in (1, 2) if doelgroep == "statushouder" else (1,):
            rij += 1
            add_cel(con, "2" * 64, "gemeente_pvt", rij, VEEN, indicator="pvt", doelgroep=doelgroep,
                    periode=f"2024-{half}", jaar=2024, halfjaar=half, waarde=waarde)  # fmt: skip
        rij += 1
        add_cel(con, "2" * 64, "gemeente_leerroutes", rij, VEEN, indicator="leerroute", doelgroep=doelgroep,
                leerroute="B1", periode="2022-01/2024-12", waarde=waarde)  # fmt: skip


def voeg_tellingen_per_peildatum_toe(con: duckdb.DuckDBPyConnection) -> None:
    """DUO counts cohort 2022 at the end of two years, and once on no year's end; dossiers of the next cohorts."""
    add_levering(con, "ab" * 32, "duo", "synthetisch_duo_voorbeeldduin.csv")
    for rij, (dag, cohort, doelgroep, waarde) in enumerate(
        (
            (date(2022, 12, 31), 2022, "statushouder", 10),
            (date(2023, 12, 31), 2022, "statushouder", 12),
            (date(2022, 12, 31), 2022, "gezinsmigrant", 5),
            (date(2024, 4, 1), 2023, "statushouder", 6),
            (date(2023, 8, 1), 2023, "statushouder", 4),
        )
    ):
        add_cel(con, "ab" * 32, "duo_cijfers_gemeente", rij, DUIN, indicator="duo_inburgeringsplichtig",
                doelgroep=doelgroep, periode=str(dag), jaar=dag.year, peildatum=dag, kenmerk=f"cohort {cohort}",
                waarde=waarde)  # fmt: skip
    add_levering(con, "ac" * 32, "spuk", "synthetisch_spuk_voorbeeldduin.csv")
    for rij, jaar in enumerate((2022, 2023)):
        add_cel(con, "ac" * 32, "spuk_beschikkingen", rij, DUIN, indicator="baten", post="spuk", eenheid="euro",
                periode=str(jaar), jaar=jaar, kenmerk="G10", status_bedrag="voorlopig", waarde=100000)  # fmt: skip
    add_levering(con, "ad" * 32, "gemeente", "synthetisch_instroom_voorbeeldduin.csv")
    for rij, (doelgroep, jaar, dag, waarde) in enumerate(
        (
            ("statushouder", 2023, None, 7), ("gezinsmigrant", 2023, None, 3), ("gezinsmigrant", 2024, None, 2),
            ("statushouder", 2022, date(2022, 10, 31), 8),
        )
    ):  # fmt: skip
        add_cel(con, "ad" * 32, "gemeente_instroom", rij, DUIN, indicator="instroom", doelgroep=doelgroep,
                periode=str(jaar), jaar=jaar, peildatum=dag, waarde=waarde)  # fmt: skip


def voeg_halfjaar_na_het_rapport_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "a" * 64, "tvs", "synthetisch_halfjaar.csv")
    for rij, (indicator, waarde) in enumerate((("stand_begin", 60), ("taakstelling", 10), ("gerealiseerd", 12))):
        add_cel(con, "a" * 64, "coa_taakstelling", rij, WASSENAAR, indicator=indicator, periode="2025-1", jaar=2025,
                halfjaar=1, peildatum=date(2025, 6, 30), waarde=waarde)  # fmt: skip


def voeg_ongelijke_groepen_toe(con: duckdb.DuckDBPyConnection) -> None:
    add_levering(con, "8" * 64, "gemeente", "synthetisch_voorbeeldkerk.csv")
    for rij, (indicator, doelgroep, waarde) in enumerate(
        (("pvt", "statushouder", 4), ("pvt", "gezinsmigrant", 9), ("instroom", "statushouder", 8))
    ):
        add_cel(con, "8" * 64, f"gemeente_{indicator}", rij, KERK, indicator=indicator, doelgroep=doelgroep,
                periode="2024", jaar=2024, waarde=waarde)  # fmt: skip


def project_met_correctie(map_: Path) -> Path:
    """A copy of the dbt project with one applied correction of a printed total."""
    shutil.copytree(PROJECT_MAP / "warehouse", map_ / "warehouse")
    seed = map_ / "warehouse" / "seeds" / "correcties" / "correcties.csv"
    kop = seed.read_text(encoding="utf-8")
    assert kop.count("\n") == 1, "standaard is er geen correctie"
    sleutel = "tvs|totale_taakstelling|GM1916|2021|||||||"
    regel = f"K1;{sleutel};waarde;113;112;telfout in het rapport;tabel 3.2;toegepast\n"
    seed.write_text(kop + regel, encoding="utf-8")
    return map_


@pytest.fixture(scope="module")
def aangevuld(bouw_met: Bouw) -> Vraag:
    """The shipped deliveries and what is new beside them."""

    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        voeg_onbekende_gemeente_toe(con)
        voeg_duo_naast_gemeente_toe(con)
        voeg_twee_uitgevers_toe(con)
        voeg_fijnere_bedragen_toe(con)
        voeg_lasten_toe(con)
        voeg_fijnere_aantallen_toe(con)
        voeg_tellingen_per_peildatum_toe(con)
        voeg_halfjaar_na_het_rapport_toe(con)
        voeg_ongelijke_groepen_toe(con)

    return bouw_met(wijzig)


@pytest.fixture(scope="module")
def herzien(bouw_met: Bouw, tmp_path_factory: pytest.TempPathFactory) -> Vraag:
    """Two figures of the report that changed: one by a later delivery, one by a correction in the dbt project."""
    return bouw_met(herzie_een_jaar, project_met_correctie(tmp_path_factory.mktemp("project")))


def test_nieuwe_levering_vervangt_het_cijfer_en_bewaart_het_oude(herzien: Vraag) -> None:
    assert herzien(
        "select gerealiseerd_aantal, achterstand_aantal from marts.fct_taakstelling_realisatie "
        "where gemeentecode = 'GM0629' and jaar = 2024"
    ) == [(9, 43)]
    assert herzien(
        "select waarde::int, is_actueel from marts.fct_waarneming where gemeentecode = 'GM0629' and periode = '2024' "
        "and indicator_code = 'gerealiseerd' order by 1"
    ) == [(9, True), (18, False)]


def test_correctie_werkt_door_en_blijft_zichtbaar(herzien: Vraag) -> None:
    assert herzien(
        "select totale_taakstelling_aantal from marts.fct_taakstelling_realisatie "
        "where gemeentecode = 'GM1916' and jaar = 2021"
    ) == [(112,)]
    assert herzien(
        "select waarde_ruw, waarde::int, gecorrigeerde_waarde::int from marts.fct_waarneming "
        "where gecorrigeerde_waarde is not null"
    ) == [("113", 113, 112)]
    assert herzien("select controle_code, status, verklaring from marts.fct_bevinding "
                   "where gemeentecode = 'GM1916' and jaar = 2021") == [
        ("correctie", "verklaard", "telfout in het rapport")
    ]  # fmt: skip


def test_onbekende_gemeente_krijgt_dezelfde_cijfers_en_controles(aangevuld: Vraag) -> None:
    assert aangevuld("select gemeentenaam, heeft_cijfers from marts.dim_gemeente where gemeentecode = ?", DAM) == [
        ("Voorbeelddam", True)
    ]
    assert aangevuld(
        "select halfjaar, achterstand_aantal, stand_begin_doorgerekend_aantal, aansluitverschil_aantal "
        "from marts.fct_taakstelling_realisatie where gemeentecode = ? order by 1", DAM
    ) == [(1, 7, 3, None), (2, 11, 7, 2)]  # fmt: skip
    gevonden = aangevuld(
        "select controle_code, gedrukt::int, herrekend::int from marts.fct_bevinding "
        "where gemeentecode = ? and gedrukt is not null order by 1", DAM
    )  # fmt: skip
    assert gevonden == [("aansluiting_stand", 9, 7), ("map_pvt", 8, 5), ("optelling", 10, 9)]
    [(ontbreekt,)] = aangevuld(
        "select count(*) from marts.fct_bevinding where gemeentecode = ? and controle_code = 'niet_geleverd'", DAM
    )
    assert ontbreekt >= 8
    assert aangevuld("select is_synthetisch from marts.dim_bron where levering_id = ?", "e" * 64) == [(True,)]
    assert aangevuld("select achterstand_aantal from marts.fct_taakstelling_samen where periode = '2024'") == [(280,)]


def test_elk_bronverschil_hoort_bij_een_toegevoegde_levering(aangevuld: Vraag) -> None:
    """The shipped deliveries have none; the changes have one each, and none between two of them."""
    assert aangevuld(
        "select gemeentecode, indicator_code, gedrukt::int, herrekend::int from marts.fct_bevinding "
        "where controle_code = 'bronverschil' order by 1, 2"
    ) == [(BERG, "pvt", 12, 10), (WASSENAAR, "baten", 500, 589625), (WASSENAAR, "duo_pvt_afgerond", 31, 34)]


def test_duo_telt_iets_anders_dan_de_gemeente(aangevuld: Vraag) -> None:
    rijen = aangevuld(
        "select indicator_code, gedrukt::int, herrekend::int, soort, ernst, toelichting from marts.fct_bevinding "
        "where controle_code = 'bronverschil' and starts_with(indicator_code, 'duo_')"
    )
    assert [r[:5] for r in rijen] == [("duo_pvt_afgerond", 31, 34, "bronverschil", "laag")]
    assert "DUO telt er 34 op 1 april 2025, de gemeente 31 tot en met 2024" in rijen[0][5]
    assert "De peildatums kunnen verschillen." in rijen[0][5]
    # the count of DUO goes before dossiers and housing; cohorts of the old law stay out
    # one of more than a year after a budget year is no count for it
    assert aangevuld("select telling_bron, budgetjaar, aantal::int, is_gekozen from marts.fct_cohort_telling "
                     "where (gemeentecode, cohort, groep) = ('GM0629', 2022, 'statushouder') order by 1") == [
        ("dossier", None, 9, True), ("duo", 2024, 41, True), ("huisvesting", None, 33, False)
    ]  # fmt: skip
    assert aangevuld("select min(cohort) from marts.fct_cohort_telling") == [(2022,)]


def test_elk_budgetjaar_telt_een_cohort_op_31_december_van_dat_jaar(aangevuld: Vraag) -> None:
    telling = ("select budgetjaar, aantal::int, is_volledig, is_gekozen from marts.fct_cohort_telling "
               "where (gemeentecode, cohort, groep, telling_bron) = (?, ?, ?, ?) order by 1")  # fmt: skip
    # 2024 has no count of its own: the last one before it
    assert aangevuld(telling, DUIN, 2022, "statushouder", "duo") == [
        (2022, 10, True, True), (2023, 12, True, True), (2024, 12, False, True)
    ]  # fmt: skip
    assert aangevuld(telling, DUIN, 2022, "gezinsmigrant", "duo") == [(2022, 5, True, True)]
    # a later count goes before an earlier one; neither is of 31 December
    assert aangevuld(telling, DUIN, 2023, "statushouder", "duo") == [
        (2023, 6, False, True), (2024, 6, False, True), (2025, 6, False, True)
    ]  # fmt: skip
    [(plaats,)] = aangevuld("select vindplaats from marts.fct_cohort_telling where (gemeentecode, cohort, budgetjaar) "
                            "= (?, 2023, 2023)", DUIN)  # fmt: skip
    assert plaats.endswith(", geteld op 1 april 2024 en niet op 31 december 2023")
    # 10 x 8.057,10 + 5 x 610,98
    assert aangevuld("select toegekend_eur, toegekend_herkomst from marts.fct_spuk_verloop where (gemeentecode, jaar, "
                     "regeling, scenario) = (?, 2022, 'G10', 'midden')", DUIN) == [
        (Decimal("83625.90"), "telling")
    ]  # fmt: skip
    [(is_volledig, ontbreekt)] = aangevuld(
        "select is_volledig, ontbreekt from marts.fct_spuk_verloop "
        "where (gemeentecode, jaar, regeling, scenario) = (?, 2023, 'G10', 'midden')", DUIN
    )  # fmt: skip
    assert not is_volledig and "onvolledige telling: statushouders, cohort 2023" in ontbreekt


def test_instroom_van_een_jaar_dat_niet_om_was_is_niet_volledig(aangevuld: Vraag) -> None:
    """A year of dossiers is over when its date says so, or when the same delivery tells of a later year."""
    assert aangevuld("select cohort, groep, is_volledig from marts.fct_cohort_telling "
                     "where (gemeentecode, telling_bron) = (?, 'dossier') order by 1, 2", DUIN) == [
        (2022, "statushouder", False), (2023, "gezinsmigrant", True), (2023, "statushouder", True),
        (2024, "gezinsmigrant", False),
    ]  # fmt: skip


def test_twee_uitgevers_over_hetzelfde_cijfer(aangevuld: Vraag) -> None:
    [(gedrukt, herrekend, zin)] = aangevuld(
        "select gedrukt::int, herrekend::int, toelichting from marts.fct_bevinding "
        "where controle_code = 'bronverschil' and gemeentecode = ?", BERG
    )  # fmt: skip
    assert (gedrukt, herrekend) == (12, 10)
    assert "is volgens Gemeente Voorbeeldberg 12 en volgens Uitvoerder 10" in zin


def test_fijnere_bedragen_tellen_op_tot_het_feit(aangevuld: Vraag) -> None:
    assert aangevuld("select bedrag_eur::int, status_bedrag, waarde_status from marts.fct_baten_lasten "
                     "where gemeentecode = ? and soort = 'baten'", VEEN) == [(340, "voorlopig", "gemeten")]  # fmt: skip
    assert aangevuld("select som_eur::int from marts.fct_baten_lasten_totaal where gemeentecode = ? "
                     "and soort = 'baten'", VEEN) == [(340,)]  # fmt: skip
    assert aangevuld("select bedrag_eur::int from marts.fct_baten_lasten where (gemeentecode, jaar, post) "
                     "= (?, 2024, 'spuk')", WASSENAAR) == [(589625,)]  # fmt: skip
    # one letter never stands for all grants: the sum that was delivered goes before it, and a finding says so
    [(zin,)] = aangevuld("select toelichting from marts.fct_bevinding where controle_code = 'spuk_codes'")
    assert "los voor G10, € 500 (voorlopig). Voor G13 en A38 is los geen bedrag geleverd. De baten rekenen met" in zin
    # a sum of the letters stands beside them, except where a source printed one for that year
    assert aangevuld(
        "select gemeentecode, regeling, soort, bedrag_eur::int from marts.fct_beschikking "
        "where jaar = 2024 and gemeentecode in (?, ?) order by all", VEEN, WASSENAAR
    ) == [
        (VEEN, "G10", "terugvordering", -50), (VEEN, "G10", "voorlopig", 300), (VEEN, "G13", "voorlopig", 40),
        (VEEN, "gebundeld", "terugvordering", -50), (VEEN, "gebundeld", "voorlopig", 340),
        (WASSENAAR, "G10", "voorlopig", 500), (WASSENAAR, "gebundeld", "voorlopig", 589625),
    ]  # fmt: skip
    # costs per post are set against that sum, a grant apart against its SiSa, and without SiSa against nothing
    verloop = ("select regeling, betaald_eur::int, besteed_eur::int, terugvordering_eur, is_volledig, ontbreekt "
               "from marts.fct_spuk_verloop where (gemeentecode, jaar, scenario) = (?, 2024, 'gedrukt') "
               "order by 1 desc")  # fmt: skip
    samen, *los = aangevuld(verloop, VEEN)
    assert samen[:5] == ("gebundeld", 340, 100, None, False)
    assert "reserve op 1 januari 2024: 2023 is niet te berekenen" in samen[5]
    assert [r[:5] for r in los] == [("G13", 40, None, None, False), ("G10", 300, None, None, False)]
    assert [r[:5] for r in aangevuld(verloop, KERK)] == [("G10", 700, None, None, False)]
    [(zin,)] = aangevuld("select toelichting from marts.fct_bevinding where controle_code = 'terugvordering'")
    assert zin == ("Een terugvordering van € 50 over 2024 van Voorbeeldveen (specifieke uitkering (SPUK), G10) is "
                   "gemeld; dit bedrag telt niet mee in de baten.")  # fmt: skip


def test_een_regeling_zonder_brief_van_die_soort_telt_in_de_som_met_wat_bekend_is(aangevuld: Vraag) -> None:
    """So the known settlement of 2022 stays, and no estimate is laid over a grant that was settled."""
    assert aangevuld(
        "select jaar, soort, bedrag_eur::int, waarde_status from marts.fct_beschikking "
        "where (gemeentecode, regeling) = (?, 'gebundeld') order by all", DAM
    ) == [
        (2022, "definitief", 130, "ondergrens"), (2022, "voorlopig", 150, "gemeten"),
        (2023, "definitief", 250, "ondergrens"), (2023, "voorlopig", 250, "ondergrens"),
    ]  # fmt: skip
    assert aangevuld(
        "select distinct jaar, vaststelling_verschil_eur::int, toegekend_herkomst from marts.fct_spuk_verloop "
        "where (gemeentecode, regeling) = (?, 'gebundeld') order by 1", DAM
    ) == [(2022, 20, "beschikking"), (2023, 0, "beschikking")]  # fmt: skip


def test_fijnere_aantallen_tellen_op_tot_het_feit(aangevuld: Vraag) -> None:
    assert aangevuld("select ondergrens_aantal, bovengrens_aantal, waarde_status from marts.fct_wi2013 "
                     "where gemeentecode = ?", VEEN) == [(21, None, "ondergrens")]  # fmt: skip
    assert aangevuld("select vastgesteld_aantal from marts.fct_pip where gemeentecode = ?", VEEN) == [(4,)]
    assert aangevuld("select aantal from marts.fct_begeleiding where gemeentecode = ?", VEEN) == [(4,)]
    assert aangevuld("select doelgroep, afgerond_aantal, waarde_status from marts.fct_pvt_map "
                     "where gemeentecode = ? order by 1", VEEN) == [
        ("gezinsmigrant", 1, "ondergrens"), ("statushouder", 6, "gemeten")
    ]  # fmt: skip
    assert aangevuld("select count(*) from marts.fct_leerroute where gemeentecode = ?", VEEN) == [(0,)]
    assert aangevuld("select count(*) from marts.fct_waarneming where gemeentecode = ? "
                     "and indicator_code = 'leerroute'", VEEN) == [(2,)]  # fmt: skip


def test_halfjaar_na_de_tabel_van_het_rapport_sluit_aan_op_het_jaar(aangevuld: Vraag) -> None:
    rijen = dict(
        (periode, rest)
        for periode, *rest in aangevuld(
            "select periode, achterstand_aantal, achterstand_doorgerekend_aantal, stand_begin_doorgerekend_aantal, "
            "aansluitverschil_aantal, realisatie_pct::double, is_laatste_periode "
            "from marts.fct_taakstelling_realisatie where gemeentecode = 'GM0629' and jaar >= 2024"
        )
    )
    # 34 is the printed closing of 2024: 52 to house, 18 housed
    assert rijen["2024"][0] == 34 and not rijen["2024"][-1]
    assert rijen["2025-1"][0] == 58 and rijen["2025-1"][2] == rijen["2024"][1]
    assert rijen["2025-1"][3:] == [60 - 34, 17.14, True]
    [(zin,)] = aangevuld("select toelichting from marts.fct_bevinding where (controle_code, gemeentecode, periode) "
                         "= ('aansluiting_stand', 'GM0629', '2025-1')")  # fmt: skip
    assert "De cijfers van de vorige periode lopen tot en met 31 oktober 2024" in zin


def test_percentage_van_ongelijke_groepen_is_onvolledig(aangevuld: Vraag) -> None:
    rijen = aangevuld(
        "select doelgroep, afgerond_aantal, noemer_aantal, is_volledig from marts.fct_pvt_map_voltooiing "
        "where gemeentecode = ? and noemer_basis = 'dossiers' order by 1 nulls last", KERK
    )  # fmt: skip
    assert rijen == [("gezinsmigrant", 9, None, False), ("statushouder", 4, 8, True), (None, 4, 8, False)]


def test_leeg_magazijn_bouwt_en_geeft_lege_feiten(lege_keten: Keten) -> None:
    with duckdb.connect(str(lege_keten.snapshot.pad), read_only=True) as con:
        vraag = open_vraag(con)
        tabellen = vraag("select table_name from information_schema.tables where table_schema = 'marts'")
        assert ("fct_bevinding",) in tabellen
        for (tabel,) in tabellen:
            if tabel.startswith("fct_"):
                assert vraag(f"select count(*) from marts.{tabel}") == [(0,)], tabel
        assert vraag("select count(*) from marts.dim_gemeente where heeft_cijfers") == [(0,)]
