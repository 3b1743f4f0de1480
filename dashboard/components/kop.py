"""The headings of a page: the question, its sections and their parts. No page draws a heading of its own."""

from __future__ import annotations

import streamlit as st


def show_vraag_en_antwoord(vraag: str, antwoord: str) -> None:
    """The question as the only h1, and one sentence that answers it in full-size text."""
    st.title(vraag, anchor=False)
    st.markdown(antwoord)


def show_kop(titel: str, is_onderdeel: bool = False) -> None:
    """A section of the page (h2), or a part of the section above it (h3).

    Both have the size of a small heading (`headingFontSizes` in .streamlit/config.toml): the level is for who
    jumps from heading to heading with a screen reader, who takes a skipped level for a missing section.
    """
    (st.subheader if is_onderdeel else st.header)(titel, anchor=False)
