"""A build works while somebody looks at the dashboard, and the open page goes on to the new snapshot."""

from __future__ import annotations

from rekenkamer.bouwen import run_dbt
from rekenkamer.publiceren import publish
from tests.browser.conftest import Bezoek
from tests.conftest import Keten


def test_bouwen_kan_terwijl_het_dashboard_openstaat(bezoek: Bezoek, keten: Keten) -> None:
    bezoek.open("/huisvesting?gemeente=GM0629")
    assert keten.snapshot.snapshot_id in bezoek.page.inner_text("body")
    uitslag = run_dbt(keten.instellingen)
    assert uitslag.gelukt, uitslag.fouten
    nieuw = publish(keten.instellingen, uitslag.manifest_pad)
    bezoek.page.get_by_role("link", name="Leerroutes").first.click()
    bezoek.page.wait_for_function("document.querySelector('h1')?.innerText.includes('leerroute')")
    bezoek.wacht()
    assert nieuw.snapshot_id in bezoek.page.inner_text("body")
    assert bezoek.klachten == []
