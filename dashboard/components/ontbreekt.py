"""What is missing, in words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein, letterlijk, tekst_zacht


def show_ontbreekt(zinnen: Sequence[str], hoogstens: int = 6) -> None:
    """Full sentences on what was not delivered, kept secret or not yet budgeted."""
    show_kop("Wat ontbreekt")
    if not zinnen:
        st.markdown(klein("In de leveringen voor deze pagina is geen ontbrekend cijfer gevonden."))
        return
    st.markdown("\n".join(f"- {klein(letterlijk(zin))}" for zin in zinnen[:hoogstens]))
    if len(zinnen) > hoogstens:
        st.markdown(tekst_zacht("De hele lijst staat op de pagina Bevindingen."))
