"""One bar per gemeente, by name: the shape that several pages use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.theme import kleuren
from dashboard.theme.grafiekstijl import add_missing_bar, figure
from dashboard.theme.notatie import Getal

RIJHOOGTE = 42
LANGE_NAAM = 16


class Staaf(NamedTuple):
    """One bar: `woord` says why when there is no value."""

    naam: str
    waarde: Getal | None
    is_gekozen: bool = False
    woord: str = "niet geleverd"


def nadruk(naam: str, is_gekozen: bool) -> str:
    """The chosen gemeente is bold on an axis, so that colour is never alone; long names break."""
    kort = naam.replace("-", "-<br>", 1) if len(naam) > LANGE_NAAM else naam
    return f"<b>{kort}</b>" if is_gekozen else kort


def bars_per_gemeente(
    staven: Sequence[Staaf],
    label: Callable[[Getal], str],
    lijn: tuple[float, str] | None = None,
) -> go.Figure:
    """Horizontal bars with their value at the end; `lijn` is a norm or national figure with its name."""
    waarden = [float(s.waarde) for s in staven if s.waarde is not None] + ([lijn[0]] if lijn else [])
    hoogste, laagste = max([*waarden, 0.0]), min([*waarden, 0.0])
    span = (hoogste - laagste) or 1.0
    fig = figure(RIJHOOGTE * max(len(staven), 1) + (76 if lijn else 48), barmode="overlay")
    for staaf in staven:
        _add_staaf(fig, staaf, label, span, op_wit=lijn is not None)
    if lijn:
        fig.add_vline(x=lijn[0], line={"color": kleuren.NORM, "dash": "dash", "width": 2})
        fig.add_annotation(
            x=lijn[0],
            y=1,
            yref="paper",
            yanchor="bottom",
            text=lijn[1],
            showarrow=False,
            font={"color": kleuren.NORM},
        )
        fig.update_layout(margin={"t": 34})
    # room for the label behind the longest bar, also on a phone
    onder = laagste - (0.22 * span if laagste < 0 else 0)
    fig.update_xaxes(range=[onder, hoogste + 0.22 * span], showticklabels=False, showgrid=False, zeroline=True)
    fig.update_yaxes(autorange="reversed", showgrid=False, ticks="")
    return fig


def _add_staaf(fig: go.Figure, staaf: Staaf, label: Callable[[Getal], str], span: float, op_wit: bool) -> None:
    naam = nadruk(staaf.naam, staaf.is_gekozen)
    if staaf.waarde is None:
        add_missing_bar(fig, naam, staaf.woord, 0.6 * span)
        return
    tekst = label(staaf.waarde)
    getoond = f"<b>{tekst}</b>" if staaf.is_gekozen else tekst
    if op_wit:  # a line may cross this label; paper behind it keeps it readable
        vast = {"showarrow": False, "xanchor": "left", "xshift": 3, "borderpad": 0, "bgcolor": kleuren.PAPIER}
        fig.add_annotation(x=float(staaf.waarde), y=naam, text=getoond, **vast)
    fig.add_bar(
        x=[float(staaf.waarde)],
        y=[naam],
        orientation="h",
        marker_color=kleuren.gemeente_kleur(staaf.is_gekozen),
        text=["" if op_wit else getoond],
        textposition="outside",
        cliponaxis=False,
        hovertemplate=f"{staaf.naam}: {tekst}<extra></extra>",
    )
