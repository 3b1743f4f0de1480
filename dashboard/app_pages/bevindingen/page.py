"""Page: where do the delivered figures contradict each other?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.bevindingen import charts, zinnen
from dashboard.components.bevindingenblok import soort_woord
from dashboard.components.bronregel import show_bronregel
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data.bevindingen import Bevinding, list_bevindingen
from dashboard.data.bronnen import list_van_ids
from dashboard.state import Context, current_context

PER_KEER = 25


def render(c: Context) -> None:
    """The page from top to bottom."""
    alle = list_bevindingen(c.snapshot, c.code)
    show_vraag_en_antwoord("Kloppen de geleverde cijfers met elkaar?", zinnen.answer(alle, c.naam))
    if alle:
        titel = "Bevindingen per soort"
        show_grafiek(charts.count_by_kind(alle), titel, "Aantal bevindingen; hoe donkerder, hoe zwaarder.", titel)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_lijst(alle)
    if c.snapshot:
        ids = tuple(sorted({b.bron_id for b in alle if b.bron_id}))
        show_bronregel(list_van_ids(c.snapshot, ids), c.snapshot.snapshot_id)


def show_lijst(alle: Sequence[Bevinding]) -> None:
    """The filtered list, in pages, so that a phone can carry it."""
    links, midden, rechts = st.columns(3)
    soorten = sorted({b.soort for b in alle})
    ernsten = [e for e in ("hoog", "middel", "laag") if any(b.ernst == e for b in alle)]
    soort = links.selectbox("Soort", soorten, index=None, placeholder="Alle soorten", format_func=soort_woord)
    ernst = midden.selectbox("Ernst", ernsten, index=None, placeholder="Hoog, middel en laag")
    gekozen = zinnen.select(alle, soort, ernst)
    delen = list(range(-(-len(gekozen) // PER_KEER))) or [0]
    deel = rechts.selectbox("Deel van de lijst", delen, format_func=lambda d: _deelnaam(d, len(gekozen)))
    start = (deel or 0) * PER_KEER
    if not gekozen:
        st.markdown(klein("Er zijn geen bevindingen die bij deze keuze passen."))
        return
    deel_van_lijst = list(enumerate(gekozen[start : start + PER_KEER], start + 1))
    show_kop("De lijst")
    st.markdown("\n\n".join(zinnen.block(nummer, b) for nummer, b in deel_van_lijst))
    rows = zinnen.table_rows(deel_van_lijst)
    show_tabel("De getallen bij deze bevindingen", zinnen.KOLOMMEN, rows, zinnen.UITLEG, is_onderdeel=True)


def _deelnaam(deel: int, totaal: int) -> str:
    if totaal == 0:
        return "leeg"
    return f"{deel * PER_KEER + 1} tot en met {min((deel + 1) * PER_KEER, totaal)} van {totaal}"


render(current_context())
