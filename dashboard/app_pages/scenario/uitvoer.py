"""The download: the same figures and words as on the page, with the whole address and the snapshot."""

from __future__ import annotations

import streamlit as st

from dashboard.app_pages.scenario import tabellen, woorden, zinnen
from dashboard.app_pages.scenario.adres import BASIS, REGELING, link
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.components.kop import show_kop
from dashboard.components.opmaak import tekst_zacht
from dashboard.data.spuk_scenario import Jaarvergelijking, Vloer, hides_settlement
from dashboard.data.spuk_scenario_bestand import Cel, Vel, write_bestand
from dashboard.data.spuk_scenario_gaten import Gaten, count_gaten
from dashboard.data.spuk_wijziging import write_text
from dashboard.state import Context
from dashboard.theme.notatie import datum_uit_tekst, opsomming

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MATEN = {
    "betaald": "betaald",
    "toegekend": "toegekend",
    "besteed": "besteed",
    "te_betalen": "te betalen",
    "vaststelling_verschil": "vaststelling (betaald min toegekend)",
    "terugvordering": "waarvan onderbesteding",
    "te_ontvangen": "te ontvangen",
    "reserve_eind": "reserve op 31 december",
}
NIET_GEZIEN = "Zonder vaststelling: de bron geeft één bedrag, dus is de vaststelling niet te zien."
VAN_VASTSTELLING = ("te_betalen", *tabellen.VASTSTELLING)
GEEN_WIJZIGING = ("geen", "Dit is de basis zelf: er is niets veranderd.", "", "", "")


def show_uitvoer(c: Context, beeld: Beeld) -> None:
    """One button, and where the scenario lives."""
    show_kop("Meenemen")
    naam = f"scenario_{c.naam}_{beeld.regeling.regeling}.xlsx".replace(" ", "-").lower()
    inhoud = write_bestand(c.snapshot, title(c, beeld), sheets(c, beeld))
    st.download_button("Download als spreadsheet (xlsx)", inhoud, naam, XLSX, on_click="ignore")
    st.markdown(
        tekst_zacht(
            "Op elk blad staat: scenario, geen vastgesteld cijfer. Het scenario zelf staat in het adres van deze"
            " pagina; kopieer dat adres om het te delen."
        )
    )


def title(c: Context, beeld: Beeld) -> str:
    """What the file is about."""
    return f"{c.naam}, {beeld.regeling.naam}, basis {beeld.basis.naam}"


def sheets(c: Context, beeld: Beeld) -> list[Vel]:
    """Reading guide, changes, base beside scenario, causes, floors and what is missing."""
    r = beeld.rekening
    veranderd = [
        (w.veld.naam, woorden.veld_naam(w.veld), woorden.basis_tekst(w.veld), woorden.waarde_tekst(w), write_text(w))
        for w in beeld.tellend
    ]
    oorzaken: list[tuple[Cel, ...]] = [
        (n, o.naam, v.jaar, v.te_betalen, v.reserve_eind)
        for n, o in enumerate(r.oorzaken, start=1)
        for v in o.per_jaar
        if v.jaar not in r.vervallen
    ]
    if r.oorzaken and r.som:
        oorzaken.append(("alle", "samen", f"tot en met {r.som.jaren[-1]}", r.som.verschil, r.reserve_verschil))
    gaten = [(j.jaar, wat) for j in r.jaren for wat in j.scenario.ontbreekt]
    return [
        Vel("Lees mij", ("Wat", "Waarde"), _kenmerken(c, beeld), "Wat dit bestand is."),
        Vel(
            "Wijzigingen",
            ("Parameter", "Wat", "Basis", "Scenario", "In het adres"),
            veranderd or [GEEN_WIJZIGING],
            "Wat is veranderd.",
        ),
        Vel(
            "Basis en scenario",
            ("Jaar", "Bedrag", "Basis", "Scenario", "Verschil", "Opmerking"),
            [*year_cells(beeld), *sum_cells(beeld)],
            "Scenario min basis.",
        ),
        Vel("Oorzaken", ("Stap", "Oorzaak", "Jaar", "Te betalen", "Reserve 31-12"), oorzaken, zinnen.WEL),
        Vel("Bestedingsvloer", (*tabellen.KOLOMMEN_VLOER, "Opmerking"), floor_cells(beeld), tabellen.VLOER_UITLEG),
        Vel("Wat ontbreekt", ("Jaar", "Wat"), gaten, "Met wat ontbreekt is niet gerekend."),
    ]


