"""The blocks of the page, each with its heading, its figures and the words under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.app_pages.terugbetaling import antwoord, charts, tabellen, tellingen, vloer, wanneer, zinnen
from dashboard.app_pages.terugbetaling.betalen import NIET_TE_ZIEN, signs_note
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.vaststelling import why_hidden
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein, letterlijk
from dashboard.components.tabel import show_tabel
from dashboard.data.spuk import Aanname, Scenario, Termijndag

UITLEG_GEMEENTEN = (
    "Op naam, niet op hoogte. Laagste en hoogste: over de scenario’s, alle jaren samen. Gedrukt: met de bedragen zoals"
    " de bron ze geeft. † Zonder vaststelling: die is niet te zien, het kan meer worden. Een indicatie, geen"
    " beschikking."
)
AFGEROND = "Afgerond op hele euro’s; een som kan € 1 afwijken."
UITLEG_OVER = (
    "Besteed: aan voorzieningen, zonder personeel; een post zonder bedrag telt als niets. \\* Onvolledig: wat"
    " ontbreekt, staat onder de tabellen. Heeft de volgende tabel geen uitkomst, dan is met dat jaar niet gerekend."
)
UITLEG_RESERVE = (
    "Op 31 december van het laatste jaar. Minder te betalen is niet altijd winst: vaak blijft het bedrag in de reserve"
    " staan en moet het nog worden besteed."
)
UITLEG_TERUG = (
    "Over: reserve plus toegekend min besteed. Plafond: de hoogste reserve die mag blijven staan. Terug: wat daarboven"
    " uitkomt."
)
UITLEG_BETALEN = (
    "Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na.{waarom} Te"
    " betalen: een vaststelling boven nul plus de onderbesteding die terug moet{fout} Reserve: die van 1 januari erna;"
    " zij kan onder nul zijn en telt niet op over de jaren."
)
UITLEG_SCENARIOS = (
    "Gedrukt: met de bedragen van de bron. Laag: dezelfde bedragen met gunstige aannames. Midden en hoog: met onze"
    " raming van wat is toegekend zolang een beschikking ontbreekt, en met eigen aannames."
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
    over = tabellen.left_rows(inhoud)
    uitleg = _note(UITLEG_OVER, _signs(over), zinnen.spending_status(inhoud))
    show_tabel(f"Wat er was en wat is besteed (scenario {naam})", tabellen.OVER, over, uitleg)
    if inhoud.kent_reserve:
        terug = tabellen.back_rows(verloop)
        show_tabel("Wat van de rest terug moet: onderbesteding", tabellen.TERUG, terug, UITLEG_TERUG)
    show_betalen(inhoud)
    onvolledig = zinnen.incomplete(inhoud)
    if onvolledig:
        st.markdown(klein("**Wat er ontbreekt in de jaren met \\*.** Het telt niet mee in de berekening."))
        st.markdown("\n".join(f"- {klein(regel)}" for regel in onvolledig))


def show_betalen(inhoud: Inhoud) -> None:
    """The settlement, the total, and the parts of it that have no column of their own."""
    rows = tabellen.pay_rows(list(inhoud.verloop.values()))
    fouten = zinnen.errors(inhoud)
    verborgen = any(NIET_TE_ZIEN in rij for rij in rows)
    waarom = f" ‘Niet te zien’ is geen nul. {why_hidden(inhoud)}".rstrip() if verborgen else ""
    vast = UITLEG_BETALEN.format(waarom=waarom, fout=", plus wat fout of onzeker is." if fouten else ".")
    herkomst = zinnen.grant_origin(inhoud.verloop, inhoud.scenario.peiljaar)
    uitleg = _note(_signs(rows), fouten, zinnen.received(inhoud), vast, herkomst, AFGEROND)
    show_tabel("Vaststelling, totaal en reserve", tabellen.BETALEN, rows, uitleg)


def _signs(rows: Sequence[Sequence[str]]) -> str:
    return signs_note(cel for rij in rows for cel in rij)


def _note(*delen: str) -> str:
    return " ".join(d for d in delen if d)


def show_scenarios(inhoud: Inhoud, scenarios: Sequence[Scenario]) -> None:
    """The scenarios side by side, where their counts disagree, and folded under them what each assumes."""
    alles: list[list[str]] = []
    for kolom, codes in zip(st.columns(2, gap="medium"), tabellen.PAREN, strict=True):
        with kolom:
            rows = tabellen.scenario_rows(inhoud, codes)
            show_tabel(f"Te betalen: {' en '.join(codes)}", tabellen.scenario_columns(scenarios, codes), rows)
            alles += rows
    samen = f"Samen: over {antwoord.period(inhoud)}." if inhoud.jongste else ""
    st.markdown(klein(_note(samen, _signs(alles), UITLEG_SCENARIOS)))
    regels = tellingen.count_lines(inhoud)
    if regels:
        st.markdown("\n".join(f"- {klein(regel)}" for regel in regels))
        st.markdown(klein(tellingen.GEMAAKT))
    with st.expander("Wat elk scenario aanneemt"):
        st.markdown("\n".join(f"- {klein(regel)}" for regel in zinnen.assumptions(scenarios, inhoud)))


def show_varianten(inhoud: Inhoud, scenarios: Sequence[Scenario]) -> None:
    """The printed course with one other assumption: what is to be paid, and what stays in reserve."""
    betalen, reserve = tabellen.variant_rows(inhoud, scenarios)
    links, rechts = st.columns(2, gap="medium")
    with links:
        uitleg = _note(
            f"Over {antwoord.period(inhoud)} samen.", _signs(betalen), zinnen.reserve_left_out(scenarios, inhoud)
        )
        show_tabel("Wat als één aanname anders is?", tabellen.VARIANTEN, betalen, uitleg)
    with rechts:
        show_tabel("En de reserve die dan overblijft", tabellen.RESERVES, reserve, UITLEG_RESERVE, is_onderdeel=True)


def show_wanneer(dagen: Sequence[Termijndag], inhoud: Inhoud, dag: date | None) -> None:
    """The last days by year, seen from `dag`; nothing for a grant of which no day is known."""
    rows = wanneer.when_rows(dagen, inhoud.verloop, dag)
    if not rows:
        return
    show_tabel("Wanneer", wanneer.KOLOMMEN, rows, wanneer.when_note(dagen, inhoud, dag))
    with st.expander("De artikelen bij deze dagen, en hoe zeker zij zijn"):
        st.markdown("\n".join(f"- {klein(regel)}" for regel in wanneer.article_lines(dagen)))


def show_vloer(inhoud: Inhoud) -> None:
    """What must at least be spent, beside what was spent before."""
    show_kop("Wat er ten minste besteed moet worden")
    st.markdown(klein(f"{vloer.floor(inhoud)}\n\n{vloer.VOORBEHOUD}"))
    kolommen, rows, regel = vloer.floor_table(inhoud)
    uitleg = _note(regel, "Besteed: zoals dit scenario rekent, voor zover geleverd. \\* Onvolledig.", _signs(rows))
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
