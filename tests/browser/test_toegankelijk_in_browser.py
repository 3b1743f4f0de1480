"""Every page in a real browser: whole, quiet, Dutch, and without a fault that axe sees.

A file of its own, so that the two workers of `make test` share the visits.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import ADRESSEN, Bezoek


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
    bezoek.wacht_op_grafiek(adres)
    bezoek.page.wait_for_selector("table", state="attached")
    assert bezoek.page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert bezoek.page.locator("html").get_attribute("lang") == "nl"
    assert bezoek.page.locator("table").count() >= 1
    assert bezoek.page.locator("body").inner_text().count("Choose") == 0
    assert _toegankelijkheid(bezoek) == []
    assert bezoek.klachten == []


def test_paginas_zonder_gemeente_zijn_toegankelijk(bezoek: Bezoek) -> None:
    bezoek.open(f"/{ADRESSEN[0]}")
    gevonden = {}
    for adres in bezoek.loop_langs():
        bezoek.page.wait_for_selector("h2")
        bezoek.wacht()
        gevonden[adres] = _toegankelijkheid(bezoek)
    assert gevonden == dict.fromkeys(ADRESSEN, [])
    assert bezoek.klachten == []
