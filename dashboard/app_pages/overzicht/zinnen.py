"""The overview: one row per subject, in sentences and figures of the other pages."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.app_pages.baten_lasten.zinnen import jongste_jaar, status_naam
from dashboard.app_pages.huisvesting.zinnen import MENSEN, moment, still_to_house, still_to_house_cell
from dashboard.app_pages.overzicht.stand import Stand
from dashboard.app_pages.overzicht.terugbetaling import payback_rows
from dashboard.app_pages.terugbetaling.betalen import signs_note
from dashboard.app_pages.voettekst import VOLLEDIGHEID
from dashboard.data.bevindingen import Bevinding
from dashboard.theme.notatie import aantal_met, datum_lang, deel_van, euro_zin, getal, procent
from dashboard.theme.perioden import periode_label

WEL = (
    "Dit dashboard laat zien hoe gemeenten statushouders huisvesten en inburgeraars begeleiden onder"
    " de Wet inburgering"
    " 2021 (Wi2021). Elk cijfer heeft een eigen pagina met de herkomst erbij."
)
NIET = (
    "Er is geen totaalscore en geen ranglijst. Een cijfer met een bevinding kan kloppen, maar wordt"
    " in de bron ergens"
    " tegengesproken."
)

KOLOMMEN = ["Onderwerp", "Cijfer", "Om mee te vergelijken"]
ONDERWERPNAMEN = {
    "huisvesting": "Huisvesting",
    "inburgering": "Inburgeraars",
    "leerroutes": "Leerroutes",
    "pvt_map": "PVT en MAP",
    "begeleiding": "Begeleiding",
    "geld": "Baten en lasten",
}


def answer(s: Stand, code: str | None, naam: str | None) -> str:
    """The backlog first, then how sure we are."""
    zeker = _zwaar(s, code, naam)
    eigen = s.vergelijking.huisvesting.get(code or "")
    if eigen is not None and eigen.achterstand_aantal is not None:
        rest, totaal = eigen.achterstand_aantal, eigen.totale_taakstelling_aantal
        return f"**{still_to_house(naam or '', rest, totaal, moment(eigen))}.** {zeker}"
    if naam:
        return f"Voor {naam} zijn nog geen cijfers over huisvesting geleverd. {zeker}"
    if (s.samen is None or s.samen.achterstand_aantal is None) and s.vergelijking.huisvesting:
        return f"De gemeenten leverden geen cijfers over dezelfde periode. {zeker} Kies hierboven een gemeente."
    if s.samen is None or s.samen.achterstand_aantal is None:
        return "Er zijn nog geen cijfers geleverd. Zodra dat zo is, staat hier hoe de gemeenten ervoor staan."
    wie = f"de {getal(s.samen.gemeenten_aantal)} gemeenten samen"
    zin = f"{moment(s.samen)} liepen {wie} niet achter met het huisvesten van statushouders"
    if s.samen.achterstand_aantal > 0:
        mensen = aantal_met(s.samen.achterstand_aantal, *MENSEN)
        zin = f"{moment(s.samen)} moesten {wie} nog {mensen} een woning geven"
    return f"**{zin}.** {zeker} Kies hierboven een gemeente om haar cijfers te zien."


def _zwaar(s: Stand, code: str | None, naam: str | None) -> str:
    """What weighs most: of the gemeente itself, and of a group that it is part of."""
    zwaar = [b for b in s.bevindingen if b.ernst == "hoog"]
    if code is None:
        return f"Wat zwaar weegt (ernst hoog): {tally(zwaar)}."
    groep = [b for b in zwaar if b.gemeentecode != code]
    zin = f"Wat zwaar weegt (ernst hoog): {tally([b for b in zwaar if b.gemeentecode == code])} over {naam}"
    if groep:
        zin += f"; {tally(groep)} over een groep gemeenten waar {naam} bij hoort"
    return f"{zin}."


def tally(bevindingen: Sequence[Bevinding]) -> str:
    """`8 bevindingen en 10 keer iets wat ontbreekt`: apart, as the foot of every page lists them apart."""
    ontbreekt = sum(b.soort == VOLLEDIGHEID for b in bevindingen)
    gevonden = aantal_met(len(bevindingen) - ontbreekt, "bevinding", "bevindingen")
    keer = f"{getal(ontbreekt)} keer iets wat ontbreekt"
    if ontbreekt == len(bevindingen):
        return keer if ontbreekt else gevonden
    return f"{gevonden} en {keer}" if ontbreekt else gevonden


def reference_day(s: Stand) -> str:
    """The day of the bars: one date when they share it, else that each has its own."""
    dagen = {t.peildatum for t in s.vergelijking.huisvesting.values()}
    dag = dagen.pop() if len(dagen) == 1 else None
    return f"op {datum_lang(dag)}" if dag else "op de laatste peildatum van elke gemeente"


def table_rows(s: Stand, code: str) -> list[list[str]]:
    """One row per subject for the chosen gemeente."""
    v = s.vergelijking
    h, z, p = v.huisvesting.get(code), v.z_route.get(code), v.pvt.get(code)
    ontbreekt = "niet geleverd"
    samen = "geen cijfer van de groep"
    if s.samen and s.samen.achterstand_aantal is not None:
        dag = periode_label(s.samen.jaar, s.samen.halfjaar, s.samen.peildatum)
        samen = f"{getal(s.samen.achterstand_aantal)} bij de {getal(s.samen.gemeenten_aantal)} gemeenten samen ({dag})"
    landelijk = (
        f"landelijk {procent(z.landelijk_pct, 0)}" if z and z.landelijk_pct is not None else "geen landelijk cijfer"
    )
    periode = periode_label(h.jaar, h.halfjaar, h.peildatum) if h else ""
    return [
        [
            "Huisvesting: nog een woning nodig",
            f"{still_to_house_cell(h.achterstand_aantal, h.totale_taakstelling_aantal)} ({periode})"
            if h
            else ontbreekt,
            samen,
        ],
        [
            "Leerroutes: statushouders in de Z-route",
            deel_van(z.aantal, z.noemer_aantal, z.aandeel_pct, 0) if z else ontbreekt,
            landelijk,
        ],
        [
            "PVT afgerond, van alle dossiers",
            deel_van(p.afgerond_aantal, p.noemer_aantal, p.voltooiing_pct, 0) if p else ontbreekt,
            "geen landelijk cijfer op deze basis",
        ],
        _geldrij(s, code),
        *payback_rows(s.risico, code, s.regelingnamen),
    ]


def _geldrij(s: Stand, code: str) -> list[str]:
    eigen = [t for t in s.totalen if t.gemeentecode == code]
    jaar = jongste_jaar(eigen)
    per_soort = {t.soort: t for t in eigen if t.jaar == jaar}
    if jaar is None:
        return ["Lasten van inburgering", "van geen jaar alles geleverd", "geen cijfer om mee te vergelijken"]
    lasten, baten = per_soort["lasten"], per_soort["baten"]
    return [
        f"Lasten van inburgering in {jaar}",
        f"{euro_zin(lasten.som_eur)} ({status_naam(lasten.status_bedrag)})",
        f"baten {euro_zin(baten.som_eur)} ({status_naam(baten.status_bedrag)})",
    ]


def table_note(s: Stand, rows: Sequence[Sequence[str]]) -> str:
    """What the signs in the table mean, then how much there is to say about its subjects."""
    return f"{signs_note(cel for rij in rows for cel in rij)} {count_note(s)}".strip()


def count_note(s: Stand) -> str:
    """What each subject has, and all of them together: the numbers at the foot of this page and of the others."""
    per: dict[str, list[Bevinding]] = {}
    for b in s.bevindingen:
        per.setdefault(b.onderwerp, []).append(b)
    delen = [f"{naam}: {tally(per[onderwerp])}" for onderwerp, naam in ONDERWERPNAMEN.items() if onderwerp in per]
    if not delen:
        return "Er zijn geen bevindingen bij deze cijfers."
    alle = [b for onderwerp in ONDERWERPNAMEN for b in per.get(onderwerp, ())]
    return " · ".join(delen) + (f". Samen: {tally(alle)}." if len(delen) > 1 else "")
