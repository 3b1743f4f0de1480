"""The SPUK per regeling and year: how far the settlement is, and the documents behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot

GEBUNDELD = "gebundeld"
EERST = "G10"
VOORRANG = (EERST, GEBUNDELD, "G13", "A38")
BEVESTIGD = "bevestigd"
TERMIJN_VAN_FASE = {"verantwoord": "sisa", "afgerekend": "besluit_terugvordering"}
OP_REGELING = "(select r.volgorde from marts.dim_spuk_regeling as r where r.regeling = fct_spuk_fase.regeling)"
BESCHIKT = ("voorlopig", "nader_voorlopig", "definitief")
SOORTEN = (*BESCHIKT, "terugvordering")
CODE = re.compile("[A-Z][0-9]+[A-Z]?")
MET_STER = "met * gedrukt"  # what the warehouse notes at a printed star; it is no reference of a letter
VERVALLEN = (
    "where gemeentecode = ? and indicator_code = 'baten' and post = 'spuk' and not is_actueel"
    " and status_bedrag in ('voorlopig', 'nader_voorlopig', 'definitief', 'terugvordering') and length(periode) = 4"
)


class Regeling(NamedTuple):
    """One grant; `gebundeld` is the sum that a source prints over several grants."""

    regeling: str
    naam: str
    naam_kort: str
    volgorde: int | None
    reserve_regel: str | None = None

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
    """One letter, or one amount that a source gives in its place; `vervangen_door` names the letter after it.

    It is None for a letter that counts, and empty for one that was withdrawn.
    """

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
    vervangen_door: str | None = None


class Vervallen(NamedTuple):
    """A cell of `fct_waarneming` that a later delivery of the same letter replaced; `toelichting` is its reference."""

    gemeentecode: str
    jaar: int
    kenmerk: str | None
    status_bedrag: str
    peildatum: date | None
    toelichting: str | None
    waarde: Decimal | None
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


def default_regeling(regelingen: Sequence[str], berekend: Collection[str]) -> str | None:
    """The grant that every page opens with; None without any.

    Args:
        regelingen: the grants that can be chosen.
        berekend: those with an outcome for the newest computable year.
    """
    if GEBUNDELD in regelingen and GEBUNDELD in berekend and EERST not in berekend:
        return GEBUNDELD
    return next((r for r in VOORRANG if r in regelingen), next(iter(regelingen), None))


def list_terugvorderingen(snapshot: Snapshot | None, code: str) -> tuple[Beschikking, ...]:
    """What the government already claimed back; a pooled row is left out where its parts are delivered."""
    rows = [b for b in list_beschikkingen(snapshot, code) if b.soort == "terugvordering" and b.bedrag_eur is not None]
    apart = {b.jaar for b in rows if b.regeling != GEBUNDELD}
    return tuple(b for b in rows if b.regeling != GEBUNDELD or b.jaar not in apart)


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
    """The letters of one gemeente that count, year by year."""
    rest = "where gemeentecode = ? order by jaar, regeling, datum nulls last, soort desc"
    return fetch(snapshot, Beschikking, "fct_beschikking", rest, (code,))


def list_brieven(snapshot: Snapshot | None, code: str) -> tuple[Beschikking, ...]:
    """Every letter of one gemeente, year by year: also those that a later letter replaced."""
    letters = list_beschikkingen(snapshot, code)
    vervallen = fetch(snapshot, Vervallen, "fct_waarneming", VERVALLEN, (code,))
    eerder = {v._replace(vindplaats=None, bron_id=None): v for v in map(partial(replaced, letters), vervallen) if v}
    alle = (*letters, *eerder.values())
    return tuple(sorted(alle, key=lambda b: (b.jaar, b.regeling, SOORTEN.index(b.soort), b.datum or date.max)))


def replaced(letters: Sequence[Beschikking], v: Vervallen) -> Beschikking | None:
    """The replaced cell as a letter; None when it is the same letter, delivered once more."""
    regeling = v.kenmerk if v.kenmerk and CODE.fullmatch(v.kenmerk) else GEBUNDELD
    kenmerk = None if v.toelichting == MET_STER else v.toelichting
    nu = next((b for b in letters if (b.jaar, b.regeling, b.soort) == (v.jaar, regeling, v.status_bedrag)), None)
    if nu and (nu.bedrag_eur, nu.kenmerk, nu.datum) == (v.waarde, kenmerk, v.peildatum):
        return None
    nieuw = f"de beschikking van {nu.datum:%d-%m-%Y}" if nu and nu.datum else "een latere levering"
    door = (nu.kenmerk if nu and nu.kenmerk != kenmerk else None) or nieuw
    return Beschikking(
        v.gemeentecode, v.jaar, regeling, v.status_bedrag, v.peildatum, kenmerk, v.waarde, v.waarde_status,
        v.vindplaats, v.bron_id, door if nu else "",
    )  # fmt: skip


def group_lanes(fasen: Sequence[Fase]) -> tuple[Baan, ...]:
    """Lanes without the sums that this warehouse makes itself; a sum that a source gives stays, beside any letters."""
    groepen: dict[tuple[str, str, int, str], list[Fase]] = {}
    for f in fasen:
        groepen.setdefault((f.gemeentecode, f.gemeentenaam, f.jaar, f.regeling), []).append(f)
    apart = {_place(f) for f in fasen if f.regeling != GEBUNDELD and f.is_bereikt}
    return tuple(
        Baan(naam, jaar, regeling, tuple(groep))
        for (_, naam, jaar, regeling), groep in groepen.items()
        if regeling != GEBUNDELD or not _is_own_sum(groep, apart)
    )


def _place(f: Fase) -> tuple[str, int, str | None, str | None]:
    return f.gemeentecode, f.jaar, f.bron_id, f.vindplaats


def _is_own_sum(groep: Sequence[Fase], apart: set[tuple[str, int, str | None, str | None]]) -> bool:
    """True when every amount stands at the place of a letter: a sum that a source gives has a place of its own.

    What is accounted for is left out: that is summed here for every pooled year.
    """
    bereikt = [f for f in groep if f.is_bereikt and f.fase != "verantwoord"]
    return bool(bereikt) and all(_place(f) in apart for f in bereikt)