def year_cells(beeld: Beeld) -> list[tuple[Cel, ...]]:
    """Base, scenario and their difference; a word where there is no amount, and what an amount leaves out."""
    kent = beeld.kent_reserve
    return [
        (
            j.jaar,
            naam,
            tabellen.value(j.basis, maat, kent),
            tabellen.value(j.scenario, maat, kent),
            tabellen.change(j, maat, kent),
            _opmerking(j, maat, kent),
        )
        for j in beeld.rekening.jaren
        for maat, naam in MATEN.items()
    ]


def _opmerking(j: Jaarvergelijking, maat: str, kent_reserve: bool) -> str:
    if maat in VAN_VASTSTELLING and kent_reserve and (hides_settlement(j.basis) or hides_settlement(j.scenario)):
        return NIET_GEZIEN if maat == "te_betalen" else ""
    if maat != "besteed":
        return ""
    kanten = (("basis", j.basis), ("scenario", j.scenario))
    gaten = [(naam, "of meer, " * bool(kant.besteed), count_gaten(kant)) for naam, kant in kanten]
    return "; ".join(f"{naam}: {meer}{tabellen.missing_posts(g)}" for naam, meer, g in gaten if g.posten)


def sum_cells(beeld: Beeld) -> list[tuple[Cel, ...]]:
    """What is payable over the years together, and apart from it what still comes in."""
    r, o = beeld.rekening, beeld.rekening.ontvangst
    if r.som is None or not beeld.kent_reserve:
        return []
    jaren = f"{min(r.som.jaren)}–{max(r.som.jaren)}"
    van = opsomming([str(j) for j in o.verborgen])
    zonder = f"{tabellen.ZONDER_VASTSTELLING} van {van}".capitalize() if van else ""
    rows: list[tuple[Cel, ...]] = [(jaren, "samen te betalen", r.som.basis, r.som.scenario, r.som.verschil, zonder)]
    if o.is_er:
        kanten = [tabellen.NIET_TE_ZIEN if kant is None else kant for kant in (o.basis, o.scenario)]
        bekend = o.basis is not None and o.scenario is not None
        verschil = o.scenario - o.basis if bekend else tabellen.NIET_TE_ZIEN  # type: ignore[operator]
        rows.append(
            (jaren, tabellen.SAMEN_TE_ONTVANGEN.lower(), *kanten, verschil, f"van {van} niet te zien" if van else "")
        )
    return rows


def floor_cells(beeld: Beeld) -> list[tuple[Cel, ...]]:
    """The spend floors; spending of which posts are missing is a lower bound and says so."""
    return [
        (
            v.jaar,
            v.ten_minste,
            v.besteed if v.besteed or (v.besteed is not None and not v.ontbrekend) else tabellen.floor_spent(v),
            v.terugvordering,
            _vloer_opmerking(v),
        )
        for v in beeld.rekening.vloeren
    ]


def _vloer_opmerking(v: Vloer) -> str:
    posten = tabellen.missing_posts(Gaten(v.ontbrekend, v.pm))
    return f"besteed is dit bedrag of meer: {posten}" if posten and v.besteed else posten


def _kenmerken(c: Context, beeld: Beeld) -> list[tuple[str, str]]:
    vast = {REGELING: beeld.regeling.regeling, BASIS: beeld.basis.scenario}
    snapshot = c.snapshot.snapshot_id if c.snapshot else ""
    vastgelegd = datum_uit_tekst(c.snapshot.gemaakt_op) if c.snapshot else ""
    return [
        ("Gemeente", f"{c.naam} ({c.code})"),
        ("Uitkering", beeld.regeling.naam),
        ("Basis", f"{beeld.basis.naam}: {beeld.basis.omschrijving or ''}"),
        ("Snapshot", f"{snapshot}, vastgelegd op {vastgelegd}"),
        ("Adres van dit scenario", link(c, {**vast, **beeld.parameters})),
        *(("Let op", zin.replace("\\", "")) for zin in zinnen.remarks(beeld)),
        ("Niet", zinnen.NIET),
    ]
