"""Figures of the page on leerroutes."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.components.staven import nadruk
from dashboard.data.leerroutes import Landelijk, Verdeling
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import add_missing_bar, figure
from dashboard.theme.notatie import getal, procent

ROUTES = ("B1", "onderwijsroute", "Z", "A2", "Z-A2")
ROUTENAMEN = {
    "B1": "B1-route",
    "onderwijsroute": "onderwijsroute",
    "Z": "Z-route",
    "A2": "A2",
    "Z-A2": "Z-route A2",
}
NEDERLAND = "Nederland"
TUSSENRUIMTE = " "
LEESBAAR_VANAF = 7


def division(rijen: Sequence[Verdeling], landelijk: Sequence[Landelijk], code: str | None) -> go.Figure:
    """100% bars, one per gemeente by name with its base; the country last and set apart."""
    namen = {r.gemeentecode: _naam(r, code) for r in rijen}
    fig = figure(46 * (len(namen) + (2 if landelijk else 0)) + 100, barmode="stack", showlegend=True)
    for route in ROUTES:
        eigen = [r for r in rijen if r.leerroute == route and r.aandeel_pct is not None]
        punten = [(namen[r.gemeentecode], float(r.aandeel_pct or 0), f"{getal(r.aantal)} mensen") for r in eigen]
        punten += [(NEDERLAND, float(r.landelijk_pct or 0), "") for r in landelijk if r.leerroute == route]
        if punten:
            _add_route(fig, route, punten)
    for gemeente, naam in namen.items():
        if all(r.aandeel_pct is None for r in rijen if r.gemeentecode == gemeente):
            add_missing_bar(fig, naam, "niet geleverd", 100)
    volgorde = list(namen.values()) + ([TUSSENRUIMTE, NEDERLAND] if landelijk else [])
    fig.update_xaxes(range=[0, 101], tickvals=[0, 25, 50, 75, 100], ticktext=["0%", "25%", "50%", "75%", "100%"])
    fig.update_yaxes(categoryorder="array", categoryarray=volgorde, range=[len(volgorde) - 0.5, -0.5], ticks="")
    fig.update_layout(legend={"traceorder": "normal", "font": {"size": 13}})
    return fig


def _naam(rij: Verdeling, code: str | None) -> str:
    return f"{nadruk(rij.gemeentenaam, rij.gemeentecode == code)}, n {getal(rij.noemer_aantal)}"


def _add_route(fig: go.Figure, route: str, punten: Sequence[tuple[str, float, str]]) -> None:
    fig.add_bar(
        name=ROUTENAMEN[route],
        y=[naam for naam, _, _ in punten],
        x=[aandeel for _, aandeel, _ in punten],
        orientation="h",
        marker={"color": kleuren.LEERROUTE[route], "line": {"color": kleuren.PAPIER, "width": 1}},
        text=[procent(a, 0) if a >= LEESBAAR_VANAF else "" for _, a, _ in punten],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": kleuren.TEKST if route == "Z-A2" else kleuren.PAPIER, "size": 13},
        customdata=[f"{procent(a)} {extra}".strip() for _, a, extra in punten],
        hovertemplate=f"{ROUTENAMEN[route]}: %{{customdata}}<extra></extra>",
    )
