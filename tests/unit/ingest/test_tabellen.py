"""Flat layouts: the canonical headers, half-years, monthly peildata, and rows that can't be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

COA = (
    "halfjaar;peildatum;gemeentecode;gemeentenaam;inwoners;netto_taakstelling;achterstand_begin;correctie;"
    "gecorrigeerde_taakstelling;gehuisvest_cumulatief;nog_te_huisvesten;achterstand_eind;gekoppeld_nog_niet_gehuisvest\n"
)
Maak = Callable[..., Path]


def test_coa_per_maand_en_halfjaar(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "coa.csv",
        COA + "2025-I;2025-01-31;0629;Wassenaar;27.144;30;34;0;64;5;59;59;3\n"
        "2025H1;28-02-2025;GM0629   ;Wassenaar;27.144;30;-34;0;-4;9;55;55;x\n"
        "eerste helft 2025;20250228;GM0537;Katwijk;66000;30;34;0;64;<5;52;52;3\n"
        "2025-II;2025-07-31;;katwijk;66000;30;34;0;64;12;52;52;3\n",
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.herkend_als) == ("ingelezen", 4, ("coa_taakstelling",))
    assert magazijn.vraag(
        "select gemeentecode, gemeentenaam, periode, jaar, halfjaar, cast(peildatum as varchar), waarde_ruw, waarde, "
        "waarde_status from raw.cel where indicator = 'gerealiseerd' order by rij"
    ) == [
        ("GM0629", "Wassenaar", "2025-1", 2025, 1, "2025-01-31", "5", 5, "gemeten"),
        ("GM0629", "Wassenaar", "2025-1", 2025, 1, "2025-02-28", "9", 9, "gemeten"),
        ("GM0537", "Katwijk", "2025-1", 2025, 1, "2025-02-28", "<5", None, "onderdrukt"),
        ("GM0537", "Katwijk", "2025-2", 2025, 2, "2025-07-31", "12", 12, "gemeten"),
    ]
    assert magazijn.vraag("select waarde from raw.cel where indicator = 'stand_begin' and rij = 3") == [(-34,)]


def test_jaar_en_halfjaar_in_twee_kolommen(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "coa.csv", "jaar;halfjaar;gemeente;taakstelling;gerealiseerd\n2025;2;Wassenaar;30;9\n2024;;Wassenaar;55;18\n"
    )
    magazijn.lees(pad)
    assert magazijn.vraag("select distinct rij, periode from raw.cel order by 1") == [(2, "2025-2"), (3, "2024")]


def test_totaalregel_over_gemeenten(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "coa.csv", "periode;gemeente;taakstelling\n2024;Wassenaar;55\n2024;Voorschoten;52\n2024;Totaal;107\n"
    )
    magazijn.lees(pad)
    assert magazijn.vraag("select gemeentecode, deelnemers, waarde from raw.cel where rij = 4") == [
        (None, "GM0626|GM0629", 107)
    ]


def test_foute_rijen_blijven_achter_en_de_rest_gaat_door(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "periode;gemeentecode;gemeente;taakstelling;gerealiseerd\n"
    pad = maak_csv(
        "coa.csv",
        kop + "2024;GM0629;Wassenaar;55;18\nvorig jaar;GM0626;Voorschoten;1;1\n2024;;Leusden;1;1\n"
        "2023;GM0629;Voorschoten;1;1\n"
        "2022;GM0629;Amsterdam;1;1\n2021;GM0629;Wassenaar;abc;-3\n2020;GM0629;Wassenaar;1,5;3\n2019;GM0629;Wassenaar;4;-3\n"
        "2018;GM0629\n",
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("deels", 1, 8)
    assert magazijn.vraag("select distinct rij from raw.cel") == [(2,)]
    assert [(rij, kolom, waarde) for rij, kolom, waarde, *_ in redenen(r)] == [
        ("3", "periode", "vorig jaar"),
        ("4", "gemeente", "Leusden"),
        ("5", "gemeentecode", "GM0629 / Voorschoten"),
        ("6", "gemeentecode", "GM0629 / Amsterdam"),
        ("7", "taakstelling", "abc"),
        ("8", "taakstelling", "1,5"),
        ("9", "gerealiseerd", "-3"),
        ("10", "", ""),
    ]


def test_duo(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "duo.csv",
        "peildatum,gemeentecode,gemeentenaam,wet,doelgroep,cohortjaar,indicator,aantal\n"
        "2025-04-01,GM0629,Wassenaar,Wi2021,Asielstatushouders,2023,pip_vastgesteld,12\n"
        "2025-04-01,GM0629,Wassenaar,Wi2021,Gezins- en overige migranten,2023,pip_vastgesteld,-1\n"
        "2025-04-01,GM0629,Wassenaar,Wi2013,Asielstatushouders,,inburgeringsplichtig,18 +*\n"
        "2025-07-01,GM0629,Wassenaar,Wi2013,Asielstatushouders,,inburgeringsplichtig,17\n",
    )
    [r] = magazijn.lees(pad)
    assert r.status == "ingelezen"
    assert magazijn.vraag(
        "select indicator, doelgroep, kenmerk, periode, waarde, waarde_status from raw.cel order by rij"
    ) == [
        ("duo_pip_vastgesteld", "statushouder", "cohort 2023", "2025-04-01", 12, "gemeten"),
        ("duo_pip_vastgesteld", "gezinsmigrant", "cohort 2023", "2025-04-01", None, "onderdrukt"),
        ("wi2013", "statushouder", None, "2025-04-01", 18, "ondergrens"),
        ("wi2013", "statushouder", None, "2025-07-01", 17, "gemeten"),
    ]


def test_spuk(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv(
        "spuk.csv",
        "gemeentecode;jaar;uitkeringscode;regeling;verstrekker;soort;kenmerk;datum;bedrag;aantal_asiel;aantal_gezin\n"
        "GM0629;2025;G10;SPUK inburgering;SZW;voorlopig;B-1;2024-10-01;€ 551.936,00;42;10\n"
        "GM0629;2024;G10;SPUK inburgering;SZW;terugvordering;B-2;01-06-2026;-1.234;;\n"
        "GM0629;2024;G10;SPUK inburgering;SZW;definitief;B-3;01-06-2026;-5;;\n"
        "GM0629;2025;;Fietspaden;SZW;voorlopig;B-4;2024-10-01;1000;;\n",
    )
    [r] = magazijn.lees(pad)
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 2)
    assert magazijn.vraag(
        "select indicator, jaar, post, kenmerk, doelgroep, status_bedrag, waarde from raw.cel order by rij, kolom"
    ) == [
        ("spuk_aantal", 2025, "spuk", "G10", "statushouder", "voorlopig", 42),
        ("spuk_aantal", 2025, "spuk", "G10", "gezinsmigrant", "voorlopig", 10),
        ("baten", 2025, "spuk", "G10", None, "voorlopig", 551936),
        ("baten", 2024, "spuk", "G10", None, "terugvordering", -1234),
    ]


def test_onbekende_kolom_wordt_genoemd(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("coa.csv", "periode;gemeente;taakstelling;Wethouder\n2024;Wassenaar;55;Jansen\n"))
    assert r.status == "ingelezen" and "'Wethouder'" in r.meldingen[0]
