"""Figures of the page on what may have to go back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.app_pages.terugbetaling.betalen import NIET_TE_BEREKENEN, euro_zin
from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import figure

DELEN = (
    ("vaststelling", "te betalen: vaststelling", "#4F93AD"),
    ("terugvordering", "te betalen: onderbesteding", kleuren.EIGEN),
    ("fout", "te betalen: fout of onzeker", kleuren.NORM),
    ("reserve", "reserve, nog te besteden", "#DCE7EC"),
)
RIJHOOGTE = 112
STAAF, LIJN, LABEL, BOVEN = 0.32, 0.25, 0.40, -0.28
KORT = {"vaststelling": "vaststelling", "terugvordering": "onderbesteding", "fout": "fout", "reserve": "reserve"}
ALLEEN_ALS_ER_IETS_IS = {"fout"}
LEESBAAR = 0.24  # of the axis: below this an amount does not fit in its part on a phone, and stands above the bar


class Jaarbeeld(NamedTuple):
    """One year: its amounts, what is to be paid per scenario, and which amounts rest on an estimate.

    `is_bereik` when every scenario has an outcome: only then the lowest and the highest are a range.
    """

    jaar: int
    vaststelling: Decimal | None
    terugvordering: Decimal | None
    reserve: Decimal | None
    uitkomsten: tuple[Decimal, ...] = ()
    is_bereik: bool = False
    woorden: str = ""
    geraamd: frozenset[str] = frozenset()
    noten: tuple[str, ...] = ()
    fout: Decimal | None = None

    def deel(self, naam: str) -> Decimal | None:
        """One of the amounts by name."""
        waarde = getattr(self, naam)
        assert waarde is None or isinstance(waarde, Decimal)
        return waarde

    @property
    def is_leeg(self) -> bool:
        """Whether nothing of this year can be computed."""
        return all(self.deel(naam) is None for naam, _, _ in DELEN)


def three_amounts(jaren: Sequence[Jaarbeeld]) -> go.Figure:
    """Per year the parts end to end, and under them the range of what is to be paid over the scenarios."""
    grens = max([_lengte(j) for j in jaren] + [float(w) for j in jaren for w in j.uitkomsten] + [1.0])
    fig = figure(RIJHOOGTE * max(len(jaren), 1) + 84, barmode="stack", showlegend=True)
    for naam, tekst, kleur in DELEN:
        if naam not in ALLEEN_ALS_ER_IETS_IS or any(j.deel(naam) for j in jaren):
            _add_deel(fig, jaren, naam, tekst, kleur, grens)
    _add_bereik(fig, jaren)
    for plek, jaar in enumerate(jaren):
        _add_woorden(fig, plek + BOVEN, _small_amounts(jaar, grens))
        if jaar.is_leeg or (jaar.terugvordering is None and not jaar.vaststelling and not jaar.fout):
            _add_woorden(fig, plek, NIET_TE_BEREKENEN)  # words and no bar: a bar would look like an amount
    fig.update_traces(width=STAAF, selector={"type": "bar"})
    fig.update_xaxes(range=[0, grens * 1.06], showticklabels=False, showgrid=False, zeroline=True)
    fig.update_yaxes(
        range=[len(jaren) - 0.4, -0.45],
        tickvals=list(range(len(jaren))),
        ticktext=[f"<b>{j.jaar}</b>" + "".join(f" {noot}" for noot in j.noten) for j in jaren],
        ticks="",
        showgrid=False,
        zeroline=False,
    )
    fig.update_layout(legend={"font": {"size": 13}, "traceorder": "normal"})
    return fig


def _lengte(jaar: Jaarbeeld) -> float:
    return sum(float(jaar.deel(naam) or 0) for naam, _, _ in DELEN)


def _add_deel(fig: go.Figure, jaren: Sequence[Jaarbeeld], naam: str, tekst: str, kleur: str, grens: float) -> None:
    """One part of every bar; hatched where it is inferred."""
    rand = kleuren.EIGEN
    fig.add_bar(
        name=tekst,
        orientation="h",
        y=list(range(len(jaren))),
        x=[float(j.deel(naam) or 0) for j in jaren],
        marker={
            "color": kleur,
            "line": {"color": rand, "width": [1 if j.deel(naam) else 0 for j in jaren]},
            "pattern": {
                "shape": ["/" if naam in j.geraamd else "" for j in jaren],
                "fillmode": "replace",
                "fgcolor": rand if naam == "reserve" else kleur,
                "bgcolor": kleuren.PAPIER,
                "size": 7,
                "solidity": 0.2 if naam == "reserve" else 0.45,
            },
        },
        customdata=[euro_zin(j.deel(naam)) for j in jaren],
        hovertemplate=f"{tekst}: %{{customdata}}<extra></extra>",
    )
    for plek, jaar in enumerate(jaren):
        waarde = float(jaar.deel(naam) or 0)
        if waarde < LEESBAAR * grens:
            continue
        ervoor = 0.0
        for ander, _, _ in DELEN[: [n for n, _, _ in DELEN].index(naam)]:
            ervoor += float(jaar.deel(ander) or 0)
        fig.add_annotation(
            x=ervoor + waarde / 2,
            y=plek,
            text=euro_zin(jaar.deel(naam)),
            showarrow=False,
            bgcolor=kleuren.PAPIER,
            borderpad=1,
            font={"size": 13},
        )


def _add_bereik(fig: go.Figure, jaren: Sequence[Jaarbeeld]) -> None:
    """Under the bar the scenarios: a whisker when they all have an outcome, loose marks when one is missing."""
    getoond: set[bool] = set()
    for plek, jaar in enumerate(jaren):
        if not jaar.is_leeg or jaar.uitkomsten:
            _add_woorden(fig, plek + LABEL, jaar.woorden)
        if not jaar.uitkomsten:
            continue
        soort = "laagste tot hoogste scenario" if jaar.is_bereik else "losse scenario’s"
        grenzen = (min(jaar.uitkomsten), max(jaar.uitkomsten)) if jaar.is_bereik else jaar.uitkomsten
        fig.add_scatter(
            name=f"te betalen, {soort}",
            x=[float(w) for w in grenzen],
            y=[plek + LIJN] * len(grenzen),
            mode="lines+markers" if jaar.is_bereik else "markers",
            line={"color": kleuren.TEKST, "width": 2},
            marker={"symbol": "line-ns", "size": 11, "line": {"color": kleuren.TEKST, "width": 2}},
            showlegend=jaar.is_bereik not in getoond,
            cliponaxis=False,
            hovertemplate=f"{jaar.jaar}: {jaar.woorden}<extra></extra>",
        )
        getoond.add(jaar.is_bereik)


def _small_amounts(jaar: Jaarbeeld, grens: float) -> str:
    """Amounts above nil that do not fit in their part of the bar."""
    klein = [
        f"{KORT[naam]} {euro_zin(jaar.deel(naam))}"
        for naam, _, _ in DELEN
        if 0 < float(jaar.deel(naam) or 0) < LEESBAAR * grens
    ]
    return ", ".join(klein)


def _add_woorden(fig: go.Figure, plek: float, tekst: str) -> None:
    """Words at a bar, always at the start of the axis, where they fit on a phone."""
    if not tekst:
        return
    letter = {"size": 13, "color": kleuren.TEKST_ZACHT}
    fig.add_annotation(
        x=0, y=plek, xanchor="left", xshift=4, borderpad=0, text=tekst, showarrow=False, font=letter
    )  # fmt: skip
