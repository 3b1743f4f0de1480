"""The fields: one fold per cause, one button; what is wrong is said under the field itself."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app_pages.scenario import woorden
from dashboard.app_pages.scenario.adres import BASIS, REGELING, VOORVOEGSEL, Stand
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.components.opmaak import klein, letterlijk, tekst_zacht
from dashboard.data.spuk_wijziging import AANTALLEN, BEGIN, BESTEDING, PRIJZEN, REGEL, TIMING, Veld
from dashboard.theme.notatie import opsomming

UITLEG = {
    BEGIN: "Weet u uit de jaarrekening hoeveel reserve er op 1 januari van een jaar was? Vul dat bij dat jaar in."
    " Het scenario begint dan in dat jaar met dat bedrag; eerdere jaren vallen weg, ook uit de vergelijking. Zet een"
    " min voor een tekort. Vul bij hoogstens één jaar iets in.",
    AANTALLEN: "Een cohort is het jaar waarin iemand een woning kreeg (statushouders) of begon (andere migranten)."
    " Aantal maal prijs gaat alleen over regeling G10.",
    PRIJZEN: "De bedragen per persoon van regeling G10. Zij werken alleen door in een jaar waarvan het toegekende"
    " bedrag uit aantallen volgt.",
    BESTEDING: "Wat in een jaar aan voorzieningen is besteed, zonder formatie. Het bedrag vervangt alle posten van"
    " dat jaar.",
    TIMING: "Schuif een bedrag (50.000) of een deel (25%) van de besteding naar het volgende jaar. Wie later een"
    " woning krijgt, telt in het cohort van dat latere jaar; een verschil van een eerder jaar verdwijnt er niet mee.",
    REGEL: "De reserve mag niet hoger zijn dan het plafond; wat erboven komt, wordt teruggevorderd.",
}
LEEG = "Een leeg veld is zoals in de basis."


def show_keuzes(stand: Stand, beeld: Beeld) -> None:
    """The grant and the base: they decide what can be changed, so they count at once."""
    links, rechts = st.columns(2)
    namen = {r.regeling: r.naam for r in beeld.regelingen}
    links.selectbox(
        "Uitkering",
        list(namen),
        format_func=lambda r: namen[r],
        key=stand.keuze(REGELING, namen, beeld.regeling.regeling),
        on_change=empty_fields,
    )
    basis = {s.scenario: s.naam for s in beeld.scenarios}
    rechts.selectbox(
        "Basis",
        list(basis),
        format_func=lambda s: basis[s],
        key=stand.keuze(BASIS, basis, beeld.basis.scenario),
    )
    if beeld.basis.omschrijving:
        st.markdown(tekst_zacht(f"Basis ‘{beeld.basis.naam}’: {letterlijk(beeld.basis.omschrijving)}"))


def empty_fields() -> None:
    """Back to the base: every field empty. Grant and base stay as chosen."""
    for sleutel in [str(s) for s in st.session_state]:
        if sleutel.startswith(VOORVOEGSEL) and sleutel.removeprefix(VOORVOEGSEL) not in (REGELING, BASIS):
            st.session_state[sleutel] = ""


def show_formulier(stand: Stand, beeld: Beeld) -> None:
    """All fields in one form; a wrong value opens its fold."""
    with st.form("scenario", border=False):
        for oorzaak in woorden.TITELS:
            _show_oorzaak(stand, beeld, oorzaak)
        st.form_submit_button("Reken door", type="primary")
    if beeld.wijzigingen or beeld.weigeringen:
        st.button("Terug naar de basis", on_click=empty_fields)


def _show_oorzaak(stand: Stand, beeld: Beeld, oorzaak: str) -> None:
    velden = [v for v in beeld.velden if v.oorzaak == oorzaak]
    namen = {v.naam for v in velden}
    fout = any(w.naam in namen for w in beeld.weigeringen)
    aantal = sum(w.veld.naam in namen for w in beeld.tellend)
    with st.expander(woorden.titel(oorzaak, aantal), expanded=fout):
        st.markdown(klein(f"{UITLEG[oorzaak]} {LEEG if oorzaak != REGEL else ''}"))
        if not all(v.telt_mee for v in velden):
            st.markdown(klein(_geen_effect(beeld, oorzaak)))
        if oorzaak == REGEL:
            st.markdown(klein_lijst(woorden.plafond_regels(beeld.opzet)))
        _show_velden(stand, beeld, [v for v in velden if v.telt_mee])


def klein_lijst(regels: str) -> str:
    """A list in the size of body text."""
    return "\n".join(f"- {klein(regel.removeprefix('- '))}" for regel in regels.splitlines())


def _show_velden(stand: Stand, beeld: Beeld, velden: Sequence[Veld]) -> None:
    """Two beside each other, so that a row keeps its order when a phone puts them under each other."""
    for begin in range(0, len(velden), 2):
        kolommen = st.columns(2)
        for kolom, veld in zip(kolommen, velden[begin : begin + 2], strict=False):
            with kolom:
                _show_veld(stand, beeld, veld)


def _show_veld(stand: Stand, beeld: Beeld, veld: Veld) -> None:
    label = woorden.veld_label(veld)
    if veld.soort == "keuze":
        opties = ["", *beeld.keuzes]
        sleutel = stand.keuze(veld.naam, opties, "")
        namen = {o: woorden.plafond_keuze(o, veld.regels) for o in opties}
        st.selectbox(label, opties, format_func=lambda o: namen[o], key=sleutel)
    else:
        st.text_input(label, key=stand.veld(veld.naam), autocomplete="off", max_chars=30)
    for w in beeld.weigeringen:
        if w.naam == veld.naam:
            st.warning(woorden.refusal(w, beeld.velden))


def _geen_effect(beeld: Beeld, oorzaak: str) -> str:
    met_aantallen = [f"‘{s.naam}’" for s in beeld.scenarios if s.definitief_raming == "telling"]
    kies = f" Kies als basis {opsomming(met_aantallen).replace(' en ', ' of ')}." if met_aantallen else ""
    wat = "de prijzen" if oorzaak == PRIJZEN else "de aantallen"
    return (
        f"In de basis ‘{beeld.basis.naam}’ volgt geen enkel toegekend bedrag uit aantallen; {wat} doen er hier niet"
        f" toe.{kies}"
    )
