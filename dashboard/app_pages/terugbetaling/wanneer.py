"""When an amount may have to be paid: the last day of each step, by year, and whether it has passed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.vaststelling import DEFINITIEF
from dashboard.app_pages.terugbetaling.zinnen import status_words
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Termijndag
from dashboard.theme.notatie import datum_kort, datum_lang, opsomming

KOLOMMEN = ("Jaar", "Vaststelling", "Onderbesteding", "18 maanden")
STAPPEN = {
    "definitief": "Vaststelling",
    "besluit_terugvordering": "Onderbesteding",
    "klif_18_maanden": "18 maanden",
}
NIET_BEKEND = "niet bekend"
VOORBIJ = "voorbij"
STAPPEN_UITLEG = (
    "Uiterste dagen. Vaststelling: de definitieve beschikking; daarna verrekent het rijk het verschil in één keer."
    " Onderbesteding: het rijk laat weten wat terug moet. Komt de verantwoording later dan 15 juli, dan begint het jaar"
    " waarin het rijk moet beslissen later (artikel 42, tweede lid); die dag schuift dan op."
)
KLIF = (
    "18 maanden: is de verantwoording dan niet compleet, dan vordert het rijk de hele uitkering terug, ook als alles"
    " is besteed. Dat bedrag zit niet in de cijfers op deze pagina. ‘Niet geleverd’ op de pagina Regelingen betekent"
    " alleen dat wij de verantwoording niet hebben: vraag of zij op tijd is ingediend."
)


def when_rows(dagen: Sequence[Termijndag], jaren: Collection[int], dag: date | None) -> list[list[str]]:
    """One row per year of this gemeente; a step without a known day says so."""
    per: dict[int, dict[str, str]] = {}
    for d in dagen:
        if d.jaar in jaren:
            per.setdefault(d.jaar, {})[d.termijn] = _cell(d.datum, dag)
    return [[str(jaar), *(per[jaar].get(stap, NIET_BEKEND) for stap in STAPPEN)] for jaar in sorted(per)]


def _cell(datum: date, dag: date | None) -> str:
    return f"{datum_kort(datum)} {VOORBIJ}" if has_passed(datum, dag) else datum_kort(datum)


def has_passed(datum: date, dag: date | None) -> bool:
    """Seen from the day on which the snapshot was made: a page does not change overnight."""
    return dag is not None and datum < dag


def overdue(dagen: Sequence[Termijndag], inhoud: Inhoud, dag: date | None) -> str:
    """Which definitive letters had to be there on that day and were not delivered."""
    binnen = {b.jaar for b in inhoud.brieven if b.soort == DEFINITIEF}
    laat = [
        f"{d.jaar} (uiterlijk {datum_kort(d.datum)})"
        for d in sorted(dagen, key=lambda d: d.jaar)
        if d.termijn == "definitief" and d.jaar in inhoud.verloop and d.jaar not in binnen and has_passed(d.datum, dag)
    ]
    if not laat:
        return ""
    if len(laat) == 1:
        return f"De definitieve beschikking over {laat[0]} had er moeten zijn. Vraag haar op en lever haar aan."
    return f"De definitieve beschikkingen over {opsomming(laat)} hadden er moeten zijn. Vraag ze op en lever ze aan."


def when_note(dagen: Sequence[Termijndag], inhoud: Inhoud, dag: date | None) -> str:
    """Under the table: first what to ask for, then what the days mean."""
    delen = [
        overdue(dagen, inhoud, dag),
        f"Voorbij: op {datum_lang(dag)}, toen deze gegevens zijn gemaakt." if dag else "",
        STAPPEN_UITLEG,
        KLIF,
    ]
    return " ".join(d for d in delen if d)


def article_lines(dagen: Sequence[Termijndag]) -> list[str]:
    """The article behind each kind of day, and how sure it is."""
    regels = {d.termijn: f"{STAPPEN[d.termijn]}: {letterlijk(d.artikel)}, {status_words(d.status)}" for d in dagen}
    return [f"{regels[stap]}." for stap in STAPPEN if stap in regels]
