"""Page: which grants did the gemeente get, and how far is the settlement?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.regelingen import charts, tabellen, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.opmaak import klein, tekst_zacht
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import spuk_kalender, spuk_regelingen
from dashboard.data.spuk_regelingen import Baan
from dashboard.state import Context, current_context

ONDERWERPEN = ("geld",)


def render(c: Context) -> None:
    """The page from top to bottom."""
    banen = spuk_regelingen.list_banen(c.snapshot, c.code)
    regelingen = spuk_regelingen.list_regelingen(c.snapshot)
    namen = {r.regeling: r.label for r in regelingen}
    wie = c.naam or "de gemeente"
    vraag = f"Welke uitkeringen kreeg {wie}, en hoe ver is de afrekening?"
    vandaag = spuk_kalender.today()
    show_vraag_en_antwoord(vraag, zinnen.answer(banen, c.naam, vandaag))
    if banen and c.code:
        sub = (
            "Per uitkering en jaar, in euro’s. Vol: het bedrag is er. Gearceerd: niet geleverd of p.m. Leeg vak: de"
            " termijn loopt nog of is niet bekend."
        )
        alt = f"De stappen per uitkering van {c.naam}; de tabel eronder heeft alle bedragen en stappen."
        show_grafiek(charts.stage_lanes(banen, namen, vandaag), "Hoe ver is elke uitkering?", sub, alt)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    if zinnen.bundle_note(banen):
        st.markdown(klein(zinnen.bundle_note(banen)))
    uitleg = f"{tabellen.UITLEG_BEDRAG} {tabellen.legend(regelingen, banen)}".strip()
    show_tabel("Per uitkering en jaar", tabellen.lane_columns(banen), tabellen.lane_rows(banen), uitleg)
    if banen and c.code:
        show_details(c, c.code, banen)
    show_voettekst(c, ONDERWERPEN, [f.bron_id for b in banen for f in b.fasen])


def show_details(c: Context, code: str, banen: Sequence[Baan]) -> None:
    """What the rules still expect, and the documents; of all grants or of one year."""
    vandaag = spuk_kalender.today()
    alle = spuk_kalender.list_termijnen(c.snapshot, code)
    verwacht = [*banen, *spuk_kalender.list_verwacht(banen, alle, vandaag)]
    jaren = sorted({b.jaar for b in verwacht}, reverse=True)
    jaar = st.selectbox("Uitkeringsjaar", jaren, index=None, placeholder="Alle jaren")
    gekozen = [b for b in verwacht if jaar in (None, b.jaar)]
    rijen = tabellen.law_rows(gekozen, vandaag)
    titel = "Wat de wet verwacht, en wanneer"
    show_tabel(titel, [tabellen.row_head(gekozen), *tabellen.KOLOMMEN_WET], rijen, tabellen.law_note(vandaag))
    zichtbaar = {(b.jaar, b.regeling) for b in gekozen}
    brieven = spuk_regelingen.list_brieven(c.snapshot, code)
    documenten = [d for d in brieven if (d.jaar, d.regeling) in zichtbaar]
    titel = "De beschikkingen in de leveringen"
    rijen = tabellen.document_rows(documenten, gekozen)
    show_tabel(titel, [tabellen.row_head(gekozen), *tabellen.KOLOMMEN_DOCUMENT], rijen)
    plaatsen = tabellen.places(documenten)
    if plaatsen:
        st.markdown(
            tekst_zacht("Bestand en plaats per jaar:") + "\n\n" + "\n".join(f"- {tekst_zacht(p)}" for p in plaatsen)
        )


render(current_context())
