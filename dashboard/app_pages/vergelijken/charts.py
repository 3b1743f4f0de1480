"""Figures of the page that sets gemeenten side by side."""

from __future__ import annotations

import plotly.graph_objects as go

from dashboard.app_pages.vergelijken.zinnen import Vergelijking
from dashboard.components.staven import Staaf, bars_per_gemeente
from dashboard.theme.notatie import Getal, hele_getal, procent


def _heel_procent(waarde: Getal) -> str:
    return procent(waarde, 0)


def housing(v: Vergelijking, code: str | None) -> go.Figure:
    """Backlog per 1.000 inhabitants."""
    rijen = {g: v.huisvesting.get(g.gemeentecode) for g in v.gemeenten}
    return bars_per_gemeente(
        [
            Staaf(g.gemeentenaam, r and r.achterstand_per_1000_inwoners, g.gemeentecode == code)
            for g, r in rijen.items()
        ],
        hele_getal,
    )


def z_route(v: Vergelijking, code: str | None) -> go.Figure:
    """Share of the Z-route beside the country."""
    rijen = {g: v.z_route.get(g.gemeentecode) for g in v.gemeenten}
    landelijk = v.landelijk_z
    return bars_per_gemeente(
        [Staaf(g.gemeentenaam, r and r.aandeel_pct, g.gemeentecode == code) for g, r in rijen.items()],
        _heel_procent,
        (float(landelijk), f"Nederland {procent(landelijk, 0)}") if landelijk is not None else None,
    )


def pvt(v: Vergelijking, code: str | None) -> go.Figure:
    """PVT finished as a share of dossiers."""
    rijen = {g: v.pvt.get(g.gemeentecode) for g in v.gemeenten}
    return bars_per_gemeente(
        [Staaf(g.gemeentenaam, r and r.voltooiing_pct, g.gemeentecode == code) for g, r in rijen.items()],
        _heel_procent,
    )
