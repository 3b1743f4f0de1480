"""Figure of the page on grants: one lane per grant and year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.app_pages.regelingen.zinnen import GEEN_TERMIJN, NOG_NIET, Namen, cell_word, lane_name
from dashboard.data.spuk_regelingen import Baan, Fase
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import ARCERING, figure

KOPPEN = {
    "voorlopig": "voorlopig",
    "nader_voorlopig": "nader<br>voorlopig",
    "definitief": "definitief",
    "verantwoord": "verantwoord",
    "afgerekend": "afgerekend",
}
BAANHOOGTE = 64
VAK = 0.56
LETTERS = 12  # below this a phone is not readable


def stage_lanes(banen: Sequence[Baan], namen: Namen, vandaag: date) -> go.Figure:
    """Filled: reached. Hatched: nothing delivered, or p.m. Only an outline: the term has not come yet."""
    fig = figure(BAANHOOGTE * max(len(banen), 1) + 56, barmode="overlay", bargap=0)
    for nummer, baan in enumerate(banen):
        boven = -float(nummer)
        fig.add_annotation(
            x=-0.5, y=boven, xanchor="left", yanchor="bottom", showarrow=False, borderpad=0,
            text=f"<b>{lane_name(baan.jaar, baan.regeling, namen)}</b>", font={"size": 13},
        )  # fmt: skip
        for f in baan.fasen:
            if f.fase in KOPPEN:
                _add_vak(fig, list(KOPPEN).index(f.fase), boven, f, vandaag)
    fig.update_xaxes(
        range=[-0.5, len(KOPPEN) - 0.5], side="top", showgrid=False, zeroline=False, ticks="", tickangle=0,
        tickvals=list(range(len(KOPPEN))), ticktext=list(KOPPEN.values()), tickfont={"size": LETTERS},
    )  # fmt: skip
    fig.update_yaxes(range=[0.4 - max(len(banen), 1), 0.4], visible=False)
    fig.update_layout(margin={"l": 0, "r": 0, "t": 40, "b": 4})
    return fig


def _add_vak(fig: go.Figure, plaats: int, boven: float, f: Fase, vandaag: date) -> None:
    woord = cell_word(f, vandaag)
    is_bedrag = f.is_bereikt and woord != "p.m."
    vol: dict[str, Any] = {"color": kleuren.EIGEN, "line": {"color": kleuren.EIGEN, "width": 1}}
    gat: dict[str, Any] = {"color": kleuren.PAPIER, "line": {"color": kleuren.ONTBREEKT, "width": 1}}
    if not is_bedrag and woord not in (NOG_NIET, GEEN_TERMIJN):
        gat["pattern"] = ARCERING
    fig.add_bar(
        x=[plaats], y=[-VAK], base=[boven - 0.02], width=[0.95], marker=vol if is_bedrag else gat,
        hovertemplate=f"{KOPPEN[f.fase].replace('<br>', ' ')}: {woord}<extra></extra>",
    )  # fmt: skip
    fig.add_annotation(
        x=plaats, y=boven - 0.02 - VAK / 2, showarrow=False, borderpad=0, text=_in_two(woord),
        bgcolor=kleuren.EIGEN if is_bedrag else kleuren.PAPIER,
        font={"size": LETTERS, "color": kleuren.PAPIER if is_bedrag else kleuren.TEKST},
    )  # fmt: skip


def _in_two(woord: str) -> str:
    """The last word goes below; an amount stays whole."""
    if "€" in woord:
        return woord.replace(" of meer", "<br>of meer")
    return "<br>".join(woord.rsplit(" ", 1))
