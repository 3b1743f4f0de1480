"""Figures of the page on money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.data.geld import Totaal
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import ARCERING, figure
from dashboard.theme.notatie import euro_zin

SOORTEN = ("baten", "lasten")
KLEUR = {"baten": "#4F93AD", "lasten": kleuren.EIGEN}
# A stub beside the axis, too short to be read as an amount.
STOMP = 0.03
GEEN_BEDRAG = "nog geen bedrag"


def income_and_costs(rijen: Sequence[Totaal], woorden: Mapping[tuple[int, str], str]) -> go.Figure:
    """Two bars per year; hatched where a part is missing, and only a stub with a word where all of it is.

    Args:
        rijen: totals, one per year and soort.
        woorden: per year and soort why an amount is missing.
    """
    jaren = sorted({r.jaar for r in rijen})
    hoogste = max([float(r.som_eur or 0) for r in rijen] + [1.0])
    fig = figure(74 * max(len(jaren), 1) + 60, barmode="overlay", bargap=0.15)
    namen = [f"{jaar} {soort}" for jaar in jaren for soort in SOORTEN]
    for rij in rijen:
        _add_bedrag(fig, rij, hoogste, woorden.get((rij.jaar, rij.soort), GEEN_BEDRAG))
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


def _add_bedrag(fig: go.Figure, rij: Totaal, hoogste: float, woord: str) -> None:
    kleur = KLEUR.get(rij.soort, kleuren.ANDERE)
    if rij.som_eur is None or (rij.som_eur == 0 and not rij.is_volledig):
        _add_staaf(fig, rij, hoogste * STOMP, woord, _gearceerd(kleuren.ONTBREEKT))
        return
    tekst = ("" if rij.is_volledig else "minstens ") + euro_zin(rij.som_eur)
    _add_staaf(fig, rij, float(rij.som_eur), tekst, {"color": kleur} if rij.is_volledig else _gearceerd(kleur))


def _gearceerd(kleur: str) -> dict[str, Any]:
    return {"color": kleuren.PAPIER, "pattern": {**ARCERING, "fgcolor": kleur}, "line": {"color": kleur, "width": 1}}


def _add_staaf(fig: go.Figure, rij: Totaal, lengte: float, tekst: str, marker: dict[str, Any]) -> None:
    naam = f"{rij.jaar} {rij.soort}"
    fig.add_bar(
        x=[lengte],
        y=[naam],
        orientation="h",
        marker=marker,
        text=[tekst],
        textposition="outside",
        cliponaxis=False,
        hovertemplate=f"{naam}: {tekst}<extra></extra>",
    )
