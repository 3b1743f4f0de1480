"""The overview: one row per subject, in sentences and figures of the other pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.app_pages.baten_lasten.zinnen import jongste_jaar, status_naam
from dashboard.app_pages.huisvesting.zinnen import MENSEN, still_to_house, still_to_house_cell
from dashboard.app_pages.vergelijken.zinnen import Vergelijking
from dashboard.data.bevindingen import Bevinding
from dashboard.data.geld import Totaal
from dashboard.data.huisvesting import TaakstellingSamen
from dashboard.theme.notatie import aantal_met, datum_lang, deel_van, euro_zin, getal, hoofdletter, procent
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


@dataclass(frozen=True)
class Stand:
    """Everything that the overview shows for one choice."""

    vergelijking: Vergelijking
    samen: TaakstellingSamen | None
    totalen: Sequence[Totaal]
    bevindingen: Sequence[Bevinding]


def answer(s: Stand, code: str | None, naam: str | None) -> str:
    """The backlog first, then how sure we are."""
    zeker = _zwaar(s, code, naam)
    eigen = s.vergelijking.huisvesting.get(code or "")
    if eigen is not None and eigen.achterstand_aantal is not None:
        zin = still_to_house(naam or "", eigen.achterstand_aantal, eigen.totale_taakstelling_aantal)
        return f"**{zin}.** {zeker}"
    if naam:
        return f"Voor {naam} zijn nog geen cijfers over huisvesting geleverd. {zeker}"
    if (s.samen is None or s.samen.achterstand_aantal is None) and s.vergelijking.huisvesting:
        return f"De gemeenten leverden geen cijfers over dezelfde periode. {zeker} Kies hierboven een gemeente."
    if s.samen is None or s.samen.achterstand_aantal is None:
        return "Er zijn nog geen cijfers geleverd. Zodra dat zo is, staat hier hoe de gemeenten ervoor staan."
    wie = f"De {getal(s.samen.gemeenten_aantal)} gemeenten samen"
    zin = f"{wie} lopen niet achter met het huisvesten van statushouders"
    if s.samen.achterstand_aantal > 0:
        zin = f"{wie} moeten nog {aantal_met(s.samen.achterstand_aantal, *MENSEN)} een woning geven"
    return f"**{zin}.** {zeker} Kies hierboven een gemeente om haar cijfers te zien."


def _zwaar(s: Stand, code: str | None, naam: str | None) -> str:
    """How many findings weigh most: of the gemeente itself, and of a group that it is part of."""
    zwaar = [b for b in s.bevindingen if b.ernst == "hoog"]
    if code is None:
        return f"{hoofdletter(aantal_met(len(zwaar), 'bevinding heeft', 'bevindingen hebben'))} ernst hoog."
    eigen = sum(b.gemeentecode == code for b in zwaar)
    zin = f"{hoofdletter(aantal_met(eigen, 'bevinding', 'bevindingen'))} met ernst hoog"
    zin = f"{zin} {'gaat' if eigen == 1 else 'gaan'} over {naam}"
    if len(zwaar) > eigen:
        zin += f", {getal(len(zwaar) - eigen)} over een groep gemeenten waar {naam} bij hoort"
    return f"{zin}."


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
        samen = f"{getal(s.samen.achterstand_aantal)} bij de {getal(s.samen.gemeenten_aantal)} gemeenten samen"
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


def count_note(s: Stand) -> str:
    """How many findings each subject has: `Huisvesting: 1 bevinding`."""
    per_onderwerp = Counter(b.onderwerp for b in s.bevindingen)
    delen = [
        f"{naam}: {aantal_met(per_onderwerp[onderwerp], 'bevinding', 'bevindingen')}"
        for onderwerp, naam in ONDERWERPNAMEN.items()
        if per_onderwerp[onderwerp]
    ]
    return " · ".join(delen) or "Er zijn geen bevindingen bij deze cijfers."
