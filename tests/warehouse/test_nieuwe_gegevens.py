"""Changed, new and absent data: superseding, corrections, a gemeente nobody knows yet, and nothing at all.

Two builds carry every change. A change has a gemeente, a period or an indicator of its own, and its test asks about
that alone; what one change could do to another is asked of all of them in `test_elk_bronverschil_…`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from rekenkamer.instellingen import PROJECT_MAP
from tests.conftest import Keten
from tests.warehouse.conftest import Vraag, open_vraag

Bouw = Callable[..., Vraag]
DAM, BERG, VEEN, KERK, WASSENAAR = "GM0001", "GM0002", "GM0003", "GM0004", "GM0629"
NAMEN = {DAM: "Voorbeelddam", BERG: "Voorbeeldberg", VEEN: "Voorbeeldveen", KERK: "Voorbeeldkerk",
         WASSENAAR: "Wassenaar"}  # fmt: skip


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
    add_levering(con, "5" * 64, "gemeente", "synthetisch_kosten_voorbeeldveen.csv")
    add_cel(con, "5" * 64, "gemeente_lasten", 1, VEEN, **geld | {"indicator": "lasten", "post": "leerroutes"},
            status_bedrag="realisatie", waarde=100)  # fmt: skip


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
        voeg_fijnere_aantallen_toe(con)
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
    assert aangevuld("select telling_bron, aantal::int, is_gekozen from marts.fct_cohort_telling "
                     "where (gemeentecode, cohort, groep) = ('GM0629', 2022, 'statushouder') order by 1") == [
        ("dossier", 9, False), ("duo", 41, True), ("huisvesting", 33, False)
    ]  # fmt: skip
    assert aangevuld("select min(cohort) from marts.fct_cohort_telling") == [(2022,)]


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
