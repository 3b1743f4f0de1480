"""When an amount may have to be paid: the last day of each step, by year."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.app_pages.terugbetaling.zinnen import status_words
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Termijndag
from dashboard.theme.notatie import datum_kort

KOLOMMEN = ("Jaar", "Vaststelling", "Onderbesteding", "18 maanden")
STAPPEN = {
    "definitief": "Vaststelling",
    "besluit_terugvordering": "Onderbesteding",
    "klif_18_maanden": "18 maanden",
}
NIET_BEKEND = "niet bekend"
UITLEG = (
    "Uiterste dagen. Vaststelling: de definitieve beschikking; daarna verrekent het rijk het verschil in één keer."
    " Onderbesteding: het rijk laat weten wat terug moet. 18 maanden: is de verantwoording dan niet compleet, dan"
    " vordert het rijk de hele uitkering terug, ook als alles is besteed. Of zij is geleverd, staat op Regelingen."
)


def when_rows(dagen: Sequence[Termijndag], jaren: Collection[int]) -> list[list[str]]:
    """One row per year of this gemeente; a step without a known day says so."""
    per: dict[int, dict[str, str]] = {}
    for d in dagen:
        if d.jaar in jaren:
            per.setdefault(d.jaar, {})[d.termijn] = datum_kort(d.datum)
    return [[str(jaar), *(per[jaar].get(stap, NIET_BEKEND) for stap in STAPPEN)] for jaar in sorted(per)]


def article_lines(dagen: Sequence[Termijndag]) -> list[str]:
    """The article behind each kind of day, and how sure it is."""
    regels = {d.termijn: f"{STAPPEN[d.termijn]}: {letterlijk(d.artikel)}, {status_words(d.status)}" for d in dagen}
    return [f"{regels[stap]}." for stap in STAPPEN if stap in regels]
