"""Sentences and table rows on findings."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.bevindingenblok import soort_woord
from dashboard.components.opmaak import letterlijk
from dashboard.data.bevindingen import Bevinding
from dashboard.theme.notatie import Getal, aantal_met, euro, hele_getal

WEL = (
    "Een bevinding is een plek waar rekenen iets anders oplevert dan de bron, waar twee bronnen"
    " elkaar tegenspreken,"
    " of waar iets ontbreekt. Elk cijfer blijft staan zoals het in de bron staat; onze optelling"
    " staat ernaast."
)
NIET = (
    "Een bevinding is geen oordeel over de gemeente en niet altijd een fout: soms is er een goede"
    " reden, die wij niet"
    " kennen. Ernst zegt hoe zwaar het verschil weegt voor de conclusies, niet wie er iets verkeerd deed."
)

KOLOMMEN = [
    "Gemeente",
    "Soort",
    "Ernst",
    "In de bron",
    "Herrekend",
    "Verschil",
    "Wat is vergeleken",
    "Waar staat het",
]


def answer(alle: Sequence[Bevinding], naam: str | None) -> str:
    """How many findings there are and how many are still open."""
    wie = f" over {naam} en de groep waar {naam} bij hoort" if naam else ""
    if not alle:
        return f"In de geleverde cijfers{wie} is geen tegenspraak gevonden."
    ontbreekt = sum(b.soort == "volledigheid" for b in alle)
    tegen = len(alle) - ontbreekt
    verklaard = sum(b.status == "verklaard" for b in alle)
    zin = (
        f"**In de geleverde cijfers{wie} staan {aantal_met(tegen, 'tegenspraak', 'tegenspraken')} en op"
        f" {aantal_met(ontbreekt, 'plaats', 'plaatsen')} ontbreekt iets.**"
    )
    return f"{zin} {aantal_met(verklaard, 'bevinding is', 'bevindingen zijn').capitalize()} al verklaard."


def select(alle: Sequence[Bevinding], soort: str | None, ernst: str | None) -> list[Bevinding]:
    """The findings a reader asked for."""
    return [b for b in alle if soort in (None, b.soort) and ernst in (None, b.ernst)]


def _waarde(waarde: Getal | None, eenheid: str | None) -> str:
    if waarde is None:
        return "–"
    if eenheid == "euro":
        return euro(waarde)
    return hele_getal(waarde) + ("%" if eenheid == "procent" else "")


def _verschil(waarde: Getal | None, eenheid: str | None) -> str:
    tekst = _waarde(waarde, None if eenheid == "procent" else eenheid)
    plus = "+" if waarde is not None and waarde > 0 else ""
    return f"{plus}{tekst}" + (" procentpunt" if eenheid == "procent" and waarde is not None else "")


def table_rows(bevindingen: Sequence[Bevinding]) -> list[list[str]]:
    """Printed, recomputed, difference, explanation and place."""
    return [
        [
            letterlijk(b.gemeentenaam or "meer gemeenten"),
            soort_woord(b.soort),
            b.ernst,
            _waarde(b.gedrukt, b.eenheid),
            _waarde(b.herrekend, b.eenheid),
            _verschil(b.verschil, b.eenheid),
            letterlijk(b.toelichting) + (f" **Verklaard:** {letterlijk(b.verklaring)}" if b.verklaring else ""),
            letterlijk(b.vindplaats or b.tabel or ""),
        ]
        for b in bevindingen
    ]
