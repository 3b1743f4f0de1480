"""One Plotly template for every chart, and the settings with which a chart is shown."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from dashboard.theme import kleuren

LETTER = '"Source Sans", "Source Sans Pro", "Liberation Sans", sans-serif'
ARCERING: dict[str, Any] = {
    "shape": "/",
    "fgcolor": kleuren.ONTBREEKT,
    "bgcolor": kleuren.PAPIER,
    "size": 7,
    "solidity": 0.25,
}
MAANDEN_KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "locale": "nl",
    "locales": {"nl": {"format": {"shortMonths": MAANDEN_KORT, "decimal": ",", "thousands": "."}}},
}


def _template() -> go.layout.Template:
    axis = {
        "gridcolor": kleuren.RASTER,
        "zerolinecolor": kleuren.ANDERE,
        "zerolinewidth": 1,
        "linecolor": kleuren.RASTER,
        "tickcolor": kleuren.RASTER,
        "automargin": True,
        "fixedrange": True,
        "nticks": 6,
        "ticklabelstandoff": 4,  # otherwise a name beside a bar touches the axis
        "title": {"font": {"size": 13, "color": kleuren.TEKST_ZACHT}},
    }
    layout = go.Layout(
        font={"family": LETTER, "size": 14, "color": kleuren.TEKST},
        paper_bgcolor=kleuren.PAPIER,
        plot_bgcolor=kleuren.PAPIER,
        colorway=[kleuren.EIGEN, kleuren.ANDERE],
        separators=",.",
        margin={"l": 8, "r": 12, "t": 12, "b": 8},
        xaxis=axis,
        yaxis=axis,
        showlegend=False,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": {"text": ""}},
        hoverlabel={"bgcolor": kleuren.PAPIER, "bordercolor": kleuren.ANDERE, "font": {"size": 13}},
        bargap=0.35,
        dragmode=False,
    )
    return go.layout.Template(layout=layout)


SJABLOON = _template()


def figure(height: int, **layout: Any) -> go.Figure:
    """An empty figure in the house style."""
    return go.Figure(layout={"template": SJABLOON, "height": height, **layout})


def add_missing_bar(fig: go.Figure, y: Any, word: str, breedte: float, orientation: str = "h") -> None:
    """Draw a hatched bar with the word in it: what is missing never looks like nothing."""
    lengte = {"x": [breedte], "y": [y]} if orientation == "h" else {"x": [y], "y": [breedte]}
    fig.add_bar(
        **lengte,
        orientation=orientation,
        marker={
            "pattern": ARCERING,
            "color": kleuren.PAPIER,
            "line": {"color": kleuren.ONTBREEKT, "width": 1},
        },
        hovertemplate=f"{word}<extra></extra>",
        showlegend=False,
    )
    midden = {"x": breedte / 2, "y": y} if orientation == "h" else {"x": y, "y": breedte / 2}
    fig.add_annotation(**midden, text=word, showarrow=False, bgcolor=kleuren.PAPIER, font={"size": 13})
