"""Figure of the page on terms: the months to come, one line per term."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.app_pages.kalender.zinnen import Regel
from dashboard.data.spuk_kalender import Termijn
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import MAANDEN_KORT, figure

RIJHOOGTE = 46
MAANDEN_PER_STREEP = 6
LETTERS_PER_REGEL = 46


def timeline(regels: Sequence[Regel], vandaag: date, tot: date) -> go.Figure:
    """The name above each line, so that it fits on a phone; an open dot is a rule that is not certain."""
    fig = figure(RIJHOOGTE * max(len(regels), 1) + 48)
    for nummer, t in enumerate(r.termijn for r in regels):
        zeker = t.status == "bevestigd"
        fig.add_scatter(
            x=[vandaag, t.datum], y=[-nummer, -nummer], mode="lines",
            line={"color": kleuren.RASTER, "width": 2}, hoverinfo="skip",
        )  # fmt: skip
        fig.add_scatter(
            x=[t.datum], y=[-nummer], mode="markers", cliponaxis=False,
            marker={
                "size": 13,
                "color": kleuren.NORM if zeker else kleuren.PAPIER,
                "line": {"color": kleuren.NORM, "width": 2},
            },
            hovertemplate=f"{_label(t)}<extra></extra>",
        )  # fmt: skip
        fig.add_annotation(
            x=0, xref="paper", y=-nummer, yshift=9, xanchor="left", yanchor="bottom", align="left",
            text=_label(t), showarrow=False, borderpad=0, font={"size": 13},
        )  # fmt: skip
    strepen = _strepen(vandaag, tot)
    fig.update_xaxes(
        range=[vandaag, tot], type="date", tickvals=strepen, tickangle=0,
        ticktext=[f"{MAANDEN_KORT[d.month - 1]} {d.year}" for d in strepen],
    )  # fmt: skip
    fig.update_yaxes(range=[0.5 - max(len(regels), 1), 0.85], visible=False)
    fig.update_layout(margin={"l": 8, "r": 24, "t": 4, "b": 8})
    return fig


def _label(t: Termijn) -> str:
    dag = f"{t.datum.day} {MAANDEN_KORT[t.datum.month - 1]} {t.datum.year}"
    onzeker = "" if t.status == "bevestigd" else " (niet zeker)"
    tekst = wrap(f"{t.naam} {t.jaar}{onzeker}", LETTERS_PER_REGEL)
    return f"<b>{dag}</b> {'<br>'.join(tekst)}"


def _strepen(vandaag: date, tot: date) -> list[date]:
    """The first of January and of July between the two days."""
    dagen = [date(j, m, 1) for j in range(vandaag.year, tot.year + 1) for m in (1, 1 + MAANDEN_PER_STREEP)]
    return [d for d in dagen if vandaag < d <= tot]
