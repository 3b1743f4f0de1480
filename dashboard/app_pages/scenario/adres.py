"""The scenario lives in the address: reload, Back and a shared link give the same page; nothing is stored.

A new address (first run, Back, a link) decides; after that the fields decide, and the address follows only when
they change. Writing on every run would put a new step before every Back. Streamlit drops the fields of a page that
is not shown, so their absence says that the reader has just come in; then the scenario of this visit comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import streamlit as st

from dashboard.state import PARAMETER, Context

REGELING, BASIS, PEIL = "regeling", "basis", "peil"
VAST = (REGELING, BASIS, PEIL)
BEWAARD = "scenario_bewaard"
GEZIEN = "scenario_in_adres"
VOORVOEGSEL = "scenario_veld_"
VAN_STREAMLIT = "embed"
SCHEIDING = " en "

Parameters = dict[str, str]


@dataclass(frozen=True)
class Stand:
    """What the address or this visit says; `is_nieuw` when the fields must follow it in this run.

    `dubbel`: names that stand in the address more than once, with all their texts; none of these counts.
    """

    parameters: Parameters
    is_nieuw: bool
    komt_terug: bool = False
    ander_gemeente: bool = False
    dubbel: Parameters = field(default_factory=dict)

    def veld(self, naam: str) -> str:
        """Key of a field, after giving it the text that the address has for it."""
        sleutel = f"{VOORVOEGSEL}{naam}"
        if self.is_nieuw or sleutel not in st.session_state:
            st.session_state[sleutel] = self.parameters.get(naam, "")
        return sleutel

    def tekst(self, naam: str) -> str:
        """What stands in a field now."""
        return str(st.session_state[self.veld(naam)] or "")

    def keuze(self, naam: str, opties: Iterable[str], standaard: str) -> str:
        """The same for a choice; a value that can't be chosen becomes `standaard`."""
        mogelijk = tuple(opties)
        sleutel = self.veld(naam)
        if st.session_state[sleutel] not in mogelijk:
            st.session_state[sleutel] = standaard
        return sleutel


def adopt(c: Context) -> Stand:
    """Compare the address with what was seen last, and with the gemeente for which the scenario was made."""
    adres, dubbel = _read()
    return replace(_compare(c, adres), dubbel=dubbel)


def _read() -> tuple[Parameters, Parameters]:
    """What the address says once, and what it says more than once: choosing one of those would be a guess."""
    namen = [k for k in st.query_params if k != PARAMETER and not k.startswith(VAN_STREAMLIT)]
    alle = {naam: st.query_params.get_all(naam) for naam in namen}
    dubbel = {naam: SCHEIDING.join(teksten) for naam, teksten in alle.items() if len(teksten) > 1}
    return {naam: teksten[-1] for naam, teksten in alle.items() if naam not in dubbel}, dubbel


def _compare(c: Context, adres: Parameters) -> Stand:
    van, bewaard = st.session_state.get(BEWAARD, (c.code, {}))
    komt_binnen = f"{VOORVOEGSEL}{BASIS}" not in st.session_state
    if adres != st.session_state.get(GEZIEN, {}) and (adres or not komt_binnen):
        st.session_state[GEZIEN] = adres
        return Stand(adres, is_nieuw=True)
    if van != c.code:
        return Stand({}, is_nieuw=True, ander_gemeente=bool(bewaard))
    if adres or not komt_binnen:
        return Stand(adres, is_nieuw=komt_binnen)
    return Stand(bewaard, is_nieuw=True, komt_terug=bool(bewaard))


def keep(c: Context, stand: Stand, geldig: Parameters) -> None:
    """Remember what counts now, and put it in the address when the reader changed something."""
    eerder = st.session_state.get(BEWAARD)
    st.session_state[BEWAARD] = (c.code, geldig)
    uit_adres = stand.is_nieuw and not stand.komt_terug and not stand.ander_gemeente
    if uit_adres or (eerder == (c.code, geldig) and not stand.komt_terug):
        return
    overig = {k: v for k, v in st.query_params.items() if k == PARAMETER or k.startswith(VAN_STREAMLIT)}
    nieuw = {**overig, **geldig}
    if nieuw != dict(st.query_params.items()):
        st.query_params.from_dict(nieuw)
    st.session_state[GEZIEN] = geldig


def link(c: Context, geldig: Parameters) -> str:
    """The whole address of this scenario, with gemeente and snapshot, for a citation or an export."""
    delen = {PARAMETER: c.code or "", **geldig}
    if c.snapshot:
        delen[PEIL] = c.snapshot.snapshot_id
    return f"{st.context.url or ''}?{urlencode(delen, safe=',%')}"
