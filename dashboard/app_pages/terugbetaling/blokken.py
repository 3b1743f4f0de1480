"""The blocks of the page, each with its heading, its figures and the words under them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.terugbetaling import antwoord, charts, tabellen, vloer, wanneer, zinnen
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein, letterlijk
from dashboard.components.tabel import show_tabel
from dashboard.data.spuk import Aanname, Scenario, Termijndag

UITLEG_GEMEENTEN = (
    "Op naam, niet op hoogte. Laagste en hoogste: van de scenario’s die te berekenen zijn, alle jaren samen. Gedrukt:"
    " met de bedragen zoals de bron ze geeft. ‘Of meer’: een scenario is niet te berekenen, of de vaststelling is niet"
    " te zien. Een indicatie, geen beschikking."
)
UITLEG_OVER = (
    "Besteed: aan voorzieningen, zonder personeel; een post die niet is geleverd, telt als niets. \\* Onvolledig: wat"
    " ontbreekt, staat onder de tabellen. Heeft de volgende tabel geen uitkomst, dan is met dat jaar niet gerekend."
)
UITLEG_RESERVE = (
    "Op 31 december van het laatste jaar. Minder te betalen is niet altijd winst: vaak blijft het bedrag in de reserve"
    " staan en moet het nog worden besteed."
)
OF_MEER = "‘Of meer’: zonder vaststelling; die is niet te zien."
UITLEG_TERUG = (
    "Over: reserve plus toegekend min besteed. Plafond: de hoogste reserve die mag blijven staan. Terug: wat daarboven"
    " uitkomt."
)
UITLEG_BETALEN = (
    "Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na. ‘Niet te zien’ is geen nul: de bron"
    " geeft één bedrag. Te betalen: een vaststelling boven nul plus de onderbesteding die terug moet; ‘of meer’: een"
    " van beide is niet te zien of niet te berekenen. Reserve: die van 1 januari erna; zij kan onder nul zijn en telt"
    " niet op over de jaren."
)


def show_beeld(inhoud: Inhoud) -> None:
    """The three amounts per year with their range."""
    titel = f"Wat {inhoud.naam} misschien moet betalen en nog mag besteden"
    alt = f"{titel}, per jaar in scenario {inhoud.scenario.naam}; de tabellen eronder hebben alle bedragen."
    show_grafiek(charts.three_amounts(tabellen.pictures(inhoud)), titel, zinnen.chart_note(inhoud), alt)
    if zinnen.spread(inhoud):
        st.markdown(klein(zinnen.spread(inhoud)))


def show_jaren(inhoud: Inhoud) -> None:
    """Three steps, a table each: what is left, what of it goes back, what was paid too much."""
    verloop = list(inhoud.verloop.values())
    naam = inhoud.scenario.naam.lower()
    over = f"{UITLEG_OVER} {zinnen.spending_status(inhoud)}"
    show_tabel(f"Wat er was en wat is besteed (scenario {naam})", tabellen.OVER, tabellen.left_rows(verloop), over)
    show_tabel("Wat van de rest terug moet: onderbesteding", tabellen.TERUG, tabellen.back_rows(verloop), UITLEG_TERUG)
    uitleg = f"{UITLEG_BETALEN} {zinnen.grant_origin(inhoud.verloop, inhoud.scenario.peiljaar)}"
    show_tabel("Vaststelling, totaal en reserve", tabellen.BETALEN, tabellen.pay_rows(verloop), uitleg)
    onvolledig = zinnen.incomplete(inhoud)
    if onvolledig:
        st.markdown(klein("**Wat er ontbreekt in de jaren met \\*.** Het telt niet mee in de berekening."))
        st.markdown("\n".join(f"- {klein(regel)}" for regel in onvolledig))


def show_scenarios(inhoud: Inhoud, scenarios: Sequence[Scenario]) -> None:
    """The scenarios side by side, and folded under them what each assumes."""
    links, rechts = st.columns(2, gap="medium")
    paren = ((links, "zonder raming", tabellen.ZONDER_RAMING), (rechts, "met onze raming", tabellen.MET_RAMING))
    for kolom, soort, codes in paren:
        with kolom:
            kolommen = tabellen.scenario_columns(scenarios, codes)
            show_tabel(f"Te betalen, {soort}", kolommen, tabellen.scenario_rows(inhoud, codes))
    samen = f"Samen: over {antwoord.period(inhoud)}. " if inhoud.jongste else ""
    st.markdown(klein(f"{samen}{OF_MEER}"))
    with st.expander("Wat elk scenario aanneemt"):
        st.markdown("\n".join(f"- {klein(regel)}" for regel in zinnen.assumptions(scenarios, inhoud)))


def show_varianten(inhoud: Inhoud, scenarios: Sequence[Scenario]) -> None:
    """The printed course with one other assumption: what is to be paid, and what stays in reserve."""
    betalen, reserve = tabellen.variant_rows(inhoud, scenarios)
    links, rechts = st.columns(2, gap="medium")
    with links:
        uitleg = f"Over {antwoord.period(inhoud)} samen. {OF_MEER}"
        show_tabel("Wat als één aanname anders is?", tabellen.VARIANTEN, betalen, uitleg)
    with rechts:
        show_tabel("En de reserve die dan overblijft", tabellen.RESERVES, reserve, UITLEG_RESERVE, is_onderdeel=True)


def show_wanneer(dagen: Sequence[Termijndag], inhoud: Inhoud) -> None:
    """The last days by year; nothing for a grant of which no day is known."""
    rows = wanneer.when_rows(dagen, inhoud.verloop)
    if not rows:
        return
    show_tabel("Wanneer", wanneer.KOLOMMEN, rows, wanneer.UITLEG)
    with st.expander("De artikelen bij deze dagen, en hoe zeker zij zijn"):
        st.markdown("\n".join(f"- {klein(regel)}" for regel in wanneer.article_lines(dagen)))


def show_vloer(inhoud: Inhoud) -> None:
    """What must at least be spent, beside what was spent before."""
    show_kop("Wat er ten minste besteed moet worden")
    st.markdown(klein(f"{vloer.floor(inhoud)}\n\n{vloer.VOORBEHOUD}"))
    kolommen, rows, regel = vloer.floor_table(inhoud)
    uitleg = f"{regel}Besteed: zoals dit scenario rekent, voor zover geleverd. \\* Onvolledig."
    show_tabel("Ten minste te besteden en besteed", kolommen, rows, uitleg, is_onderdeel=True)


def show_aannames(aannames: Sequence[Aanname]) -> None:
    """The open questions of the rules, how they are answered here and how sure that is."""
    if not aannames:
        return
    show_kop("Waar wij van uitgaan")
    with st.expander("Alle aannames, en hoe zeker zij zijn"):
        st.markdown("\n".join(f"- {klein(assumption(a))}" for a in aannames))


def assumption(a: Aanname) -> str:
    """Question, choice, the other choice, what it matters and how sure it is."""
    anders = f" Anders: {letterlijk(a.alternatief)}" if a.alternatief else ""
    gevolg = f" Gevolg: {letterlijk(a.gevolg)}" if a.gevolg else ""
    artikel = f"; {letterlijk(a.artikel)}" if a.artikel else ""
    return f"**{letterlijk(a.vraag)}** {letterlijk(a.keuze)}{anders}{gevolg} ({zinnen.status_words(a.status)}{artikel})"
