"""The figures as a real HTML table, in strings that are already in Dutch notation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.components.kop import show_kop
from dashboard.components.opmaak import tekst_zacht

Rijen = Sequence[Sequence[str]]
GETAL = re.compile(
    r"^[+−]?\u2060?(€\s)?\d[\d.,]*(%| procentpunt| \([\d,]+%\))?( of meer| \+ wat ontbreekt|(\s[†‡°])+)?"
    r"( \((realisatie|begroot|(nader )?voorlopig|definitief)\))?$"
)
# Words that stand in the place of a number; they do not make a column of numbers into one of text.
IN_PLAATS_VAN_GETAL = re.compile(
    r"^(|–|geen totaal|geen bedrag|geen cijfer|niet in de bron|niet op te tellen|niet vermeld|niet leesbaar in de bron"
    r"|niet te berekenen|niet te zien|geen|niet geleverd|niet van toepassing|nog niet bekend|te klein om te tonen"
    r"|p\.m\. \(nog geen bedrag\))$"
)
# A phone has room for four columns, or five when their heads may be broken. A wider table scrolls: that has to be said.
SMAL, OP_EEN_TELEFOON = 4, 5
OPZIJ = "Op een telefoon: schuif de tabel opzij voor alle kolommen."
# Where the head of a column may be broken when its figures are narrower; elsewhere the soft hyphen is not seen.
AFBREKEN = (
    "achter|stand", "begin|stand", "door|gerekend", "gehuis|vest", "onder|besteding", "onder|deel", "onderwijs|route",
    "taak|stelling", "terug|vordering", "uit|kering", "vast|stelling", "verant|woord",
)  # fmt: skip
ZACHT = "\N{SOFT HYPHEN}"


def show_tabel(
    titel: str, kolommen: Sequence[str], rijen: Rijen, toelichting: str = "", is_onderdeel: bool = False
) -> None:
    """One table; `toelichting` explains the signs under it. Nothing is drawn without rows.

    `is_onderdeel`: the table belongs to the section above it, so that its title goes one level down.
    """
    if not rijen:
        return
    show_kop(titel, is_onderdeel)
    st.table(align(kolommen, rijen), border="horizontal", hide_header=False, hide_index=True, alt=titel)
    onder = " ".join(d for d in (toelichting, OPZIJ if len(kolommen) > OP_EEN_TELEFOON else "") if d)
    if onder:
        st.markdown(tekst_zacht(onder))


def align(kolommen: Sequence[str], rijen: Rijen) -> Styler:
    """Put columns of figures to the right; the first column names the row and stays left.

    `st.table` aligns on the type of a column, not on its text. A column of figures therefore holds
    row numbers, and its Dutch text comes from the format of the Styler.
    """
    koppen = [breekbaar(k) for k in kolommen] if len(kolommen) > SMAL else kolommen
    cellen = {kop: [rij[i] for rij in rijen] for i, kop in enumerate(koppen)}
    rechts = {kolom: teksten for kolom, teksten in list(cellen.items())[1:] if is_getallen(teksten)}
    nummers = list(range(len(rijen)))
    frame = pd.DataFrame({kolom: nummers if kolom in rechts else teksten for kolom, teksten in cellen.items()})
    return frame.style.format({kolom: teksten.__getitem__ for kolom, teksten in rechts.items()})  # type: ignore[arg-type]


def breekbaar(tekst: str) -> str:
    """The same head of a column, in which the words of `AFBREKEN` may be broken."""
    for woord in AFBREKEN:
        begin, _, einde = woord.partition("|")
        tekst = re.sub(rf"({begin})({einde})", rf"\1{ZACHT}\2", tekst, flags=re.IGNORECASE)
    return tekst


def is_getallen(teksten: Sequence[str]) -> bool:
    """True when every cell is a figure or a word in the place of one."""
    return all(GETAL.match(t) or IN_PLAATS_VAN_GETAL.match(t) for t in (tekst.strip("*") for tekst in teksten))


def vet(rij: Sequence[str]) -> list[str]:
    """A totals row, or the row of the chosen gemeente."""
    return [f"**{cel}**" if cel else "" for cel in rij]
