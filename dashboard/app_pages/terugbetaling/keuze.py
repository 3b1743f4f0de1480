"""What a reader chooses on this page: a scenario, and a grant when there are more; both stand in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.terugbetaling import adres, zinnen
from dashboard.app_pages.terugbetaling.inhoud import EERSTE_SCENARIO
from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk import Risico, Scenario, list_berekend
from dashboard.data.spuk_regelingen import Regeling, default_regeling, list_regelingen
from dashboard.state import Context


def choose(c: Context, eigen: Sequence[Risico], scenarios: Sequence[Scenario]) -> tuple[Regeling, Scenario]:
    """Which grant, when there are more, and which scenario."""
    links, rechts = st.columns(2, vertical_alignment="bottom")
    with links:
        scenario = _choose_scenario(c, scenarios)
    with rechts:
        regeling = _choose_regeling(c, eigen)
    waarom = zinnen.WAAROM_GEDRUKT if scenario.scenario == EERSTE_SCENARIO else ""
    st.markdown(klein(f"{letterlijk(scenario.omschrijving)} {waarom}"))
    return regeling, scenario


def _choose_scenario(c: Context, scenarios: Sequence[Scenario]) -> Scenario:
    keuzes = {s.scenario: s for s in scenarios if s.groep == "scenario"}
    codes = list(keuzes)
    eerste = EERSTE_SCENARIO if EERSTE_SCENARIO in codes else codes[0]
    code, onbekend = adres.adopt(adres.SCENARIO, codes, eerste, c.code or "")
    if len(codes) > 1:
        st.selectbox(
            "Scenario",
            codes,
            format_func=lambda s: keuzes[s].naam,
            key=adres.SLEUTELS[adres.SCENARIO],
            on_change=adres.write,
            args=(adres.SCENARIO,),
        )
    show_onbekend("Het scenario", onbekend, keuzes[code].naam)
    return keuzes[code]


def _choose_regeling(c: Context, eigen: Sequence[Risico]) -> Regeling:
    bekend = {r.regeling: r for r in list_regelingen(c.snapshot)}
    volgorde = {code: i for i, code in enumerate(bekend)}
    codes = sorted({r.regeling for r in eigen}, key=lambda code: volgorde.get(code, len(volgorde)))
    standaard = default_regeling(codes, list_berekend(eigen)) or codes[0]
    code, onbekend = adres.adopt(adres.REGELING, codes, standaard, c.code or "")
    if len(codes) > 1:
        st.selectbox(
            "Uitkering",
            codes,
            format_func=lambda r: bekend[r].naam if r in bekend else r,
            key=adres.SLEUTELS[adres.REGELING],
            on_change=adres.write,
            args=(adres.REGELING,),
        )
    regeling = bekend.get(code) or Regeling(code, code, code, None)
    show_onbekend("De uitkering", onbekend, regeling.naam)
    return regeling


def show_onbekend(wat: str, tekst: str | None, getoond: str) -> None:
    """The address asks for something that is not here: say so, and say what is shown."""
    if tekst is not None:
        st.warning(
            f"{wat} “{letterlijk(tekst[:40])}” uit het adres is er niet voor deze gemeente. U ziet nu:"
            f" {letterlijk(getoond)}."
        )
