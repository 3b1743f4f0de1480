"""Changed, new and absent data: superseding, corrections, a gemeente nobody knows yet, and nothing at all."""

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


def add_levering(con: duckdb.DuckDBPyConnection, sleutel: str, bron: str, bestand: str) -> None:
    con.execute(
        "insert into raw.levering by name select ? as levering_id, (select max(volgnummer) + 1 from raw.levering) as "
        "volgnummer, ? as bron, 'synthetisch' as titel, 'synthetisch' as uitgever, ? as bestand, 'csv' as formaat, "
        "?::timestamp as ontvangen_op, false as openbaar, 'synthetisch' as herkomst, true as is_synthetisch, "
        "1 as rijen_goed_aantal, 0 as rijen_afgekeurd_aantal",
        [sleutel, bron, bestand, datetime(2026, 1, 1)],
    )


def add_cel(con: duckdb.DuckDBPyConnection, levering: str, layout: str, rij: int, **velden: object) -> None:
    waarde = velden.pop("waarde")
    alle = {
        "levering_id": levering, "layout": layout, "rij": rij, "kolom": "A", "eenheid": "personen",
        "waarde_ruw": str(waarde), "waarde": waarde, "waarde_status": "gemeten", "gemeentecode": "GM0001",
        "gemeentenaam": "Voorbeelddam", **velden,
    }  # fmt: skip
    namen = ", ".join(f"? as {k}" for k in alle)
    con.execute(f"insert into raw.cel by name select {namen}", list(alle.values()))


def test_nieuwe_levering_vervangt_het_cijfer_en_bewaart_het_oude(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, "f" * 64, "tvs", "synthetisch_herziening.csv")
        con.execute(
            "insert into raw.cel select * replace (? as levering_id, '9' as waarde_ruw, 9 as waarde) from raw.cel "
            "where gemeentecode = 'GM0629' and periode = '2024' and indicator = 'gerealiseerd'",
            ["f" * 64],
        )

    vraag = bouw_met(wijzig)
    assert vraag(
        "select gerealiseerd_aantal, achterstand_aantal from marts.fct_taakstelling_realisatie "
        "where gemeentecode = 'GM0629' and jaar = 2024"
    ) == [(9, 43)]
    assert vraag(
        "select waarde::int, is_actueel from marts.fct_waarneming where gemeentecode = 'GM0629' and periode = '2024' "
        "and indicator_code = 'gerealiseerd' order by 1"
    ) == [(9, True), (18, False)]


def test_onbekende_gemeente_krijgt_dezelfde_cijfers_en_controles(bouw_met: Bouw) -> None:
    sleutel = "e" * 64

    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, sleutel, "gemeente", "synthetisch_voorbeelddam.csv")
        rij = 0
        for indicator, doelgroep, periode, jaar, waarde in (
            ("pvt", "statushouder", "2023", 2023, 4), ("pvt", "statushouder", "2024", 2024, 5),
            ("pvt", "statushouder", "totaal", None, 10), ("map", "statushouder", "2024", 2024, 8),
        ):  # fmt: skip
            rij += 1
            add_cel(con, sleutel, f"gemeente_{indicator}", rij, indicator=indicator, doelgroep=doelgroep,
                    periode=periode, jaar=jaar, waarde=waarde)  # fmt: skip
        add_levering(con, "d" * 64, "tvs", "synthetisch_taakstelling.csv")
        for periode, halfjaar, stand, taak, klaar in (("2024-1", 1, 3, 10, 6), ("2024-2", 2, 9, 10, 8)):
            for indicator, waarde in (("stand_begin", stand), ("taakstelling", taak),
                                      ("totale_taakstelling", stand + taak), ("gerealiseerd", klaar)):  # fmt: skip
                rij += 1
                add_cel(con, "d" * 64, "coa_taakstelling", rij, indicator=indicator, periode=periode, jaar=2024,
                        halfjaar=halfjaar, waarde=waarde)  # fmt: skip

    vraag = bouw_met(wijzig)
    assert vraag("select gemeentenaam, heeft_cijfers from marts.dim_gemeente where gemeentecode = 'GM0001'") == [
        ("Voorbeelddam", True)
    ]
    assert vraag(
        "select halfjaar, achterstand_aantal, stand_begin_doorgerekend_aantal, aansluitverschil_aantal "
        "from marts.fct_taakstelling_realisatie where gemeentecode = 'GM0001' order by 1"
    ) == [(1, 7, 3, None), (2, 11, 7, 2)]
    gevonden = vraag(
        "select controle_code, gedrukt::int, herrekend::int from marts.fct_bevinding "
        "where gemeentecode = 'GM0001' and gedrukt is not null order by 1"
    )
    assert gevonden == [("aansluiting_stand", 9, 7), ("map_pvt", 8, 5), ("optelling", 10, 9)]
    [(ontbreekt,)] = vraag(
        "select count(*) from marts.fct_bevinding where gemeentecode = 'GM0001' and controle_code = 'niet_geleverd'"
    )
    assert ontbreekt >= 8
    assert vraag("select is_synthetisch from marts.dim_bron where levering_id = ?", sleutel) == [(True,)]
    assert vraag("select achterstand_aantal from marts.fct_taakstelling_samen where periode = '2024'") == [(280,)]


