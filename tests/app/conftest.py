"""Open the dashboard under AppTest with a given snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.navigation import PAGINAS

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
Openen = Callable[..., AppTest]


@pytest.fixture
def open_pagina(monkeypatch: pytest.MonkeyPatch) -> Openen:
    """Run one page; `gemeente` goes into the address, as a reader's link would."""

    def openen(data_map: Path, adres: str = "overzicht", gemeente: str | None = None) -> AppTest:
        monkeypatch.setenv("REKENKAMER_DATA", str(data_map))
        at = AppTest.from_file(str(APP), default_timeout=30)
        if gemeente:
            at.query_params["gemeente"] = gemeente
        at.run()
        pagina = next(p for p in PAGINAS if p.url_path == adres)
        if pagina is not PAGINAS[0]:
            at.switch_page(pagina.bestand).run()
        return at

    return openen


def page_text(at: AppTest) -> str:
    """Everything a reader can read: titles, text, messages and table cells."""
    delen = [e.value for soort in (at.title, at.subheader, at.markdown, at.info, at.warning, at.error) for e in soort]
    for tabel in at.table:
        delen += [str(kolom) for kolom in tabel.value.columns]
        delen += [str(cel) for cel in tabel.value.to_numpy().flatten()]
    return "\n".join(delen).replace("\N{NO-BREAK SPACE}", " ").replace("\\", "")
