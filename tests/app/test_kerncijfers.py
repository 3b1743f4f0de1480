"""The figures that must be on the pages, as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.components.tabel import OP_EEN_TELEFOON
from tests.app.conftest import Openen, page_text, table_text


@pytest.mark.parametrize(
    ("gemeente", "naam", "aantal"),
    [
        ("GM1916", "Leidschendam-Voorburg", "176"),
        ("GM0626", "Voorschoten", "40"),
        ("GM0629", "Wassenaar", "34"),
        ("GM0579", "Oegstgeest", "30"),
    ],
)
def test_achterstand_staat_in_het_antwoord(
    open_pagina: Openen, snapshot_map: Path, gemeente: str, naam: str, aantal: str
) -> None:
    at = open_pagina(snapshot_map, "huisvesting", gemeente)
    assert any(naam in m.value and f"moeten er nog {aantal} een woning krijgen" in m.value for m in at.markdown)


def test_wassenaar_huisvestte_18_van_de_52(open_pagina: Openen, snapshot_map: Path) -> None:
    tekst = page_text(open_pagina(snapshot_map, "huisvesting", "GM0629"))
    assert "Wassenaar huisvestte in 2024 tot en met oktober 18 van de 52 statushouders" in tekst


def test_280_en_268_staan_er_allebei_met_uitleg_en_breuk(open_pagina: Openen, snapshot_map: Path) -> None:
    tekst = page_text(open_pagina(snapshot_map, "huisvesting"))
    assert "**280**" in tekst and "**268**" in tekst and "doorrekent" in tekst
    assert "Leidschendam-Voorburg, begin 2023: in de bron staat 7, uit de periode ervoor volgt −5" in tekst


def test_z_route_noemt_haar_noemer_en_biedt_de_andere(open_pagina: Openen, snapshot_map: Path) -> None:
    tekst = page_text(open_pagina(snapshot_map, "leerroutes", "GM0629"))
    assert "20 van de 39 statushouders met een leerroute de Z-route (51%)" in tekst
    assert "20 van 39 (51,28%)" in tekst and "20 van 38 (52,63%)" in tekst
    assert "Landelijk is dat 29%" in tekst


def test_pvt_heeft_drie_noemers_naast_de_85_procent(open_pagina: Openen, snapshot_map: Path) -> None:
    tekst = page_text(open_pagina(snapshot_map, "pvt-map"))
    assert "70% van de 538 dossiers, 75% van de 499 mensen met een leerroute en 83% van de 450" in tekst
    assert "ongeveer 85%" in tekst and "69,7%" in tekst and "75,2%" in tekst and "83,3%" in tekst


def test_lasten_2023_gedrukt_en_herrekend(open_pagina: Openen, snapshot_map: Path) -> None:
    tekst = page_text(open_pagina(snapshot_map, "baten-lasten", "GM0579"))
    assert "€ 2.083.236" in tekst and "€ 2.110.252" in tekst and "€ 27.016" in tekst
    assert "p.m. (nog geen bedrag)" in tekst and "nog niet begroot" not in tekst


def test_pm_is_nooit_nul(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "baten-lasten", "GM0579")
    for nummer, jaar in ((1, "2025"), (2, "2026")):
        posten = table_text(at, nummer)
        assert posten[posten["Post"] == "Leerroutes"].iloc[0][jaar] == "p.m. (nog geen bedrag)"


def test_geen_tabel_over_geld_is_breder_dan_een_telefoon(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "baten-lasten", "GM0629")
    tabellen = [table_text(at, nummer) for nummer in range(len(at.table))]
    assert all(len(t.columns) <= OP_EEN_TELEFOON for t in tabellen) and "schuif de tabel" not in page_text(at)
    posten = [t for t in tabellen if t.columns[0] == "Post"]
    assert [list(t.columns[1:]) for t in posten] == [["2022", "2023"], ["2024", "2025"], ["2026"]] * 2
    assert "**€\N{NO-BREAK SPACE}169.822 + wat ontbreekt**" in list(posten[2]["2026"])


def test_baten_en_lasten_zeggen_welke_jaren_compleet_zijn(open_pagina: Openen, snapshot_map: Path) -> None:
    for gemeente in ("GM1916", None):
        tekst = page_text(open_pagina(snapshot_map, "baten-lasten", gemeente))
        assert "De baten van 2022 tot en met 2025 zijn compleet, die van 2026 niet." in tekst
        assert "Van de lasten ontbreekt elk jaar een deel" in tekst
    tekst = page_text(open_pagina(snapshot_map, "baten-lasten", "GM0629"))
    assert "De baten en lasten van 2022 tot en met 2025 zijn compleet, die van 2026 niet." in tekst


def test_bevindingen_tellen_overal_gelijk(open_pagina: Openen, snapshot_map: Path) -> None:
    overzicht = page_text(open_pagina(snapshot_map, "overzicht", "GM0629"))
    assert "Baten en lasten: 8 bevindingen en 10 keer iets wat ontbreekt" in overzicht
    assert "Samen: 26 bevindingen en 17 keer iets wat ontbreekt." in overzicht
    assert "In totaal 26 bevindingen bij deze cijfers" in overzicht
    assert "In totaal 8 bevindingen" in page_text(open_pagina(snapshot_map, "baten-lasten", "GM0629"))
    assert "26 tegenspraken; op 17 plaatsen" in page_text(open_pagina(snapshot_map, "bevindingen", "GM0629"))


def test_overzicht_noemt_de_dag_en_wat_misschien_terug_moet(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "overzicht", "GM0629")
    tekst = page_text(at)
    assert "Op 31 oktober 2024 moest Wassenaar nog 34 van de 52 statushouders een woning geven" in tekst
    spuk = table_text(at, 0).iloc[-1].tolist()
    assert spuk[0] == "SPUK: misschien terug te betalen" and spuk[2].startswith("2022 tot en met 2025;")
    assert spuk[1].replace("\N{NO-BREAK SPACE}", " ") == "€ 88.000 † – € 966.000"
    assert "† Zonder vaststelling: die is niet te zien, het kan meer worden." in tekst
    tekst = page_text(open_pagina(snapshot_map, "overzicht"))
    assert "Op 31 oktober 2024 moesten de 4 gemeenten samen nog 280 statushouders een woning geven" in tekst


def test_vergelijken_staat_op_naam(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "vergelijken", "GM0629")
    namen = [str(n).strip("*") for n in table_text(at, 0)["Gemeente"]]
    assert namen == sorted(namen) and len(namen) == 4


def test_bevindingen_zijn_te_filteren(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "bevindingen", "GM1916")
    keuze = next(s for s in at.selectbox if s.label == "Soort")
    keuze.set_value("aansluiting").run()
    lijst = next(m.value for m in at.markdown if "**1. " in m.value)
    assert "**1. Aansluiting · Leidschendam\\-Voorburg · 2023 · ernst hoog**" in lijst and "**2. " not in lijst
    assert "In de bron 7, herrekend −5, verschil −12." in lijst
    assert list(table_text(at, 0)["Herrekend"]) == ["−5"]


def test_overzicht_laat_zien_wie_de_inburgeraars_zijn(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "overzicht", "GM0629")
    assert table_text(at, 1).iloc[0].tolist() == ["Nieuw: statushouders", "44", "9", "20", "14"]
    assert "Statushouders: de jaren tellen op tot 43; zie Bevindingen." in page_text(at)
    rest = dict(table_text(at, 2).to_numpy().tolist())
    assert rest["Vastgestelde PIP’s, januari 2022 tot en met november 2024"] == "83"
    assert rest["Uitstroom in 2024: statushouders"] == "3 (B1-route)"
    assert rest["Nog onder de Wi2013 op 1 augustus 2024: statushouders"] == "18 of meer"


def test_overzicht_zegt_wat_van_oegstgeest_niet_bekend_is(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "overzicht", "GM0579")
    tekst = page_text(at)
    assert "te klein om te tonen" in tekst
    assert table_text(at, 1).iloc[0].tolist()[:3] == ["Nieuw: statushouders", "72", "niet geleverd"]
    assert "Geen enkele gemeente leverde" in tekst and "het aantal inburgeraars dat werkt" in tekst
    assert "Oegstgeest leverde verder niet: het aantal inburgeraars naar jaar, leeftijd en geslacht" in tekst


def test_eigen_gemeente_gaat_voor_de_groep_bij_wat_ontbreekt(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "overzicht", "GM0629")
    ontbreekt = next(m.value for m in at.markdown if "Lasten van de inburgering van Wassenaar" in m.value)
    assert "vier gemeenten samen" not in ontbreekt


def test_een_cijfer_is_terug_te_vinden_tot_in_de_cel(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "bronnen", "GM0629")
    next(s for s in at.selectbox if s.label == "Welk cijfer?").set_value("gerealiseerd").run()
    tekst = page_text(at)
    assert "alle cellen" in tekst and "kolom" in tekst and "tabel 3.4" in tekst
