"""Page: what came in for inburgering, and what was spent?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.baten_lasten import charts, tabellen, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import tekst_zacht
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import geld
from dashboard.state import Context, current_context
from dashboard.theme.notatie import hoofdletter

# Three blocks of posts, or two of totals, beside each other on a wide screen; one below the other on a phone.
SMAL, BREED = 342, 520


def render(c: Context) -> None:
    """The page from top to bottom."""
    totalen = geld.list_totalen_gemeenten(c.snapshot)
    samen = geld.list_totalen_samen(c.snapshot)
    eigen = [t for t in totalen if t.gemeentecode == c.code]
    vraag = f"Wat kreeg {c.naam or 'de gemeente'} voor inburgering, en wat gaf zij uit?"
    show_vraag_en_antwoord(vraag, zinnen.answer(eigen, samen, c.naam))
    posten = geld.list_posten(c.snapshot, c.code) if c.code else ()
    getoond = eigen if c.code else samen
    if getoond:
        titel = f"Baten en lasten van {c.naam or 'de gemeenten samen'}"
        sub = "Euro’s per jaar. Gearceerd: een deel is p.m. of niet geleverd, dus het bedrag is nog niet compleet."
        show_grafiek(
            charts.income_and_costs(getoond, zinnen.no_amount(posten)),
            titel,
            sub,
            f"{titel} per jaar; de tabel eronder heeft alle bedragen.",
        )
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tables(c, eigen, posten, totalen, samen)
    bronnen = [t.bron_id for t in (*totalen, *samen)]
    show_voettekst(c, ("geld", "baten_lasten", "baten en lasten"), bronnen)


def show_tables(
    c: Context,
    eigen: Sequence[geld.Totaal],
    posten: Sequence[geld.Post],
    totalen: Sequence[geld.Totaal],
    samen: Sequence[geld.Totaal],
) -> None:
    """Own posts, printed beside recomputed, and the neighbours."""
    show_blokken(f"{c.naam}: alle posten", tabellen.post_tables(posten, eigen), zinnen.status_note(posten), SMAL)
    namen = next((t.gemeenten for t in samen if t.gemeenten), "De gemeenten samen")
    uitleg = f"{hoofdletter(namen)}. Verschil: onze optelling min de bron. Ontbrekende bedragen tellen niet mee."
    show_blokken("Het totaal in de bron en onze optelling", tabellen.printed_tables(samen), uitleg, BREED)
    rows = tabellen.neighbour_rows(totalen, c.code)
    show_tabel("De gemeenten naast elkaar", tabellen.NAAST_ELKAAR, rows, "Op naam, niet op hoogte.")


def show_blokken(titel: str, rijen: Sequence[Sequence[tabellen.Blok]], toelichting: str, breedte: int) -> None:
    """One section: the tables of a row stand side by side where there is room, else under each other."""
    if not rijen:
        return
    show_kop(titel)
    for rij in rijen:
        kader = st.container(horizontal=True, gap="small")
        for blok in rij:
            with kader.container(width=breedte):
                show_tabel(blok.titel, blok.kolommen, blok.rows, blok.toelichting, is_onderdeel=True)
    st.markdown(tekst_zacht(toelichting))


render(current_context())