def test_duo_telt_iets_anders_dan_de_gemeente(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, "c" * 64, "duo", "synthetisch_duo.csv")
        for rij, (indicator, cohort, waarde) in enumerate(
            (("duo_pvt_afgerond", 2022, 20), ("duo_pvt_afgerond", 2023, 14), ("duo_leerroute_z", 2022, 22))
        ):
            add_cel(con, "c" * 64, "duo_cijfers_gemeente", rij, indicator=indicator, gemeentecode="GM0629",
                    gemeentenaam="Wassenaar", doelgroep="statushouder", periode="2025-04-01", jaar=2025,
                    peildatum=date(2025, 4, 1), kenmerk=f"cohort {cohort}", waarde=waarde)  # fmt: skip

    vraag = bouw_met(wijzig)
    rijen = vraag(
        "select indicator_code, gedrukt::int, herrekend::int, soort, ernst, toelichting from marts.fct_bevinding "
        "where controle_code = 'bronverschil'"
    )
    assert [r[:5] for r in rijen] == [("duo_pvt_afgerond", 31, 34, "bronverschil", "laag")]
    assert "DUO telt er 34 op 1 april 2025, de gemeente 31 tot en met 2024" in rijen[0][5]
    assert "De peildatums kunnen verschillen." in rijen[0][5]


