"""Page: which terms of the SPUK are coming?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.kalender import charts, zinnen
from dashboard.components.bronregel import show_bronregel
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein, tekst_zacht
from dashboard.components.tabel import breekbaar, show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import spuk_kalender, spuk_regelingen
from dashboard.data.bronnen import list_van_ids
from dashboard.data.spuk_kalender import Termijn
from dashboard.state import Context, current_context


def render(c: Context) -> None:
    """The page from top to bottom."""
    alle = spuk_kalender.list_termijnen(c.snapshot, c.code)
    namen = {r.regeling: r.label for r in spuk_regelingen.list_regelingen(c.snapshot)}
    vandaag = spuk_kalender.today()
    vraag = "Welke termijnen komen eraan voor de SPUK?"
    show_vraag_en_antwoord(vraag, zinnen.answer(zinnen.group(alle, namen), vandaag, c.naam))
    gekozen: Sequence[Termijn] = show_keuze(c, alle, namen) if alle else ()
    regels = zinnen.group(gekozen, namen)
    komend = zinnen.upcoming(regels, vandaag)
    tot = zinnen.horizon(vandaag)
    in_beeld = [r for r in komend if r.termijn.datum <= tot]
    if in_beeld:
        sub = zinnen.chart_note(in_beeld, tot)
        alt = "De termijnen van de komende 24 maanden op volgorde; de tabel eronder heeft dezelfde dagen."
        show_grafiek(charts.timeline(in_beeld, vandaag, tot), "De komende 24 maanden", sub, alt)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    meer = len({r.regelingen for r in regels}) > 1
    koppen = [breekbaar(kop) for kop in zinnen.columns(meer)]  # days and names leave no room on a phone
    show_tabel("Wat eraan komt", koppen, zinnen.upcoming_rows(komend, meer), zinnen.table_note(gekozen, vandaag))
    if regels:
        show_lijst("Wat er bij elke termijn hoort", zinnen.explanations(regels))
        show_lijst("Wat voorbij is, per uitkeringsjaar", zinnen.past_lines(regels, vandaag, meer))
    if c.snapshot:
        ids = spuk_kalender.list_herkomst(c.snapshot, c.code)
        show_bronregel(list_van_ids(c.snapshot, ids), c.snapshot.snapshot_id)


def show_lijst(titel: str, lijst: str) -> None:
    """A heading with its list; nothing when there is no list."""
    if lijst:
        show_kop(titel)
        st.markdown(lijst)


def show_keuze(c: Context, alle: Sequence[Termijn], namen: dict[str, str]) -> list[Termijn]:
    """Grant and year, and the agenda file of that choice."""
    links, rechts = st.columns(2)
    regelingen = [r for r in namen if any(t.regeling == r for t in alle)]
    regeling = links.selectbox(
        "Regeling", regelingen, index=None, placeholder="Alle regelingen", format_func=lambda r: namen.get(r, r)
    )
    jaren = sorted({t.jaar for t in alle}, reverse=True)
    jaar = rechts.selectbox("Uitkeringsjaar", jaren, index=None, placeholder="Alle jaren")
    gekozen = zinnen.select(alle, regeling, jaar)
    moment = spuk_kalender.load_moment(c.snapshot)
    inhoud = spuk_kalender.select_for_agenda(gekozen, moment) if moment else []
    if c.snapshot is None or moment is None or not inhoud:
        st.markdown(klein(zinnen.no_agenda(gekozen, moment)))
        return gekozen
    titel = "SPUK-termijnen inburgering"
    bestand = spuk_kalender.make_agenda(inhoud, namen, titel, moment)
    naam = zinnen.file_name(c.naam, regeling, jaar, c.snapshot.snapshot_id)
    st.download_button("Zet in uw agenda (.ics)", bestand, naam, "text/calendar", on_click="ignore")
    st.markdown(tekst_zacht(zinnen.agenda_note(len(inhoud), moment.date(), len({t.regeling for t in inhoud}) > 1)))
    return gekozen


render(current_context())
