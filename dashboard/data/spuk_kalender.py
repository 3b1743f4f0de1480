"""The terms of the SPUK per regeling and year, and the agenda file that is made of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dashboard.data.query import fetch
from dashboard.data.snapshot import Snapshot
from dashboard.data.spuk_regelingen import GEBUNDELD, TERMIJN_VAN_FASE, Baan, Fase, list_regelingen
from rekenkamer.rapport.agenda import Afspraak, mid_sentence, status_word, weekend_day, write_agenda

__all__ = ["Termijn", "list_herkomst", "list_termijnen", "list_verwacht", "load_moment", "make_agenda", "mid_sentence",
           "select_for_agenda", "today", "without_doubles"]  # fmt: skip
G10 = "G10"
FASE_VAN_TERMIJN = {**{f: f for f in ("voorlopig", "nader_voorlopig", "definitief")},
                    **{termijn: fase for fase, termijn in TERMIJN_VAN_FASE.items()}}  # fmt: skip
VAN_DE_GEMEENTE = "(select {} from marts.fct_beschikking where gemeentecode = ?)"


class Termijn(NamedTuple):
    """One term of one regeling and year, with what the rule behind it is.

    `voor` are the grants that this day is known for, `niet_voor` the others in a pooled sum.
    """

    regeling: str
    jaar: int
    termijn: str
    datum: date
    naam: str
    wat: str | None
    wie: str | None
    volgorde: int | None
    status: str | None
    artikel: str | None
    tekst_datum: date | None
    toelichting: str | None
    voor: tuple[str, ...] | None
    niet_voor: tuple[str, ...] | None

    @property
    def weekend(self) -> str | None:
        """`zaterdag` or `zondag`, or None."""
        return weekend_day(self.datum)

    @property
    def zekerheid(self) -> str:
        """How sure the rule is, in words."""
        return status_word(self.status)


class Bekend(NamedTuple):
    """That a term of a regeling and year is known."""

    regeling: str
    jaar: int
    termijn: str


class Herkomst(NamedTuple):
    """Delivery that decides for which years there are terms."""

    bron_id: str | None


def today() -> date:
    """The day in the Netherlands, wherever the server stands: SQL has no clock, a page may look at it."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def list_termijnen(snapshot: Snapshot | None, code: str | None) -> tuple[Termijn, ...]:
    """All terms in order of date; with a gemeente, those of the grants and years that it has."""
    eigen = ""
    if code:
        eigen = (
            f"where regeling in {VAN_DE_GEMEENTE.format('regeling')}"
            f" and jaar between {VAN_DE_GEMEENTE.format('min(jaar)')} and {VAN_DE_GEMEENTE.format('max(jaar) + 2')}"
        )
    rest = f"{eigen} order by datum, jaar, volgorde, regeling"
    gevonden = without_doubles(fetch(snapshot, Termijn, "fct_spuk_kalender", rest, (code,) * 3 if code else ()))
    bekend = {(k.regeling, k.jaar, k.termijn) for k in fetch(snapshot, Bekend, "fct_spuk_kalender")}
    regelingen = [r.regeling for r in list_regelingen(snapshot) if r.regeling != GEBUNDELD]
    return tuple(with_parts(t, regelingen, bekend) for t in gevonden)


def with_parts(t: Termijn, regelingen: Sequence[str], bekend: Collection[tuple[str, int, str]]) -> Termijn:
    """For which grants a day holds: a pooled sum has no terms of its own, only those known of its grants."""
    if t.regeling != GEBUNDELD:
        return t._replace(voor=(t.regeling,), niet_voor=())
    wel = tuple(r for r in regelingen if (r, t.jaar, t.termijn) in bekend)
    return t._replace(voor=wel, niet_voor=tuple(r for r in regelingen if r not in wel))


def list_verwacht(banen: Sequence[Baan], termijnen: Sequence[Termijn], vandaag: date) -> tuple[Baan, ...]:
    """Lanes of years of which nothing came at all, while the day of a step has passed: that step is expected."""
    laatste = max((b.jaar for b in banen), default=0)
    naam = banen[0].gemeentenaam if banen else ""
    gemist: dict[tuple[int, str], list[Fase]] = {}
    for t in termijnen:
        if t.jaar > laatste and t.termijn in FASE_VAN_TERMIJN and t.datum < vandaag:
            gemist.setdefault((t.jaar, t.regeling), []).append(_fase(t, naam))
    return tuple(Baan(naam, jaar, regeling, tuple(fasen)) for (jaar, regeling), fasen in sorted(gemist.items()))


def _fase(t: Termijn, gemeentenaam: str) -> Fase:
    return Fase(
        gemeentecode="", gemeentenaam=gemeentenaam, jaar=t.jaar, regeling=t.regeling,
        fase=FASE_VAN_TERMIJN[t.termijn], volgorde=t.volgorde or 0, is_bereikt=False, bedrag_eur=None,
        waarde_status="niet_geleverd", datum=None, kenmerk=None, termijn_datum=t.datum, toelichting=None,
        vindplaats=None, bron_id=None, termijn_status=t.status,
    )  # fmt: skip


def list_herkomst(snapshot: Snapshot | None, code: str | None) -> tuple[str, ...]:
    """The deliveries that hold the beschikkingen, of one gemeente or of all."""
    eigen = "where gemeentecode = ?" if code else ""
    rijen = fetch(snapshot, Herkomst, "fct_beschikking", f"{eigen} group by all", (code,) if code else ())
    return tuple(sorted(r.bron_id for r in rijen if r.bron_id))


def without_doubles(termijnen: Sequence[Termijn]) -> tuple[Termijn, ...]:
    """A pooled sum follows the terms of G10; where G10 itself is there, its term is named once."""
    g10 = {(t.jaar, t.termijn) for t in termijnen if t.regeling == G10}
    return tuple(t for t in termijnen if t.regeling != GEBUNDELD or (t.jaar, t.termijn) not in g10)


def load_moment(snapshot: Snapshot | None) -> datetime | None:
    """When the snapshot was made; None when it does not say so with a time zone."""
    try:
        moment = datetime.fromisoformat(snapshot.gemaakt_op if snapshot else "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def select_for_agenda(termijnen: Sequence[Termijn], moment: datetime) -> list[Termijn]:
    """What was still to come when the snapshot was made, so that the file does not change from day to day."""
    return [t for t in termijnen if t.datum >= moment.date()]


def make_agenda(termijnen: Sequence[Termijn], namen: dict[str, str], naam: str, moment: datetime) -> bytes:
    """The agenda file of these terms; `namen` gives the short name of a regeling."""
    return write_agenda([_afspraak(t, namen) for t in termijnen], naam, moment)


def _afspraak(t: Termijn, namen: dict[str, str]) -> Afspraak:
    voor, niet = (tuple(namen.get(r, r) for r in codes or ()) for codes in (t.voor, t.niet_voor))
    return Afspraak(
        regeling=t.regeling, voor=voor or (namen.get(t.regeling, t.regeling),), jaar=t.jaar, termijn=t.termijn,
        datum=t.datum, naam=t.naam, wat=t.wat, wie=t.wie, status=t.status, artikel=t.artikel,
        tekst_datum=t.tekst_datum, toelichting=t.toelichting, niet_bekend_voor=niet,
        is_gebundeld=t.regeling == GEBUNDELD,
    )  # fmt: skip
