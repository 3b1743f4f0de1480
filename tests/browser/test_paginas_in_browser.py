"""Pages in a real browser: readable on a phone, and reached by their address, their links and the Back button."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import ADRESSEN, Bezoek

MAXIMAAL_BREED = """() => Math.max(...['[data-testid=stMain]', 'html'].map(s => {
    const e = document.querySelector(s); return e.scrollWidth - e.clientWidth }))"""


@pytest.mark.parametrize("bezoek", [390], indirect=True)
def test_geen_pagina_schuift_opzij_op_een_telefoon(bezoek: Bezoek) -> None:
    bezoek.open(f"/{ADRESSEN[0]}?gemeente=GM1916")
    breder = {}
    for adres in bezoek.loop_langs():
        bezoek.wacht_op_grafiek(adres)
        bezoek.page.wait_for_timeout(300)
        breder[adres] = bezoek.page.evaluate(MAXIMAAL_BREED)
        assert bezoek.page.url.endswith("?gemeente=GM1916")
    assert breder == dict.fromkeys(ADRESSEN, 0)
    assert bezoek.klachten == []


def _ga_naar(bezoek: Bezoek, naam: str) -> None:
    bezoek.page.get_by_role("link", name=naam, exact=True).first.click()


def test_gemeente_overleeft_paginawissel_herladen_en_terug(bezoek: Bezoek) -> None:
    bezoek.open("/huisvesting?gemeente=GM0626")
    assert "Voorschoten" in bezoek.page.locator("h1").inner_text()
    _ga_naar(bezoek, "Leerroutes")
    bezoek.page.wait_for_selector("h1:has-text('Welke leerroute')")
    assert bezoek.page.url.endswith("/leerroutes?gemeente=GM0626")
    assert "Voorschoten" in bezoek.page.locator("h1").inner_text()
    bezoek.page.reload()
    bezoek.wacht()
    assert "Voorschoten" in bezoek.page.locator("h1").inner_text()
    bezoek.page.go_back()
    bezoek.page.wait_for_selector("h1:has-text('Geeft Voorschoten')")
    assert bezoek.page.url.endswith("/huisvesting?gemeente=GM0626")
    assert bezoek.klachten == []


def test_kiezen_verandert_het_adres_en_terug_herstelt_de_keuze(bezoek: Bezoek) -> None:
    bezoek.open("/huisvesting?gemeente=GM0626")
    bezoek.page.get_by_role("combobox", name="Gemeente").first.click()
    bezoek.page.get_by_role("option", name="Oegstgeest").click()
    bezoek.page.wait_for_selector("h1:has-text('Geeft Oegstgeest')")
    bezoek.page.wait_for_url("**/huisvesting?gemeente=GM0579")
    bezoek.page.go_back()
    bezoek.page.wait_for_selector("h1:has-text('Geeft Voorschoten')")
    assert bezoek.page.url.endswith("?gemeente=GM0626")


def test_keuze_op_de_thuispagina_gaat_mee(bezoek: Bezoek) -> None:
    bezoek.open("/")
    bezoek.page.get_by_role("combobox", name="Gemeente").first.click()
    bezoek.page.get_by_role("option", name="Wassenaar").click()
    bezoek.page.wait_for_url("**/?gemeente=GM0629")
    _ga_naar(bezoek, "Huisvesting")
    bezoek.page.wait_for_selector("h1:has-text('Geeft Wassenaar')")
    bezoek.page.go_back()
    bezoek.page.wait_for_selector("h1:has-text('Hoe staat Wassenaar')")
    assert bezoek.klachten == []


def test_onbekende_gemeente_geeft_een_melding_en_geen_andere_gemeente(bezoek: Bezoek) -> None:
    bezoek.open("/huisvesting?gemeente=GM9999")
    assert "GM9999" in bezoek.page.locator("[data-testid=stAlert]").inner_text()
    assert "Geeft de gemeente" in bezoek.page.locator("h1").inner_text()
    bezoek.page.reload()
    bezoek.wacht()
    assert "GM9999" in bezoek.page.locator("[data-testid=stAlert]").inner_text()
    # text from the address never becomes a link: that would be a page of ours pointing somewhere else
    bezoek.open("/huisvesting?gemeente=http://elders.example")
    bezoek.page.get_by_text("elders").first.wait_for()
    assert bezoek.page.locator("a[href*='elders']").count() == 0


def test_onbekende_pagina_geeft_een_nederlandse_pagina(server: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as fout:
        urllib.request.urlopen(f"{server}/bestaat-niet")
    assert fout.value.code == 404
    assert "Deze pagina bestaat niet" in fout.value.read().decode()


def test_health_noemt_de_snapshot(server: str) -> None:
    with urllib.request.urlopen(f"{server}/health") as antwoord:
        assert antwoord.status == 200 and b"snapshot_id" in antwoord.read()
