"""Sentences and table rows on findings."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.bevindingenblok import soort_woord
from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.data.bevindingen import Bevinding
from dashboard.theme.notatie import Getal, aantal_met, euro, euro_verschil, hele_getal

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

# In these findings two printed counts are compared: nothing was recomputed.
TWEE_TELLINGEN = ("plausibiliteit", "regel")
KOLOMMEN = ["Nr", "In de bron", "Herrekend", "Verschil"]
UITLEG = (
    "Nr: het nummer van de bevinding hierboven. Herrekend: wat uit de onderdelen volgt, of bij twee tellingen de"
    " telling die de grens geeft. Verschil: herrekend min wat in de bron staat."
)


def answer(alle: Sequence[Bevinding], naam: str | None) -> str:
    """How many contradictions and gaps there are, and how many are explained."""
    groep = any(b.gemeentecode is None for b in alle)
    wie = f" over {naam}" + (f" en groepen waar {naam} bij hoort" if groep else "") if naam else ""
    ontbreekt = sum(b.soort == "volledigheid" for b in alle)
    tegen = len(alle) - ontbreekt
    if not alle:
        return f"In de geleverde cijfers{wie} is geen tegenspraak gevonden."
    staan = "staat" if tegen == 1 else "staan"
    zin = (
        f"**In de geleverde cijfers{wie} {staan} {aantal_met(tegen, 'tegenspraak', 'tegenspraken')}; op"
        f" {aantal_met(ontbreekt, 'plaats', 'plaatsen')} ontbreekt iets.**"
    )
    verklaard = sum(b.status == "verklaard" for b in alle)
    if not verklaard:
        return f"{zin} Nog geen bevinding is verklaard."
    return f"{zin} {aantal_met(verklaard, 'bevinding is', 'bevindingen zijn')} al verklaard."


def select(alle: Sequence[Bevinding], soort: str | None, ernst: str | None) -> list[Bevinding]:
    """The findings a reader asked for."""
    return [b for b in alle if soort in (None, b.soort) and ernst in (None, b.ernst)]


def _waarde(waarde: Getal | None, eenheid: str | None) -> str:
    if waarde is None:
        return "geen cijfer"
    if eenheid == "euro":
        return euro(waarde)
    return hele_getal(waarde) + ("%" if eenheid == "procent" else "")


def _verschil(waarde: Getal | None, eenheid: str | None) -> str:
    if waarde is not None and eenheid == "euro":
        return euro_verschil(waarde)
    tekst = _waarde(waarde, None if eenheid == "procent" else eenheid)
    plus = "+" if waarde is not None and waarde > 0 else ""
    return f"{plus}{tekst}" + (" procentpunt" if eenheid == "procent" and waarde is not None else "")


def block(nummer: int, b: Bevinding) -> str:
    """One finding as a short block: what it is, the explanation, the figures and where it stands."""
    kop = [soort_woord(b.soort).capitalize(), letterlijk(b.gemeentenaam or "meer gemeenten"), _periode(b)]
    regels = [klein(f"**{nummer}. {' · '.join([*(d for d in kop if d), f'ernst {b.ernst}'])}**")]
    regels.append(klein(letterlijk(b.toelichting)))
    if b.verklaring:
        regels.append(klein(f"Verklaring: {letterlijk(b.verklaring)}"))
    if _heeft_cijfers(b):
        gedrukt, herrekend = ("In de bron", "herrekend") if b.soort not in TWEE_TELLINGEN else ("Geteld", "grens")
        regels.append(
            klein(
                f"{gedrukt} {_waarde(b.gedrukt, b.eenheid)}, {herrekend} {_waarde(b.herrekend, b.eenheid)},"
                f" verschil {_verschil(b.verschil, b.eenheid)}."
            )
        )
    plaats = b.vindplaats or b.tabel
    if plaats:
        regels.append(tekst_zacht(letterlijk(plaats)))
    return "  \n".join(regels)


def _periode(b: Bevinding) -> str:
    if b.jaar is None:
        return "alle jaren samen" if b.periode == "totaal" else letterlijk(b.periode or "")
    return f"{b.jaar}"


def _heeft_cijfers(b: Bevinding) -> bool:
    return b.gedrukt is not None or b.herrekend is not None


def table_rows(genummerd: Sequence[tuple[int, Bevinding]]) -> list[list[str]]:
    """The findings with figures: printed, recomputed and the difference."""
    return [
        [
            str(nummer),
            _waarde(b.gedrukt, b.eenheid),
            _waarde(b.herrekend, b.eenheid),
            _verschil(b.verschil, b.eenheid),
        ]
        for nummer, b in genummerd
        if _heeft_cijfers(b)
    ]
