"""What every page knows about this visit: the snapshot and the chosen gemeente."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from dashboard.data.gemeenten import Gemeente
from dashboard.data.snapshot import Snapshot

PARAMETER = "gemeente"
KEUZE = "gemeente_keuze"
GEZIEN = "gemeente_in_adres"
CONTEXT = "context"


@dataclass(frozen=True)
class Context:
    """Given to a page for one run; plain values only."""

    snapshot: Snapshot | None
    gemeenten: tuple[Gemeente, ...]
    gemeente: Gemeente | None

    @property
    def code(self) -> str | None:
        """Code of the chosen gemeente, or None."""
        return self.gemeente.gemeentecode if self.gemeente else None

    @property
    def naam(self) -> str | None:
        """Name of the chosen gemeente, or None."""
        return self.gemeente.gemeentenaam if self.gemeente else None


def adopt_address(codes: Collection[str]) -> str | None:
    """Let a new address decide the choice; return the code in it that we do not know.

    The address is new at the first run, after Back or Forward and when a reader edits
    it. A widget bound to the URL would write the label there (`?gemeente=Wassenaar`)
    and fall back silently on an unknown code; hence this explicit exchange.
    """
    adres = st.query_params.get(PARAMETER)
    if adres is not None and adres != st.session_state.get(GEZIEN):
        st.session_state[KEUZE] = adres if adres in codes else None
    st.session_state[GEZIEN] = adres
    if st.session_state.get(KEUZE) not in codes:
        st.session_state[KEUZE] = None
    onbekend = adres is not None and adres not in codes and st.session_state[KEUZE] is None
    return adres if onbekend else None


def write_address(code: str | None, codes: Collection[str]) -> None:
    """Keep the address equal to the choice, so that it can be shared and reloaded."""
    adres = st.query_params.get(PARAMETER)
    if code is not None and code != adres:
        st.query_params[PARAMETER] = code
        st.session_state[GEZIEN] = code
    elif code is None and adres in codes:
        del st.query_params[PARAMETER]
        st.session_state[GEZIEN] = None


def store_context(context: Context) -> None:
    """Hand the context of this run to the page that is about to be drawn."""
    st.session_state[CONTEXT] = context


def current_context() -> Context:
    """The context that app.py made for this run."""
    context = st.session_state[CONTEXT]
    assert isinstance(context, Context)
    return context
