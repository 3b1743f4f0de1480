"""Tables on money, in columns that fit on a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dashboard.app_pages.baten_lasten.zinnen import status_naam
from dashboard.components.tabel import vet
from dashboard.data.geld import Post, Totaal
from dashboard.theme.notatie import (
    NIET_BEKEND,
    aantal_met,
    euro,
    euro_verschil,
    hoofdletter,
    jaren_zin,
    opsomming,
    waarde_of_woord,
)

SOORTEN = ("lasten", "baten")
# With the name of the post in front of them, a phone shows two years of amounts in millions without scrolling sideways.
JAREN_NAAST_ELKAAR = 2
GEDRUKT = ["Jaar", "In de bron", "Onze optelling", "Verschil"]
NAAST_ELKAAR = ["Gemeente", "Jaar", "Lasten", "Baten"]
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


class Blok(NamedTuple):
    """One table of a section."""

    titel: str
    kolommen: list[str]
    rows: list[list[str]]
    toelichting: str = ""


def amount(rij: Post) -> str:
    """The amount in whole euros, or the word that says why there is none."""
    if rij.bedrag_eur is not None:
        return euro(rij.bedrag_eur)
    return waarde_of_woord(None, rij.waarde_status)


def post_tables(posten: Sequence[Post], totalen: Sequence[Totaal]) -> list[list[Blok]]:
    """Per soort its posts by year, with the total under them, in blocks that a phone shows whole."""
    blokken: list[list[Blok]] = []
    for soort in SOORTEN:
        eigen = [p for p in posten if p.soort == soort]
        som = {t.jaar: total(t) for t in totalen if t.soort == soort}
        jaren = sorted({p.jaar for p in eigen})
        delen = [jaren[begin : begin + JAREN_NAAST_ELKAAR] for begin in range(0, len(jaren), JAREN_NAAST_ELKAAR)]
        titels = [f"{hoofdletter(soort)} {jaren_zin(deel)}" for deel in delen]
        koppen = [["Post", *(str(j) for j in deel)] for deel in delen]
        rows = [_post_rows(eigen, som, deel) for deel in delen]
        blokken.append([Blok(*blok) for blok in zip(titels, koppen, rows, strict=True)])
    return [rij for rij in blokken if rij]


def _post_rows(posten: Sequence[Post], som: Mapping[int, str], jaren: Sequence[int]) -> list[list[str]]:
    gemengd = _mixed_years(posten)
    per_post: dict[str, dict[int, str]] = {}
    for p in posten:
        per_post.setdefault(p.post, {})[p.jaar] = amount(p) + _status_bij(p, gemengd)
    rows = [[POSTNAMEN.get(naam, naam), *(v.get(j, "niet geleverd") for j in jaren)] for naam, v in per_post.items()]
    return [*rows, vet(["Totaal", *(som.get(j, NIET_BEKEND) for j in jaren)])]


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


def printed_tables(samen: Sequence[Totaal]) -> list[list[Blok]]:
    """Printed total beside our own sum, a block per soort with what is missing in that sum under it."""
    per = {soort: [t for t in samen if t.soort == soort] for soort in SOORTEN}
    rij = [Blok(hoofdletter(s), GEDRUKT, printed_rows(rows), missing_note(rows)) for s, rows in per.items() if rows]
    return [rij] if rij else []


def printed_rows(samen: Sequence[Totaal]) -> list[list[str]]:
    """One soort, a row per year."""
    return [
        [
            str(t.jaar),
            euro(t.gedrukt_eur) if t.gedrukt_eur is not None else "niet in de bron",
            euro(t.som_eur),
            euro_verschil(t.verschil_eur) if t.verschil_eur is not None else "niet van toepassing",
        ]
        for t in samen
    ]


def missing_note(samen: Sequence[Totaal]) -> str:
    """How many amounts each year lacks: `Ontbreekt: 7 bedragen in 2022 en 4 bedragen in 2023.`"""
    delen = [f"{_ontbrekend(t)} in {t.jaar}" for t in samen if not t.is_volledig]
    return f"Ontbreekt: {opsomming(delen)}." if delen else "Er ontbreekt niets."


def _ontbrekend(t: Totaal) -> str:
    return aantal_met(t.ontbrekend_aantal, "bedrag", "bedragen") if t.ontbrekend_aantal else "onbekend hoeveel"


def neighbour_rows(totalen: Sequence[Totaal], code: str | None) -> list[list[str]]:
    """Every gemeente and year, by name."""
    per: dict[tuple[str, int], dict[str, str]] = {}
    for t in totalen:
        naam = t.gemeenten or t.gemeentecode or ""
        sleutel = f"**{naam}**" if t.gemeentecode == code else naam
        per.setdefault((sleutel, t.jaar), {})[t.soort] = total(t)
    return [[n, str(j), v.get("lasten", "niet geleverd"), v.get("baten", "niet geleverd")] for (n, j), v in per.items()]
