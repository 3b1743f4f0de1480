"""Page: which leerroute do inburgeraars follow?"""

from __future__ import annotations

from dashboard.app_pages.leerroutes import charts, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import leerroutes
from dashboard.state import Context, current_context

KOLOMMEN = ["Gemeente", "n", *charts.ROUTENAMEN.values()]


def render(c: Context) -> None:
    """The page from top to bottom."""
    statushouders = leerroutes.list_verdeling(c.snapshot, "statushouder")
    gezinsmigranten = leerroutes.list_verdeling(c.snapshot, "gezinsmigrant")
    vraag = f"Welke leerroute volgen inburgeraars in {c.naam or 'deze gemeenten'}?"
    show_vraag_en_antwoord(vraag, zinnen.answer(statushouders, c.code, c.naam))
    show_verdeling(c, statushouders, "statushouder")
    show_verdeling(c, gezinsmigranten, "gezinsmigrant")
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_verdeling_tabel(c, statushouders, "statushouder")
    show_verdeling_tabel(c, gezinsmigranten, "gezinsmigrant")
    show_bases(c, statushouders + gezinsmigranten)
    show_jaren(c)
    show_voettekst(c, ("leerroutes", "inburgering"), [r.bron_id for r in statushouders + gezinsmigranten])


def show_verdeling(c: Context, rijen: tuple[leerroutes.Verdeling, ...], doelgroep: str) -> None:
    """The 100% bars of one doelgroep."""
    if not rijen:
        return
    landelijk = leerroutes.list_landelijk(c.snapshot, doelgroep)
    groep = zinnen.MEERVOUD[doelgroep]
    titel = f"Verdeling van {groep} over de leerroutes"
    bron = next((r.landelijk_bron for r in landelijk if r.landelijk_bron), None)
    sub = f"Aandeel van de {groep} met een leerroute, alle jaren samen; n is dat aantal." + (
        f" Nederland: {bron}; andere routes staan niet in die bron." if bron else ""
    )
    show_grafiek(charts.division(rijen, landelijk, c.code), titel, sub, f"{titel} per gemeente en landelijk.")


def show_verdeling_tabel(c: Context, rijen: tuple[leerroutes.Verdeling, ...], doelgroep: str) -> None:
    """The figures of the bars: counts and shares."""
    rows = zinnen.table_rows(rijen, leerroutes.list_landelijk(c.snapshot, doelgroep), c.code) if rijen else []
    titel = f"De {zinnen.MEERVOUD[doelgroep]} per gemeente en leerroute"
    show_tabel(titel, KOLOMMEN, rows, zinnen.base_note(rijen))


def show_bases(c: Context, rijen: tuple[leerroutes.Verdeling, ...]) -> None:
    """Two denominators, side by side, where they differ."""
    rows = zinnen.two_bases(rijen, c.code)
    kolommen = ["Wie en welke route", "Met het totaal in de bron", "Met de som van de cellen"]
    uitleg = "Het totaal in de bron en de som van de cellen verschillen. De grafiek gebruikt het totaal in de bron."
    show_tabel("Twee totalen, twee aandelen", kolommen, rows, uitleg)


def show_jaren(c: Context) -> None:
    """Counts per year of the chosen gemeente."""
    for doelgroep, groep in zinnen.MEERVOUD.items():
        rijen = leerroutes.list_per_jaar(c.snapshot, c.code, doelgroep) if c.code else ()
        kolommen, rows = zinnen.year_rows(rijen)
        show_tabel(
            f"{c.naam}: {groep} per jaar",
            kolommen,
            rows,
            "– in de cel: een streepje in de bron, gelezen als niemand.",
        )


render(current_context())
