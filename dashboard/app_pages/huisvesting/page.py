"""Page: are statushouders housed as the taakstelling asks?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.huisvesting import charts, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein
from dashboard.components.staven import Staaf, bars_per_gemeente
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import huisvesting
from dashboard.state import Context, current_context
from dashboard.theme.notatie import getal


def render(c: Context) -> None:
    """The page from top to bottom."""
    laatste = huisvesting.list_laatste_stand(c.snapshot)
    samen = huisvesting.load_samen(c.snapshot)
    eigen = next((r for r in laatste if r.gemeentecode == c.code), None)
    vraag = f"Geeft {c.naam or 'de gemeente'} genoeg statushouders een woning?"
    show_vraag_en_antwoord(vraag, zinnen.answer(eigen, samen, c.naam))
    show_charts(c, laatste)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tables(c, laatste, samen)
    show_voettekst(c, ("huisvesting",), [r.bron_id for r in laatste])


def show_charts(c: Context, laatste: tuple[huisvesting.Taakstelling, ...]) -> None:
    """Own stock and flow, and the development beside the others."""
    eigen = huisvesting.list_taakstelling_gemeente(c.snapshot, c.code) if c.code else ()
    if eigen:
        titel = f"Hoe de achterstand van {c.naam} ontstond"
        sub = "Mensen per periode. Boven de nullijn: nog te huisvesten. Eronder: vooruit op de taakstelling."
        alt = f"{titel}: per periode de taakstelling erbij, gehuisvest eraf en wat overblijft."
        show_grafiek(charts.stock_and_flow(eigen), titel, sub, alt)
    elif laatste:
        staven = [Staaf(r.gemeentenaam, r.achterstand_aantal) for r in laatste]
        titel = "Nog te huisvesten per gemeente"
        show_grafiek(bars_per_gemeente(staven, getal), titel, "Aantal mensen op de laatste peildatum.", titel)
    if laatste:
        titel = "Achterstand aan het eind van elk jaar"
        sub = "Mensen; elke gemeente op dezelfde schaal, op naam." + (f" Stippellijn: {c.naam}." if eigen else "")
        fig = charts.panels_per_gemeente(huisvesting.list_taakstelling(c.snapshot), c.code)
        show_grafiek(fig, titel, sub, f"{titel}, een vak per gemeente: {', '.join(r.gemeentenaam for r in laatste)}.")


def show_tables(
    c: Context, laatste: tuple[huisvesting.Taakstelling, ...], samen: huisvesting.TaakstellingSamen | None
) -> None:
    """All terms per period, the newest period of everyone, and the breaks in the series."""
    eigen = huisvesting.list_taakstelling_gemeente(c.snapshot, c.code) if c.code else ()
    show_tabel(f"{c.naam}: alle stappen", zinnen.STAPPEN, zinnen.table_rows(eigen), zinnen.TEKENS)
    show_tabel("De gemeenten naast elkaar", zinnen.GEMEENTEN, zinnen.latest_rows(laatste, samen), zinnen.TEKENS)
    breuken = zinnen.breaks(huisvesting.list_taakstelling(c.snapshot))
    if breuken or zinnen.two_totals(samen):
        show_kop("Waarom er twee cijfers zijn")
        if zinnen.two_totals(samen):
            st.markdown(klein(zinnen.two_totals(samen)))
        st.markdown("\n".join(f"- {klein(b)}" for b in breuken))


render(current_context())
