"""The figures as a real HTML table, in strings that are already in Dutch notation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.components.opmaak import tekst_zacht

Rijen = Sequence[Sequence[str]]
GETAL = re.compile(r"^[+−]?\u2060?(€\s)?\d[\d.,]*(%| procentpunt| \([\d,]+%\))?( of meer| \+ wat ontbreekt)?$")
# Words that stand in the place of a number; they do not make a column of numbers into one of text.
IN_PLAATS_VAN_GETAL = re.compile(
    r"^(|–|geen totaal|geen cijfer|niet in de bron|niet op te tellen|niet vermeld|niet leesbaar in de bron"
    r"|niet te berekenen|niet te zien|geen|niet geleverd|niet van toepassing|nog niet bekend|te klein om te tonen"
    r"|p\.m\. \(nog niet begroot\))$"
)


def show_tabel(titel: str, kolommen: Sequence[str], rijen: Rijen, toelichting: str = "") -> None:
    """One table; `toelichting` explains the signs under it. Nothing is drawn without rows."""
    if not rijen:
        return
    st.subheader(titel, anchor=False)
    st.table(align(kolommen, rijen), border="horizontal", hide_header=False, hide_index=True, alt=titel)
    if toelichting:
        st.markdown(tekst_zacht(toelichting))


def align(kolommen: Sequence[str], rijen: Rijen) -> Styler:
    """Put columns of figures to the right; the first column names the row and stays left.

    `st.table` aligns on the type of a column, not on its text. A column of figures therefore holds
    row numbers, and its Dutch text comes from the format of the Styler.
    """
    cellen = {kolom: [rij[i] for rij in rijen] for i, kolom in enumerate(kolommen)}
    rechts = {kolom: cellen[kolom] for kolom in kolommen[1:] if is_getallen(cellen[kolom])}
    nummers = list(range(len(rijen)))
    frame = pd.DataFrame({kolom: nummers if kolom in rechts else teksten for kolom, teksten in cellen.items()})
    return frame.style.format({kolom: teksten.__getitem__ for kolom, teksten in rechts.items()})  # type: ignore[arg-type]


def is_getallen(teksten: Sequence[str]) -> bool:
    """True when every cell is a figure or a word in the place of one."""
    return all(GETAL.match(t) or IN_PLAATS_VAN_GETAL.match(t) for t in (tekst.strip("*") for tekst in teksten))


def vet(rij: Sequence[str]) -> list[str]:
    """A totals row, or the row of the chosen gemeente."""
    return [f"**{cel}**" if cel else "" for cel in rij]
