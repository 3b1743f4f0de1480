"""The calculation line by line: every amount opens its formula, its inputs with their place, and its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard.app_pages.terugbetaling import adres
from dashboard.app_pages.terugbetaling.betalen import NIET_TE_ZIEN, hides_settlement, payable_line
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.keuze import show_onbekend
from dashboard.app_pages.terugbetaling.kosten import PM_CODE, with_pm
from dashboard.app_pages.terugbetaling.zinnen import status_words
from dashboard.components.kop import show_kop
from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.bronnen import list_van_ids
from dashboard.data.spuk import Rekenregel, Verloop, list_rekenregels
from dashboard.data.spuk_scenario_gaten import NIET_GELEVERD, PM
from dashboard.data.spuk_toelichting import Kostengat
from dashboard.state import Context
from dashboard.theme.notatie import datum_kort, euro

# Which step an input belongs to; the start of its code says so.
BIJ_STAP = (
    ("besteding", "besteed"),
    ("beschikking", "betaald"),
    ("telling", "toegekend"),
    ("gewicht", "toegekend"),
    ("aandeel", "toegekend"),
    ("raming", "toegekend"),
    ("realisatiegraad", "toegekend"),
)
HARDHEID = {
    "nader_voorlopig": "nader voorlopig",
    "duo": "geteld door DUO",
    "dossier": "geteld uit dossiers van de gemeente",
    "huisvesting": "geschat uit de huisvesting",
    PM_CODE: PM,
    "niet_geleverd": "niet geleverd",
    "onleesbaar": "niet leesbaar in de bron",
}
OVERIG = "overig"
ANKER = "berekening"
NAAR_BEREKENING = f"[Naar de berekening, regel voor regel](#{ANKER})"
UIT_VASTSTELLING = {"vaststelling_verschil", "te_ontvangen"}


def show_berekening(c: Context, inhoud: Inhoud) -> tuple[Rekenregel, ...]:
    """A choice of year, and an unfolding line per step; gives back the lines for the sources under the page."""
    jaren = sorted(inhoud.verloop)
    if not jaren:
        return ()
    st.html(f'<div id="{ANKER}"></div>')
    show_kop("De berekening, regel voor regel")
    jaar = choose_jaar(c, inhoud, jaren)
    regels = list_rekenregels(c.snapshot, c.code or "", inhoud.regeling, inhoud.scenario.scenario, jaar)
    regels = tuple(say_pm(r, inhoud.gaten) for r in regels)
    if not regels:
        st.markdown(klein("Van dit jaar zijn de regels van de berekening niet bewaard."))
        return ()
    st.markdown(klein("Open een regel voor de formule, de invoer met haar vindplaats, het artikel en de versie."))
    titels = {b.bron_id: b.titel for b in list_van_ids(c.snapshot, tuple(sorted({r.bron_id or "" for r in regels})))}
    invoer = inputs_per_step(regels)
    with st.container(gap="xsmall"):
        for stap in (r for r in regels if r.soort == "stap"):
            with st.expander(heading(stap, inhoud.verloop[jaar])):
                st.markdown(step_text(stap, invoer.pop(stap.code, []), titels))
        for rest in invoer.values():
            with st.expander("Andere invoer van dit jaar"):
                st.markdown(klein("\n".join(input_lines(rest, titels))))
    return regels


def choose_jaar(c: Context, inhoud: Inhoud, jaren: Sequence[int]) -> int:
    """The year of the lines; it stands in the address."""
    standaard = inhoud.jongste.jaar if inhoud.jongste and inhoud.jongste.jaar in jaren else jaren[-1]
    jaar, onbekend = adres.adopt(adres.JAAR, jaren, standaard, f"{c.code} {inhoud.regeling}")
    if len(jaren) > 1:
        st.selectbox("Van welk jaar?", jaren, key=adres.SLEUTELS[adres.JAAR], on_change=adres.write, args=(adres.JAAR,))
    show_onbekend("Het jaar", onbekend, str(jaar))
    return jaar


def inputs_per_step(regels: Sequence[Rekenregel]) -> dict[str, list[Rekenregel]]:
    """Inputs under the step that uses them; what fits nowhere stays visible under `overig`."""
    stappen = {r.code for r in regels if r.soort == "stap"}
    per: dict[str, list[Rekenregel]] = {}
    for r in regels:
        if r.soort != "stap":
            stap = next((s for begin, s in BIJ_STAP if r.code.startswith(begin)), OVERIG)
            per.setdefault(stap if stap in stappen else OVERIG, []).append(r)
    return per


def heading(stap: Rekenregel, v: Verloop) -> str:
    """The line as it stands closed: what it is and how much; a settlement that can't be seen is not nil."""
    bedrag = cents(stap)
    if stap.code == "te_betalen":
        bedrag = payable_line(v)
    elif stap.code in UIT_VASTSTELLING and hides_settlement(v):
        bedrag = NIET_TE_ZIEN
    return f"**{letterlijk(stap.naam)}** · {bedrag}"


