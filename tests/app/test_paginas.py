"""Every page opens for every choice of gemeente, and without figures; what it says is Dutch."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.components.tabel import ZACHT, align
from dashboard.navigation import PAGINAS
from tests.app.conftest import APP, Openen, page_text

ADRESSEN = [p.url_path for p in PAGINAS]
GEMEENTEN = ["GM0579", "GM0626", "GM0629", "GM1916", None]
ENGELS = re.compile(r"\b(choose an option|no results|error|traceback|none|nan|null|true|false)\b", re.I)


@pytest.mark.parametrize("gemeente", GEMEENTEN)
@pytest.mark.parametrize("adres", ADRESSEN)
def test_pagina_opent_met_vraag_en_antwoord(
    open_pagina: Openen, snapshot_map: Path, adres: str, gemeente: str | None
) -> None:
    at = open_pagina(snapshot_map, adres, gemeente)
    assert not at.exception
    assert len(at.title) == 1 and at.title[0].value.endswith("?")
    assert at.session_state["gemeente_keuze"] == gemeente
    tekst = page_text(at)
    assert "Wat betekent dit" in tekst and "Wat betekent dit niet" in tekst
    assert not ENGELS.search(tekst), ENGELS.search(tekst)
    assert not at.error


@pytest.mark.parametrize("adres", ADRESSEN)
def test_getallen_staan_in_nederlandse_notatie(open_pagina: Openen, snapshot_map: Path, adres: str) -> None:
    tekst = page_text(open_pagina(snapshot_map, adres, "GM0629"))
    assert not re.search(r"\d,\d{3}[.,]\d", tekst), "komma als scheiding van duizendtallen"
    assert not re.search(r"\d\.\d{1,2}%", tekst), "punt als decimaalteken"
    assert not re.search(r"(?<![\d\w-])-\d", tekst), "een koppelteken in plaats van een minteken"
    assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", tekst), "een datum in ISO-vorm"


@pytest.mark.parametrize("adres", ADRESSEN)
def test_leeg_magazijn_geeft_een_lege_pagina_en_geen_fout(
    open_pagina: Openen, lege_snapshot_map: Path, adres: str
) -> None:
    at = open_pagina(lege_snapshot_map, adres)
    assert not at.exception and not at.error
    assert at.title[0].value.endswith("?")
    assert len(at.markdown) > 2


@pytest.mark.parametrize("adres", ADRESSEN)
def test_zonder_snapshot_zegt_de_pagina_wat_er_moet_gebeuren(open_pagina: Openen, tmp_path: Path, adres: str) -> None:
    at = open_pagina(tmp_path, adres)
    assert not at.exception and not at.error
    assert "nog geen cijfers gepubliceerd" in at.info[0].value


@pytest.mark.parametrize("adres", ADRESSEN)
def test_onbekende_gemeente_wordt_nooit_een_andere(open_pagina: Openen, snapshot_map: Path, adres: str) -> None:
    at = open_pagina(snapshot_map, adres, "GM9999")
    assert not at.exception
    assert at.session_state["gemeente_keuze"] is None
    if adres == "overzicht":
        assert "GM9999" in at.warning[0].value


def test_koppen_gaan_niet_met_een_sprong_omlaag(open_pagina: Openen, snapshot_map: Path) -> None:
    soorten = {"title": 1, "header": 2, "subheader": 3}
    at = open_pagina(snapshot_map, "terugbetalingsrisico", "GM0629")
    niveaus = [soorten[e.type] for e in at.main if e.type in soorten]
    assert niveaus[0] == 1 and 3 in niveaus
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))
    bron = {p: p.read_text(encoding="utf-8") for p in APP.parent.rglob("*.py") if p.name != "kop.py"}
    assert [p.name for p, tekst in bron.items() if re.search(r"\.(title|header|subheader)\(", tekst)] == []


def test_kop_van_een_brede_tabel_mag_worden_afgebroken() -> None:
    smal = list(align(["Jaar", "Vaststelling"], [["2024", "3"]]).columns)
    breed = list(align(["Jaar", "Vaststelling", "a", "b", "Achterstand"], [["2024", *"1234"]]).columns)
    assert smal == ["Jaar", "Vaststelling"]
    assert breed == ["Jaar", f"Vast{ZACHT}stelling", "a", "b", f"Achter{ZACHT}stand"]


def test_gemeente_blijft_bij_het_wisselen_van_pagina(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "overzicht", "GM0626")
    for pagina in PAGINAS[1:]:
        at.switch_page(pagina.bestand).run()
        assert at.session_state["gemeente_keuze"] == "GM0626"
        assert at.query_params["gemeente"] in ("GM0626", ["GM0626"])


def test_kiezen_zet_de_gemeente_in_het_adres(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map)
    at.selectbox(key="gemeente_keuze").set_value("GM0579").run()
    assert at.query_params["gemeente"] in ("GM0579", ["GM0579"])
    at.selectbox(key="gemeente_keuze").set_value(None).run()
    assert "gemeente" not in at.query_params


def test_nieuwe_snapshot_verschijnt_zonder_herstart(
    open_pagina: Openen, snapshot_map: Path, lege_snapshot_map: Path, tmp_path: Path
) -> None:
    published = tmp_path / "published"
    published.mkdir()
    for bron in (lege_snapshot_map, snapshot_map):
        pointer = json.loads((bron / "published" / "current.json").read_text(encoding="utf-8"))
        naam = f"kopie-{pointer['bestand']}"
        shutil.copy(bron / "published" / pointer["bestand"], published / naam)
        (published / "current.json").write_text(json.dumps({**pointer, "bestand": naam}), encoding="utf-8")
        if bron is lege_snapshot_map:
            at = open_pagina(tmp_path, "overzicht")
            assert at.selectbox(key="gemeente_keuze").options == []
    at.run()
    assert "Wassenaar" in at.selectbox(key="gemeente_keuze").options
