"""Table rows on grants: stages, what the rules expect, and documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.app_pages.kalender.zinnen import whole_date
from dashboard.app_pages.regelingen.zinnen import (
    FASEN,
    NIET_GELEVERD,
    VRAAG_OP,
    WOORDEN,
    amount,
    code,
    has_term,
    is_overdue,
)
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk_regelingen import BESCHIKT, BEVESTIGD, GEBUNDELD, Baan, Beschikking, Fase, Regeling
from dashboard.theme.notatie import aaneengesloten, datum_lang

UITLEG_BEDRAG = (
    "Beschikt: het nieuwste bedrag en zijn soort; p.m.: nog geen bedrag. SiSa: wat als besteed is verantwoord."
    " Afgerekend: de terugvordering. ‘Of meer’: een deel ontbreekt. Geen totaal: regelingen worden niet opgeteld."
)
NIET_VERMELD = "niet vermeld"
VAN_HET_RIJK = (*BESCHIKT, "afgerekend")
KOLOMMEN = ["Beschikt", "SiSa", "Afgerekend"]
KOLOMMEN_WET = ["Stap", "Uiterlijk", "Stand van zaken"]
KOLOMMEN_DOCUMENT = ["Soort", "Bedrag", "Datum en kenmerk"]


def row_head(banen: Sequence[Baan]) -> str:
    """Name of the first column: with one grant, its rows are named after the year alone."""
    return "Jaar" if len({b.regeling for b in banen}) == 1 else "Uitkering"


def row_name(b: Baan | Beschikking, banen: Sequence[Baan]) -> str:
    """A short first cell leaves room for the amounts on a phone."""
    return str(b.jaar) if row_head(banen) == "Jaar" else f"{b.jaar} · {code(b.regeling)}"


def granted(b: Baan) -> str:
    """The newest amount that was granted: definitief, else nader voorlopig, else voorlopig."""
    for naam in reversed(BESCHIKT):
        f = b.fase(naam)
        if f is not None and (f.is_bereikt or f.bedrag_eur is not None or f.waarde_status == "pm"):
            kort = "p.m." if f.waarde_status == "pm" else amount(f)
            return kort if f.bedrag_eur is None else f"{kort} ({FASEN[naam]})"
    return NIET_GELEVERD


def lane_rows(banen: Sequence[Baan]) -> list[list[str]]:
    """Grant by year: granted, accounted for and settled. Never a total: these are different grants."""
    wie = len({b.gemeentenaam for b in banen}) > 1
    return [
        [
            *([letterlijk(b.gemeentenaam)] if wie else []),
            row_name(b, banen),
            granted(b),
            amount(b.fase("verantwoord")),
            amount(b.fase("afgerekend")),
        ]
        for b in banen
    ]


def lane_columns(banen: Sequence[Baan]) -> list[str]:
    """The gemeente stands before the grant when there are more of them."""
    wie = ["Gemeente"] if len({b.gemeentenaam for b in banen}) > 1 else []
    return [*wie, row_head(banen), *KOLOMMEN]


def law_rows(banen: Sequence[Baan], vandaag: date) -> list[list[str]]:
    """Stages without an amount: until when the rules allow them, and what we know."""
    return [
        [row_name(b, banen), FASEN.get(f.fase, f.fase), _uiterlijk(f), _stand(b, f, vandaag)]
        for b in banen
        for f in b.fasen
        if (not f.is_bereikt or _is_pm(f)) and f.termijn_datum and f.waarde_status != "niet_van_toepassing"
    ]


def _is_pm(f: Fase) -> bool:
    """A source that says p.m. gives no letter."""
    return f.waarde_status == "pm" and f.bedrag_eur is None


def _uiterlijk(f: Fase) -> str:
    afgeleid = " (afgeleid)" if f.termijn_status == "afgeleid" else ""
    return f"{whole_date(f.termijn_datum)}{afgeleid}" if f.termijn_datum else "geen dag bekend"


def _stand(b: Baan, f: Fase, vandaag: date) -> str:
    vraag = f" {VRAAG_OP}" if f.fase in VAN_HET_RIJK and is_overdue(f, vandaag) else ""
    if _is_pm(f):
        return f"in de bron {WOORDEN['pm']}.{vraag}"
    if any(g.is_bereikt and g.volgorde > f.volgorde for g in b.fasen):
        return "niet geleverd; een latere stap wel"
    if not has_term(f):
        return "niet geleverd; niet bekend of deze termijn geldt"
    if is_overdue(f, vandaag):
        voorbij = "voorbij" if f.termijn_status == BEVESTIGD else "voorbij (dag niet zeker)"
        return f"{voorbij}; niet geleverd{'.' if vraag else ''}{vraag}"
    return "de termijn loopt nog"


def document_rows(beschikkingen: Sequence[Beschikking], banen: Sequence[Baan]) -> list[list[str]]:
    """One row per letter: kind, amount, date and reference."""
    return [
        [
            row_name(d, banen),
            kind(d),
            amount(d),
            _date_and_reference(d),
        ]
        for d in beschikkingen
    ]


def _date_and_reference(d: Beschikking) -> str:
    """In one cell: five columns are wider than a phone."""
    kenmerk = letterlijk(d.kenmerk) if d.kenmerk and d.kenmerk != d.regeling else ""
    dag = whole_date(d.datum) if d.datum else ""
    if dag and kenmerk:
        return f"{dag}; {kenmerk}"
    return f"{dag}; kenmerk niet vermeld" if dag else f"datum niet vermeld; {kenmerk}" if kenmerk else NIET_VERMELD


def kind(d: Beschikking) -> str:
    """What kind of letter it is, and which one came in its place."""
    soort = FASEN.get(d.soort, d.soort)
    if d.vervangen_door is None:
        return soort
    return f"{soort}; vervangen door {letterlijk(d.vervangen_door)}" if d.vervangen_door else f"{soort}; ingetrokken"


def places(beschikkingen: Sequence[Beschikking]) -> list[str]:
    """Where each document stands, years with the same place in one line."""
    plaatsen: dict[str, list[str]] = {}
    for d in beschikkingen:
        if d.vindplaats:
            plaatsen.setdefault(d.vindplaats, []).append(str(d.jaar))
    return [f"{aaneengesloten(jaren)}: {letterlijk(plaats)}" for plaats, jaren in plaatsen.items()]


def legend(regelingen: Sequence[Regeling], banen: Sequence[Baan]) -> str:
    """What the codes stand for, of the grants that are shown."""
    getoond = {b.regeling for b in banen}
    if getoond == {GEBUNDELD}:
        return ""
    namen = "; ".join(f"{code(r.regeling)}: {r.naam}" for r in regelingen if r.regeling in getoond)
    return namen[:1].upper() + namen[1:]


def law_note(vandaag: date) -> str:
    """With which day the terms were compared."""
    return (
        f"Vergeleken met vandaag, {datum_lang(vandaag)}. Een stap zonder bekende termijn staat hier niet. Het artikel"
        " bij elke stap staat op de pagina Kalender."
    )
