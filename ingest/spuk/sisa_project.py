"""Number the project rows of a SiSa block; a block that goes on repeats the project in a column 'Kopie projectnaam'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Blad
from ingest.spuk.sisa_blok import Groep

Fout = tuple[str, str]


@dataclass
class Projecten:
    """The projects seen so far: code of the uitkering -> names in order."""

    namen: dict[str, list[str]] = field(default_factory=dict)

    def nummer(
        self, blad: Blad, groep: Groep, rijen: list[int], codes: dict[int, str], teksten: dict[int, str]
    ) -> Iterator[tuple[int, int, Fout | None]]:
        """Per value row its sequence number, or the reason why the project can't be told."""
        uitkering = next(iter(codes.values())).split("/")[0]
        kopie = next((k for k, t in teksten.items() if vorm(t).startswith("kopie")), None)
        eigen = next((k for k, t in teksten.items() if vorm(t).startswith("project")), None)
        if kopie is None and eigen is not None:
            self.namen[uitkering] = [vorm(blad.rijen[i][eigen]) for i in rijen]
        for plek, index in enumerate(rijen, 1):
            if kopie is None:
                eigen_nummer = blad.rijen[index][groep.naam].strip()
                yield index, int(eigen_nummer) if _is_volgnummer(eigen_nummer) else plek, None
            else:
                naam = blad.rijen[index][kopie].strip()
                gevonden = self._zoek(uitkering, naam, plek)
                yield index, gevonden or 0, None if gevonden else _onbekend(naam)

    def _zoek(self, uitkering: str, naam: str, plek: int) -> int | None:
        """The project with this name; of two with one name only the one on the same place."""
        namen = self.namen.get(uitkering, [])
        plekken = [n for n, bekend in enumerate(namen, 1) if bekend == vorm(naam)]
        if len(plekken) == 1:
            return plekken[0]
        return plek if plek in plekken else None


def _is_volgnummer(tekst: str) -> bool:
    return tekst.isdigit() and 0 < int(tekst) < 1000


def _onbekend(naam: str) -> Fout:
    return (
        f"Project '{naam}' komt in het eerste vak van deze regeling niet voor; de waarden zijn niet te koppelen.",
        "Gebruik in beide vakken dezelfde projectnaam, in dezelfde volgorde.",
    )
