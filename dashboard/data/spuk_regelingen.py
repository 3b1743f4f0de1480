"""The SPUK per regeling and year: how far the settlement is, and the documents behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

GEBUNDELD = "gebundeld"
BEVESTIGD = "bevestigd"
TERMIJN_VAN_FASE = {"verantwoord": "sisa", "afgerekend": "besluit_terugvordering"}
OP_REGELING = "(select r.volgorde from marts.dim_spuk_regeling as r where r.regeling = fct_spuk_fase.regeling)"
BESCHIKT = ("voorlopig", "nader_voorlopig", "definitief")


class Regeling(NamedTuple):
    """One grant; `gebundeld` is the sum that a source prints over several grants."""

    regeling: str
    naam: str
    naam_kort: str
    volgorde: int | None

    @property
    def label(self) -> str:
        """The code; a pooled sum names the grants in it, so that nobody takes it for one of them."""
        return self.naam if self.regeling == GEBUNDELD else self.naam_kort


class Fase(NamedTuple):
    """One stage of a gemeente, year and regeling.

    `termijn_datum` is the last day that the rules allow; `termijn_status` comes from the calendar.
    """

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    regeling: str
    fase: str
    volgorde: int
    is_bereikt: bool
    bedrag_eur: Decimal | None
    waarde_status: str | None
    datum: date | None
    kenmerk: str | None
    termijn_datum: date | None
    toelichting: str | None
    vindplaats: str | None
    bron_id: str | None
    termijn_status: str | None


class Zekerheid(NamedTuple):
    """How sure the rule behind a term is."""

    jaar: int
    termijn: str
    status: str | None


class Beschikking(NamedTuple):
    """One letter, or one amount that a source gives in its place."""

    gemeentecode: str
    jaar: int
    regeling: str
    soort: str
    datum: date | None
    kenmerk: str | None
    bedrag_eur: Decimal | None
    waarde_status: str | None
    vindplaats: str | None
    bron_id: str | None


class Baan(NamedTuple):
    """All stages of one gemeente, year and regeling, in order."""

    gemeentenaam: str
    jaar: int
    regeling: str
    fasen: tuple[Fase, ...]

    def fase(self, naam: str) -> Fase | None:
        """The stage with this name, if the snapshot has it."""
        return next((f for f in self.fasen if f.fase == naam), None)


def list_regelingen(snapshot: Snapshot | None) -> tuple[Regeling, ...]:
    """The grants in a fixed order."""
    return fetch(snapshot, Regeling, "dim_spuk_regeling", "order by volgorde")


def list_banen(snapshot: Snapshot | None, code: str | None) -> tuple[Baan, ...]:
    """One lane per gemeente, year and regeling; of one gemeente, or of all by name."""
    eigen = "where gemeentecode = ?" if code else ""
    rest = f"{eigen} order by gemeentenaam, jaar, {OP_REGELING}, regeling, volgorde"
    zeker = {(z.jaar, z.termijn): z.status for z in fetch(snapshot, Zekerheid, "fct_spuk_kalender", "group by all")}
    fasen = fetch(snapshot, Fase, "fct_spuk_fase", rest, (code,) if code else ())
    return group_lanes(
        [f._replace(termijn_status=zeker.get((f.jaar, TERMIJN_VAN_FASE.get(f.fase, f.fase)))) for f in fasen]
    )


def list_beschikkingen(snapshot: Snapshot | None, code: str) -> tuple[Beschikking, ...]:
    """The letters of one gemeente, year by year."""
    rest = "where gemeentecode = ? order by jaar, regeling, datum nulls last, soort desc"
    return fetch(snapshot, Beschikking, "fct_beschikking", rest, (code,))


def group_lanes(fasen: Sequence[Fase]) -> tuple[Baan, ...]:
    """Lanes without the sums that this warehouse makes itself of grants that were delivered apart."""
    groepen: dict[tuple[str, str, int, str], list[Fase]] = {}
    for f in fasen:
        groepen.setdefault((f.gemeentecode, f.gemeentenaam, f.jaar, f.regeling), []).append(f)
    apart = {(f.gemeentecode, f.jaar, f.fase) for f in fasen if f.regeling != GEBUNDELD and f.is_bereikt}
    return tuple(
        Baan(naam, jaar, regeling, tuple(groep))
        for (_, naam, jaar, regeling), groep in groepen.items()
        if regeling != GEBUNDELD or not _is_own_sum(groep, apart)
    )


def _is_own_sum(groep: Sequence[Fase], apart: set[tuple[str, int, str]]) -> bool:
    """True when every amount of this pooled lane is also there per grant: G10, G13 and A38 are never added up."""
    bereikt = [f for f in groep if f.is_bereikt and f.fase in BESCHIKT]
    return bool(bereikt) and all((f.gemeentecode, f.jaar, f.fase) in apart for f in bereikt)
