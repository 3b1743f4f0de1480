"""Rows and sentences of the block on who the inburgeraars are and what they got."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.app_pages.leerroutes.charts import ROUTENAMEN
from dashboard.components.opmaak import letterlijk
from dashboard.data.bevindingen import Bevinding
from dashboard.data.inburgering import Inburgering, OudeWet, Uitstroom
from dashboard.theme.notatie import datum_lang, getal, hoofdletter, maand_jaar, opsomming, waarde_of_woord

TITEL = "Wie zijn de inburgeraars en wat kregen zij?"
ONDERWERPEN = ("inburgering", "leerroutes", "pvt_map", "begeleiding")
ONTBREEKT = "niet geleverd"
KOLOMMEN = ["Wat", "Aantal mensen"]
GEEN_TOTAAL = "geen totaal"
GROEPEN = {"statushouder": "statushouders", "gezinsmigrant": "gezinsmigranten", "totaal": "alle inburgeraars"}
TEKENS = (
    "Nieuw: van hen opende de gemeente een dossier. Totaal: zoals het in de bron staat; “geen totaal”"
    " betekent dat de bron er geen geeft."
)
TEKENS_REST = (
    "PIP: plan inburgering en participatie. Uitstroom: klaar met inburgeren. Wi2013: de oude wet."
    " “Of meer”: de bron telt een klein aantal niet mee."
)


def year_rows(i: Inburgering) -> tuple[list[str], list[list[str]]]:
    """New dossiers per doelgroep and begeleiding, per year and as the source totals them."""
    jaren = sorted({r.jaar for r in i.dossiers if r.jaar is not None} | {r.jaar for r in i.begeleiding})
    per_groep: dict[str, dict[int | None, str]] = {}
    for r in i.dossiers:
        per_groep.setdefault(r.doelgroep, {})[r.jaar] = waarde_of_woord(r.waarde, r.waarde_status)
    rows = [
        [f"Nieuw: {GROEPEN.get(g, g)}", v.get(None, GEEN_TOTAAL), *(v.get(j, ONTBREEKT) for j in jaren)]
        for g, v in per_groep.items()
    ]
    begeleid = {r.jaar: waarde_of_woord(r.aantal, r.waarde_status) for r in i.begeleiding}
    if begeleid:
        rows.append(["Maatschappelijke begeleiding", GEEN_TOTAAL, *(begeleid.get(j, ONTBREEKT) for j in jaren)])
    return ["Wie", "Totaal", *(str(j) for j in jaren)], rows


def year_notes(i: Inburgering, bevindingen: Sequence[Bevinding], code: str) -> str:
    """Where the years do not add up to the printed total, in the words of the finding on it."""
    zinnen = []
    for t in (r for r in i.dossiers if r.jaar is None):
        jaren = sum(r.waarde or 0 for r in i.dossiers if r.doelgroep == t.doelgroep and r.jaar is not None)
        # A finding does not name its doelgroep: printed and recomputed both have to fit.
        if any(_is_year_sum(b, code) and (b.gedrukt, b.herrekend) == (t.waarde, jaren) for b in bevindingen):
            wie = hoofdletter(GROEPEN.get(t.doelgroep, t.doelgroep))
            zinnen.append(f"{wie}: de jaren tellen op tot {getal(jaren)}; zie Bevindingen.")
    return " ".join(zinnen)


def _is_year_sum(b: Bevinding, code: str) -> bool:
    return (b.gemeentecode, b.jaar, b.soort, b.indicator_code) == (code, None, "optelling", "instroom")


def other_rows(i: Inburgering) -> list[list[str]]:
    """Plans with their period, uitstroom per year and route, and who still falls under the old law."""
    rows = [
        [
            f"Vastgestelde PIP’s, {maand_jaar(p.periode_van_datum)} tot en met {maand_jaar(p.periode_tot_datum)}",
            waarde_of_woord(p.vastgesteld_aantal, p.waarde_status),
        ]
        for p in i.pip
    ]
    per_jaar: dict[tuple[str, int], list[Uitstroom]] = {}
    for u in i.uitstroom:
        per_jaar.setdefault((u.doelgroep, u.jaar), []).append(u)
    rows += [
        [f"Uitstroom in {jaar}: {GROEPEN.get(g, g)}", opsomming([_uitstroom(u) for u in routes])]
        for (g, jaar), routes in per_jaar.items()
    ]
    if not i.uitstroom:
        rows.append(["Uitstroom", ONTBREEKT])
    return rows + [
        [f"Nog onder de Wi2013 op {datum_lang(o.peildatum)}: {GROEPEN.get(o.doelgroep, o.doelgroep)}", _oude_wet(o)]
        for o in i.oude_wet
    ]


def _uitstroom(u: Uitstroom) -> str:
    if u.waarde_status in ("streepje", "nul"):
        return "niemand" if u.leerroute == "alle" else f"niemand ({ROUTENAMEN.get(u.leerroute, u.leerroute)})"
    aantal = waarde_of_woord(u.aantal, u.waarde_status)
    return aantal if u.leerroute == "alle" else f"{aantal} ({ROUTENAMEN.get(u.leerroute, u.leerroute)})"


def _oude_wet(o: OudeWet) -> str:
    """A suppressed number has 0 as its lower bound; that 0 says nothing and is not shown."""
    return waarde_of_woord(None if o.waarde_status == "onderdrukt" else o.ondergrens_aantal, o.waarde_status)


def unknown(niet_geleverd: Sequence[Bevinding], code: str, naam: str, codes: Sequence[str]) -> str:
    """What nobody delivered, and what this gemeente did not deliver either."""
    wie: dict[str, set[str | None]] = {}
    for b in niet_geleverd:
        wie.setdefault(_wat(b.toelichting), set()).add(b.gemeentecode)
    niemand = [wat for wat, van in wie.items() if len(codes) > 1 and van >= set(codes)]
    eigen = [wat for wat, van in wie.items() if code in van and wat not in niemand]
    delen = []
    if niemand:
        delen.append(f"Geen enkele gemeente leverde {opsomming(niemand)}.")
    if eigen:
        delen.append(f"{naam} leverde {'verder ' if niemand else ''}niet: {opsomming(eigen)}.")
    return f"**Wat niet bekend is.** {' '.join(delen) or 'Geen verwacht cijfer ontbreekt hier.'}"


def _wat(toelichting: str) -> str:
    """`Niet geleverd voor X: het aantal dat werkt. Uitleg.` becomes `het aantal dat werkt`."""
    _, gevonden, rest = toelichting.partition(": ")
    return letterlijk((rest if gevonden else toelichting).partition(". ")[0].rstrip("."))


def heading(naam: str) -> str:
    """The subject of the second table."""
    return hoofdletter(f"{naam}: plannen, uitstroom en de oude wet")
