"""The findings that touch the figures on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.theme.notatie import aantal_met

ERNST = {"hoog": "ernst hoog", "middel": "ernst middel", "laag": "ernst laag"}
SOORT = {
    "optelling": "optelling",
    "aansluiting": "aansluiting",
    "regel": "rekenregel",
    "bronverschil": "bronverschil",
    "volledigheid": "volledigheid",
    "plausibiliteit": "kan dit samen waar zijn?",
}


class Bevinding(Protocol):
    """What this block needs to know of a finding."""

    @property
    def soort(self) -> str:
        """Kind, as a code."""

    @property
    def ernst(self) -> str:
        """Weight: hoog, middel or laag."""

    @property
    def toelichting(self) -> str:
        """What was compared, as a Dutch sentence."""

    @property
    def verklaring(self) -> str | None:
        """The reason, when one is known."""


def soort_woord(soort: str) -> str:
    """The kind of a finding in words that a reader knows."""
    return SOORT.get(soort, soort)


def show_bevindingen(bevindingen: Sequence[Bevinding], hoogstens: int = 5) -> None:
    """The weightiest findings in full sentences, and how many there are in all."""
    show_kop("Bevindingen bij deze cijfers")
    if not bevindingen:
        st.markdown(klein("Er zijn geen tegenspraken gevonden in deze cijfers."))
        return
    st.markdown("\n".join(f"- {klein(_zin(b))}" for b in bevindingen[:hoogstens]))
    aantal = aantal_met(len(bevindingen), "bevinding", "bevindingen")
    st.markdown(tekst_zacht(f"In totaal {aantal} bij deze cijfers; de hele lijst staat op de pagina Bevindingen."))


def _zin(b: Bevinding) -> str:
    uitleg = f" {letterlijk(b.verklaring)}" if b.verklaring else ""
    return (
        f"**{soort_woord(b.soort).capitalize()}** ({ERNST.get(b.ernst, b.ernst)}). {letterlijk(b.toelichting)}{uitleg}"
    )
