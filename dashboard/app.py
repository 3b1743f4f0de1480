"""Entry of the dashboard: context bar, menu, and then the page itself."""

from __future__ import annotations

import streamlit as st

from dashboard import navigation, state
from dashboard.components.melding import show_geen_snapshot, show_onbekende_gemeente, show_verzonnen
from dashboard.components.opmaak import tekst_zacht
from dashboard.data.bronnen import count_verzonnen, load_jongste_peildatum
from dashboard.data.gemeenten import list_gemeenten
from dashboard.data.snapshot import Snapshot, load_snapshot
from dashboard.theme.notatie import datum_lang, datum_uit_tekst

LEESBREEDTE = 1080


def peilmoment_zin(snapshot: Snapshot) -> str:
    """Until when the figures hold and when this snapshot was made."""
    jongste = load_jongste_peildatum(snapshot)
    tot = f"Gegevens tot en met {datum_lang(jongste)} · " if jongste else ""
    return f"{tot}vastgelegd op {datum_uit_tekst(snapshot.gemaakt_op)}"


def draw_context_bar() -> state.Context:
    """The one choice that every page shares, and the moment the figures were fixed."""
    snapshot = load_snapshot()
    gemeenten = list_gemeenten(snapshot)
    namen = {g.gemeentecode: g for g in gemeenten}
    onbekend = state.adopt_address(namen)
    links, rechts = st.columns([2, 3], vertical_alignment="bottom")
    with links:
        code = st.selectbox(
            "Gemeente",
            list(namen),
            index=None,
            format_func=lambda c: namen[c].gemeentenaam,
            placeholder="Kies een gemeente" if namen else "Nog geen gemeenten",
            key=state.KEUZE,
            disabled=not namen,
        )
    state.write_address(code, namen)
    if snapshot is not None:
        rechts.markdown(tekst_zacht(peilmoment_zin(snapshot)))
    if onbekend:
        show_onbekende_gemeente(onbekend, [g.gemeentenaam for g in gemeenten])
    return state.Context(snapshot, gemeenten, namen.get(code) if code else None)


def main() -> None:
    """Draw everything around the page, then the page."""
    st.set_page_config(page_title="Inburgering en huisvesting", layout="wide")
    paginas = navigation.build_pages()
    huidige = st.navigation(list(paginas.values()), position="hidden")
    with st.container(horizontal_alignment="center"), st.container(width=LEESBREEDTE):
        menu = st.container()
        context = draw_context_bar()
        with menu:
            navigation.draw_menu(paginas, {state.PARAMETER: context.code} if context.code else {})
        state.store_context(context)
        if context.snapshot is None:
            show_geen_snapshot()
        show_verzonnen(*count_verzonnen(context.snapshot))
        huidige.run()


main()
