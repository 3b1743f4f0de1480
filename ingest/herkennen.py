"""Recognise what a sheet holds, from its contents."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.bestanden.bestand import Bestand, Blad
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.kruistabel.blokken import zoek_blokken
from ingest.kruistabel.kop import is_waarde
from ingest.kruistabel.soort import is_kruistabel, soort_van_tekst
from ingest.layout import BRONNEN, tabel_layouts
from ingest.records.kop import RecordKop, zoek_record_kop
from ingest.records.layout import record_layouts
from ingest.tabel.kop import Kop, zoek_kop

_EERSTE_RIJEN = 50


def kies_tabel(blad: Blad, bron: str | None) -> Kop | None:
    """The flat layout whose required columns are all there; the one with most columns wins."""
    koppen = [k for layout in tabel_layouts() if bron in (None, layout.bron) and (k := zoek_kop(blad, layout))]
    compleet = [k for k in koppen if k.compleet and any(k.layout.kolom(n).soort == "meting" for n in k.posities)]
    return max(compleet, key=lambda k: (len(k.posities), -len(k.ongebruikt())), default=None)


def heeft_kruistabel(blad: Blad, bron: str | None, register: Gemeenteregister | None = None) -> bool:
    """Whether the sheet has at least one block that can be read as municipal crosstab."""
    if bron not in (None, "gemeente"):
        return False
    register = register or Gemeenteregister.laad()
    blad = blad.rechthoek()
    blokken = zoek_blokken(blad, register)
    return bool(blokken) and (bron == "gemeente" or any(is_kruistabel(blad, b, register) for b in blokken))


def leg_uit(bestand: Bestand, bron: str | None) -> str:
    """Why a file was not recognised: the nearest layouts and the columns they miss."""
    return leg_uit_koppen(bestand.bladen, bron)


def leg_uit_koppen(bladen: Sequence[Blad], bron: str | None) -> str:
    """The same for sheets of which only the first rows need be there."""
    koppen: list[Kop | RecordKop] = []
    for blad in bladen:
        koppen += [k for x in tabel_layouts() if bron in (None, x.bron) and (k := zoek_kop(blad, x))]
        koppen += [r for y in record_layouts() if bron in (None, y.bron) and (r := zoek_record_kop(blad.rijen, y))]
    dichtbij = sorted(koppen, key=lambda k: (len(k.ontbrekend), -len(k.posities)))[:2]
    begin = "De inhoud van dit bestand wordt niet herkend."
    if bron:
        begin = f"De inhoud van dit bestand past niet bij bron '{bron}'."
    if not dichtbij and (zonder_jaar := _noem_zonder_jaar(bladen)):
        return f"{begin} {zonder_jaar}"
    if not dichtbij:
        soorten = ", ".join(BRONNEN if bron is None else (bron,))
        return (
            f"{begin} Er is geen kopregel gevonden die bij een van deze bronnen hoort: {soorten}. "
            "Maak met 'rekenkamer sjabloon BRON' een leeg voorbeeld en vergelijk de kopregels."
        )
    delen = [f"'{k.layout.titel}' ({k.layout.layout}){_wat_ontbreekt(k)}" for k in dichtbij]
    return f"{begin} Het lijkt het meest op {'; en op '.join(delen)}. Vul de kolommen aan of kies de bron met --bron."


def _noem_zonder_jaar(bladen: Sequence[Blad]) -> str:
    """A sheet whose labels are those of a municipal table, but without any column that says its year."""
    for blad in bladen:
        for rij in blad.rijen[:_EERSTE_RIJEN]:
            tekst = next((c for c in rij if c), "")
            if len([c for c in rij if c]) > 1 and is_waarde(rij[-1]) and (soort := soort_van_tekst(tekst)):
                waar = f"Blad '{blad.naam}' lijkt" if blad.naam else "Het bestand lijkt"
                return (
                    f"{waar} over '{soort.titel}' te gaan, maar boven de cijfers staat geen jaar. Zet boven elke kolom "
                    "een jaar, zoals 2024, en lever het bestand opnieuw aan."
                )
    return ""


def _wat_ontbreekt(kop: Kop | RecordKop) -> str:
    """Only a layout of cells can have all its columns and still miss a measurement."""
    wat = ", ".join(kop.ontbrekend) or ("een meetkolom" if isinstance(kop, Kop) else "")
    return f", daarvoor ontbreekt {wat}" if wat else ""
