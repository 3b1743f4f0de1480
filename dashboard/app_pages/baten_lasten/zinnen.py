"""Sentences and table rows on money, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.data.geld import Post, Totaal
from dashboard.theme.notatie import euro_zin, hoofdletter, jaren_zin, opsomming, waarde_of_woord

WEL = (
    "Lasten zijn de kosten van inburgering die de gemeente opgaf. Baten zijn de SPUK (de uitkering"
    " van het rijk voor"
    " inburgering) en het deel van het gemeentefonds dat daarvoor bedoeld is."
)
NIET = (
    "Baten min lasten is geen winst of tekort. Niet elke last staat in de opgave, een deel van de"
    " baten is voorlopig,"
    " en wat over is mag tot een grens mee naar een volgend jaar; de rest moet terug (zie Terugbetalingsrisico)."
)

PM = "p.m. is geen nul: er is nog geen bedrag."
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
    """Which years are whole and which are not, baten and lasten each by their own years."""
    if all(r.is_volledig for r in rijen):
        return ""
    per = {soort: [r for r in rijen if r.soort == soort] for soort in ("baten", "lasten")}
    zinnen = {soort: _compleet(eigen) for soort, eigen in per.items() if eigen}
    gelijk = len(zinnen) > 1 and len(set(zinnen.values())) == 1
    if gelijk:
        zinnen = {"baten en lasten": zinnen["baten"]}
    return " ".join(zin.format(soort=soort) for soort, zin in zinnen.items())


def _compleet(rijen: Sequence[Totaal]) -> str:
    heel = [r.jaar for r in rijen if r.is_volledig and r.som_eur is not None]
    rest = [r.jaar for r in rijen if r.jaar not in heel]
    leeg = [r.jaar for r in rijen if r.som_eur is None]
    if heel:
        return f"De {{soort}} van {jaren_zin(heel)} zijn compleet" + (
            f", die van {jaren_zin(rest)} niet." if rest else "."
        )
    if len(leeg) == len(rest):
        return f"Van de {{soort}} van {jaren_zin(rest)} is er nog geen bedrag."
    wanneer = "elk jaar" if len(rest) > 1 else f"over {rest[0]}"
    later = f"; van {jaren_zin(leeg)} is er nog geen enkel bedrag" if leeg else ""
    return f"Van de {{soort}} ontbreekt {wanneer} een deel{later}."


def no_amount(posten: Sequence[Post]) -> dict[tuple[int, str], str]:
    """Per year and soort the word for what is missing, for a year that has no amount at all."""
    per: dict[tuple[int, str], set[str]] = {}
    for p in (p for p in posten if p.bedrag_eur is None):
        per.setdefault((p.jaar, p.soort), set()).add(waarde_of_woord(None, p.waarde_status))
    return {
        sleutel: woorden.pop() if len(woorden) == 1 else f"geen bedrag ({opsomming(sorted(kort(w) for w in woorden))})"
        for sleutel, woorden in per.items()
    }


def kort(woord: str) -> str:
    """The word without what stands between brackets behind it."""
    return woord.partition(" (")[0]


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
    return hoofdletter("; ".join(delen)) + (". " if delen else "") + PM
