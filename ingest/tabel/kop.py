"""Find the header row of a flat table, also when it takes two lines, and say which columns are missing."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Blad
from ingest.layout import TabelLayout
from ingest.waarden.getallen import Getal
from ingest.waarden.waarde import parse_waarde

_ZOEKRIJEN = 25
_EENHEDEN = frozenset(
    {"", "aantal", "aantallen", "personen", "aantal personen", "euro", "in euro", "eur", "euro s", "uren"}
)


@dataclass(frozen=True)
class Kop:
    """Where a layout's columns stand. `posities`: column name -> 0-based index.

    `index` is the (last) row of the header and `hoogte` its number of rows. Not used, and perhaps telling: `boven`,
    texts in the row above such as a group title, and `onder`, (column, text) of a second line.
    """

    layout: TabelLayout
    index: int
    posities: dict[str, int]
    teksten: list[str]
    ontbrekend: tuple[str, ...]
    hoogte: int = 1
    boven: tuple[str, ...] = ()
    onder: tuple[tuple[int, str], ...] = ()

    @property
    def compleet(self) -> bool:
        """Whether every required column is there."""
        return not self.ontbrekend

    def ongebruikt(self) -> list[str]:
        """Header texts that belong to no column of the layout."""
        gebruikt = set(self.posities.values())
        return [t for i, t in enumerate(self.teksten) if t and i not in gebruikt]

    def dubbele(self) -> list[tuple[int, int]]:
        """Pairs of columns with the same header, of which the first is used."""
        vormen = [vorm(t) for t in self.teksten]
        return [
            (plek, ander)
            for plek in sorted(self.posities.values())
            for ander in range(len(vormen))
            if ander != plek and vormen[ander] == vormen[plek]
        ]


def zoek_kop(blad: Blad, layout: TabelLayout) -> Kop | None:
    """The first complete header, else the row that matches the layout best; None when no row has two columns."""
    beste: Kop | None = None
    for index in range(min(len(blad.rijen), _ZOEKRIJEN)):
        kop = lees_kop(blad, index, layout)
        if len(kop.posities) < 2:
            continue
        if kop.compleet:
            return kop
        if beste is None or len(kop.posities) > len(beste.posities):
            beste = kop
    return beste


def lees_kop(blad: Blad, index: int, layout: TabelLayout) -> Kop:
    """The columns that a row names, together with the row below it when that goes on with the header."""
    rij = blad.rijen[index]
    enkel = _maak(rij, [[vorm(c)] if c else [] for c in rij], index, layout)
    onder = blad.rijen[index + 1] if index + 1 < len(blad.rijen) else []
    rest: tuple[tuple[int, str], ...] = ()
    if _gaat_door(rij, onder):
        rest = tuple((k, c) for k, c in enumerate(onder) if c and vorm(c) not in _EENHEDEN)
        dubbel = _twee_regels(blad, index, layout)
        if len(dubbel.posities) > len(enkel.posities) or (dubbel.compleet and not enkel.compleet):
            return dubbel
        if dubbel.posities != enkel.posities and len(dubbel.posities) == len(enkel.posities) > 1:
            return dubbel
    boven = blad.rijen[index - 1] if index else []
    titels = tuple(c for k, c in enumerate(boven) if c and k and not isinstance(c, Getal))
    return Kop(layout, index, enkel.posities, enkel.teksten, enkel.ontbrekend, 1, titels, rest)


def _gaat_door(rij: list[str], onder: list[str]) -> bool:
    """Whether the row below holds words only, beside empty cells under the labels, as in a header of two lines."""
    gevuld = [k for k, c in enumerate(onder) if c]
    if not gevuld or len([c for c in rij if c]) < 2:
        return False
    if any(isinstance(onder[k], Getal) or parse_waarde(onder[k]).status != "onleesbaar" for k in gevuld):
        return False
    return all(k >= len(onder) or not onder[k] for k in (next(k for k, c in enumerate(rij) if c),))


def _twee_regels(blad: Blad, index: int, layout: TabelLayout) -> Kop:
    """A header of two lines: a (merged) group title counts for the columns to its right that have a text below it."""
    rij, onder = blad.rijen[index], blad.rijen[index + 1]
    breedte = max(len(rij), len(onder))
    teksten: list[str] = []
    vormen: list[list[str]] = []
    groep = ""
    for k in range(breedte):
        boven, lager = rij[k] if k < len(rij) else "", onder[k] if k < len(onder) else ""
        groep = boven or (groep if lager else "")
        teksten.append(f"{groep} {lager}".strip() if lager else boven)
        samen = [vorm(f"{groep} {lager}"), vorm(f"{lager} {groep}")] if lager and groep else []
        vormen.append(
            [*samen, *([vorm(lager)] if lager and not groep else [vorm(boven)] if boven and not lager else [])]
        )
    kop = _maak(teksten, vormen, index + 1, layout)
    return Kop(layout, index + 1, kop.posities, kop.teksten, kop.ontbrekend, 2)


def _los(gevormd: str) -> frozenset[str]:
    """Words without order and without the -e of an adjective, so that `taakstelling gecorrigeerd` is known too."""
    return frozenset(w[:-1] if len(w) > 4 and w.endswith("e") else w for w in gevormd.split())


def _maak(rij: list[str], vormen: list[list[str]], index: int, layout: TabelLayout) -> Kop:
    plekken: dict[str, list[int]] = {}
    losse: dict[frozenset[str], list[int]] = {}
    for i, keuzes in enumerate(vormen):
        for v in keuzes:
            plekken.setdefault(v, []).append(i)
        if len(keuzes) > 1:
            losse.setdefault(_los(keuzes[0]), []).append(i)
    posities: dict[str, int] = {}
    for eerst in (True, False):
        for kolom in layout.kolommen:
            if kolom.naam in posities:
                continue
            gezocht = {vorm(kolom.naam)} if eerst else kolom.vormen
            gevonden = [i for v in gezocht for i in plekken.get(v, [])]
            gevonden += [i for v in gezocht for i in losse.get(_los(v), [])]
            vrij = [i for i in gevonden if i not in posities.values()]
            if vrij:
                posities[kolom.naam] = min(vrij)
    return Kop(layout, index, posities, [c.strip() for c in rij], tuple(_ontbrekend(layout, posities)))


def _ontbrekend(layout: TabelLayout, posities: dict[str, int]) -> list[str]:
    """Required columns that are not there, as they read in a message."""
    los = [k.naam for k in layout.kolommen if k.verplicht and k.naam not in posities]
    groepen = [" of ".join(groep) for groep in layout.een_van if not any(n in posities for n in groep)]
    return groepen + los
