"""Scenario, grant and year in the address, so that a page can be shared and reloaded.

The address decides in every run and a field writes it when the reader changes it; what is not in the address follows
the default. A value that no longer fits after another gemeente or grant is dropped; one that never fitted is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

SCENARIO, REGELING, JAAR = "scenario", "regeling", "jaar"
SLEUTELS = {SCENARIO: "spuk_scenario", REGELING: "spuk_regeling", JAAR: "spuk_rekenjaar"}
GOLD_BIJ = "spuk_adres_gold_bij"
T = TypeVar("T", str, int)


def adopt(naam: str, opties: Sequence[T], standaard: T, bij: str) -> tuple[T, str | None]:
    """Give the field of `naam` the value of the address, else `standaard`.

    `bij` is what the options depend on: when it changed since the last run, a value that is not there any more goes
    silently. Returns the value, and the text in the address that we do not know.
    """
    adres = st.query_params.get(naam)
    gekozen = next((o for o in opties if str(o) == adres), None)
    eerder = st.session_state.get(f"{GOLD_BIJ}_{naam}")
    st.session_state[f"{GOLD_BIJ}_{naam}"] = bij
    onbekend = adres if gekozen is None else None
    if onbekend is not None and eerder not in (None, bij):
        del st.query_params[naam]
        onbekend = None
    waarde = standaard if gekozen is None else gekozen
    if len(opties) > 1:
        st.session_state[SLEUTELS[naam]] = waarde
    return waarde, onbekend


def write(naam: str) -> None:
    """Called by a field that changed: the address follows."""
    st.query_params[naam] = str(st.session_state[SLEUTELS[naam]])
