"""Why a settlement can't be seen: which of the two amounts of a year was not delivered."""

from __future__ import annotations

from collections.abc import Collection

from dashboard.app_pages.terugbetaling.betalen import hides_settlement
from dashboard.app_pages.terugbetaling.inhoud import EERSTE_SCENARIO, Inhoud
from dashboard.theme.notatie import hoofdletter, opsomming

DEFINITIEF = "definitief"


def hidden_years(inhoud: Inhoud) -> list[int]:
    """Years of which the printed course knows one amount for both paid and granted."""
    verloop = inhoud.in_scenario(EERSTE_SCENARIO) or inhoud.verloop
    return sorted(jaar for jaar, v in verloop.items() if hides_settlement(v))


def which_years(inhoud: Inhoud) -> str:
    """` van 2024 en 2025`; empty when it is every year up to the newest one that can be computed."""
    jongste = inhoud.jongste
    tot = [j for j in inhoud.risico if jongste is None or j <= jongste.jaar]
    jaren = [j for j in hidden_years(inhoud) if j in tot]
    return f" van {years(jaren)}" if jaren and jaren != tot else ""


def why_hidden(inhoud: Inhoud) -> str:
    """A pooled sum is one amount per year; of a grant apart a letter is missing, and this says which."""
    verborgen = hidden_years(inhoud)
    definitief = {b.jaar for b in inhoud.brieven if b.soort == DEFINITIEF}
    met, zonder = [j for j in verborgen if j in definitief], [j for j in verborgen if j not in definitief]
    if not verborgen:
        return ""
    if inhoud.is_gebundeld:
        delen = [f"van {years(met)} het definitieve"] if met else []
        delen += [f"van {years(zonder)} het voorlopige"] if zonder else []
        return f"De bron geeft één bedrag per jaar: {', '.join(delen)}."
    delen = [f"van {years(zonder)} ontbreekt de definitieve beschikking"] if zonder else []
    delen += [f"van {years(met)} ontbreekt de voorlopige beschikking"] if met else []
    return f"{hoofdletter('; '.join(delen))}."


def years(jaren: Collection[int]) -> str:
    """`2022, 2023 en 2024`."""
    return opsomming([str(j) for j in jaren])
