"""The top of a page: the question and its answer."""

from __future__ import annotations

import streamlit as st


def show_vraag_en_antwoord(vraag: str, antwoord: str) -> None:
    """The question as the only h1, and one sentence that answers it in full-size text."""
    st.title(vraag, anchor=False)
    st.markdown(antwoord)
