"""The end of every page: what is missing, where it comes from, which findings touch it."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.components.bevindingenblok import show_bevindingen
from dashboard.components.bronregel import show_bronregel
from dashboard.components.ontbreekt import show_ontbreekt
from dashboard.data.bevindingen import list_van_onderwerp
from dashboard.data.bronnen import list_van_ids, list_vindplaatsen
from dashboard.state import Context

VOLLEDIGHEID = "volledigheid"


def show_voettekst(
    c: Context, onderwerpen: tuple[str, ...], bron_ids: Iterable[str | None], hoogstens: int = 5
) -> None:
    """Same three blocks, in the same order, on every page; what the chosen gemeente lacks goes before the group."""
    if c.snapshot is None:
        return
    bevindingen = list_van_onderwerp(c.snapshot, onderwerpen, c.code)
    ontbreekt = sorted((b for b in bevindingen if b.soort == VOLLEDIGHEID), key=lambda b: b.gemeentecode is None)
    show_ontbreekt([b.toelichting for b in ontbreekt], hoogstens)
    gebruikt = tuple(sorted({b for b in bron_ids if b}))
    vindplaatsen = list_vindplaatsen(c.snapshot, onderwerpen, c.code)
    show_bronregel(list_van_ids(c.snapshot, gebruikt), c.snapshot.snapshot_id, vindplaatsen)
    show_bevindingen([b for b in bevindingen if b.soort != VOLLEDIGHEID], hoogstens)
