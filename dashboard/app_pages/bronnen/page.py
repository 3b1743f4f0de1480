"""Page: where does every figure come from, and how can it be traced?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.bronnen import charts, zinnen
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.opmaak import klein, tekst_zacht
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import bronnen
from dashboard.state import Context, current_context


def render(c: Context) -> None:
    """The page from top to bottom."""
    leveringen = bronnen.list_bronnen(c.snapshot)
    show_vraag_en_antwoord("Waar komen deze cijfers vandaan?", zinnen.answer(leveringen))
    if leveringen:
        titel = "Gelezen rijen per levering"
        show_grafiek(charts.rows_per_delivery(leveringen), titel, "Aantal rijen met cijfers dat is ingelezen.", titel)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_zoeker(c)
    show_tabel("Alle leveringen", zinnen.LEVERING, zinnen.delivery_rows(leveringen))
    kanttekeningen = zinnen.caveats(leveringen)
    if kanttekeningen:
        st.subheader("Kanttekeningen bij de leveringen", anchor=False)
        st.markdown("\n".join(f"- {klein(k)}" for k in kanttekeningen))
    show_normen(c)
    st.subheader("Zo werken wij", anchor=False)
    st.markdown(klein(zinnen.METHODE))
    if c.snapshot:
        st.markdown(tekst_zacht(f"Snapshot {c.snapshot.snapshot_id}."))


def show_zoeker(c: Context) -> None:
    """From a figure back to its cell."""
    st.subheader("Zoek een cijfer terug tot in de cel", anchor=False)
    if c.code is None:
        st.markdown(klein("Kies bovenaan eerst een gemeente; daarna kunt u hier een cijfer kiezen."))
        return
    keuzes = {i.indicator_code: i.naam for i in bronnen.list_indicatoren_van(c.snapshot, c.code)}
    indicator = st.selectbox(
        "Welk cijfer?", list(keuzes), index=None, placeholder="Kies een cijfer", format_func=keuzes.__getitem__
    )
    if indicator:
        cellen = bronnen.list_waarnemingen(c.snapshot, indicator, c.code)
        show_tabel(f"{keuzes[indicator]}, {c.naam}: alle cellen", zinnen.CEL, zinnen.cell_rows(cellen))


def show_normen(c: Context) -> None:
    """Norms with their article, and national figures with their base."""
    kolommen = ["Norm", "Waarde", "Artikel", "Waar het staat"]
    show_tabel("Normen", kolommen, zinnen.norm_rows(bronnen.list_normen(c.snapshot)))
    benchmarks = bronnen.list_benchmarks(c.snapshot)
    onderwerpen = list(dict.fromkeys(b.onderwerp for b in benchmarks if b.onderwerp))
    if not onderwerpen:
        return
    kolommen = ["Wat", "Waarde", "Waarvan", "Aantal", "Jaar", "Bron"]
    gekozen = st.selectbox("Landelijke cijfers over", onderwerpen)
    show_tabel("Landelijke cijfers", kolommen, zinnen.benchmark_rows(benchmarks, gekozen))


render(current_context())
