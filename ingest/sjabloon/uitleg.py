"""The explanation sheet: what goes into which column, with the lists that the cells choose from."""

from __future__ import annotations

from typing import Any

from ingest.bronnen import OMSCHRIJVING, Indeling, layoutnaam
from ingest.layout import KruisLayout
from ingest.records.layout import RecordLayout
from ingest.sjabloon.kolommen import Invulkolom, invulkolommen

KOPPEN = ["kolom", "verplicht", "wat u invult", "wat mag", "voorbeeld"]
LIJSTKOLOM = 7  # the lists stand beside the explanation
_TEKENS = (
    (
        "getal",
        "Een heel getal zonder punt, of met punt als duizendteken: 1234 of 1.234. Bedragen mogen een komma hebben.",
    ),
    ("0", "Er is geteld en er waren er geen."),
    ("-", "Geen; telt mee als nul."),
    (". of * of <5", "Te klein om te tonen; het echte aantal is niet bekend."),
    ("60 +*", "60 en nog een aantal dat te klein is om te tonen."),
    ("p.m.", "Nog niet bekend; komt later."),
    ("leeg", "Niet geleverd."),
    ("n.v.t.", "Niet van toepassing."),
)
_VOORBEELDRIJ = (
    "De grijze rij is een voorbeeld. Zij wordt overgeslagen zolang er VOORBEELD of GM0000 in een cel staat; u mag haar "
    "ook weghalen."
)
_PERSONEN = (
    "Het burgerservicenummer (BSN) of V-nummer mag in de kolom pseudo_id staan. Bij het inlezen wordt het meteen "
    "omgezet in een pseudoniem; het nummer zelf wordt nergens bewaard.",
    "Namen, adressen en geboortedatums zijn niet nodig: lever ze niet mee. Alleen het geboortejaar wordt gevraagd.",
    "Een lege datum betekent: nog niet gebeurd. Haal een kolom helemaal weg als u dat gegeven niet bijhoudt.",
)
_TABEL = "Een lege cel betekent: niet ingevuld. Haal een kolom weg als u dat gegeven niet hebt."
_KRUIS = (
    "Vervang 'Gemeente (GM0000)' door naam en code, en zet de jaren in de kopregel. Jaren erbij mag. De grijze rij "
    "met GM0000 of VOORBEELD is een voorbeeld en wordt overgeslagen."
)


def uitleg_rijen(layout: Indeling) -> list[list[str]]:
    """The explanation of one layout: some sentences, then a row per column."""
    if isinstance(layout, KruisLayout):
        return [[layout.titel], [layout.uitleg], [_KRUIS]]
    zinnen = [layout.titel, layout.uitleg, _VOORBEELDRIJ]
    if isinstance(layout, RecordLayout):
        zinnen += _PERSONEN if layout.persoonsgegevens else (_TABEL,)
    rijen = [[zin] for zin in zinnen]
    return rijen + [KOPPEN] + [_regel(k) for k in invulkolommen(layout)]


def _regel(k: Invulkolom) -> list[str]:
    return [k.naam, k.verplicht, k.uitleg, k.toegestaan, k.voorbeeld]


def vul_uitleg(blad: Any, layouts: list[Indeling], opmaak: dict[str, Any]) -> None:
    """Fill the explanation sheet."""
    for kolom, breedte in enumerate((34, 24, 60, 44, 24)):
        blad.set_column(kolom, kolom, breedte)
    wat = layouts[0].titel if len(layouts) == 1 else OMSCHRIJVING[layouts[0].bron]
    blad.write_string(0, 0, f"Uitleg bij het sjabloon: {wat}", opmaak["titel"])
    r = 2
    for layout in layouts:
        blad.write_string(r, 0, f"Blad {layoutnaam(layout)}", opmaak["kop"])
        for rij in uitleg_rijen(layout):
            r += 1
            stijl = opmaak["kop"] if rij == KOPPEN else opmaak["terugloop"] if len(rij) > 1 else None
            for k, cel in enumerate(rij):
                blad.write_string(r, k, cel, stijl)
        r += 2
    if any(not isinstance(layout, RecordLayout) for layout in layouts):
        _vul_tekens(blad, r, opmaak)


def _vul_tekens(blad: Any, r: int, opmaak: dict[str, Any]) -> None:
    blad.write_string(r, 0, "Tekens die u bij cijfers mag gebruiken", opmaak["kop"])
    for teken, betekenis in _TEKENS:
        r += 1
        blad.write_string(r, 0, teken)
        blad.write_string(r, 1, betekenis)


def vul_lijsten(blad: Any, layouts: list[Indeling], opmaak: dict[str, Any]) -> dict[tuple[str, ...], str]:
    """Write every list of choices beside the explanation; returns list -> reference for a drop-down."""
    from xlsxwriter.utility import xl_range_abs

    verwijzing: dict[tuple[str, ...], str] = {}
    for layout in layouts:
        for k in [] if isinstance(layout, KruisLayout) else invulkolommen(layout):
            if not k.keuzes or k.keuzes in verwijzing:
                continue
            plek = LIJSTKOLOM + len(verwijzing)
            blad.set_column(plek, plek, 26)
            blad.write_string(0, plek, f"Keuzes bij {k.naam}", opmaak["kop"])
            for r, keuze in enumerate(k.keuzes, 1):
                blad.write_string(r, plek, keuze)
            verwijzing[k.keuzes] = f"=Uitleg!{xl_range_abs(1, plek, len(k.keuzes), plek)}"
    return verwijzing
