"""Messages: what happened, and what a reader can do."""

from __future__ import annotations

import streamlit as st

from dashboard.components.opmaak import klein, letterlijk
from dashboard.theme.notatie import opsomming


def show_onbekende_gemeente(code: str, namen: list[str]) -> None:
    """The address names a gemeente that is not in this snapshot."""
    keuze = f"Kies hierboven een van deze gemeenten: {opsomming(namen)}." if namen else ""
    st.warning(
        f"De gemeentecode “{letterlijk(code[:40])}” komt niet voor in deze gegevens. Er is geen"
        f" gemeente gekozen. {keuze}"
    )


def show_geen_snapshot() -> None:
    """Nothing was published yet."""
    st.info(
        "Er zijn nog geen cijfers gepubliceerd. Lees eerst leveringen in en bouw het magazijn"
        " (`rekenkamer inlezen` en daarna `rekenkamer bouwen`); deze pagina laat ze daarna vanzelf zien."
    )


def show_leeg(wat: str) -> None:
    """There is a place for these figures, but nothing was delivered."""
    st.markdown(klein(f"**Niet geleverd.** {wat}"))
