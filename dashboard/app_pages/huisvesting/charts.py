"""Figures of the page on housing."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.data.huisvesting import Taakstelling
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import ARCERING, SJABLOON, figure
from dashboard.theme.notatie import getal, verschil
from dashboard.theme.perioden import periode_label

LICHT_NORM = "#F0D9C9"
BREEDTE = 0.42


def _label(rij: Taakstelling, scheiding: str = " ") -> str:
    return periode_label(rij.jaar, rij.halfjaar, rij.peildatum).replace(" ", scheiding, 1)


def stock_and_flow(rijen: Sequence[Taakstelling]) -> go.Figure:
    """Per period: start, up with the taakstelling, down with who was housed, what is left."""
    fig = figure(400, barmode="overlay", showlegend=True)
    plaatsen = list(range(len(rijen)))
    _add_stroom(fig, "taakstelling erbij", rijen, -BREEDTE / 2, is_taak=True)
    _add_stroom(fig, "gehuisvest", rijen, BREEDTE / 2, is_taak=False)
    _add_ontbrekend(fig, rijen)
    slot = [(i, r.achterstand_aantal) for i, r in enumerate(rijen) if r.achterstand_aantal is not None]
    fig.add_scatter(
        name="nog te huisvesten",
        x=[i + BREEDTE / 2 for i, _ in slot],
        y=[w for _, w in slot],
        mode="markers+text",
        marker={"symbol": "line-ew", "size": 26, "line": {"width": 4, "color": kleuren.TEKST}},
        text=[f"<b>{getal(w)}</b>" for _, w in slot],
        textposition="bottom center",
        textfont={"size": 15},
        cliponaxis=False,
        hovertemplate="nog te huisvesten: %{text}<extra></extra>",
    )
    fig.update_xaxes(tickvals=plaatsen, ticktext=[_label(r, "<br>") for r in rijen], showgrid=False, tickangle=0)
    fig.update_yaxes(zeroline=True, zerolinecolor=kleuren.TEKST_ZACHT)
    return fig


def _add_stroom(fig: go.Figure, naam: str, rijen: Sequence[Taakstelling], dx: float, is_taak: bool) -> None:
    punten = []
    for i, r in enumerate(rijen):
        basis = r.stand_begin_aantal if is_taak else r.totale_taakstelling_aantal
        stroom = r.taakstelling_aantal if is_taak else r.gerealiseerd_aantal
        if basis is not None and stroom is not None:
            punten.append((i, basis, stroom if is_taak else -stroom))
    fig.add_bar(
        name=naam,
        x=[i + dx for i, _, _ in punten],
        y=[s for _, _, s in punten],
        base=[b for _, b, _ in punten],
        width=BREEDTE,
        marker={
            "color": LICHT_NORM if is_taak else kleuren.EIGEN,
            "line": {"color": kleuren.NORM if is_taak else kleuren.EIGEN, "width": 1.5},
        },
        text=[verschil(s) for _, _, s in punten],
        textposition="inside",
        insidetextanchor="end",  # one at the top and one at the bottom: side by side they touch on a phone
        textangle=0,
        constraintext="none",
        textfont={"size": 12, "color": kleuren.NORM if is_taak else kleuren.PAPIER},
        hovertemplate=f"{naam}: %{{text}}<extra></extra>",
    )


def _add_ontbrekend(fig: go.Figure, rijen: Sequence[Taakstelling]) -> None:
    """A period without a realisatie is hatched, with the word in it."""
    gaten = [i for i, r in enumerate(rijen) if r.gerealiseerd_aantal is None]
    if not gaten:
        return
    hoogte = max([abs(r.totale_taakstelling_aantal or 0) for r in rijen] + [1])
    fig.add_bar(
        x=[i + BREEDTE / 2 for i in gaten],
        y=[hoogte] * len(gaten),
        width=BREEDTE,
        marker={
            "pattern": ARCERING,
            "color": kleuren.PAPIER,
            "line": {"color": kleuren.ONTBREEKT, "width": 1},
        },
        text=["niet geleverd"] * len(gaten),
        textangle=-90,
        textposition="inside",
        showlegend=False,
        hovertemplate="niet geleverd<extra></extra>",
    )


def panels_per_gemeente(rijen: Sequence[Taakstelling], code: str | None) -> go.Figure:
    """One panel per gemeente on the same scale; the chosen one returns in every panel."""
    per_gemeente: dict[str, list[Taakstelling]] = {}
    for rij in rijen:
        per_gemeente.setdefault(rij.gemeentenaam, []).append(rij)
    aantal_rijen = max(1, -(-len(per_gemeente) // 2))
    titels = [f"<b>{n}</b>" if v[0].gemeentecode == code else n for n, v in per_gemeente.items()]
    fig = make_subplots(
        rows=aantal_rijen, cols=2, shared_xaxes=True, shared_yaxes="all", subplot_titles=titels,
        vertical_spacing=0.34 / (aantal_rijen + 1), horizontal_spacing=0.09,
    )  # fmt: skip
    eigen = [r for r in rijen if r.gemeentecode == code]
    for nummer, reeks in enumerate(per_gemeente.values()):
        plek = {"row": nummer // 2 + 1, "col": nummer % 2 + 1}
        is_eigen = reeks[0].gemeentecode == code
        if eigen and not is_eigen:
            fig.add_trace(_lijn(eigen, kleuren.EIGEN, 1.5, "dot", met_label=False), **plek)
        fig.add_trace(_lijn(reeks, kleuren.gemeente_kleur(is_eigen), 4 if is_eigen else 2, "solid", True), **plek)
    fig.update_layout(template=SJABLOON, height=210 * aantal_rijen + 30, margin={"t": 36, "r": 34})
    fig.update_annotations(font={"size": 14})
    fig.update_xaxes(type="category", showgrid=False, tickangle=0)
    waarden = [r.achterstand_aantal for r in rijen if r.achterstand_aantal is not None] + [0]
    span = max(waarden) - min(waarden) or 1
    fig.update_yaxes(range=[min(waarden) - 0.12 * span, max(waarden) + 0.25 * span])  # room for the last label
    return fig


def _lijn(reeks: Sequence[Taakstelling], kleur: str, dikte: float, streep: str, met_label: bool) -> go.Scatter:
    waarden = [r.achterstand_aantal for r in reeks]
    tekst = [""] * (len(reeks) - 1) + ([f"<b>{getal(waarden[-1])}</b>"] if met_label and reeks else [""])
    return go.Scatter(
        x=[f"’{r.jaar % 100:02d}" + (f" {r.halfjaar}" if r.halfjaar else "") for r in reeks],
        y=waarden,
        mode="lines+text",
        line={"color": kleur, "width": dikte, "dash": streep},
        text=tekst,
        textposition="top center",
        cliponaxis=False,
        connectgaps=False,
        hovertemplate=f"{reeks[0].gemeentenaam} %{{x}}: %{{y}}<extra></extra>",
    )
