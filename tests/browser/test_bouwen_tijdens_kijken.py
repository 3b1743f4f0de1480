"""A build works while somebody looks at the dashboard, and the open page goes on to the new snapshot."""

from __future__ import annotations

from pathlib import Path

import duckdb

from rekenkamer.instellingen import Instellingen
from rekenkamer.publiceren import publish
from tests.browser.conftest import Bezoek
from tests.conftest import Keten, bouw_snel


def shuffle_cells(instellingen: Instellingen) -> None:
    with duckdb.connect(str(instellingen.warehouse_pad)) as con:
        con.execute("create temp table geschud as from raw.cel order by hash(levering_id, rij, kolom, indicator)")
        con.execute("delete from raw.cel")
        con.execute("insert into raw.cel from geschud")


def test_bouwen_kan_terwijl_het_dashboard_openstaat(bezoek: Bezoek, keten: Keten, snapshot_map: Path) -> None:
    instellingen = Instellingen(data_map=snapshot_map)
    bezoek.open("/huisvesting?gemeente=GM0629")
    assert keten.snapshot.snapshot_id in bezoek.page.inner_text("body")
    shuffle_cells(instellingen)
    uitslag = bouw_snel(instellingen)
    assert uitslag.gelukt, uitslag.fouten
    nieuw = publish(instellingen, uitslag.manifest_pad)
    # the same deliveries give the same snapshot, in whatever order their rows are stored
    assert nieuw.snapshot_id[-8:] == keten.snapshot.snapshot_id[-8:]
    bezoek.page.get_by_role("link", name="Leerroutes").first.click()
    bezoek.page.wait_for_function("document.querySelector('h1')?.innerText.includes('leerroute')")
    bezoek.wacht()
    assert nieuw.snapshot_id in bezoek.page.inner_text("body")
    assert bezoek.klachten == []
