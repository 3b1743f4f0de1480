"""Everything that the overview shows for one choice, gathered once per run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.app_pages.vergelijken.zinnen import Vergelijking, load_vergelijking
from dashboard.data import geld, huisvesting
from dashboard.data.bevindingen import Bevinding, list_bevindingen
from dashboard.data.spuk import Risico, list_risico
from dashboard.data.spuk_regelingen import list_regelingen
from dashboard.state import Context


@dataclass(frozen=True)
class Stand:
    """Figures of all gemeenten, what is computed of the chosen one, and the findings that touch it."""

    vergelijking: Vergelijking
    samen: huisvesting.TaakstellingSamen | None
    totalen: Sequence[geld.Totaal]
    bevindingen: Sequence[Bevinding]
    risico: Sequence[Risico] = ()
    regelingnamen: Mapping[str, str] = field(default_factory=dict)

    @property
    def bron_ids(self) -> list[str | None]:
        """Deliveries behind these figures."""
        berekend = [r.bron_id for r in self.risico]
        return [*self.vergelijking.bron_ids, *(t.bron_id for t in self.totalen), *berekend]


def load_stand(c: Context) -> Stand:
    """One door for the page: a subject that was not delivered is simply empty."""
    return Stand(
        vergelijking=load_vergelijking(c.snapshot),
        samen=huisvesting.load_samen(c.snapshot),
        totalen=geld.list_totalen_gemeenten(c.snapshot),
        bevindingen=list_bevindingen(c.snapshot, c.code),
        risico=[r for r in list_risico(c.snapshot) if r.gemeentecode == c.code],
        regelingnamen={r.regeling: r.label for r in list_regelingen(c.snapshot)},
    )
