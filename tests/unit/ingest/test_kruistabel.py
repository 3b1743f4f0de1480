"""Municipal sheets in the shapes that people make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]


def _cellen(magazijn: Magazijn, kolommen: str) -> list[tuple[Any, ...]]:
    return magazijn.vraag(f"select {kolommen} from raw.cel order by rij, kolom")


def test_samengevoegde_labels_totalen_en_bronregel(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        PVT=[
            ["Participatieverklaring, stand per 31-12-2024"],
            [],
            ["Gemeente", "Doelgroep", 2023, 2024, "Totaal"],
            ["Wassenaar", "Gezinsmigrant", 2, "-", 2],
            [None, "Statushouder", ".", 4, 4],
            ["Voorschoten", "Gezinsmigrant", 1, None, 1],
            [None, "Statushouder", 3, 4, 7],
            ["Totaal", "Gezinsmigrant", 3, "-", 3],
            ["Bron: jaarverslag 2024, tabel 3.1, blz. 12-13"],
        ],
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.herkend_als) == ("ingelezen", 5, ("gemeente_pvt",))
    kolommen = "rij, kolom, gemeentecode, deelnemers, doelgroep, periode, waarde_ruw, waarde_status"
    cellen = _cellen(magazijn, kolommen)
    assert cellen[:4] == [
        (4, "C", "GM0629", None, "gezinsmigrant", "2023", "2", "gemeten"),
        (4, "D", "GM0629", None, "gezinsmigrant", "2024", "-", "streepje"),
        (4, "E", "GM0629", None, "gezinsmigrant", "totaal", "2", "gemeten"),
        (5, "C", "GM0629", None, "statushouder", "2023", ".", "onderdrukt"),
    ]
    assert (6, "D", "GM0626", None, "gezinsmigrant", "2024", "", "niet_geleverd") in cellen
    assert cellen[-3] == (8, "C", None, "GM0626|GM0629", "gezinsmigrant", "2023", "3", "gemeten")
    plaats = "select distinct tabel, bladzijde, cast(peildatum as varchar) from raw.cel"
    assert magazijn.vraag(plaats) == [("3.1", "12-13", "2024-12-31")]


def test_dubbele_kopregel_en_een_gemeente_die_we_niet_kennen(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        Blad1=[
            ["Leerroutes gemeente Katwijk (GM0537)"],
            [None, "Gezinsmigranten", None, "Statushouders", None],
            ["Leerroute", 2023, 2024, 2023, 2024],
            ["B1-route", 1, 2, 3, 4],
            ["Totaal", 1, 2, 3, 4],
        ],
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.herkend_als) == ("ingelezen", ("gemeente_leerroutes",))
    assert _cellen(magazijn, "gemeentecode, gemeentenaam, leerroute, doelgroep, periode, waarde")[:5] == [
        ("GM0537", "Katwijk", "B1", "gezinsmigrant", "2023", 1),
        ("GM0537", "Katwijk", "B1", "gezinsmigrant", "2024", 2),
        ("GM0537", "Katwijk", "B1", "statushouder", "2023", 3),
        ("GM0537", "Katwijk", "B1", "statushouder", "2024", 4),
        ("GM0537", "Katwijk", "totaal", "gezinsmigrant", "2023", 1),
    ]


def test_groepsrijen_zoals_in_een_rapport(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        Instroom=[
            ["Wassenaar", 2023, 2024, "Totaal"],
            ["18-27 jaar (man)"],
            ["Gezinsmigranten", 1, 2, 3],
            ["Statushouders", 4, 5, 9],
            ["Totaal"],
            ["Gezinsmigranten", 1, 2, 3],
            ["Totaal (man)", 1, 2, 3],
            ["Statushouders", 4, 5, 9],
            ["Totaal (man)", 4, 5, 9],
        ],
    )
    [r] = magazijn.lees(pad)
    assert r.status == "ingelezen", redenen(r)
    assert magazijn.vraag(
        "select rij, doelgroep, leeftijdsgroep, geslacht, waarde from raw.cel where periode = '2023' order by rij"
    ) == [
        (3, "gezinsmigrant", "18-27", "man", 1),
        (4, "statushouder", "18-27", "man", 4),
        (6, "gezinsmigrant", "totaal", "totaal", 1),
        (7, "gezinsmigrant", "totaal", "man", 1),
        (8, "statushouder", "totaal", "totaal", 4),
        (9, "statushouder", "totaal", "man", 4),
    ]


def test_kosten_met_sterretje_pm_en_status_in_de_kop(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        Kosten=[
            ["Wassenaar", "2023\nRealisatie (€)", "2024 Begroot", "2025* Begroot (€)"],
            ["Kosten PVT", "3.672", "240.316 *", "p.m. *"],
            ["Kosten formatie gemeente", "4000", None, "p.m."],
            ["Totaal", 7672, None, None],
        ],
    )
    magazijn.lees(pad)
    assert _cellen(magazijn, "post, periode, status_bedrag, waarde_ruw, waarde, waarde_status, eenheid")[:6] == [
        ("pvt", "2023", "realisatie", "3.672", 3672, "gemeten", "euro"),
        ("pvt", "2024", "realisatie", "240.316 *", 240316, "gemeten", "euro"),
        ("pvt", "2025", "begroot", "p.m. *", None, "pm", "euro"),
        ("formatie", "2023", "realisatie", "4000", 4000, "gemeten", "euro"),
        ("formatie", "2024", "begroot", "", None, "niet_geleverd", "euro"),
        ("formatie", "2025", "begroot", "p.m.", None, "pm", "euro"),
    ]
    assert magazijn.vraag("select waarde from raw.cel where post = 'totaal' and periode = '2023'") == [(7672,)]


def test_uitstroom_twee_routes_in_een_cel(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [
        ["Gemeente", "Doelgroep", 2023, 2024],
        ["Wassenaar", "Statushouder", "-", "1 (onderwijsroute)\n2 (Z-route)"],
    ]
    magazijn.lees(maak_werkboek("w.xlsx", Uitstroom=rijen))
    assert _cellen(magazijn, "periode, leerroute, waarde_ruw, waarde_status, kolom") == [
        ("2023", None, "-", "streepje", "C"),
        ("2024", "onderwijsroute", "1 (onderwijsroute)", "gemeten", "D"),
        ("2024", "Z", "2 (Z-route)", "gemeten", "D"),
    ]


def test_halfjaren_en_toelichtingskolom(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Gemeente", "2025-I", "2025-II", "Toelichting"], ["Wassenaar", 3, 4, "voorlopig geteld"]]
    magazijn.lees(maak_werkboek("w.xlsx", PIP=rijen))
    assert _cellen(magazijn, "indicator, periode, halfjaar, waarde, toelichting") == [
        ("pip", "2025-1", 1, 3, "voorlopig geteld"),
        ("pip", "2025-2", 2, 4, "voorlopig geteld"),
    ]


def test_onbekend_label_en_onbekende_gemeente_worden_uitgelegd(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        MAP=[
            ["Gemeente", "Doelgroep", 2023, 2024],
            ["Wassenaar", "Gezinsmigrant", 1, 2],
            [None, "Statushoudertjes", 3, 4],
            ["Katwijk", "Statushouder", 5, 6],
            ["Voorschoten", "Statushouder", "veel", 6],
        ],
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("deels", 1, 3)
    gegeven = redenen(r)
    assert [(g[0], g[1], g[2]) for g in gegeven] == [
        ("3", "B", "Statushoudertjes"),
        ("4", "A", "Katwijk"),
        ("5", "C", "veel"),
    ]
    assert "Bedoelt u 'statushouders'?" in gegeven[0][4] and "code" in gegeven[1][4]


def test_zonder_gemeente_wordt_niets_ingelezen(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    [r] = magazijn.lees(maak_werkboek("w.xlsx", PVT=[["Doelgroep", 2023, 2024], ["Statushouder", 1, 2]]))
    assert r.status == "afgekeurd" and "gemeente" in redenen(r)[0][3]
    assert magazijn.vraag("select count(*) from raw.levering") == [(0,)]


def test_blad_met_tekst_is_goed_en_blad_met_vreemde_cijfers_wordt_gemeld(
    magazijn: Magazijn, maak_werkboek: Maak
) -> None:
    pad = maak_werkboek(
        "w.xlsx",
        Leeswijzer=[["Dit werkboek gaat over 2024."]],
        PVT=[["Gemeente", 2023, 2024], ["Wassenaar", 1, 2]],
        Fietsen=[["Merk", "Aantal", "Prijs"], ["a", 1, 2], ["b", 3, 4]],
    )
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("deels", 1, 1)
    assert "Fietsen" in redenen(r)[0][3]


def test_onderwerp_blijkt_uit_de_labels_als_de_titel_niets_zegt(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    rijen = [["Wassenaar", "", 2023, 2024], ["B1-route", "Statushouders", 1, 2], ["", "Gezinsmigranten", 3, 4]]
    [r] = magazijn.lees(maak_werkboek("w.xlsx", Blad1=rijen))
    assert r.herkend_als == ("gemeente_leerroutes",) and r.rijen_goed == 2
