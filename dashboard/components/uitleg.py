"""What a figure means, and what it does not mean."""

from __future__ import annotations

import streamlit as st

from dashboard.components.opmaak import klein


def show_uitleg(wel: str, niet: str) -> None:
    """Two short columns; on a phone one above the other."""
    links, rechts = st.columns(2, gap="medium")
    links.subheader("Wat betekent dit", anchor=False)
    links.markdown(klein(wel))
    rechts.subheader("Wat betekent dit niet", anchor=False)
    rechts.markdown(klein(niet))
