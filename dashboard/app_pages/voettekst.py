"""The end of every page: what is missing, where it comes from, which findings touch it."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.components.bevindingenblok import show_bevindingen
from dashboard.components.bronregel import show_bronregel
from dashboard.components.ontbreekt import show_ontbreekt
from dashboard.data.bevindingen import list_van_onderwerp
from dashboard.data.bronnen import list_citaten
from dashboard.state import Context

VOLLEDIGHEID = "volledigheid"


def show_voettekst(
    c: Context, onderwerpen: tuple[str, ...], bron_ids: Iterable[str | None], hoogstens: int = 5
) -> None:
    """Same three blocks, in the same order, on every page with figures."""
    if c.snapshot is None:
        return
    bevindingen = list_van_onderwerp(c.snapshot, onderwerpen, c.code)
    show_ontbreekt([b.toelichting for b in bevindingen if b.soort == VOLLEDIGHEID], hoogstens)
    gebruikt = tuple(sorted({b for b in bron_ids if b}))
    show_bronregel([b.citaat for b in list_citaten(c.snapshot, gebruikt) if b.citaat], c.snapshot.snapshot_id)
    show_bevindingen([b for b in bevindingen if b.soort != VOLLEDIGHEID], hoogstens)
