"""Page: where does every figure come from, and how can it be traced?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.bronnen import zinnen
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import bronnen
from dashboard.state import Context, current_context


def render(c: Context) -> None:
    """The page from top to bottom."""
    leveringen = bronnen.list_bronnen(c.snapshot)
    show_vraag_en_antwoord("Waar komen deze cijfers vandaan?", zinnen.answer(leveringen))
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_zoeker(c)
    if leveringen:
        show_kop("Alle leveringen")
        st.markdown(klein(zinnen.origin(leveringen)))
        st.markdown("\n\n".join(zinnen.delivery_block(b) for b in leveringen))
    show_normen(c)
    show_kop("Zo werken wij")
    st.markdown(klein(zinnen.METHODE))
    if c.snapshot:
        st.markdown(tekst_zacht(f"Snapshot {c.snapshot.snapshot_id}."))


def show_zoeker(c: Context) -> None:
    """From a figure back to its cell."""
    show_kop("Zoek een cijfer terug tot in de cel")
    if c.code is None:
        st.markdown(klein("Kies bovenaan eerst een gemeente; daarna kunt u hier een cijfer kiezen."))
        return
    keuzes = {i.indicator_code: i.naam for i in bronnen.list_indicatoren_van(c.snapshot, c.code)}
    links, rechts = st.columns(2)
    indicator = links.selectbox(
        "Welk cijfer?", list(keuzes), index=None, placeholder="Kies een cijfer", format_func=keuzes.__getitem__
    )
    if not indicator:
        st.markdown(klein("Na uw keuze ziet u per cijfer wat er staat, hoe wij het lezen en in welke cel het staat."))
        return
    cellen = bronnen.list_waarnemingen(c.snapshot, indicator, c.code)
    perioden = list(dict.fromkeys(w.periode for w in cellen))
    periode = rechts.selectbox(
        "Welke periode?", perioden, index=None, placeholder="Alle perioden", format_func=zinnen.period_name
    )
    gekozen = [w for w in cellen if periode in (None, w.periode)]
    titel = f"{keuzes[indicator]}, {c.naam}: {'alle cellen' if periode is None else zinnen.period_name(periode)}"
    for plaats, groep in zinnen.places(gekozen):
        show_tabel(titel, zinnen.CEL, zinnen.cell_rows(groep, periode is None), letterlijk(plaats), is_onderdeel=True)


def show_normen(c: Context) -> None:
    """Norms with their article, and national figures with their base."""
    kolommen = ["Norm", "Waarde", "Waar het staat"]
    show_tabel("Normen", kolommen, zinnen.norm_rows(bronnen.list_normen(c.snapshot)))
    benchmarks = bronnen.list_benchmarks(c.snapshot)
    onderwerpen = list(dict.fromkeys(b.onderwerp for b in benchmarks if b.onderwerp))
    if not onderwerpen:
        return
    gekozen = st.selectbox("Landelijke cijfers over", onderwerpen)
    getoond = [b for b in benchmarks if b.onderwerp == gekozen]
    rows = zinnen.benchmark_rows(getoond)
    show_tabel("Landelijke cijfers", ["Wat", "Waarde", "Waarvan"], rows, zinnen.benchmark_source(getoond))


render(current_context())
