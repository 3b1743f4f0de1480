"""Who the inburgeraars are and what they got: dossiers, plans, begeleiding, uitstroom and the old law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

# one table, one source: printed figures, else the list that covers most persons; rows of two lists do not add up
EERSTE_BRON = "order by contains(bron, '_personen'), sum(waarde) desc nulls last, bron limit 1"
DOELGROEPVOLGORDE = "list_position(['statushouder', 'gezinsmigrant', 'totaal'], doelgroep)"


class Dossiers(NamedTuple):
    """Printed totals only; `jaar` is None for all years together."""

    jaar: int | None
    doelgroep: str
    waarde: Decimal | None
    waarde_status: str
    bron_id: str | None


class Begeleiding(NamedTuple):
    """Statushouders with maatschappelijke begeleiding in a year."""

    jaar: int
    aantal: int | None
    waarde_status: str
    bron_id: str | None


class Pip(NamedTuple):
    """Plans over a period of more than one year."""

    vastgesteld_aantal: int | None
    periode_van_datum: date | None
    periode_tot_datum: date | None
    waarde_status: str
    bron_id: str | None


class Uitstroom(NamedTuple):
    """Who finished in a year, per leerroute; `alle` is a dash for the whole group."""

    jaar: int
    doelgroep: str
    leerroute: str
    aantal: int | None
    waarde_status: str
    bron_id: str | None


class OudeWet(NamedTuple):
    """Who still falls under the Wi2013; the number is a lower bound."""

    peildatum: date | None
    doelgroep: str
    ondergrens_aantal: int | None
    waarde_status: str
    bron_id: str | None


class Inburgering(NamedTuple):
    """Everything of one gemeente."""

    dossiers: tuple[Dossiers, ...]
    begeleiding: tuple[Begeleiding, ...]
    pip: tuple[Pip, ...]
    uitstroom: tuple[Uitstroom, ...]
    oude_wet: tuple[OudeWet, ...]

    @property
    def bron_ids(self) -> list[str | None]:
        """Deliveries behind these figures."""
        return [rij.bron_id for reeks in self for rij in reeks]


def load_inburgering(snapshot: Snapshot | None, code: str) -> Inburgering:
    """All figures of one gemeente, in the order of the table."""
    eigen, sleutel = "where gemeentecode = ?", (code,)
    totalen = (
        f"{eigen} and indicator_code = 'instroom' and is_actueel and coalesce(leeftijdsgroep, 'totaal') = 'totaal'"
        " and coalesce(geslacht, 'totaal') = 'totaal'"
    )
    gedrukt = (
        f"{totalen} and bron = (select bron from marts.fct_waarneming {totalen} group by bron {EERSTE_BRON})"
        f" order by {DOELGROEPVOLGORDE}, jaar nulls last"
    )
    routes = "list_position(['B1', 'onderwijsroute', 'Z', 'A2', 'Z-A2', 'alle'], leerroute)"
    return Inburgering(
        dossiers=fetch(snapshot, Dossiers, "fct_waarneming", gedrukt, (code, code)),
        begeleiding=fetch(snapshot, Begeleiding, "fct_begeleiding", f"{eigen} order by jaar", sleutel),
        pip=fetch(snapshot, Pip, "fct_pip", f"{eigen} order by periode_van_datum", sleutel),
        uitstroom=fetch(
            snapshot, Uitstroom, "fct_uitstroom", f"{eigen} order by {DOELGROEPVOLGORDE}, jaar, {routes}", sleutel
        ),
        oude_wet=fetch(snapshot, OudeWet, "fct_wi2013", f"{eigen} order by peildatum, {DOELGROEPVOLGORDE}", sleutel),
    )
