"""Open the dashboard under AppTest with a given snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.tabel import ZACHT
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
    soorten = (at.title, at.header, at.subheader, at.markdown, at.info, at.warning, at.error)
    delen = [e.value for soort in soorten for e in soort]
    for nummer in range(len(at.table)):
        tabel = table_text(at, nummer)
        delen += [str(kolom) for kolom in tabel.columns]
        delen += [str(cel) for cel in tabel.to_numpy().flatten()]
    tekst = "\n".join(delen).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
    return tekst.replace("\\", "")


def table_text(at: AppTest, nummer: int) -> pd.DataFrame:
    """A table as a reader sees it: the text that the Styler gives, under the names of the columns."""
    tabel = at.table[nummer]
    getoond = pa.ipc.open_stream(tabel.proto.arrow_data.styler.display_values).read_pandas()
    getoond.columns = [str(kolom).replace(ZACHT, "") for kolom in tabel.value.columns]
    return getoond
