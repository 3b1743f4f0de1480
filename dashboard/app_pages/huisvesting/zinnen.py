"""Sentences on housing, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.data.huisvesting import Taakstelling, TaakstellingSamen
from dashboard.theme.notatie import aantal_met, datum_lang, deel_zin, getal, hele_getal, verschil
from dashboard.theme.perioden import periode_label, periode_zin

WEL = (
    "De taakstelling is het aantal statushouders dat een gemeente in een half jaar een woning moet geven"
    " (Huisvestingswet 2014, artikel 29). Wie niet op tijd een woning krijgt, telt mee in de"
    " volgende periode."
)
NIET = (
    "Een achterstand zegt niet waarom het niet lukte, en niet welke stap de provincie in haar toezicht zet."
    " Of de taakstelling van het lopende jaar over het hele jaar gaat, staat niet in de bron."
)

STAPPEN = ["Periode", "Beginstand", "Taakstelling", "Totaal", "Gehuisvest", "Achterstand", "Doorgerekend"]
GEMEENTEN = ["Gemeente", "Periode", "Totaal", "Gehuisvest", "Achterstand", "Doorgerekend", "Per 1.000 inwoners"]
TEKENS = "− vóór een getal: minder dan nul. Bij de achterstand betekent dat: vooruit op de taakstelling."
MENSEN = ("statushouder", "statushouders")
KIES = "Kies hierboven een gemeente om haar eigen cijfers te zien."


def answer(laatste: Taakstelling | None, samen: TaakstellingSamen | None, naam: str | None) -> str:
    """The answer for one gemeente, or for all of them together."""
    if naam and laatste is None:
        return f"Voor {naam} is geen taakstelling geleverd; over de huisvesting is dus nog niets te zeggen."
    if laatste is None:
        return f"{_samen_zin(samen) or 'Er zijn nog geen cijfers over huisvesting geleverd.'} {KIES}"
    return f"**{_gehuisvest(laatste)}; {_rest(laatste)}.** {_samen_zin(samen)}".strip()


def _gehuisvest(r: Taakstelling) -> str:
    periode = periode_zin(r.jaar, r.halfjaar, r.peildatum)
    if r.gerealiseerd_aantal is None:
        return f"Hoeveel statushouders {r.gemeentenaam} {periode} een woning gaf, is niet geleverd"
    gedaan = aantal_met(r.gerealiseerd_aantal, *MENSEN)
    totaal = r.totale_taakstelling_aantal
    if totaal is None:
        return f"{r.gemeentenaam} huisvestte {periode} {gedaan}"
    if totaal < 0:
        return f"{r.gemeentenaam} liep al vooruit en huisvestte {periode} {gedaan}"
    if r.gerealiseerd_aantal > totaal:
        return f"{r.gemeentenaam} huisvestte {periode} {gedaan}; de taakstelling was {getal(totaal)}"
    return f"{r.gemeentenaam} huisvestte {periode} {deel_zin(r.gerealiseerd_aantal, totaal, *MENSEN)}"


def _rest(r: Taakstelling) -> str:
    rest = r.achterstand_aantal
    if rest is None:
        return "hoeveel er nog een woning moeten krijgen, is niet bekend"
    if rest == 0:
        return "daarmee is de taakstelling precies gehaald"
    if rest < 0:
        return f"dat {'is er' if rest == -1 else 'zijn er'} {getal(-rest)} meer dan de taakstelling vroeg"
    return "er moet er nog 1 een woning krijgen" if rest == 1 else f"er moeten er nog {getal(rest)} een woning krijgen"


def still_to_house(naam: str, rest: int, totaal: int | None, wanneer: str = "") -> str:
    """What is left of the taakstelling: a backlog, exactly nothing, or a lead; `wanneer` puts it in the past."""
    if rest > 0:
        begin = f"{wanneer} moest {naam}" if wanneer else f"{naam} moet"
        return f"{begin} nog {deel_zin(rest, totaal, *MENSEN)} een woning geven"
    gaf = f"precies zoveel {MENSEN[1]} een woning" if rest == 0 else f"{aantal_met(-rest, *MENSEN)} meer een woning"
    dan = "als" if rest == 0 else "dan"
    if wanneer:
        return f"{wanneer} had {naam} {gaf} gegeven {dan} de taakstelling vroeg"
    return f"{naam} gaf {gaf} {dan} de taakstelling vroeg"


def moment(r: Taakstelling | TaakstellingSamen) -> str:
    """The day on which the backlog was counted, to begin a sentence with; else the period after which it was left."""
    if r.peildatum:
        return f"Op {datum_lang(r.peildatum)}"
    return f"Na {periode_zin(r.jaar, r.halfjaar, None).removeprefix('in ')}"


def still_to_house_cell(rest: int | None, totaal: int | None) -> str:
    """The same for a table: `34 van 52`, or that the gemeente is ahead."""
    if rest is None:
        return "niet geleverd"
    if rest < 0:
        return f"geen; {getal(-rest)} vooruit"
    return f"{getal(rest)} van {getal(totaal)}" if totaal is not None else getal(rest)


def _samen_zin(samen: TaakstellingSamen | None) -> str:
    if samen is None or samen.achterstand_aantal is None or samen.gemeenten_aantal < 2:
        return ""
    dag = f"op {datum_lang(samen.peildatum)} " if samen.peildatum else ""
    wie = f"De {getal(samen.gemeenten_aantal)} gemeenten samen"
    if samen.achterstand_aantal <= 0:
        return f"{wie} liepen {dag}niet achter."
    return f"{wie} moesten {dag}nog {aantal_met(samen.achterstand_aantal, 'mens', 'mensen')} huisvesten."


def breaks(rijen: Sequence[Taakstelling]) -> list[str]:
    """Every place where an opening does not follow from the closing before it."""
    return [
        f"{r.gemeentenaam}, begin {periode_label(r.jaar, r.halfjaar, None)}: in de bron staat"
        f" {getal(r.stand_begin_aantal)}, uit de periode ervoor volgt"
        f" {getal(r.stand_begin_aantal - r.aansluitverschil_aantal)} (verschil"
        f" {getal(abs(r.aansluitverschil_aantal))})."
        for r in rijen
        if r.aansluitverschil_aantal and r.stand_begin_aantal is not None
    ]


def two_totals(samen: TaakstellingSamen | None) -> str:
    """Why there is a printed and a rolled-forward figure for the same day."""
    if samen is None or samen.achterstand_aantal is None or samen.achterstand_doorgerekend_aantal is None:
        return ""
    if samen.achterstand_aantal == samen.achterstand_doorgerekend_aantal:
        return ""
    return (
        f"Voor de {getal(samen.gemeenten_aantal)} gemeenten samen staan er twee cijfers."
        f" **{getal(samen.achterstand_aantal)}**"
        " is het totaal van de achterstanden zoals ze in de bron staan."
        f" **{getal(samen.achterstand_doorgerekend_aantal)}** is het totaal als je de eerste"
        " beginstand doorrekent:"
        " elke periode de taakstelling erbij en wie een woning kreeg eraf. Het verschil komt doordat"
        " beginstanden"
        " niet altijd volgen uit de periode ervoor. Wij corrigeren de bron niet en laten beide zien."
    )


def table_rows(rijen: Sequence[Taakstelling]) -> list[list[str]]:
    """One gemeente, one row per period, in the order of the sum."""
    return [
        [
            periode_label(r.jaar, r.halfjaar, r.peildatum),
            getal(r.stand_begin_aantal),
            verschil(r.taakstelling_aantal),
            getal(r.totale_taakstelling_aantal),
            getal(-r.gerealiseerd_aantal) if r.gerealiseerd_aantal is not None else "niet geleverd",
            getal(r.achterstand_aantal),
            getal(r.achterstand_doorgerekend_aantal),
        ]
        for r in rijen
    ]


def latest_rows(rijen: Sequence[Taakstelling], samen: TaakstellingSamen | None) -> list[list[str]]:
    """The newest period of every gemeente, totals last."""
    rows = [
        [
            r.gemeentenaam,
            periode_label(r.jaar, r.halfjaar, r.peildatum),
            getal(r.totale_taakstelling_aantal),
            getal(r.gerealiseerd_aantal),
            getal(r.achterstand_aantal),
            getal(r.achterstand_doorgerekend_aantal),
            hele_getal(r.achterstand_per_1000_inwoners),
        ]
        for r in rijen
    ]
    if samen:
        rows.append(
            [
                f"**Samen ({getal(samen.gemeenten_aantal)})**",
                periode_label(samen.jaar, samen.halfjaar, samen.peildatum),
                getal(samen.totale_taakstelling_aantal),
                getal(samen.gerealiseerd_aantal),
                f"**{getal(samen.achterstand_aantal)}**",
                f"**{getal(samen.achterstand_doorgerekend_aantal)}**",
                "",
            ]
        )
    return rows
