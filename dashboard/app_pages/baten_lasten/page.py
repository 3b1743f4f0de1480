"""Page: what came in for inburgering, and what was spent?"""

from __future__ import annotations

from dashboard.app_pages.baten_lasten import charts, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import geld
from dashboard.state import Context, current_context
from dashboard.theme.notatie import hoofdletter


def render(c: Context) -> None:
    """The page from top to bottom."""
    totalen = geld.list_totalen_gemeenten(c.snapshot)
    samen = geld.list_totalen_samen(c.snapshot)
    eigen = [t for t in totalen if t.gemeentecode == c.code]
    vraag = f"Wat kreeg {c.naam or 'de gemeente'} voor inburgering, en wat gaf zij uit?"
    show_vraag_en_antwoord(vraag, zinnen.answer(eigen, samen, c.naam))
    getoond = eigen if c.code else samen
    if getoond:
        titel = f"Baten en lasten van {c.naam or 'de gemeenten samen'}"
        sub = "Euro’s per jaar. Gearceerd: een deel is p.m. of niet geleverd, dus het bedrag is nog niet heel."
        show_grafiek(
            charts.income_and_costs(getoond),
            titel,
            sub,
            f"{titel} per jaar; de tabel eronder heeft alle bedragen.",
        )
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tables(c, eigen, totalen, samen)
    bronnen = [t.bron_id for t in (*totalen, *samen)]
    show_voettekst(c, ("geld", "baten_lasten", "baten en lasten"), bronnen)


def show_tables(
    c: Context, eigen: list[geld.Totaal], totalen: tuple[geld.Totaal, ...], samen: tuple[geld.Totaal, ...]
) -> None:
    """Own posts, printed beside recomputed, and the neighbours."""
    posten = geld.list_posten(c.snapshot, c.code) if c.code else ()
    kolommen, rows = zinnen.post_rows(posten, eigen)
    show_tabel(f"{c.naam}: alle posten", kolommen, rows, zinnen.status_note(posten))
    namen = next((t.gemeenten for t in samen if t.gemeenten), "De gemeenten samen")
    kolommen = ["Jaar", "Soort", "Totaal in de bron", "Onze optelling", "Verschil", "Ontbreekt"]
    uitleg = f"{hoofdletter(namen)}. Verschil: onze optelling min de bron. Ontbrekende bedragen tellen niet mee."
    show_tabel("Het totaal in de bron en onze optelling", kolommen, zinnen.printed_rows(samen), uitleg)
    rows = zinnen.neighbour_rows(totalen, c.code)
    show_tabel("De gemeenten naast elkaar", ["Gemeente", "Jaar", "Lasten", "Baten"], rows, "Op naam, niet op hoogte.")


render(current_context())
