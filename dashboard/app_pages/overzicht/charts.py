"""Figure of the overview."""

from __future__ import annotations

import plotly.graph_objects as go

from dashboard.app_pages.vergelijken.zinnen import Vergelijking
from dashboard.components.staven import Staaf, bars_per_gemeente
from dashboard.theme.notatie import getal


def still_to_house(v: Vergelijking, code: str | None) -> go.Figure:
    """People still to be housed, per gemeente by name."""
    rijen = {g: v.huisvesting.get(g.gemeentecode) for g in v.gemeenten}
    return bars_per_gemeente(
        [Staaf(g.gemeentenaam, r and r.achterstand_aantal, g.gemeentecode == code) for g, r in rijen.items()],
        getal,
    )
