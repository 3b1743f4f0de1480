"""Page: how does the gemeente do, in one minute?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.overzicht import charts, inburgeraars, zinnen
from dashboard.app_pages.overzicht.stand import load_stand
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data.bevindingen import Bevinding, list_niet_geleverd
from dashboard.data.inburgering import Inburgering, load_inburgering
from dashboard.navigation import LEZERS, PAGINAS
from dashboard.state import PARAMETER, Context, current_context

ONDERWERPEN = ("huisvesting", "inburgering", "leerroutes", "pvt_map", "begeleiding", "geld")
GROEPBREEDTE = 342


def render(c: Context) -> None:
    """The page from top to bottom."""
    stand = load_stand(c)
    vraag = f"Hoe staat {c.naam} ervoor met huisvesting en inburgering?" if c.naam else "Hoe staan de gemeenten ervoor?"
    show_vraag_en_antwoord(vraag, zinnen.answer(stand, c.code, c.naam))
    if stand.vergelijking.huisvesting:
        titel = "Statushouders die nog een woning moeten krijgen"
        sub = f"Aantal mensen {zinnen.reference_day(stand)}, per gemeente op naam."
        show_grafiek(charts.still_to_house(stand.vergelijking, c.code), titel, sub, f"{titel}. {sub}")
    show_uitleg(zinnen.WEL, zinnen.NIET)
    eigen = None
    if c.code and c.naam:
        rows = zinnen.table_rows(stand, c.code)
        show_tabel(f"{c.naam} in het kort", zinnen.KOLOMMEN, rows, zinnen.table_note(stand, rows))
        eigen = show_inburgeraars(c, c.code, c.naam, stand.bevindingen)
    show_wegwijzer(c)
    show_voettekst(c, ONDERWERPEN, [*stand.bron_ids, *(eigen.bron_ids if eigen else ())], hoogstens=3)


def show_inburgeraars(c: Context, code: str, naam: str, bevindingen: Sequence[Bevinding]) -> Inburgering:
    """Who they are, what they got, and what nobody knows."""
    eigen = load_inburgering(c.snapshot, code)
    kolommen, rows = inburgeraars.year_rows(eigen)
    noten = f"{inburgeraars.year_notes(eigen, bevindingen, code)} {inburgeraars.TEKENS}".strip()
    show_tabel(inburgeraars.TITEL, kolommen, rows, noten)
    rows = inburgeraars.other_rows(eigen)
    show_tabel(inburgeraars.heading(naam), inburgeraars.KOLOMMEN, rows, inburgeraars.TEKENS_REST)
    codes = [g.gemeentecode for g in c.gemeenten]
    gemist = list_niet_geleverd(c.snapshot, inburgeraars.ONDERWERPEN)
    st.markdown(klein(inburgeraars.unknown(gemist, code, naam, codes)))
    return eigen


def show_wegwijzer(c: Context) -> None:
    """The pages by reader; the groups stand side by side where there is room, else under each other."""
    show_kop("Waar vindt u wat?")
    parameters = {PARAMETER: c.code} if c.code else None
    kader = st.container(horizontal=True, gap="small")
    for lezer in LEZERS:
        groep = kader.container(width=GROEPBREEDTE, gap="xxsmall")
        groep.markdown(klein(f"**{lezer}**"))
        for p in PAGINAS[1:]:
            if p.lezer == lezer:
                groep.page_link(p.bestand, label=f"**{p.naam}**: {p.belofte}", query_params=parameters)


render(current_context())
