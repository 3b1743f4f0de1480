"""Figures of the page on PVT and MAP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.components.staven import nadruk
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import add_missing_bar, figure
from dashboard.theme.notatie import procent

BASES = {
    "dossiers": "van de dossiers",
    "leerroutes": "van wie een leerroute begon",
    "pip": "van wie een PIP heeft",
}
SCHAAL = [0, 20, 40, 60, 80, 100]
LABELPLEK = {"dossiers": "middle left", "leerroutes": "bottom center", "pip": "top center"}
TEKENS = {"dossiers": "circle", "leerroutes": "square", "pip": "diamond"}


class Punt(NamedTuple):
    """One share: who, against which base, and the share that the report printed."""

    wie: str
    basis: str
    pct: float | None
    is_gekozen: bool = False
    gedrukt_pct: float | None = None


def bases_side_by_side(punten: Sequence[Punt]) -> go.Figure:
    """One row per gemeente or group, a mark per base; the printed share has its own mark."""
    namen = list(dict.fromkeys(p.wie for p in punten))
    gekozen = {p.wie for p in punten if p.is_gekozen}
    fig = figure(58 * max(len(namen), 1) + 96, showlegend=True)
    for naam in namen:
        waarden = [p.pct for p in punten if p.wie == naam and p.pct is not None]
        if not waarden:
            add_missing_bar(fig, naam, "niet geleverd", 60)
        elif len(waarden) > 1:
            fig.add_scatter(
                x=[min(waarden), max(waarden)], y=[naam, naam], mode="lines", showlegend=False, hoverinfo="skip",
                line={"color": kleuren.gemeente_kleur(naam in gekozen), "width": 2},
            )  # fmt: skip
    for basis, uitleg in BASES.items():
        _add_basis(fig, basis, uitleg, [p for p in punten if p.basis == basis and p.pct is not None])
    _add_gedrukt(fig, {p.wie: p.gedrukt_pct for p in punten if p.gedrukt_pct is not None})
    hoogste = max([p.pct or 0 for p in punten] + [100.0])
    fig.update_xaxes(range=[-9, hoogste + 6], tickvals=SCHAAL, ticktext=[procent(s, 0) for s in SCHAAL])
    gedrukt = {p.wie: p.gedrukt_pct for p in punten if p.gedrukt_pct is not None}
    teksten = [_rijnaam(n, n in gekozen, gedrukt.get(n)) for n in namen]
    fig.update_yaxes(
        categoryorder="array", categoryarray=namen, range=[len(namen) - 0.5, -0.6],
        tickvals=namen, ticktext=teksten, ticks="",
    )  # fmt: skip
    fig.update_layout(legend={"font": {"size": 13}})
    return fig


def _rijnaam(naam: str, is_gekozen: bool, gedrukt_pct: float | None) -> str:
    rapport = f"<br>rapport: {procent(gedrukt_pct, 0)}" if gedrukt_pct is not None else ""
    return nadruk(naam, is_gekozen) + rapport


def _add_basis(fig: go.Figure, basis: str, uitleg: str, punten: Sequence[Punt]) -> None:
    fig.add_scatter(
        name=uitleg,
        x=[p.pct for p in punten],
        y=[p.wie for p in punten],
        mode="markers+text",
        marker={
            "symbol": TEKENS[basis],
            "size": 13,
            "color": [kleuren.gemeente_kleur(p.is_gekozen) for p in punten],
            "line": {"color": kleuren.PAPIER, "width": 1},
        },
        text=[procent(p.pct, 0) for p in punten],
        textposition=LABELPLEK[basis],
        textfont={"size": 12},
        cliponaxis=False,
        hovertemplate=f"%{{y}}: %{{text}} {uitleg}<extra></extra>",
    )


def _add_gedrukt(fig: go.Figure, gedrukt: dict[str, float | None]) -> None:
    if not gedrukt:
        return
    fig.add_scatter(
        name="in het rapport: ongeveer",
        x=list(gedrukt.values()),
        y=list(gedrukt),
        mode="markers",
        marker={"symbol": "line-ns", "size": 18, "line": {"color": kleuren.NORM, "width": 3}},
        cliponaxis=False,
        hovertemplate="in het rapport: ongeveer %{x}%<extra></extra>",
    )
