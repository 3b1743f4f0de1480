"""Put known errors in known places, and write down what must become of each."""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from typing import Any

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.personen import Persoon

AFGEKEURD, BEVINDING, MELDING, VERWERKT = "afgekeurd", "bevinding", "melding", "verwerkt"
EXTRA_PERSONEN = 40
FOUT_KOP = ("soort", "bestand", "blad", "rij", "kolom", "ingevoerd", "gevolg", "regel", "gemeentecode", "uitleg")


@dataclass(frozen=True)
class Fout:
    """One seeded error. `gevolg`: the row is `afgekeurd` with this `regel`, gives a `bevinding` of the control in
    `regel`, a `melding` with that word on reading, or is `verwerkt`: read, after which the figures are right.
    """

    soort: str
    bestand: str
    blad: str
    rij: int
    kolom: str
    ingevoerd: str
    gevolg: str
    regel: str
    gemeentecode: str
    uitleg: str

    def rij_tekst(self) -> Rij:
        """The line in the list of errors."""
        return list(astuple(self))


@dataclass
class Zaaier:
    """The deliveries of one set, and what was put in so far."""

    leveringen: list[Levering]
    land: list[Gemeente]
    bevolking: list[Persoon]
    over: list[Persoon]
    fouten: list[Fout] = field(default_factory=list)

    def levering(self, begin: str) -> Levering:
        """The first delivery whose file name starts with `synthetisch_<begin>`."""
        return next(x for x in self.leveringen if x.bestand.startswith(f"synthetisch_{begin}"))

    def reserve(self) -> Persoon:
        """A person outside the population, so that a refused row changes no count."""
        return self.over.pop(0)

    def noteer(
        self,
        soort: str,
        levering: Levering,
        tabel: Tabel,
        index: int,
        kolom: str,
        gevolg: str,
        regel: str,
        uitleg: str,
        gemeente: Gemeente | None = None,
    ) -> None:
        """Write down one error at `tabel.rijen[index]`."""
        waarde = tabel.rijen[index][tabel.kolom(kolom)] if kolom else ""
        blad = tabel.blad if levering.vorm == "xlsx" else ""
        self.fouten.append(Fout(
            soort, levering.bestand, blad, tabel.rijnummer(index), kolom, "" if waarde is None else str(waarde),
            gevolg, regel, gemeente.code if gemeente else "", uitleg,
        ))  # fmt: skip

    def zet_rij(
        self, soort: str, levering: Levering, rij: Rij, kolom: str, waarde: Any, regel: str, uitleg: str
    ) -> None:
        """Add a row with one wrong cell, which must be refused."""
        tabel = levering.tabel
        tabel.rijen.append(list(rij))
        if kolom:
            tabel.rijen[-1][tabel.kolom(kolom)] = waarde
        self.noteer(soort, levering, tabel, len(tabel.rijen) - 1, kolom, AFGEKEURD, regel, uitleg)
