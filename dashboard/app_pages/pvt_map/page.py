"""Page: how many inburgeraars finish PVT and MAP?"""

from __future__ import annotations

from dashboard.app_pages.pvt_map import charts, zinnen
from dashboard.app_pages.voettekst import show_voettekst
from dashboard.components.grafiek import show_grafiek
from dashboard.components.kop import show_vraag_en_antwoord
from dashboard.components.tabel import OPZIJ, show_tabel
from dashboard.components.uitleg import show_uitleg
from dashboard.data import pvt_map
from dashboard.state import Context, current_context

KOLOMMEN = ["Wie", "Gedeeld door", "Afgerond", "Aandeel", "In het rapport"]
NAMEN = {
    "PVT": "het PVT (participatieverklaringstraject)",
    "MAP": "de MAP (module arbeidsmarkt en participatie)",
}


def render(c: Context) -> None:
    """The page from top to bottom."""
    pvt = pvt_map.list_voltooiing(c.snapshot, "PVT")
    eigen = [r for r in pvt if r.gemeentecode == c.code]
    vraag = f"Hoeveel inburgeraars ronden PVT en MAP af in {c.naam or 'deze gemeenten'}?"
    show_vraag_en_antwoord(vraag, zinnen.answer(eigen, pvt_map.list_samenwerking(c.snapshot, "PVT"), c.naam))
    for onderdeel in NAMEN:
        show_grafiek_van(c, onderdeel)
    show_uitleg(zinnen.WEL, zinnen.NIET)
    show_tables(c)
    show_voettekst(c, ("pvt_map",), [r.bron_id for r in pvt])


def show_grafiek_van(c: Context, onderdeel: str) -> None:
    """Three bases side by side, per gemeente and for the group."""
    rijen = pvt_map.list_voltooiing(c.snapshot, onderdeel)
    punten = zinnen.points(rijen, pvt_map.list_samenwerking(c.snapshot, onderdeel), c.code)
    if punten:
        titel = f"Wie {NAMEN[onderdeel]} afrondde"
        sub = "Afgerond als aandeel van drie verschillende groepen; alle jaren samen, beide doelgroepen."
        show_grafiek(charts.bases_side_by_side(punten), titel, sub, f"{titel}: drie aandelen per gemeente. {sub}")


def show_tables(c: Context) -> None:
    """Shares with their counts, then the counts per year."""
    for onderdeel in NAMEN:
        rijen = [r for r in pvt_map.list_voltooiing(c.snapshot, onderdeel) if c.code in (None, r.gemeentecode)]
        samen = pvt_map.list_samenwerking(c.snapshot, onderdeel)
        titel = f"{onderdeel}: {c.naam or 'alle gemeenten'} en de groep"
        uitleg = f"{zinnen.group_note(samen)} {OPZIJ}".strip()
        show_tabel(titel, KOLOMMEN, zinnen.table_rows(rijen, samen), uitleg)
    kolommen, rows = zinnen.year_rows(pvt_map.list_per_jaar(c.snapshot, c.code) if c.code else ())
    show_tabel(f"{c.naam}: afgerond per jaar", kolommen, rows)


render(current_context())
