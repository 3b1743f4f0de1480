"""What a reader chooses on this page: a scenario, and a grant when there are more."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.terugbetaling import zinnen
from dashboard.app_pages.terugbetaling.inhoud import EERSTE_SCENARIO, default_regeling
from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk import Risico, Scenario
from dashboard.data.spuk_regelingen import list_regelingen
from dashboard.state import Context


def choose(c: Context, eigen: Sequence[Risico], scenarios: Sequence[Scenario]) -> tuple[str, Scenario]:
    """Which grant, when there are more, and which scenario."""
    regelingen = list(dict.fromkeys(r.regeling for r in eigen))
    namen = {r.regeling: r.naam for r in list_regelingen(c.snapshot)}
    keuzes = {s.scenario: s for s in scenarios if s.groep == "scenario"}
    codes = list(keuzes)
    links, rechts = st.columns(2, vertical_alignment="bottom")
    eerste = codes.index(EERSTE_SCENARIO) if EERSTE_SCENARIO in codes else 0
    code = links.selectbox("Scenario", codes, index=eerste, format_func=lambda s: keuzes[s].naam, key="spuk_scenario")
    regeling = regelingen[0]
    if len(regelingen) > 1:
        regeling = rechts.selectbox(
            "Uitkering", regelingen, index=default_regeling(regelingen), format_func=lambda r: namen.get(r, r)
        )
        rechts = st.container()
    waarom = zinnen.WAAROM_GEDRUKT if code == EERSTE_SCENARIO else ""
    rechts.markdown(klein(f"{letterlijk(keuzes[code].omschrijving)} {waarom}"))
    return regeling, keuzes[code]
