"""Every page in a real browser: whole, quiet, Dutch, reachable and readable on a phone."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.navigation import PAGINAS
from tests.browser.conftest import Bezoek

ADRESSEN = [p.url_path for p in PAGINAS]
MAXIMAAL_BREED = """() => Math.max(...['[data-testid=stMain]', 'html'].map(s => {
    const e = document.querySelector(s); return e.scrollWidth - e.clientWidth }))"""


def _wacht_op_grafiek(bezoek: Bezoek, adres: str) -> None:
    """Every page has a chart, except the one that names sources and the one that gives a file."""
    zonder = adres in ("bronnen", "controledossier")
    bezoek.page.wait_for_selector("table" if zonder else ".js-plotly-plot .main-svg")
    bezoek.wacht()  # before anything was drawn, "not running" may also mean: not started yet


def _toegankelijkheid(bezoek: Bezoek) -> list[str]:
    """What axe calls serious or critical, and a skipped level of headings, which it calls moderate."""
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in Axe().run(bezoek.page).response["violations"]
        if v["impact"] in ("serious", "critical") or v["id"] == "heading-order"
    ]


@pytest.mark.parametrize("adres", ADRESSEN)
def test_pagina_is_heel_stil_en_toegankelijk(bezoek: Bezoek, adres: str) -> None:
    bezoek.open(f"/{adres}?gemeente=GM0629")
    _wacht_op_grafiek(bezoek, adres)
    bezoek.page.wait_for_selector("table", state="attached")
    assert bezoek.page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert bezoek.page.locator("html").get_attribute("lang") == "nl"
    assert bezoek.page.locator("table").count() >= 1
    assert bezoek.page.locator("body").inner_text().count("Choose") == 0
    assert _toegankelijkheid(bezoek) == []
    assert bezoek.klachten == []


@pytest.mark.parametrize("adres", ADRESSEN)
def test_pagina_zonder_gemeente_is_toegankelijk(bezoek: Bezoek, adres: str) -> None:
    bezoek.open(f"/{adres}")
    bezoek.page.wait_for_selector("h2")
    bezoek.wacht()
    assert _toegankelijkheid(bezoek) == []
    assert bezoek.klachten == []


@pytest.mark.parametrize("bezoek", [390], indirect=True)
@pytest.mark.parametrize("adres", ADRESSEN)
def test_pagina_schuift_niet_opzij_op_een_telefoon(bezoek: Bezoek, adres: str) -> None:
    bezoek.open(f"/{adres}?gemeente=GM1916")
    _wacht_op_grafiek(bezoek, adres)
    bezoek.page.wait_for_timeout(300)
    assert bezoek.page.evaluate(MAXIMAAL_BREED) <= 0
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
