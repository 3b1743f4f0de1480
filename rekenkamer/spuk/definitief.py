"""Estimate the definitief amount of a budget year from head counts and prices (Besluit art. 10.1 to 10.3).

When every weight equals its price and no finished trajectory counts, the gemeente's share of the national budget is
exactly its sum of count x price. When weights differ, the share needs the national totals, which only the ministry has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rekenkamer.spuk.aantallen import Aantal, zoek_aantal
from rekenkamer.spuk.artikelen import RAMING
from rekenkamer.spuk.bedragen import NUL, schrijf_euro, tel_op
from rekenkamer.spuk.dossier import Telling
from rekenkamer.spuk.keuring import keur_regels, keur_tellingen
from rekenkamer.spuk.regels import Regels, zwakste
from rekenkamer.spuk.telregels import Onderdeel, bepaal_aandeel, tel_gewicht, tel_prijs
from rekenkamer.spuk.uitkomst import NietTeBerekenen, Raming, Rekenregel

# which cohort belongs to which component is the formula itself: Besluit art. 10.2 and 10.3
COHORT_AFSTAND = {"a": 0, "b": 1, "c": 2}
AFGEROND_AFSTAND = 2


def raam_definitief(jaar: int, tellingen: Iterable[Telling], regels: Regels) -> Raming | NietTeBerekenen:
    """The amount in euro with its lines, or everything that is missing for it.

    Raises ValueError (Dutch) for a negative or doubled count or price.
    """
    rijen = tuple(tellingen)
    keur_tellingen(rijen)
    keur_regels(regels)
    delen = [tel_prijs(zoek_aantal(jaar, jaar, "gezinsmigrant", rijen, regels), jaar, "gezin", regels)]
    delen += _verdeling(jaar, rijen, regels) if _heeft_gewichten(jaar, regels) else _per_hoofd(jaar, rijen, regels)
    if regels.prijs(jaar, "abo") is not None:
        delen.append(tel_prijs(zoek_aantal(jaar, jaar, "onderwijsroute", rijen, regels), jaar, "abo", regels))
    return _vat_samen(jaar, delen)


def _heeft_gewichten(jaar: int, regels: Regels) -> bool:
    """Whether a weight differs from its price, so that the national totals are needed."""
    return any(
        prijs.gewicht is not None and prijs.gewicht != (prijs.bedrag or NUL)
        for component in (*COHORT_AFSTAND, "d")
        if (prijs := regels.prijs(jaar, component)) is not None
    )


def _per_hoofd(jaar: int, tellingen: Sequence[Telling], regels: Regels) -> list[Onderdeel]:
    return [
        tel_prijs(zoek_aantal(jaar, jaar - afstand, "statushouder", tellingen, regels), jaar, component, regels)
        for component, afstand in COHORT_AFSTAND.items()
    ]


def _verdeling(jaar: int, tellingen: Sequence[Telling], regels: Regels) -> list[Onderdeel]:
    punten = [
        tel_gewicht(zoek_aantal(jaar, jaar - afstand, "statushouder", tellingen, regels), jaar, component, regels)
        for component, afstand in COHORT_AFSTAND.items()
    ]
    d = regels.prijs(jaar, "d")
    if d is None or d.gewicht != 0:
        punten += [tel_gewicht(aantal, jaar, "d", regels) for aantal in _afgerond(jaar, tellingen, regels)]
    return [*punten, bepaal_aandeel(jaar, punten, regels)]


def _afgerond(jaar: int, tellingen: Sequence[Telling], regels: Regels) -> list[Aantal]:
    """The finished trajectories that count; in the first year with d all years up to t-2 (Besluit art. 10.3 lid 5)."""
    laatste = jaar - AFGEROND_AFSTAND
    begin = regels.eerste_cohort()
    jaren = [laatste]
    if eerste_jaar_met_d(regels) == jaar and begin is not None and begin.waarde is not None:
        jaren = list(range(int(begin.waarde), laatste + 1)) or [laatste]
    return [zoek_aantal(jaar, j, "afgerond_traject", tellingen, regels) for j in jaren]


def eerste_jaar_met_d(regels: Regels) -> int | None:
    """The first budget year that pays for finished trajectories: from then on the grant follows another formula."""
    return min((p.budgetjaar for p in regels.prijzen if p.component == "d" and p.gewicht), default=None)


def _vat_samen(jaar: int, delen: Sequence[Onderdeel]) -> Raming | NietTeBerekenen:
    regels = tuple(deel.regel for deel in delen)
    mist = tuple(dict.fromkeys(wat for deel in delen for wat in deel.ontbreekt))
    meetellend = [deel for deel in delen if deel.is_bedrag]
    bedrag = tel_op(deel.regel.bedrag for deel in meetellend)
    if mist or bedrag is None:
        return NietTeBerekenen(mist, regels)
    onvolledig = tuple(dict.fromkeys(wat for deel in delen for wat in deel.onvolledig))
    herkomst = replace(RAMING, status=zwakste(*(r.herkomst for r in regels)))
    totaal = Rekenregel(
        "invoer",
        "raming",
        f"Raming uit aantallen {jaar}",
        "De bedragen hierboven bij elkaar",
        " + ".join(schrijf_euro(deel.regel.bedrag) for deel in meetellend),
        bedrag,
        herkomst,
    )
    return Raming(jaar, bedrag, not onvolledig, onvolledig, (*regels, totaal), herkomst)
