"""Changed, new and absent data: superseding, corrections, a gemeente nobody knows yet, and nothing at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
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


def test_twee_bronnen_die_verschillen_zijn_een_bevinding(bouw_met: Bouw) -> None:
    def wijzig(con: duckdb.DuckDBPyConnection) -> None:
        add_levering(con, "c" * 64, "duo", "synthetisch_duo.csv")
        add_cel(con, "c" * 64, "duo_cijfers_gemeente", 1, indicator="pvt", gemeentecode="GM0629",
                gemeentenaam="Wassenaar", doelgroep="statushouder", periode="2024", jaar=2024, waarde=12)  # fmt: skip

    vraag = bouw_met(wijzig)
    [(gedrukt, herrekend, soort, zin)] = vraag(
        "select gedrukt::int, herrekend::int, soort, toelichting from marts.fct_bevinding "
        "where controle_code = 'bronverschil'"
    )
    assert (gedrukt, herrekend, soort) == (12, 10, "bronverschil")
    assert "volgens DUO 12 en volgens gemeente 10" in zin
    assert vraag("select count(*) from marts.fct_pvt_map where gemeentecode = 'GM0629' and jaar = 2024 "
                 "and doelgroep = 'statushouder' and onderdeel = 'PVT'") == [(1,)]  # fmt: skip


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
