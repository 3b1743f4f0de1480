"""Figure of the page on sources."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.components.staven import Staaf, bars_per_gemeente
from dashboard.data.bronnen import Bron
from dashboard.theme.notatie import getal


def rows_per_delivery(bronnen: Sequence[Bron]) -> go.Figure:
    """How many rows of each delivery were read."""
    return bars_per_gemeente([Staaf(_kort(b.titel), b.rijen_goed_aantal) for b in bronnen], getal)


def _kort(titel: str, breedte: int = 24) -> str:
    """Break a title over lines, so that the bars keep room on a phone."""
    regels = [""]
    for woord in titel.split():
        if len(regels[-1]) + len(woord) > breedte and regels[-1]:
            regels.append("")
        regels[-1] = f"{regels[-1]} {woord}".strip()
    return "<br>".join(regels[:2]) + ("…" if len(regels) > 2 else "")
