"""Page: how much SPUK may have to go back, when, why and under which rule?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.terugbetaling import antwoord, blokken, tabellen, zinnen
from dashboard.app_pages.terugbetaling.berekening import NAAR_BEREKENING, show_berekening
from dashboard.app_pages.terugbetaling.inhoud import list_bron_ids, load_inhoud
from dashboard.app_pages.terugbetaling.keuze import choose
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.opmaak import klein
from dashboard.components.tabel import show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import spuk
from dashboard.data.spuk_kalender import load_moment
from dashboard.data.spuk_regelingen import list_regelingen
from dashboard.state import Context, current_context

ONDERWERPEN = ("geld", "spuk")


def render(c: Context) -> None:
    """The page from top to bottom."""
    risico = spuk.list_risico(c.snapshot)
    eigen = [r for r in risico if r.gemeentecode == c.code]
    scenarios = spuk.list_scenarios(c.snapshot)
    if eigen and scenarios:
        show_gemeente(c, eigen, scenarios)
    else:
        show_alle(c, risico)


def show_alle(c: Context, risico: Sequence[spuk.Risico]) -> None:
    """Nothing to show of one gemeente: say so, and give everyone's outcome by name."""
    show_vraag_en_antwoord(zinnen.question(c.naam), zinnen.no_answer(c.naam, bool(risico)))
    show_uitleg(zinnen.WEL, zinnen.limits())
    namen = {r.regeling: r.naam_kort for r in list_regelingen(c.snapshot)}
    rows = tabellen.municipality_rows(risico, namen)
    show_tabel("Te betalen per gemeente", tabellen.GEMEENTEN, rows, blokken.UITLEG_GEMEENTEN)
    show_voettekst(c, ONDERWERPEN, [r.bron_id for r in risico])


def show_gemeente(c: Context, eigen: Sequence[spuk.Risico], scenarios: Sequence[spuk.Scenario]) -> None:
    """What is: answer, chart, tables, floor, lines, days. Then what if: scenarios, variants, assumptions."""
    kop = st.container()
    regeling, scenario = choose(c, eigen, scenarios)
    inhoud = load_inhoud(c, eigen, regeling, scenario)
    with kop:
        show_vraag_en_antwoord(zinnen.question(c.naam), antwoord.answer(inhoud))
        if zinnen.pooled(inhoud):
            st.markdown(klein(zinnen.pooled(inhoud)))
        st.markdown(klein(NAAR_BEREKENING))
    blokken.show_beeld(inhoud)
    show_uitleg(zinnen.meaning(inhoud), zinnen.limits(inhoud.terugvorderingen))
    blokken.show_jaren(inhoud)
    blokken.show_vloer(inhoud)
    regels = show_berekening(c, inhoud)
    moment = load_moment(c.snapshot)
    blokken.show_wanneer(spuk.list_termijndagen(c.snapshot, inhoud.regeling), inhoud, moment.date() if moment else None)
    blokken.show_scenarios(inhoud, scenarios)
    blokken.show_varianten(inhoud, scenarios)
    blokken.show_aannames(spuk.list_aannames(c.snapshot))
    show_voettekst(c, ONDERWERPEN, list_bron_ids(inhoud, regels))


render(current_context())
