"""Sentences and table rows on leerroutes, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.app_pages.leerroutes.charts import ROUTENAMEN, ROUTES
from dashboard.components.tabel import vet
from dashboard.data.leerroutes import Landelijk, RoutePerJaar, Verdeling
from dashboard.theme.notatie import aantal_met, deel_van, deel_zin, getal, opsomming, procent, waarde_of_woord

WEL = (
    "De B1-route leidt op tot taalniveau B1, de onderwijsroute tot een opleiding. De Z-route"
    " (zelfredzaamheidsroute) is er voor wie een examen niet haalbaar is. Het gaat om mensen die aan"
    " een route begonnen."
)
NIET = (
    "Meer mensen in de Z-route is niet goed of slecht: het hangt af van wie er komt wonen. Het"
    " landelijke cijfer gaat"
    " over de eerste groep tot en met december 2022; deze gemeenten tellen ook latere jaren."
)

MEERVOUD = {"statushouder": "statushouders", "gezinsmigrant": "gezinsmigranten"}
GROEPEN_VANAF = 30


def answer(rijen: Sequence[Verdeling], code: str | None, naam: str | None) -> str:
    """How many statushouders follow the Z-route, with base and country."""
    z = [r for r in rijen if r.leerroute == "Z" and r.aantal is not None]
    eigen = next((r for r in z if r.gemeentecode == code), None)
    if naam and eigen is None:
        return f"Voor {naam} is niet geleverd hoeveel statushouders elke leerroute volgen."
    if eigen is not None:
        return f"**{_met_noemer(eigen)}.** {_landelijk_zin(eigen)}".strip()
    if not z:
        return "Er zijn nog geen cijfers over leerroutes geleverd."
    delen = opsomming([f"in {r.gemeentenaam} {_deel(r)}" for r in z])
    zin = f"De Z-route, voor wie een examen niet haalbaar is, volgen van de statushouders met een leerroute {delen}."
    return f"{zin} {_landelijk_zin(z[0])}".strip()


def _deel(r: Verdeling) -> str:
    return getal(r.aantal) + (f" van de {getal(r.noemer_aantal)}" if r.noemer_aantal else "")


def _met_noemer(r: Verdeling) -> str:
    aantal, noemer = r.aantal or 0, r.noemer_aantal
    werkwoord = "volgt" if aantal == 1 or noemer == 1 else "volgen"
    if not noemer:
        wie = aantal_met(aantal, "statushouder", "statushouders")
        return f"In {r.gemeentenaam} {werkwoord} {wie} de Z-route; het totaal is niet geleverd"
    deel = deel_zin(aantal, noemer, "statushouder", "statushouders")
    aandeel = "" if aantal == 0 or noemer == 1 or r.aandeel_pct is None else f" ({procent(r.aandeel_pct, 0)})"
    return f"In {r.gemeentenaam} {werkwoord} {deel} met een leerroute de Z-route{aandeel}"


def _landelijk_zin(r: Verdeling) -> str:
    return f"Landelijk is dat {procent(r.landelijk_pct, 0)}." if r.landelijk_pct is not None else ""


def two_bases(rijen: Sequence[Verdeling], code: str | None) -> list[list[str]]:
    """Where the printed margin and the sum of the cells give another share, both are named."""
    return [
        [
            f"{r.gemeentenaam}, {MEERVOUD.get(r.doelgroep, r.doelgroep)}, {ROUTENAMEN.get(r.leerroute, r.leerroute)}",
            deel_van(r.aantal, r.noemer_aantal, r.aandeel_pct, 2),
            deel_van(r.aantal_cellen, r.noemer_cellen_aantal, r.aandeel_cellen_pct, 2),
        ]
        for r in rijen
        if r.aandeel_cellen_pct is not None
        and r.aandeel_pct != r.aandeel_cellen_pct
        and (r.gemeentecode == code if code else r.leerroute == "Z")
    ]


def base_note(rijen: Sequence[Verdeling]) -> str:
    """Names the base of the shares that are shown."""
    gedrukt = any(r.noemer_basis == "gedrukt_totaal" for r in rijen)
    basis = "het totaal dat in de bron staat" if gedrukt else "de som van de cellen"
    return (
        f"Aantal mensen en hun aandeel in {basis} (kolom n). B1 en Z zijn hier zonder de mensen die binnen die"
        f" route een A2-examen doen. Bij minder dan {GROEPEN_VANAF} mensen zegt één persoon meer of minder al veel:"
        " kijk dan naar het aantal."
    )


def table_rows(rijen: Sequence[Verdeling], landelijk: Sequence[Landelijk], code: str | None) -> list[list[str]]:
    """One row per gemeente with count and share per route; the country last."""
    per_gemeente: dict[str, dict[str, Verdeling]] = {}
    for r in rijen:
        per_gemeente.setdefault(r.gemeentecode, {})[r.leerroute] = r
    rows = []
    for gemeente, routes in per_gemeente.items():
        eerste = next(iter(routes.values()))
        cellen = [eerste.gemeentenaam, getal(eerste.noemer_aantal), *(_cel(routes.get(k)) for k in ROUTES)]
        rows.append(vet(cellen) if gemeente == code else cellen)
    land = {r.leerroute: procent(r.landelijk_pct) for r in landelijk}
    if land:
        rows.append(["**Nederland**", "–", *(land.get(k, "niet in de bron") for k in ROUTES)])
    return rows


def _cel(r: Verdeling | None) -> str:
    if r is None or r.aantal is None:
        return "niet geleverd"
    return f"{getal(r.aantal)} ({procent(r.aandeel_pct)})"


def year_rows(rijen: Sequence[RoutePerJaar]) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of the counts per route and year."""
    jaren = sorted({r.jaar for r in rijen})
    per_route: dict[str, dict[int, str]] = {}
    for r in rijen:
        tekst = "–" if r.waarde_status == "streepje" else waarde_of_woord(r.aantal, r.waarde_status)
        per_route.setdefault(r.leerroute, {})[r.jaar] = tekst
    rows = [[ROUTENAMEN.get(k, k), *(v.get(j, "niet geleverd") for j in jaren)] for k, v in per_route.items()]
    return ["Leerroute", *(str(j) for j in jaren)], rows
