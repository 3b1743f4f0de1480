"""Number the project rows of a SiSa block; a block that goes on repeats a column of the first one as 'Kopie ...'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Blad
from ingest.spuk.sisa_blok import Groep

Fout = tuple[str, str]


@dataclass(frozen=True)
class _Vak:
    """A block without copies: the number of every row, and per column its text and its values."""

    nummers: list[int]
    kolommen: list[tuple[str, list[str]]]


@dataclass
class Projecten:
    """The last block without copies of every uitkering."""

    vakken: dict[str, _Vak] = field(default_factory=dict)

    def nummer(
        self, blad: Blad, groep: Groep, rijen: list[int], codes: dict[int, str], teksten: dict[int, str]
    ) -> Iterator[tuple[int, int, Fout | None]]:
        """Per value row its sequence number, or the reason why the project can't be told."""
        uitkering = next(iter(codes.values())).split("/")[0]
        kopie = next((k for k, t in teksten.items() if vorm(t).startswith("kopie")), None)
        if kopie is None:
            vak = _maak_vak(blad, groep, rijen, teksten)
            self.vakken[uitkering] = vak
            yield from ((index, nummer, None) for index, nummer in zip(rijen, vak.nummers, strict=True))
            return
        eerder = self.vakken.get(uitkering, _Vak([], []))
        namen = _eigen_kolom(eerder, teksten[kopie])
        for plek, index in enumerate(rijen):
            naam = blad.rijen[index][kopie].strip()
            gevonden = _zoek(namen, naam, plek)
            yield index, 0 if gevonden is None else eerder.nummers[gevonden], _onbekend(naam, gevonden)


def _maak_vak(blad: Blad, groep: Groep, rijen: list[int], teksten: dict[int, str]) -> _Vak:
    eigen = [blad.rijen[i][groep.naam].strip() for i in rijen]
    nummers = [int(tekst) if _is_volgnummer(tekst) else plek for plek, tekst in enumerate(eigen, 1)]
    return _Vak(nummers, [(_letters(t), [vorm(blad.rijen[i][k]) for i in rijen]) for k, t in teksten.items()])


def _eigen_kolom(vak: _Vak, kopie: str) -> list[str]:
    """The values of the column that is copied: the one with the words behind 'Kopie', else the first.

    'Kopie gemeentecode' copies 'Hieronder per regel één gemeente(code) selecteren ...'.
    """
    gezocht = _letters(kopie).removeprefix("kopie")
    treffers = [waarden for tekst, waarden in vak.kolommen if gezocht and gezocht in tekst]
    treffers += [waarden for tekst, waarden in vak.kolommen if tekst.startswith("project")]
    treffers += [waarden for _, waarden in vak.kolommen]
    return treffers[0] if treffers else []


def _letters(tekst: str) -> str:
    return re.sub(r"[^a-z]", "", vorm(tekst))


def _zoek(namen: list[str], naam: str, plek: int) -> int | None:
    """The place of this name; of two with one name only the one on the same place."""
    plekken = [n for n, bekend in enumerate(namen) if bekend == vorm(naam)]
    if len(plekken) == 1:
        return plekken[0]
    return plek if plek in plekken else None


def _is_volgnummer(tekst: str) -> bool:
    return tekst.isdigit() and 0 < int(tekst) < 1000


def _onbekend(naam: str, gevonden: int | None) -> Fout | None:
    if gevonden is not None:
        return None
    return (
        f"'{naam}' komt in het eerste vak van deze regeling niet voor; de waarden zijn niet te koppelen.",
        "Gebruik in beide vakken dezelfde projectnaam of gemeentecode, in dezelfde volgorde.",
    )
