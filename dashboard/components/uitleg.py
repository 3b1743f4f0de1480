"""What a figure means, and what it does not mean."""

from __future__ import annotations

import streamlit as st

from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein


def show_uitleg(wel: str, niet: str) -> None:
    """Two short columns; on a phone one above the other."""
    links, rechts = st.columns(2, gap="medium")
    with links:
        show_kop("Wat betekent dit")
        st.markdown(klein(wel))
    with rechts:
        show_kop("Wat betekent dit niet")
        st.markdown(klein(niet))
