"""Figures of the page on scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.data.spuk_scenario import Jaarvergelijking, hides_settlement
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import add_missing_bar, figure
from dashboard.theme.notatie import euro_zin

SOORTEN = ("basis", "scenario")
KLEUR = {"basis": kleuren.ANDERE, "scenario": kleuren.EIGEN}
NIET_TE_BEREKENEN = "niet te berekenen"
ZONDER_VASTSTELLING = "zonder vaststelling"


class Paar(NamedTuple):
    """One year in the base and in the scenario, in euros; `noot` says what an amount leaves out."""

    jaar: int
    basis: Decimal | None
    scenario: Decimal | None
    noot: str = ""


def make_paar(j: Jaarvergelijking, maat: str) -> Paar:
    """One year of a comparison; what is payable may leave out a settlement that nobody can see."""
    noot = ZONDER_VASTSTELLING if maat == "te_betalen" and hides_settlement(j.scenario) else ""
    return Paar(j.jaar, getattr(j.basis, maat), getattr(j.scenario, maat), noot)


def base_and_scenario(paren: Sequence[Paar]) -> go.Figure:
    """Two bars per year under each other, on one scale; each is named, so that colour is never alone."""
    waarden = [float(w) for p in paren for w in (p.basis, p.scenario) if w is not None]
    hoogste, laagste = max([*waarden, 1.0]), min([*waarden, 0.0])
    span = hoogste - laagste
    namen = [f"{p.jaar} {soort}" for p in paren for soort in SOORTEN]
    rij, ruimte = (42, 0.8) if any(p.noot for p in paren) else (30, 0.55)  # two lines behind a bar take more room
    fig = figure(rij * len(namen) + 40, barmode="overlay", bargap=0.25)
    for p in paren:
        for soort, waarde in zip(SOORTEN, (p.basis, p.scenario), strict=True):
            _add_bedrag(fig, f"{p.jaar} {soort}", soort, (waarde, p.noot), (1 + ruimte) * span)
    onder = laagste - (0.5 * span if laagste < 0 else 0)
    fig.update_xaxes(
        range=[onder, hoogste + ruimte * span],
        showticklabels=False,
        showgrid=False,
        zeroline=laagste < 0,
    )
    fig.update_yaxes(
        categoryorder="array",
        categoryarray=namen,
        range=[len(namen) - 0.5, -0.5],
        ticks="",
        showgrid=False,
        tickvals=namen,
        ticktext=[f"<b>{n}</b>" if n.endswith(SOORTEN[1]) else n for n in namen],
    )
    return fig


def _add_bedrag(fig: go.Figure, naam: str, soort: str, bedrag: tuple[Decimal | None, str], breed: float) -> None:
    waarde, noot = bedrag
    if waarde is None:
        add_missing_bar(fig, naam, NIET_TE_BEREKENEN, 0.45 * breed)
        return
    tekst = f"{euro_zin(waarde)}<br>{noot}" if noot else euro_zin(waarde)
    fig.add_bar(
        x=[float(waarde)],
        y=[naam],
        orientation="h",
        marker_color=KLEUR[soort],
        text=[f"<b>{tekst}</b>" if soort == SOORTEN[1] else tekst],
        textposition="outside",
        cliponaxis=False,
        constraintext="none",
        hovertemplate=f"{naam}: {tekst}<extra></extra>",
    )
