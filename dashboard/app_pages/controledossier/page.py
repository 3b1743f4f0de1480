"""Page: can you recompute the amounts on the SPUK?"""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.controledossier import zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.kop import show_kop, show_vraag_en_antwoord
from dashboard.components.opmaak import klein, tekst_zacht
from dashboard.components.tabel import breekbaar, show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import spuk_dossier
from dashboard.data.spuk_dossier import Controledossier, Jaar
from dashboard.data.spuk_regelingen import default_regeling
from dashboard.state import Context, current_context

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render(c: Context) -> None:
    """The page from top to bottom."""
    jaren = spuk_dossier.list_jaren(c.snapshot, c.code) if c.code else ()
    if c.snapshot is None or c.code is None or c.naam is None or not jaren:
        show_vraag_en_antwoord(zinnen.vraag(), zinnen.answer(c.naam, jaren))
        show_uitleg(zinnen.WEL, zinnen.NIET)
        show_voettekst(c, ("geld",), ())
        return
    kop = st.container()
    jaar = choose(jaren)
    dossier = spuk_dossier.build(c.snapshot, c.code, c.naam, jaar.regeling, jaar.jaar)
    uitkomsten = spuk_dossier.list_uitkomsten(c.snapshot, c.code, jaar.regeling, jaar.jaar)
    telling = zinnen.count_checks(dossier.controles)
    with kop:
        show_vraag_en_antwoord(zinnen.vraag(), zinnen.answer_dossier(c.naam, jaar, telling, uitkomsten))
    show_downloads(dossier)
    titel = f"De uitkomst van {c.naam} over {jaar.jaar}"
    koppen = [breekbaar(kop) for kop in zinnen.UITKOMST]  # what stands behind an amount leaves no room on a phone
    show_tabel(titel, koppen, zinnen.result_rows(uitkomsten), zinnen.UITKOMST_UITLEG)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tabel("De controles in het bestand", zinnen.CONTROLE, zinnen.check_rows(telling), zinnen.check_note())
    show_kop("Wat zit erin")
    st.markdown(zinnen.contents())
    show_voettekst(c, ("geld",), dossier.bron_ids)


def choose(jaren: tuple[Jaar, ...]) -> Jaar:
    """The regeling, when there is more than one, and the year."""
    links, rechts = st.columns(2)
    regelingen = list(dict.fromkeys(j.regeling for j in jaren))
    regeling = regelingen[0]
    if len(regelingen) > 1:
        standaard = default_regeling(regelingen, zinnen.computed(jaren)) or regeling
        plek = regelingen.index(standaard)
        regeling = rechts.selectbox("Regeling", regelingen, plek, format_func=zinnen.regeling_naam) or standaard
    keuzes = [j for j in jaren if j.regeling == regeling]
    namen = {j.jaar: j for j in keuzes}
    start = zinnen.default_index(keuzes)
    gekozen = links.selectbox("Jaar", list(namen), index=start, format_func=lambda j: zinnen.jaar_naam(namen[j]))
    return namen[gekozen or keuzes[start].jaar]


def show_downloads(dossier: Controledossier) -> None:
    """Both files, and how to check that they are unchanged."""
    with st.container(horizontal=True):
        st.download_button("Download het dossier (XLSX)", dossier.xlsx, f"{dossier.naam}.xlsx", XLSX, on_click="ignore")
        manifest = f"{dossier.naam}.json"
        st.download_button(
            "Download het manifest (JSON)", dossier.manifest, manifest, "application/json", on_click="ignore"
        )
    st.markdown(tekst_zacht(zinnen.fingerprint(dossier)))
    st.markdown(klein(zinnen.VINGERAFDRUK))


render(current_context())
