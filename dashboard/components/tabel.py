"""The figures as a real HTML table, in strings that are already in Dutch notation."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.opmaak import tekst_zacht

Rijen = Sequence[Sequence[str]]


def show_tabel(titel: str, kolommen: Sequence[str], rijen: Rijen, toelichting: str = "") -> None:
    """One table; `toelichting` explains the signs under it. Nothing is drawn without rows."""
    if not rijen:
        return
    st.subheader(titel, anchor=False)
    cellen = {kolom: [rij[i] for rij in rijen] for i, kolom in enumerate(kolommen)}
    st.table(cellen, border="horizontal", hide_header=False, hide_index=True, alt=titel)
    if toelichting:
        st.markdown(tekst_zacht(toelichting))


def vet(rij: Sequence[str]) -> list[str]:
    """A totals row, or the row of the chosen gemeente."""
    return [f"**{cel}**" if cel else "" for cel in rij]
