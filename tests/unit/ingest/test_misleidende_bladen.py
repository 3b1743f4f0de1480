"""Sheets that look readable and would give wrong figures: they are read rightly or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
KOP = ["Gemeente", "Doelgroep", 2022, 2023]
PVT: list[list[Any]] = [["PVT"], [], KOP, ["Wassenaar", "Gezinsmigrant", 5, 6], [None, "Statushouder", 7, 8]]


def _alles(magazijn: Magazijn) -> list[tuple[Any, ...]]:
    return magazijn.vraag("select rij, indicator, gemeentecode, periode, waarde from raw.cel order by rij, kolom")


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        (["Gemeente", "Doelgroep"], ["Gemeente", "Doelgroep"]),
        (["Wassenaar", "Doelgroep"], ["Voorschoten", "Doelgroep"]),
    ],
)
def test_tweede_blok_heeft_eigen_jaren(
    eerste: list[str], tweede: list[str], magazijn: Magazijn, maak_werkboek: Maak
) -> None:
    hoek = eerste[0] == "Gemeente"
    rijen = [
        ["PVT"], [], [*eerste, 2022, 2023], ["Wassenaar" if hoek else None, "Gezinsmigrant", 5, 6],
        [], [*tweede, 2023, 2024], ["Voorschoten" if hoek else None, "Gezinsmigrant", 1, 2],
    ]  # fmt: skip
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT=rijen))
    assert r.status == "ingelezen", redenen(r)
    assert [c[2:] for c in _alles(magazijn)] == [
        ("GM0629", "2022", 5), ("GM0629", "2023", 6), ("GM0626", "2023", 1), ("GM0626", "2024", 2),
    ]  # fmt: skip


def test_aantallen_die_op_jaren_lijken_blijven_aantallen(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Leerroutes gemeente Wassenaar"], ["Leerroute", "Doelgroep", 2023, 2024],
             ["B1", "Gezinsmigranten", 2010, 2031], [None, "Statushouders", 2011, 2012]]  # fmt: skip
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Blad1=rijen))
    assert (r.status, r.rijen_goed) == ("ingelezen", 2)


def test_vreemde_kolom_wordt_genoemd_en_overgeslagen(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [*PVT, [], ["MAP"], [], [*KOP, "Streefwaarde"], ["Voorschoten", "Gezinsmigrant", 1, 2, 9]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT_en_MAP=rijen))
    assert r.status == "ingelezen" and "'Streefwaarde' (E)" in r.meldingen[0]
    assert [(c[1], c[4]) for c in _alles(magazijn)][-2:] == [("map", 1), ("map", 2)]


def test_blok_met_onleesbare_kop_hoort_niet_bij_het_vorige(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [
        *PVT,
        [],
        ["MAP"],
        [],
        ["Gemeente", "Doelgroep", "2022-3", "2022-4"],
        ["Voorschoten", "Gezinsmigrant", 1, 2],
    ]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT_en_MAP=rijen))
    assert {c[1] for c in _alles(magazijn)} == {"pvt"} and len(_alles(magazijn)) == 4
    assert [g[0] for g in redenen(r)] == ["10"]


def test_onbekende_gemeente_wordt_geen_andere_gemeente(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [
        ["Kosten inburgering"], ["Gemeente Wassenaar"], [],
        ["Kostenpost", "2023 Realisatie"], ["Kosten leerroutes", 500],
        [], ["Gemeente Teylingen"], [], ["Kostenpost", "2023 Realisatie"], ["Kosten PVT", 777],
    ]  # fmt: skip
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Kosten=rijen))
    assert [c[4] for c in _alles(magazijn)] == [500]
    [reden] = redenen(r)
    assert "'Teylingen' is niet bekend" in reden[3] and "code" in reden[4]


def test_onbekende_gemeente_in_de_hoek(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Leerroutes"], ["Wassenaar", "Doelgroep", 2023], ["B1", "Statushouders", 5],
             [], ["Teylingen", "Doelgroep", 2023], ["B1", "Statushouders", 6]]  # fmt: skip
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Leerroutes=rijen))
    assert [c[4] for c in _alles(magazijn)] == [5] and "'Teylingen'" in redenen(r)[0][3]


@pytest.mark.parametrize(
    "titel", ["Opgesteld door gemeente Leiden", "Namens gemeente Leiden", "Uitgevoerd door Leiden"]
)
def test_uitvoerder_is_niet_het_onderwerp(titel: str, magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["PVT"], [titel], [], ["Doelgroep", 2022], ["Gezinsmigrant", 6]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT=rijen))
    assert r.status == "afgekeurd" and "geen bekende gemeente" in redenen(r)[0][3]


@pytest.mark.parametrize(
    ("blad", "titel", "woord"),
    [
        ("Boetes", "Boetes opgelegd na PVT", "Boetes"),
        ("PVT", "Aantal gestarte PVT (nog niet afgerond)", "niet afgerond"),
        ("PVT gestart", "PVT", "gestart"),
        ("MAP", "MAP, streefcijfers", "streefcijfers"),
        ("Participatie", "Aantal PVT en MAP", "meer onderwerpen"),
    ],
)
def test_ander_onderwerp_wordt_geweigerd(
    blad: str, titel: str, woord: str, magazijn: Magazijn, maak_werkboek: Maak
) -> None:
    [r] = magazijn.lees(maak_werkboek("w.xlsx", **{blad: [[titel], [], KOP, ["Wassenaar", "Gezinsmigrant", 6, 7]]}))
    assert r.status == "afgekeurd" and woord.lower() in redenen(r)[0][3].lower()


def test_titel_gaat_voor_bladnaam(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Aantal afgeronde MAP-trajecten"], [], KOP, ["Wassenaar", "Gezinsmigrant", 6, 7]]
    magazijn.lees(maak_werkboek("w.xlsx", PVT=rijen))
    assert {c[1] for c in _alles(magazijn)} == {"map"}


@pytest.mark.parametrize(
    "titel",
    [
        "Kosten (bedragen x € 1.000)",
        "Kosten in duizenden euro",
        "Kosten in mln euro",
        "Lasten × 1000",
        "Kosten (€ 1.000)",
    ],
)
def test_bedragen_in_duizenden_worden_geweigerd(titel: str, magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [[titel], ["Gemeente Wassenaar"], [], ["Kostenpost", "2024 Begroot"], ["Kosten leerroutes", 10.5]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Kosten=rijen))
    assert r.status == "afgekeurd" and "hele euro" in redenen(r)[0][3]


def test_niets_verdwijnt_zonder_melding(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        Wachtlijst=[["Wachtlijst"], ["Gemeente", "Aantal"], ["Wassenaar", 3]],
        PVT=[*PVT[:4], [None, None, 12, 36], PVT[4], [None, None, 12, 36]],
        PIP=[["Vastgestelde PIP's"], ["Gemeente", "Aantal"], ["Wassenaar", 3]],
        Leeswijzer=[["Versie", "2"], ["Jaar", 2024]],
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed) == ("deels", 2)
    assert [g[0] for g in redenen(r)] == ["", "5", "7", ""]
    assert {c[0] for c in _alles(magazijn)} == {4, 6}


def test_peildatum_van_een_blad_is_niet_die_van_de_levering(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    leerroutes = [["Leerroutes gemeente Wassenaar"], ["Meetmoment 25 februari 2025"],
                  ["Leerroute", "Doelgroep", 2023], ["B1", "Statushouders", 5]]  # fmt: skip
    magazijn.lees(maak_werkboek("w.xlsx", PVT=PVT, Leerroutes=leerroutes))
    assert magazijn.vraag("select peildatum from raw.levering") == [(None,)]
    datums = "select distinct indicator, cast(peildatum as varchar) from raw.cel order by 1"
    assert magazijn.vraag(datums) == [("leerroute", "2025-02-25"), ("pvt", None)]
