"""Page: what changes when things go otherwise?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.scenario import adres, antwoord, charts, invoer, opbouw, tabellen, uitvoer, zinnen
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
    show_vraag_en_antwoord(antwoord.question(c.naam), antwoord.under_title(c.naam, beeld))
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
    for let_op in (zinnen.overspent(beeld), zinnen.no_effect(beeld)):
        if let_op:
            st.warning(let_op)


def show_grafieken(beeld: Beeld) -> None:
    """What is payable and what is left, base beside scenario; only where one of both can be worked out."""
    r = beeld.rekening
    for maat, titel in (("te_betalen", "Te betalen aan het rijk"), ("reserve_eind", "Reserve op 31 december")):
        paren = [charts.make_paar(j, maat) for j in r.jaren]
        if beeld.kent_reserve and any(p.basis is not None or p.scenario is not None for p in paren):
            onder = zinnen.subtitle(beeld, is_betaling=maat == "te_betalen")
            alt = f"{titel} per jaar, basis naast scenario; de tabel eronder heeft alle bedragen."
            show_grafiek(charts.base_and_scenario(paren), f"{titel}, basis en scenario", onder, alt)


def show_uitkomst(c: Context, beeld: Beeld) -> None:
    """Base beside scenario, the causes, the spend floor and the download."""
    show_grafieken(beeld)
    for zin in zinnen.remarks(beeld):
        st.markdown(klein(zin))
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tabel("Wat u veranderde", ["Wat", "Basis", "Scenario"], tabellen.change_rows(beeld))
    uitleg = tabellen.JAAR_UITLEG if beeld.kent_reserve else tabellen.ZONDER_RESERVE_UITLEG
    show_tabel("Basis en scenario per jaar", tabellen.KOLOMMEN, tabellen.year_rows(beeld), uitleg)
    kolommen, rows = tabellen.cause_rows(beeld.rekening)
    show_tabel("Waar het verschil vandaan komt", kolommen, rows, tabellen.OORZAAK_UITLEG)
    vloeren = tabellen.floor_rows(beeld.rekening)
    show_tabel("Besteding die nodig is om de reserve te houden", tabellen.KOLOMMEN_VLOER, vloeren)
    if vloer := zinnen.floor_sentences(c.naam, beeld):
        st.markdown(klein(vloer))
    uitvoer.show_uitvoer(c, beeld)


render(current_context())
