"""Imports that would otherwise happen while the first reader waits."""

from __future__ import annotations

import importlib
import pkgutil

import dashboard.app_pages
import dashboard.components
import dashboard.data

ZWAAR = ("pandas", "pyarrow", "plotly.graph_objects", "plotly.io", "streamlit.elements.plotly_chart")


def import_everything() -> None:
    """Heavy libraries and our own modules; page scripts are run by Streamlit, not imported."""
    for naam in ZWAAR:
        importlib.import_module(naam)
    for pakket in (dashboard.data, dashboard.components, dashboard.app_pages):
        for module in pkgutil.walk_packages(pakket.__path__, f"{pakket.__name__}."):
            if not module.name.endswith(".page"):
                importlib.import_module(module.name)
    _touch_plotly()


def _touch_plotly() -> None:
    """Plotly loads its classes at first use."""
    import plotly.graph_objects as go

    fig = go.Figure(go.Bar(x=[1], y=["a"]))
    fig.add_scatter(x=[1], y=[1], mode="lines+markers+text", text=["a"])
    fig.to_json()
