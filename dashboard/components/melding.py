"""Messages: what happened, and what a reader can do."""

from __future__ import annotations

import streamlit as st

from dashboard.components.opmaak import letterlijk
from dashboard.theme.notatie import opsomming


def show_onbekende_gemeente(code: str, namen: list[str]) -> None:
    """The address names a gemeente that is not in this snapshot."""
    keuze = f"Kies hierboven een van deze gemeenten: {opsomming(namen)}." if namen else ""
    st.warning(
        f"De gemeentecode “{letterlijk(code[:40])}” komt niet voor in deze gegevens. Er is geen"
        f" gemeente gekozen. {keuze}"
    )


def show_verzonnen(aantal: int, alle: int) -> None:
    """Made-up figures are in this snapshot: said on every page, before any figure."""
    if not aantal:
        return
    deel = (
        "Alle cijfers op deze pagina’s komen uit leveringen die zijn gemaakt om mee te oefenen (synthetisch)."
        " Zij zeggen niets over een echte gemeente."
        if aantal == alle
        else f"Een deel van de cijfers komt uit {aantal} van de {alle} leveringen die zijn gemaakt om mee te oefenen"
        " (synthetisch). Welke dat zijn, staat op de pagina Bronnen en methode."
    )
    st.warning(f"**Verzonnen gegevens.** {deel}")


def show_geen_snapshot() -> None:
    """Nothing was published yet."""
    st.info(
        "Er zijn nog geen cijfers gepubliceerd. Lees eerst leveringen in en bouw het magazijn"
        " (`rekenkamer inlezen` en daarna `rekenkamer bouwen`); deze pagina laat ze daarna vanzelf zien."
    )
