"""Figure of the page on findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.components.bevindingenblok import soort_woord
from dashboard.data.bevindingen import Bevinding
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import figure
from dashboard.theme.notatie import getal

ERNSTKLEUR = {"hoog": kleuren.TEKST, "middel": kleuren.EIGEN, "laag": "#B9CBD4"}


def count_by_kind(bevindingen: Sequence[Bevinding]) -> go.Figure:
    """How many findings of each kind, darker is weightier; the number stands behind the bar."""
    per_soort = Counter(b.soort for b in bevindingen)
    soorten = sorted(per_soort)
    fig = figure(42 * max(len(soorten), 1) + 70, barmode="stack", showlegend=True)
    for ernst, kleur in ERNSTKLEUR.items():
        aantallen = [sum(b.soort == s and b.ernst == ernst for b in bevindingen) for s in soorten]
        if any(aantallen):
            fig.add_bar(
                name=f"ernst {ernst}",
                x=aantallen,
                y=[soort_woord(s) for s in soorten],
                orientation="h",
                marker={"color": kleur, "line": {"color": kleuren.PAPIER, "width": 1}},
                hovertemplate=f"%{{y}}, ernst {ernst}: %{{x}}<extra></extra>",
            )
    for s in soorten:
        fig.add_annotation(
            x=per_soort[s],
            y=soort_woord(s),
            text=getal(per_soort[s]),
            showarrow=False,
            xanchor="left",
            xshift=6,
        )
    fig.update_xaxes(showticklabels=False, showgrid=False, range=[0, max([*per_soort.values(), 1]) * 1.12])
    fig.update_yaxes(autorange="reversed", showgrid=False, ticks="")
    fig.update_layout(legend={"traceorder": "normal"})
    return fig