def cents(regel: Rekenregel) -> str:
    """An amount to the cent, or the words that say there is none."""
    return "geen bedrag" if regel.bedrag_eur is None else euro(regel.bedrag_eur, 2)


def step_text(stap: Rekenregel, invoer: Sequence[Rekenregel], titels: Mapping[str, str]) -> str:
    """Formula, the same filled in, what is to be known about it, and its inputs."""
    delen = [f"- Formule: {letterlijk(stap.formule)}"] if stap.formule else []
    if stap.ingevuld:
        delen.append(f"- Ingevuld: {letterlijk(stap.ingevuld)}")
    delen += [f"- {deel}" for deel in about(stap, titels)]
    if invoer:
        delen += ["- Invoer:", *(f"  {regel}" for regel in input_lines(invoer, titels))]
    return "\n".join(_small(d) for d in delen)


def _small(regel: str) -> str:
    inspringen, _, tekst = regel.partition("- ")
    return f"{inspringen}- {klein(tekst)}"


def about(regel: Rekenregel, titels: Mapping[str, str]) -> list[str]:
    """Explanation, status, article with the date of its text, rule version and place; only what is known."""
    datum = f", tekst van {law_date(regel.tekst_datum)}" if regel.tekst_datum else ""
    bron = letterlijk(titels.get(regel.bron_id or "", ""))
    plaats = ", ".join(d for d in (bron, letterlijk(regel.vindplaats)) if d)
    return [
        deel
        for deel in (
            letterlijk(regel.toelichting),
            f"Hoe zeker: {_certainty(regel)}" if regel.status and (regel.artikel or regel.bron_id) else "",
            f"Artikel: {letterlijk(regel.artikel)}{datum}" if regel.artikel else "",
            f"Regelversie: {letterlijk(regel.regelversie)}" if regel.regelversie else "",
            f"Bron: {plaats}" if plaats else "",
        )
        if deel
    ]


def _certainty(regel: Rekenregel) -> str:
    """A delivered amount stands in its source; only a rule can be confirmed in the text of the law."""
    uit_bron = regel.status == "bevestigd" and not regel.artikel
    woorden = "staat zo in de bron" if uit_bron else status_words(regel.status)
    return f"{woorden} ({HARDHEID.get(regel.hardheid, regel.hardheid)})" if regel.hardheid else woorden


def input_lines(invoer: Sequence[Rekenregel], titels: Mapping[str, str]) -> list[str]:
    """One bullet per input: what, how much, filled in, and where it stands."""
    return [_input_line(r, titels) for r in invoer]


def _input_line(r: Rekenregel, titels: Mapping[str, str]) -> str:
    bedrag = cents(r)
    kaal = "".join(bedrag.split())
    hoe = "; ".join(letterlijk(d) for d in (r.formule, r.ingevuld) if d and "".join(d.split()) not in kaal)
    rest = [d for d in (hoe, *about(r, titels)) if d]
    return f"- **{letterlijk(r.naam)}**: {bedrag}. {'. '.join(d.rstrip('.') for d in rest)}."


def say_pm(r: Rekenregel, gaten: Sequence[Kostengat]) -> Rekenregel:
    """The calculation writes `niet geleverd` for every missing amount, also where the source says p.m."""
    uitleg = with_pm(r.toelichting or "", gaten) or None
    if r.hardheid != PM_CODE or r.ingevuld != NIET_GELEVERD:
        return r._replace(toelichting=uitleg)
    return r._replace(ingevuld=PM, toelichting=(uitleg or "").replace("Niet geleverd: er is", "Er is") or None)


def law_date(dag: date | str) -> str:
    """The date of a text of law; an older snapshot may hold it as text."""
    return datum_kort(date.fromisoformat(dag) if isinstance(dag, str) else dag)
