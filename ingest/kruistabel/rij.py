"""Labels of crosstab rows: carry merged labels down and tell cells from printed totals."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.begrippen import classificeer, suggestie
from ingest.bestanden.bestand import Blad
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.kruistabel.kop import Blok, is_waarde
from ingest.layout import KruisLayout


@dataclass
class Labels:
    """Classifies the label columns of one block, row by row."""

    blad: Blad
    blok: Blok
    layout: KruisLayout
    register: Gemeenteregister
    per_kolom: list[set[str]] = field(default_factory=list)
    gemeenten: list[str] = field(default_factory=list)
    lopend: list[str] = field(default_factory=list)
    vorige: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look ahead: which dimension stands in which label column, and which gemeenten the block has."""
        self.lopend = [""] * self.blok.labels
        self.per_kolom = [set() for _ in range(self.blok.labels)]
        for i in range(self.blok.begin, self.blok.einde):
            for k, label in enumerate(self.blad.rijen[i][: self.blok.labels]):
                delen = self._classificeer(label) or {}
                self.per_kolom[k] |= delen.keys() - {"totaal"}
                if "gemeente" in delen and delen["gemeente"] not in self.gemeenten:
                    self.gemeenten.append(delen["gemeente"])

    def _classificeer(self, label: str) -> dict[str, str] | None:
        if not label:
            return None
        dimensies = tuple(d for d in self.layout.rijen if d != "gemeente")
        return classificeer(label.rstrip(" *:"), self.register, dimensies)

    def draag(self, index: int) -> list[str]:
        """The labels of a row, merged ones filled in from above; a new label clears the ones to its right."""
        eigen = [c for c in self.blad.rijen[index][: self.blok.labels]]
        for k, label in enumerate(eigen):
            if label and label != self.lopend[k]:
                self.lopend[k:] = [label] + [""] * (self.blok.labels - k - 1)
                self.vorige = {} if k < self.blok.labels - 1 else self.vorige
        return list(self.lopend)

    def is_noot(self, index: int) -> bool:
        """Text between the rows, without any value and without a label that we know."""
        rij = self.blad.rijen[index]
        if any(rij[k.index] for k in self.blok.kolommen if k.index < len(rij)):
            return False
        return all(self._classificeer(label) is None for label in rij[: self.blok.labels])

    def is_groepsrij(self, index: int) -> bool:
        """A row with labels only, whose last label column is empty or that lacks a required dimension."""
        rij = self.blad.rijen[index]
        if any(rij[k.index] for k in self.blok.kolommen if k.index < len(rij)):
            return False
        if self.blok.labels > 1:
            return not rij[self.blok.labels - 1]
        delen = self._classificeer(rij[0]) or {}
        return not set(self.layout.verplicht) - {"gemeente"} <= (delen.keys() | self.groep.keys())

    groep: dict[str, str] = field(default_factory=dict)

    def neem_groep(self, index: int) -> None:
        """Remember a group row such as a lone `18-27 jaar (man)`; the rows below inherit it."""
        for label in self.blad.rijen[index][: self.blok.labels]:
            if delen := self._classificeer(label):
                self.groep = delen
                self.vorige = {}

    def dimensies(self, index: int) -> dict[str, str]:
        """Dimension -> term of one row; `totaal` for the dimensions of a totals label. Raises RijFout."""
        gevonden: dict[str, str] = dict(self.groep)
        boven_totaal = "totaal" in gevonden
        eigen: dict[str, str] = {}
        self._eis_label(index)
        for k, label in enumerate(self.draag(index)):
            if not label:
                continue
            delen = self._classificeer(label)
            if delen is None:
                raise self._onbekend(k, label)
            if "totaal" in delen and not boven_totaal:
                rechts = {d for j in range(k, self.blok.labels) for d in self.per_kolom[j]}
                leeg_rechts = not any(self.lopend[k + 1 :])
                for dimensie in rechts if leeg_rechts else self.per_kolom[k]:
                    eigen.setdefault(dimensie, "totaal")
                boven_totaal = True
            eigen |= {d: t for d, t in delen.items() if d != "totaal"}
        gevonden |= eigen
        if "totaal" in self.groep:
            for dimensie in set(self.layout.rijen) - {"gemeente", "doelgroep"} - gevonden.keys():
                gevonden[dimensie] = "totaal"
        gevonden.pop("totaal", None)
        for dimensie in set().union(*self.per_kolom) - gevonden.keys():
            if dimensie in self.vorige and boven_totaal:
                gevonden[dimensie] = self.vorige[dimensie]
        self.vorige = dict(gevonden)
        return gevonden

    def _eis_label(self, index: int) -> None:
        """Figures without any label of their own never inherit the labels above them."""
        if not any(self.blad.rijen[index][: self.blok.labels]):
            doe = "Zet het label in de rij, of het woord Totaal als het een totaalregel is."
            raise RijFout(self.blad.kolom(0), "", "Voor deze cijfers staat geen label.", doe)

    def _onbekend(self, kolom: int, label: str) -> RijFout:
        if any(teken.isdigit() for teken in label) and is_waarde(label):
            return self._zonder_jaar(kolom, label)
        dimensies = tuple(d for d in self.layout.rijen if d != "gemeente")
        wat = ", ".join(self.layout.rijen).replace("leeftijdsgroep", "leeftijd").replace("_", " ")
        return RijFout(
            self.blad.kolom(kolom), label, f"'{label}' wordt niet herkend op het onderdeel '{self.layout.titel}'.",
            f"Gebruik een bekende {wat} of totaal; bij een gemeente: zet de code erbij, zoals Katwijk (GM0537)."
            + suggestie(label, dimensies),
        )  # fmt: skip

    def _zonder_jaar(self, kolom: int, label: str) -> RijFout:
        """A figure to the left of the first year: its own column has no year above it."""
        kop = self.blad.rijen[self.blok.kop][kolom]
        staat = f"staat '{kop}', maar geen jaar" if kop else "staat geen jaar"
        plek = self.blad.kolom(kolom)
        return RijFout(
            plek, label, f"Boven kolom {plek} {staat}; bij welk jaar {label} hoort, is niet te zien.",
            "Zet boven elke kolom met cijfers een jaar, zoals 2024 of 2024 realisatie.", "geen jaar",
        )  # fmt: skip
