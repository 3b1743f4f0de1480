"""Sentences and table rows on money, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.data.geld import Post, Totaal
from dashboard.theme.notatie import (
    NIET_BEKEND,
    aantal_met,
    euro,
    euro_verschil,
    euro_zin,
    hoofdletter,
    opsomming,
    waarde_of_woord,
)

WEL = (
    "Lasten zijn de kosten van inburgering die de gemeente opgaf. Baten zijn de SPUK (de uitkering"
    " van het rijk voor"
    " inburgering) en het deel van het gemeentefonds dat daarvoor bedoeld is."
)
NIET = (
    "Baten min lasten is geen winst of tekort. Niet elke last staat in de opgave, een deel van de"
    " baten is voorlopig,"
    " en wat over is mag vaak mee naar een volgend jaar."
)

POSTNAMEN = {
    "leerroutes": "Leerroutes",
    "maatschappelijke_begeleiding": "Maatschappelijke begeleiding",
    "pvt": "PVT",
    "participatiecomponent": "Participatie (o.a. financiële begeleiding)",
    "formatie": "Formatie (personeel)",
    "gemeentefonds": "Gemeentefonds",
    "spuk": "SPUK (uitkering van het rijk)",
    "totaal": "Totaal",
}
STATUSNAMEN = {
    "realisatie": "realisatie",
    "begroot": "begroot",
    "voorlopig": "voorlopig",
    "nader_voorlopig": "nader voorlopig",
    "definitief": "definitief",
    "terugvordering": "terugvordering",
}


def answer(eigen: Sequence[Totaal], samen: Sequence[Totaal], naam: str | None) -> str:
    """The newest year of which costs and income are both whole."""
    if naam and not eigen:
        return f"Voor {naam} zijn geen baten en lasten geleverd."
    rijen = eigen if naam else samen
    if not rijen:
        return "Er is geen bedrag voor alle gemeenten samen geleverd. Kies een gemeente."
    wie = naam or "Alle gemeenten samen"
    jaar = jongste_jaar(rijen)
    if jaar is None:
        van_wie = naam or "de gemeenten"
        return f"**Van geen enkel jaar zijn alle baten en lasten van {van_wie} geleverd.** {_gaten(rijen)}"
    per_soort = {r.soort: r for r in rijen if r.jaar == jaar}
    lasten, baten = per_soort["lasten"], per_soort["baten"]
    bedrag = euro_zin(baten.som_eur) if baten.som_eur else "niets"
    zin = f"**{wie} {_uitgaf(lasten, naam is None)}; daar stond {bedrag} van het rijk tegenover"
    voorlopig = f" ({status_naam(baten.status_bedrag)})" if "voorlopig" in (baten.status_bedrag or "") else ""
    return f"{zin}{voorlopig}.** {_gaten(rijen)}".strip()


def _uitgaf(lasten: Totaal, meervoud: bool) -> str:
    bedrag = euro_zin(lasten.som_eur) if lasten.som_eur else "niets"
    if lasten.status_bedrag == "realisatie":
        return f"{'gaven' if meervoud else 'gaf'} in {lasten.jaar} {bedrag} uit aan inburgering"
    return f"{'begrootten' if meervoud else 'begrootte'} voor {lasten.jaar} {bedrag} voor inburgering"


def status_naam(status: str | None) -> str:
    """How sure an amount is, in words."""
    return STATUSNAMEN.get(status or "", status or "status niet vermeld")


def jongste_jaar(rijen: Sequence[Totaal]) -> int | None:
    """The newest year of which both totals are whole; a realised year goes before a budgeted one."""
    heel: dict[int, dict[str, Totaal]] = {}
    for r in rijen:
        if r.is_volledig and r.som_eur is not None:
            heel.setdefault(r.jaar, {})[r.soort] = r
    jaren = {jaar: soorten for jaar, soorten in heel.items() if {"baten", "lasten"} <= soorten.keys()}
    gerealiseerd = [jaar for jaar, soorten in jaren.items() if soorten["lasten"].status_bedrag == "realisatie"]
    return max(gerealiseerd or jaren, default=None)


def _gaten(rijen: Sequence[Totaal]) -> str:
    jaren = sorted({str(r.jaar) for r in rijen if not r.is_volledig})
    if not jaren:
        return ""
    welk = "dat jaar is" if len(jaren) == 1 else "die jaren zijn"
    return f"Over {opsomming(jaren)} ontbreken bedragen; {welk} niet op te tellen."


def amount(rij: Post) -> str:
    """The amount in whole euros, or the word that says why there is none."""
    if rij.bedrag_eur is not None:
        return euro(rij.bedrag_eur)
    return waarde_of_woord(None, rij.waarde_status)


def post_rows(posten: Sequence[Post], totalen: Sequence[Totaal]) -> tuple[list[str], list[list[str]]]:
    """Posts by year, with the total of each soort under its posts."""
    jaren = sorted({p.jaar for p in posten})
    gemengd = _mixed_years(posten)
    rows: list[list[str]] = []
    for soort in ("lasten", "baten"):
        per_post: dict[str, dict[int, str]] = {}
        for p in (p for p in posten if p.soort == soort):
            per_post.setdefault(p.post, {})[p.jaar] = amount(p) + _status_bij(p, gemengd)
        rows += [
            [soort, POSTNAMEN.get(naam, naam), *(v.get(j, "niet geleverd") for j in jaren)]
            for naam, v in per_post.items()
        ]
        som = {t.jaar: total(t) for t in totalen if t.soort == soort}
        if per_post:
            rows.append([f"**{soort}**", "**Totaal**", *(f"**{som.get(j, NIET_BEKEND)}**" for j in jaren)])
    return ["Soort", "Post", *(str(j) for j in jaren)], rows


def _mixed_years(posten: Sequence[Post]) -> set[tuple[str, int]]:
    """Years in which some amounts of a soort are realised and others are not."""
    statussen: dict[tuple[str, int], set[str | None]] = {}
    for p in posten:
        if p.bedrag_eur is not None:
            statussen.setdefault((p.soort, p.jaar), set()).add(p.status_bedrag)
    return {sleutel for sleutel, gevonden in statussen.items() if len(gevonden) > 1}


def _status_bij(p: Post, gemengd: set[tuple[str, int]]) -> str:
    if p.bedrag_eur is None or (p.soort, p.jaar) not in gemengd:
        return ""
    return f" ({status_naam(p.status_bedrag)})"


def total(t: Totaal) -> str:
    """A total over missing parts says so."""
    if t.som_eur is None:
        return "niet op te tellen"
    return euro(t.som_eur) if t.is_volledig else f"{euro(t.som_eur)} + wat ontbreekt"


def printed_rows(samen: Sequence[Totaal]) -> list[list[str]]:
    """Printed total beside our own sum."""
    return [
        [
            str(t.jaar),
            t.soort,
            euro(t.gedrukt_eur) if t.gedrukt_eur is not None else "niet in de bron",
            euro(t.som_eur),
            euro_verschil(t.verschil_eur) if t.verschil_eur is not None else "niet van toepassing",
            _ontbrekend(t),
        ]
        for t in samen
    ]


def _ontbrekend(t: Totaal) -> str:
    if t.is_volledig:
        return "niets"
    if not t.ontbrekend_aantal:
        return "onbekend hoeveel"
    return aantal_met(t.ontbrekend_aantal, "bedrag", "bedragen")


def neighbour_rows(totalen: Sequence[Totaal], code: str | None) -> list[list[str]]:
    """Every gemeente and year, by name."""
    per: dict[tuple[str, int], dict[str, str]] = {}
    for t in totalen:
        naam = t.gemeenten or t.gemeentecode or ""
        sleutel = f"**{naam}**" if t.gemeentecode == code else naam
        per.setdefault((sleutel, t.jaar), {})[t.soort] = total(t)
    return [[n, str(j), v.get("lasten", "niet geleverd"), v.get("baten", "niet geleverd")] for (n, j), v in per.items()]


def status_note(posten: Sequence[Post]) -> str:
    """Which years are realised, budgeted or provisional."""
    per: dict[tuple[str, str], set[int]] = {}
    for p in posten:
        if p.status_bedrag:
            per.setdefault((p.soort, p.status_bedrag), set()).add(p.jaar)
    delen = [
        f"{soort} {opsomming([str(j) for j in sorted(jaren)])}: {status_naam(status)}"
        for (soort, status), jaren in per.items()
    ]
    return hoofdletter("; ".join(delen)) + (". " if delen else "") + "p.m. is geen nul: het bedrag is nog niet begroot."
