"""A build works while somebody looks at the dashboard, and the open page goes on to the new snapshot."""

from __future__ import annotations

from pathlib import Path

from rekenkamer.bouwen import run_dbt
from rekenkamer.instellingen import Instellingen
from rekenkamer.publiceren import publish
from tests.browser.conftest import Bezoek
from tests.conftest import Keten


def test_bouwen_kan_terwijl_het_dashboard_openstaat(bezoek: Bezoek, keten: Keten, snapshot_map: Path) -> None:
    instellingen = Instellingen(data_map=snapshot_map)
    bezoek.open("/huisvesting?gemeente=GM0629")
    assert keten.snapshot.snapshot_id in bezoek.page.inner_text("body")
    uitslag = run_dbt(instellingen)
    assert uitslag.gelukt, uitslag.fouten
    nieuw = publish(instellingen, uitslag.manifest_pad)
    bezoek.page.get_by_role("link", name="Leerroutes").first.click()
    bezoek.page.wait_for_function("document.querySelector('h1')?.innerText.includes('leerroute')")
    bezoek.wacht()
    assert nieuw.snapshot_id in bezoek.page.inner_text("body")
    assert bezoek.klachten == []
