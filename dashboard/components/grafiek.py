"""A chart with its title, its subtitle and a text for who cannot see it."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from dashboard.components.kop import show_kop
from dashboard.components.opmaak import tekst_zacht
from dashboard.theme.grafiekstijl import CONFIG


def show_grafiek(fig: go.Figure, titel: str, ondertitel: str, alt: str) -> None:
    """Title: what is seen. Subtitle: base, period and unit. Both as page text, so that they wrap."""
    kader = st.container(gap="xsmall")
    with kader:
        show_kop(titel)
        st.markdown(tekst_zacht(ondertitel))
        st.plotly_chart(fig, theme=None, config=CONFIG, alt=alt)
