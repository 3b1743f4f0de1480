"""The versions of the rule for the reserve, named by what they say and how sure they are."""

from __future__ import annotations

from decimal import Decimal

from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.zinnen import status_words
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Vloer
from dashboard.theme.notatie import hele_getal, hoofdletter

KORT = {"bevestigd": "regel bevestigd", "afgeleid": "regel afgeleid", "onbekend": "regel niet bekend"}
ONBEKEND = "regel niet bekend"
SAMEN = "toegepast op drie uitkeringen samen: niet zeker"


def rule_name(inhoud: Inhoud, regelversie: str | None) -> str:
    """`oude regel (100%)` or `nieuwe regel (100% + 50%)`, by the shares in the data; else the code itself."""
    versies = inhoud.plafonds
    regel = next((p for p in versies if p.regelversie == regelversie), None)
    if regel is None:
        return f"regel {letterlijk(regelversie)}" if regelversie else "regel over de reserve"
    leeftijd = "oude " if regel == versies[0] else "nieuwe " if regel == versies[-1] else ""
    delen = [_share(deel) for deel in (regel.alpha, regel.beta) if deel]
    return f"{leeftijd}regel ({' + '.join(delen)})"


def _share(deel: Decimal) -> str:
    return f"{hele_getal(deel * 100)}%"


def certainty(inhoud: Inhoud, vloer: Vloer) -> str:
    """The rule and what it is used on here are two things, each with a certainty of its own."""
    regel = next((p for p in inhoud.plafonds if p.regelversie == vloer.regelversie), None)
    if regel is None:
        return status_words(vloer.status)
    kort = KORT.get(regel.status or "onbekend", KORT["onbekend"])
    if inhoud.is_gebundeld:
        return f"{kort}; {SAMEN}"
    return kort if regel.status == vloer.status else f"{kort}; het bedrag is {status_words(vloer.status)}"


def rule_cell(inhoud: Inhoud, vloer: Vloer | None) -> str:
    """The name of the rule alone; rule_line says the rest."""
    return rule_name(inhoud, vloer.regelversie) if vloer and vloer.regelversie else ONBEKEND


def rule_line(inhoud: Inhoud, vloer: Vloer) -> str:
    """Name, code and certainty, as the step of the calculation carries them."""
    naam, code = rule_name(inhoud, vloer.regelversie), letterlijk(vloer.regelversie)
    return f"{hoofdletter(naam if code in naam else f'{naam}, code {code}')}: {certainty(inhoud, vloer)}."
