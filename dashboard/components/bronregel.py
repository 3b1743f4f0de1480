"""The line under the figures: where they come from and on what day they were true."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.opmaak import letterlijk, tekst_zacht


def show_bronregel(citaten: Sequence[str], snapshot_id: str | None) -> None:
    """One line per delivery, and the snapshot that holds all of them."""
    if not citaten:
        return
    regels = [letterlijk(citaat) for citaat in citaten]
    regels[-1] += f" · snapshot {letterlijk(snapshot_id)}"
    kop = "Bron: " if len(regels) == 1 else "Bronnen: "
    st.markdown(tekst_zacht(kop + "; ".join(regels)))
