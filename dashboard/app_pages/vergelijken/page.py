"""Page: how do the gemeenten compare, without a ranking?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.vergelijken import charts, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.state import Context, current_context

KOLOMMEN = [
    "Gemeente",
    "Inwoners",
    "Voert inburgering uit",
    "Nog te huisvesten",
    "Per 1.000 inwoners",
    "Z-route, statushouders",
    "PVT afgerond, van de dossiers",
]


def render(c: Context) -> None:
    """The page from top to bottom."""
    v = zinnen.load_vergelijking(c.snapshot)
    vraag = f"Hoe staat {c.naam} naast de andere gemeenten?" if c.naam else "Hoe staan de gemeenten naast elkaar?"
    show_vraag_en_antwoord(vraag, zinnen.answer(v, c.code, c.naam))
    if v.gemeenten:
        show_charts(c, v)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    rows = zinnen.table_rows(v, c.code)
    show_tabel("De cijfers naast elkaar", KOLOMMEN, rows, "Op naam. “Niet geleverd” is geen nul en geen gemiddelde.")
    show_voettekst(c, ("huisvesting", "leerroutes", "pvt_map"), v.bron_ids)


def show_charts(c: Context, v: zinnen.Vergelijking) -> None:
    """Three small charts in the same order, so that a row can be followed with the eye."""
    links, rechts = st.columns(2, gap="medium")
    with links:
        titel = "Nog te huisvesten per 1.000 inwoners"
        show_grafiek(
            charts.housing(v, c.code),
            titel,
            "Mensen op de laatste peildatum.",
            f"{titel}, per gemeente op naam.",
        )
    with rechts:
        titel = "Statushouders in de Z-route"
        sub = "Aandeel van de statushouders met een leerroute, alle jaren."
        show_grafiek(
            charts.z_route(v, c.code),
            titel,
            sub,
            f"{titel}, per gemeente op naam, met het landelijke aandeel.",
        )
    titel = "PVT afgerond"
    sub = "Aandeel van alle dossiers, beide doelgroepen, alle jaren. Landelijk is hier geen cijfer op dezelfde basis."
    show_grafiek(charts.pvt(v, c.code), titel, sub, f"{titel}, per gemeente op naam.")


render(current_context())
