"""Find the header row of a flat table and say which columns are missing."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.begrippen import vorm
from ingest.bestand import Blad
from ingest.layout import TabelLayout

_ZOEKRIJEN = 25


@dataclass(frozen=True)
class Kop:
    """Where a layout's columns stand. `posities`: column name -> 0-based index."""

    layout: TabelLayout
    index: int
    posities: dict[str, int]
    teksten: list[str]
    ontbrekend: tuple[str, ...]

    @property
    def compleet(self) -> bool:
        """Whether every required column is there."""
        return not self.ontbrekend

    def ongebruikt(self) -> list[str]:
        """Header texts that belong to no column of the layout."""
        gebruikt = set(self.posities.values())
        return [t for i, t in enumerate(self.teksten) if t and i not in gebruikt]


def zoek_kop(blad: Blad, layout: TabelLayout) -> Kop | None:
    """The row that matches the layout best; None when no row has two of its columns."""
    beste: Kop | None = None
    for index, rij in enumerate(blad.rijen[:_ZOEKRIJEN]):
        kop = _probeer(rij, index, layout)
        if len(kop.posities) >= 2 and (beste is None or _rang(kop) > _rang(beste)):
            beste = kop
    return beste


def _rang(kop: Kop) -> tuple[bool, int]:
    return (kop.compleet, len(kop.posities))


def _probeer(rij: list[str], index: int, layout: TabelLayout) -> Kop:
    vormen = [vorm(cel) if cel else "" for cel in rij]
    posities: dict[str, int] = {}
    for eerst in (True, False):
        for kolom in layout.kolommen:
            gezocht = {vorm(kolom.naam)} if eerst else kolom.vormen
            plek = next((i for i, v in enumerate(vormen) if v in gezocht and i not in posities.values()), None)
            if kolom.naam not in posities and plek is not None:
                posities[kolom.naam] = plek
    return Kop(layout, index, posities, [c.strip() for c in rij], tuple(_ontbrekend(layout, posities)))


def _ontbrekend(layout: TabelLayout, posities: dict[str, int]) -> list[str]:
    """Required columns that are not there, as they read in a message."""
    los = [k.naam for k in layout.kolommen if k.verplicht and k.naam not in posities]
    groepen = [" of ".join(groep) for groep in layout.een_van if not any(n in posities for n in groep)]
    return groepen + los
