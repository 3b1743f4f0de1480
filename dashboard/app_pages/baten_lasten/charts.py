"""Figures of the page on money."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.data.geld import Totaal
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import ARCERING, add_missing_bar, figure
from dashboard.theme.notatie import euro_zin

SOORTEN = ("baten", "lasten")
KLEUR = {"baten": "#4F93AD", "lasten": kleuren.EIGEN}


def income_and_costs(rijen: Sequence[Totaal]) -> go.Figure:
    """Two bars per year; hatched where a part is p.m., with the word with the amount."""
    jaren = sorted({r.jaar for r in rijen})
    hoogste = max([float(r.som_eur or 0) for r in rijen] + [1.0])
    fig = figure(74 * max(len(jaren), 1) + 60, barmode="overlay", bargap=0.15)
    namen = [f"{jaar} {soort}" for jaar in jaren for soort in SOORTEN]
    for rij in rijen:
        _add_bedrag(fig, rij, hoogste)
    fig.update_xaxes(range=[0, hoogste * 1.95], showticklabels=False, showgrid=False)
    fig.update_yaxes(
        categoryorder="array",
        categoryarray=namen,
        range=[len(namen) - 0.5, -0.5],
        ticks="",
        showgrid=False,
        tickvals=namen,
    )
    return fig


def _add_bedrag(fig: go.Figure, rij: Totaal, hoogste: float) -> None:
    naam = f"{rij.jaar} {rij.soort}"
    if rij.som_eur is None or (rij.som_eur == 0 and not rij.is_volledig):
        add_missing_bar(fig, naam, "p.m.: nog niet begroot", hoogste * 1.3)
        return
    tekst = ("" if rij.is_volledig else "minstens ") + euro_zin(rij.som_eur)
    kleur = KLEUR.get(rij.soort, kleuren.ANDERE)
    patroon = (
        {} if rij.is_volledig else {"pattern": {**ARCERING, "fgcolor": kleur}, "line": {"color": kleur, "width": 1}}
    )
    fig.add_bar(
        x=[float(rij.som_eur)],
        y=[naam],
        orientation="h",
        marker={"color": kleur if rij.is_volledig else kleuren.PAPIER, **patroon},
        text=[tekst],
        textposition="outside",
        cliponaxis=False,
        hovertemplate=f"{naam}: {tekst}<extra></extra>",
    )