def test_twee_uitgevers_over_hetzelfde_cijfer(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        for sleutel, uitgever, waarde in (("c" * 64, "Gemeente Voorbeelddam", 12), ("b" * 64, "Uitvoerder", 10)):
            add_levering(con, sleutel, "gemeente", f"synthetisch_{uitgever}.csv")
            con.execute("update raw.levering set uitgever = ? where levering_id = ?", [uitgever, sleutel])
            add_cel(con, sleutel, "gemeente_pvt", 1, indicator="pvt", doelgroep="statushouder", periode="2024",
                    jaar=2024, waarde=waarde)  # fmt: skip

    [(gedrukt, herrekend, zin)] = bouw_met(wijzig)(
        "select gedrukt::int, herrekend::int, toelichting from marts.fct_bevinding where controle_code = 'bronverschil'"
    )
    assert (gedrukt, herrekend) == (12, 10)
    assert "is volgens Gemeente Voorbeelddam 12 en volgens Uitvoerder 10" in zin


def test_een_fijnere_levering_telt_op_tot_het_feit(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        s, g, d = "1" * 64, "2" * 64, "3" * 64
        add_levering(con, s, "spuk", "synthetisch_spuk.csv")
        geld = {"indicator": "baten", "post": "spuk", "eenheid": "euro", "periode": "2024", "jaar": 2024}
        for rij, (code, status, waarde) in enumerate((("G10", "voorlopig", 300), ("G13", "voorlopig", 40),
                                                      ("G10", "terugvordering", -50))):  # fmt: skip
            add_cel(con, s, "spuk_beschikkingen", rij, kenmerk=code, status_bedrag=status, waarde=waarde, **geld)
        # beside the report's uncoded sum of the same status
        add_cel(con, s, "spuk_beschikkingen", 9, gemeentecode="GM0629", gemeentenaam="Wassenaar", kenmerk="G10",
                status_bedrag="voorlopig", waarde=500, **geld)  # fmt: skip
        add_levering(con, d, "duo", "synthetisch_wi2013.csv")
        for rij, (cohort, waarde, status) in enumerate(
            ((2018, 10, "gemeten"), (2019, 11, "gemeten"), (2020, None, "onderdrukt"))
        ):
            add_cel(con, d, "duo_cijfers_gemeente", rij, indicator="wi2013", doelgroep="statushouder", jaar=2025,
                    periode="2025-04-01", peildatum=date(2025, 4, 1), kenmerk=f"cohort {cohort}", waarde=waarde,
                    waarde_status=status)  # fmt: skip
        add_levering(con, g, "gemeente", "synthetisch_gemeente.csv")
        rij = 0
        for doelgroep, waarde in (("statushouder", 3), ("gezinsmigrant", 1)):
            for indicator in ("pip", "begeleiding"):
                rij += 1
                add_cel(con, g, f"gemeente_{indicator}", rij, indicator=indicator, doelgroep=doelgroep,
                        periode="2024", jaar=2024, waarde=waarde)  # fmt: skip
            for half in (1, 2) if doelgroep == "statushouder" else (1,):
                rij += 1
                add_cel(con, g, "gemeente_pvt", rij, indicator="pvt", doelgroep=doelgroep, periode=f"2024-{half}",
                        jaar=2024, halfjaar=half, waarde=waarde)  # fmt: skip
            rij += 1
            add_cel(con, g, "gemeente_leerroutes", rij, indicator="leerroute", doelgroep=doelgroep, leerroute="B1",
                    periode="2022-01/2024-12", waarde=waarde)  # fmt: skip

    vraag = bouw_met(wijzig)
    assert vraag("select bedrag_eur::int, status_bedrag, waarde_status from marts.fct_baten_lasten "
                 "where gemeentecode = 'GM0001'") == [(340, "voorlopig", "gemeten")]  # fmt: skip
    assert vraag("select som_eur::int from marts.fct_baten_lasten_totaal where gemeentecode = 'GM0001'") == [(340,)]
    assert vraag("select bedrag_eur::int from marts.fct_baten_lasten where (gemeentecode, jaar, post) "
                 "= ('GM0629', 2024, 'spuk')") == [(500,)]  # fmt: skip
    assert vraag("select gedrukt::int, herrekend::int from marts.fct_bevinding where controle_code = 'bronverschil'"
                 ) == [(589625, 500)]  # fmt: skip
    [(zin,)] = vraag("select toelichting from marts.fct_bevinding where controle_code = 'terugvordering'")
    assert zin == ("Een terugvordering van € 50 over 2024 van Voorbeelddam (specifieke uitkering (SPUK), G10) is "
                   "gemeld; dit bedrag telt niet mee in de baten.")  # fmt: skip
    assert vraag("select ondergrens_aantal, bovengrens_aantal, waarde_status from marts.fct_wi2013 "
                 "where gemeentecode = 'GM0001'") == [(21, None, "ondergrens")]  # fmt: skip
    assert vraag("select vastgesteld_aantal from marts.fct_pip where gemeentecode = 'GM0001'") == [(4,)]
    assert vraag("select aantal from marts.fct_begeleiding where gemeentecode = 'GM0001'") == [(4,)]
    assert vraag("select doelgroep, afgerond_aantal, waarde_status from marts.fct_pvt_map "
                 "where gemeentecode = 'GM0001' order by 1") == [
        ("gezinsmigrant", 1, "ondergrens"), ("statushouder", 6, "gemeten")
    ]  # fmt: skip
    assert vraag("select count(*) from marts.fct_leerroute where gemeentecode = 'GM0001'") == [(0,)]
    assert vraag("select count(*) from marts.fct_waarneming where gemeentecode = 'GM0001' "
                 "and indicator_code = 'leerroute'") == [(2,)]  # fmt: skip


def test_halfjaar_na_de_tabel_van_het_rapport_sluit_aan_op_het_jaar(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, "a" * 64, "tvs", "synthetisch_taakstelling.csv")
        for rij, (indicator, waarde) in enumerate((("stand_begin", 60), ("taakstelling", 10), ("gerealiseerd", 12))):
            add_cel(con, "a" * 64, "coa_taakstelling", rij, indicator=indicator, gemeentecode="GM0629",
                    gemeentenaam="Wassenaar", periode="2025-1", jaar=2025, halfjaar=1,
                    peildatum=date(2025, 6, 30), waarde=waarde)  # fmt: skip

    vraag = bouw_met(wijzig)
    rijen = dict(
        (periode, rest)
        for periode, *rest in vraag(
            "select periode, achterstand_aantal, achterstand_doorgerekend_aantal, stand_begin_doorgerekend_aantal, "
            "aansluitverschil_aantal, realisatie_pct::double, is_laatste_periode "
            "from marts.fct_taakstelling_realisatie where gemeentecode = 'GM0629' and jaar >= 2024"
        )
    )
    # 34 is the printed closing of 2024: 52 to house, 18 housed
    assert rijen["2024"][0] == 34 and not rijen["2024"][-1]
    assert rijen["2025-1"][0] == 58 and rijen["2025-1"][2] == rijen["2024"][1]
    assert rijen["2025-1"][3:] == [60 - 34, 17.14, True]
    [(zin,)] = vraag("select toelichting from marts.fct_bevinding where (controle_code, gemeentecode, periode) "
                     "= ('aansluiting_stand', 'GM0629', '2025-1')")  # fmt: skip
    assert "De cijfers van de vorige periode lopen tot en met 31 oktober 2024" in zin


def test_percentage_van_ongelijke_groepen_is_onvolledig(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, "a" * 64, "gemeente", "synthetisch_gemeente.csv")
        for rij, (indicator, doelgroep, waarde) in enumerate(
            (("pvt", "statushouder", 4), ("pvt", "gezinsmigrant", 9), ("instroom", "statushouder", 8))
        ):
            add_cel(con, "a" * 64, f"gemeente_{indicator}", rij, indicator=indicator, doelgroep=doelgroep,
                    periode="2024", jaar=2024, waarde=waarde)  # fmt: skip

    rijen = bouw_met(wijzig)(
        "select doelgroep, afgerond_aantal, noemer_aantal, is_volledig from marts.fct_pvt_map_voltooiing "
        "where gemeentecode = 'GM0001' and noemer_basis = 'dossiers' order by 1 nulls last"
    )
    assert rijen == [("gezinsmigrant", 9, None, False), ("statushouder", 4, 8, True), (None, 4, 8, False)]


@pytest.fixture
def project_met_correctie(tmp_path: Path) -> Path:
    """A copy of the dbt project with one applied correction of a printed total."""
    project = tmp_path / "project"
    shutil.copytree(PROJECT_MAP / "warehouse", project / "warehouse")
    seed = project / "warehouse" / "seeds" / "correcties" / "correcties.csv"
    kop = seed.read_text(encoding="utf-8")
    assert kop.count("\n") == 1, "standaard is er geen correctie"
    sleutel = "tvs|totale_taakstelling|GM1916|2021|||||||"
    regel = f"K1;{sleutel};waarde;113;112;telfout in het rapport;tabel 3.2;toegepast\n"
    seed.write_text(kop + regel, encoding="utf-8")
    return project


def test_correctie_werkt_door_en_blijft_zichtbaar(bouw_met: Bouw, project_met_correctie: Path) -> None:
    vraag = bouw_met(lambda con: None, project_met_correctie)
    assert vraag(
        "select totale_taakstelling_aantal from marts.fct_taakstelling_realisatie "
        "where gemeentecode = 'GM1916' and jaar = 2021"
    ) == [(112,)]
    assert vraag(
        "select waarde_ruw, waarde::int, gecorrigeerde_waarde::int from marts.fct_waarneming "
        "where gecorrigeerde_waarde is not null"
    ) == [("113", 113, 112)]
    assert vraag("select controle_code, status, verklaring from marts.fct_bevinding "
                 "where gemeentecode = 'GM1916' and jaar = 2021") == [
        ("correctie", "verklaard", "telfout in het rapport")
    ]  # fmt: skip


def test_leeg_magazijn_bouwt_en_geeft_lege_feiten(lege_keten: Keten) -> None:
    with duckdb.connect(str(lege_keten.snapshot.pad), read_only=True) as con:
        vraag = open_vraag(con)
        tabellen = vraag("select table_name from information_schema.tables where table_schema = 'marts'")
        assert ("fct_bevinding",) in tabellen
        for (tabel,) in tabellen:
            if tabel.startswith("fct_"):
                assert vraag(f"select count(*) from marts.{tabel}") == [(0,)], tabel
        assert vraag("select count(*) from marts.dim_gemeente where heeft_cijfers") == [(0,)]
