"""Sentences and table rows on PVT and MAP, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.app_pages.pvt_map.charts import Punt
from dashboard.data.pvt_map import PerJaar, Samenwerking, Voltooiing
from dashboard.theme.notatie import aantal_met, deel_van, getal, opsomming, procent, waarde_of_woord

WEL = (
    "PVT: het traject waarin iemand kennismaakt met de kernwaarden; minstens 12 uur. MAP: de module"
    " over werk en"
    " meedoen; minstens 40 uur praktijk. Het aandeel hangt af van waar je door deelt: alle dossiers,"
    " wie een leerroute"
    " begon, of wie een plan inburgering en participatie (PIP) heeft."
)
NIET = (
    "Wie nog bezig is, is niet te laat: inburgeraars hebben 36 maanden. Wie de onderwijsroute"
    " afrondt hoeft de MAP niet"
    " te doen. De tellingen van PIP’s en trajecten gaan niet over precies dezelfde periode."
)

GROEPEN = {"dossiers": "dossiers", "leerroutes": "met een leerroute", "pip": "met een PIP"}
NOEMERS = {
    "dossiers": ("dossier", "dossiers"),
    "leerroutes": ("mens met een leerroute", "mensen met een leerroute"),
    "pip": ("mens met een PIP", "mensen met een PIP"),
}
MEERVOUD = {"statushouder": "statushouders", "gezinsmigrant": "gezinsmigranten", None: "alle inburgeraars"}


def answer(eigen: Sequence[Voltooiing], samen: Sequence[Samenwerking], naam: str | None) -> str:
    """Finished PVT against every base that was delivered, with the printed share of the group."""
    delen = [r for r in eigen if r.doelgroep is None and r.afgerond_aantal is not None] or [
        r for r in eigen if r.afgerond_aantal is not None
    ]
    if naam and not delen:
        return f"Voor {naam} is niet geleverd hoeveel inburgeraars het PVT afrondden."
    if delen:
        return f"**{_eigen_zin(delen, naam or '')}.** {_samen_zin(samen)}".strip()
    return _samen_zin(samen) or "Er is geen cijfer over PVT en MAP voor alle gemeenten samen geleverd."


def _eigen_zin(rijen: Sequence[Voltooiing], naam: str) -> str:
    gezien: dict[str, Voltooiing] = {}
    for r in rijen:
        gezien.setdefault(r.noemer_basis, r)
    eerste = next(iter(gezien.values()))
    aantal = eerste.afgerond_aantal or 0
    werkwoord = "rondde 1 inburgeraar" if aantal == 1 else f"rondden {getal(aantal)} inburgeraars"
    if aantal == 0:
        werkwoord = "rondde nog niemand"
    delen = [
        f"{procent(r.voltooiing_pct, 0)} van {_noemer(r)}"
        for r in gezien.values()
        if aantal and r.noemer_aantal and r.voltooiing_pct is not None
    ]
    return f"In {naam} {werkwoord} het PVT af" + (f": {opsomming(delen)}" if delen else "")


def _noemer(r: Voltooiing | Samenwerking) -> str:
    enkel, meer = NOEMERS.get(r.noemer_basis, (r.noemer_basis, r.noemer_basis))
    return f"de {aantal_met(r.noemer_aantal or 0, enkel, meer)}"


def _samen_zin(samen: Sequence[Samenwerking]) -> str:
    groep = [r for r in samen if r.gedrukt_pct is not None and r.voltooiing_pct is not None]
    if not groep:
        return ""
    delen = opsomming([f"{procent(r.voltooiing_pct, 0)} van {_noemer(r)}" for r in groep])
    return (
        f"In {groep[0].gemeenten} samen is het {delen}; het rapport noemt ongeveer {procent(groep[0].gedrukt_pct, 0)}."
    )


def points(rijen: Sequence[Voltooiing], samen: Sequence[Samenwerking], code: str | None) -> list[Punt]:
    """Gemeenten by name, then the groups."""
    per_gemeente = [r for r in rijen if r.doelgroep is None]
    punten = [
        Punt(r.gemeentenaam, r.noemer_basis, _pct(r.voltooiing_pct), r.gemeentecode == code) for r in per_gemeente
    ]
    return punten + [
        Punt(_korte_groep(r.gemeenten), r.noemer_basis, _pct(r.voltooiing_pct), False, _pct(r.gedrukt_pct))
        for r in samen
        if _is_groep(r)
    ]


def _is_groep(r: Samenwerking) -> bool:
    return "|" in (r.deelnemers or "|")


def _korte_groep(gemeenten: str) -> str:
    aantal = gemeenten.count(",") + gemeenten.count(" en ") + 1
    return f"Deze {aantal} samen" if aantal > 2 else gemeenten


def _pct(waarde: object) -> float | None:
    return None if waarde is None else float(str(waarde))


def table_rows(rijen: Sequence[Voltooiing], samen: Sequence[Samenwerking]) -> list[list[str]]:
    """Every share with its counts, groups last and beside the printed share."""
    rows = [
        [
            _wie(r, met_naam=len({x.gemeentecode for x in rijen}) > 1),
            GROEPEN.get(r.noemer_basis, r.noemer_basis),
            deel_van(r.afgerond_aantal, r.noemer_aantal, None),
            procent(r.voltooiing_pct),
            "geen cijfer",
        ]
        for r in rijen
    ]
    return rows + [
        [
            f"**{_korte_groep(r.gemeenten)}**",
            GROEPEN.get(r.noemer_basis, r.noemer_basis),
            deel_van(r.afgerond_aantal, r.noemer_aantal, None),
            f"**{procent(r.voltooiing_pct)}**",
            f"ongeveer {procent(r.gedrukt_pct, 0)}" if r.gedrukt_pct is not None else "geen cijfer",
        ]
        for r in samen
    ]


def _wie(r: Voltooiing, met_naam: bool) -> str:
    groep = MEERVOUD.get(r.doelgroep, str(r.doelgroep))
    return f"{r.gemeentenaam}, {groep}" if met_naam else groep


def group_note(samen: Sequence[Samenwerking]) -> str:
    """Which gemeenten a group row stands for."""
    groepen = dict.fromkeys(r.gemeenten for r in samen)
    return " ".join(f"{_korte_groep(g)}: {g}." for g in groepen if _korte_groep(g) != g)


def year_rows(rijen: Sequence[PerJaar]) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of who finished per year."""
    jaren = sorted({r.jaar for r in rijen})
    regels: dict[tuple[str, str], dict[int, str]] = {}
    for r in rijen:
        tekst = waarde_of_woord(r.afgerond_aantal, r.waarde_status)
        regels.setdefault((r.onderdeel, r.doelgroep), {})[r.jaar] = tekst
    rows = [[o, MEERVOUD.get(d, d), *(v.get(j, "niet geleverd") for j in jaren)] for (o, d), v in regels.items()]
    return ["Onderdeel", "Groep", *(str(j) for j in jaren)], rows
