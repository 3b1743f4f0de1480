"""An iCalendar file with the terms of the SPUK, from plain rows.

Choices, with their reason (RFC 5545, 5546 and 7986; read 22-11-2026):

- No METHOD: with PUBLISH every event needs an ORGANIZER with a mail address, and without METHOD the
  file is a plain set of events, which is what it is.
- NAME and X-WR-CALNAME both: Google and Apple show the second, newer programs the first.
- UID names regeling, year and term, so that a later file updates an event. Programs replace an event only
  when SEQUENCE is higher; it therefore grows with the moment of the snapshot.
- Nothing comes from the clock: equal rows and an equal moment give equal bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.enums import STATUS, TRANSP

from rekenkamer.rapport.zekerheid import STATUSWOORDEN

PRODID = "-//Rekenkamer inburgering//SPUK-termijnen//NL"
VOORAF = timedelta(days=14)
# a missing dossier takes months to mend, and after this day the whole grant may be reclaimed
RUIM_VOORAF = {"klif_18_maanden": timedelta(days=60)}
BEGIN_TELLING = datetime(2020, 1, 1, tzinfo=UTC)
BEVESTIGD = "bevestigd"
WEEKENDDAGEN = {5: "zaterdag", 6: "zondag"}
INDICATIE = "Indicatie: staat in een brief of beschikking een andere dag, dan geldt die."


@dataclass(frozen=True)
class Afspraak:
    """One term of one regeling and year; `voor` names the grants for which this day is known.

    `niet_bekend_voor` names the other grants in a pooled sum; such a term is never confirmed.
    """

    regeling: str
    voor: tuple[str, ...]
    jaar: int
    termijn: str
    datum: date
    naam: str
    wat: str | None = None
    wie: str | None = None
    status: str | None = None
    artikel: str | None = None
    tekst_datum: date | None = None
    toelichting: str | None = None
    niet_bekend_voor: tuple[str, ...] = ()
    is_gebundeld: bool = False

    @property
    def uid(self) -> str:
        """The same in every file, whatever the snapshot or the gemeente."""
        return f"spuk-{self.regeling}-{self.jaar}-{self.termijn}@rekenkamer-inburgering".lower()


def weekend_day(datum: date) -> str | None:
    """`zaterdag` or `zondag`; None on a weekday."""
    return WEEKENDDAGEN.get(datum.weekday())


def status_word(status: str | None) -> str:
    """How sure a rule is, in words."""
    return STATUSWOORDEN.get(status or "", STATUSWOORDEN["onbekend"])


def write_agenda(afspraken: Sequence[Afspraak], naam: str, vastgelegd_op: datetime) -> bytes:
    """UTF-8 bytes of the file, events in order of date; `vastgelegd_op` must know its time zone.

    Raises ValueError when there is nothing to write, when two rows are the same term, or
    when the moment has no time zone: a wrong agenda is worse than none.
    """
    if not afspraken:
        raise ValueError("Er zijn geen termijnen om in een agenda te zetten.")
    if vastgelegd_op.tzinfo is None:
        raise ValueError("Het moment van vastleggen heeft geen tijdzone.")
    if len({a.uid for a in afspraken}) != len(afspraken):
        raise ValueError("Een termijn komt twee keer voor; de agenda zou haar dubbel tonen.")
    moment = vastgelegd_op.astimezone(UTC).replace(microsecond=0)
    gebeurtenissen = [_event(a, moment) for a in sorted(afspraken, key=lambda a: (a.datum, a.uid))]
    agenda = Calendar.new(
        prodid=PRODID, name=naam, uid="spuk-termijnen@rekenkamer-inburgering", calscale="GREGORIAN",
        last_modified=moment, subcomponents=gebeurtenissen,
    )  # fmt: skip
    return agenda.to_ical()


def _event(a: Afspraak, moment: datetime) -> Event:
    # most programs do not show that an event is tentative, so that its title says it
    onzeker = "" if a.status == BEVESTIGD else " (niet zeker)"
    titel = f"SPUK {a.jaar} ({_opsomming(a.voor)}): {mid_sentence(a.naam)}{onzeker}"
    is_zeker = a.status == BEVESTIGD and not a.is_gebundeld
    return Event.new(
        uid=a.uid,
        stamp=moment,
        last_modified=moment,
        sequence=int((moment - BEGIN_TELLING).total_seconds() // 60),
        start=a.datum,
        end=a.datum + timedelta(days=1),
        summary=titel,
        description=_beschrijving(a),
        # a term does not make the day busy
        transparency=TRANSP.TRANSPARENT,
        status=STATUS.CONFIRMED if is_zeker else STATUS.TENTATIVE,
        subcomponents=[_alarm(titel, vooraf) for vooraf in (RUIM_VOORAF.get(a.termijn), VOORAF) if vooraf],
    )


def _alarm(titel: str, vooraf: timedelta) -> Alarm:
    return Alarm.new_display(description=f"Over {vooraf.days} dagen: {titel}", trigger=-vooraf)


def mid_sentence(naam: str) -> str:
    """A name in the middle of a sentence; `SiSa` and other names keep their capital."""
    return naam if naam[1:2].isupper() or "iSa" in naam[:4] else naam[:1].lower() + naam[1:]


def _opsomming(namen: Sequence[str]) -> str:
    return " en ".join(d for d in (", ".join(namen[:-1]), *namen[-1:]) if d)


def _beschrijving(a: Afspraak) -> str:
    grondslag = a.artikel or "niet bekend"
    if a.artikel and a.tekst_datum:
        grondslag += f" (tekst van {a.tekst_datum.day}-{a.tekst_datum.month}-{a.tekst_datum.year})"
    dag = weekend_day(a.datum)
    regels = [
        f"Wat: {a.wat}" if a.wat else "",
        f"Wie: {a.wie}" if a.wie else "",
        f"Regel: {grondslag}",
        f"Zekerheid: {status_word(a.status)}",
        f"Toelichting: {a.toelichting}" if a.toelichting else "",
        "De bron geeft één som van meer uitkeringen." if a.is_gebundeld else "",
        f"Of deze dag ook voor {_opsomming(a.niet_bekend_voor)} geldt, is niet bekend." if a.niet_bekend_voor else "",
        f"Let op: deze dag valt op {dag}." if dag else "",
        INDICATIE,
    ]
    return "\n".join(r for r in regels if r)
