"""Page: what changes when things go otherwise?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.scenario import adres, charts, invoer, opbouw, uitvoer, zinnen
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.opmaak import klein
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.state import Context, current_context


def render(c: Context) -> None:
    """The page from top to bottom."""
    stand = adres.adopt(c)
    beeld = opbouw.load_beeld(c, stand)
    show_vraag_en_antwoord(zinnen.question(c.naam), zinnen.answer(c.naam, beeld))
    st.info(zinnen.BANNER)
    if isinstance(beeld, str):
        show_uitleg(zinnen.WEL, zinnen.NIET)
        show_voettekst(c, zinnen.ONDERWERPEN, ())
        return
    show_meldingen(c, stand, beeld)
    invoer.show_keuzes(stand, beeld)
    if beeld.velden:
        invoer.show_formulier(stand, beeld)
    adres.keep(c, stand, opbouw.with_peil(c, beeld.parameters))
    show_uitkomst(c, beeld)
    show_voettekst(c, zinnen.ONDERWERPEN, beeld.opzet.bron_ids)


def show_meldingen(c: Context, stand: adres.Stand, beeld: Beeld) -> None:
    """What in the address or the fields does not count, and why."""
    if stand.ander_gemeente:
        st.info(zinnen.other_gemeente(c.naam))
    peil = opbouw.ander_peil(c, stand)
    if peil and c.snapshot:
        st.warning(zinnen.other_snapshot(peil, c.snapshot.snapshot_id))
    if beeld.weigeringen:
        st.warning(zinnen.refusals(beeld))


def show_uitkomst(c: Context, beeld: Beeld) -> None:
    """Base beside scenario, the causes, the spend floor and the download."""
    r = beeld.rekening
    for maat, titel in (("te_betalen", "Te betalen aan het rijk"), ("reserve_eind", "Reserve op 31 december")):
        paren = [charts.Paar(j.jaar, getattr(j.basis, maat), getattr(j.scenario, maat)) for j in r.jaren]
        if any(p.basis is not None for p in paren):
            alt = f"{titel} per jaar, basis naast scenario; de tabel eronder heeft alle bedragen."
            show_grafiek(charts.base_and_scenario(paren), f"{titel}, basis en scenario", zinnen.subtitle(beeld), alt)
    for zin in zinnen.remarks(beeld):
        st.markdown(klein(zin))
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tabel("Wat u veranderde", ["Wat", "Basis", "Scenario"], zinnen.change_rows(beeld))
    show_tabel("Basis en scenario per jaar", zinnen.KOLOMMEN, zinnen.year_rows(r), zinnen.JAAR_UITLEG)
    kolommen, rows = zinnen.cause_rows(r)
    show_tabel("Waar het verschil vandaan komt", kolommen, rows, zinnen.OORZAAK_UITLEG)
    if beeld.velden:
        show_tabel("Wat ten minste besteed moet worden", zinnen.KOLOMMEN_VLOER, zinnen.floor_rows(r))
        st.markdown(klein(f"{zinnen.floor_sentence(c.naam, r)} {zinnen.VLOER_UITLEG}"))
    uitvoer.show_uitvoer(c, beeld)


render(current_context())
