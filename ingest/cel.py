"""What a reader hands over: measured cells and rejected rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from ingest.fouten import RijFout


@dataclass(slots=True)
class Cel:
    """One measured cell, with its place in the file. Field order is the column order of raw.cel."""

    layout: str
    blad: str | None
    rij: int
    kolom: str
    indicator: str
    eenheid: str
    waarde_ruw: str
    waarde: Decimal | None
    waarde_status: str
    periode: str = "totaal"
    tabel: str | None = None
    bladzijde: str | None = None
    gemeentecode: str | None = None
    gemeentenaam: str | None = None
    deelnemers: str | None = None
    jaar: int | None = None
    halfjaar: int | None = None
    peildatum: date | None = None
    periode_van_datum: date | None = None
    periode_tot_datum: date | None = None
    doelgroep: str | None = None
    leeftijdsgroep: str | None = None
    geslacht: str | None = None
    leerroute: str | None = None
    post: str | None = None
    kenmerk: str | None = None
    status_bedrag: str | None = None
    toelichting: str | None = None

    def sleutel(self) -> tuple[object, ...]:
        """What makes two cells of one delivery the same measurement."""
        return (
            self.indicator, self.gemeentecode, self.deelnemers, self.periode, self.peildatum, self.doelgroep,
            self.leeftijdsgroep, self.geslacht, self.leerroute, self.post, self.kenmerk, self.status_bedrag,
        )  # fmt: skip

    def plek(self) -> tuple[str | None, int]:
        """The table row this cell came from."""
        return (self.blad, self.rij)


CEL_VELDEN = tuple(f.name for f in fields(Cel))


@dataclass(slots=True)
class Afkeuring:
    """A row (or, with rij None, a sheet) that could not be used, in words for the deliverer."""

    blad: str | None
    rij: int | None
    kolom: str
    waarde: str
    reden: str
    doe: str
    origineel: list[str] = field(default_factory=list)
    koppen: list[str] = field(default_factory=list)
    regel: str = ""  # the rule that was broken, in two or three words: "onbekende code"
    kolom_index: int | None = None  # 0-based place of the offending cell in `origineel`

    def plek(self) -> tuple[str | None, int | None]:
        """The table row this is about."""
        return (self.blad, self.rij)


def kolomplek(a: Afkeuring) -> int | None:
    """The 0-based place in `origineel` of the cell that a rejection is about: by header text, else by column letter."""
    if a.kolom_index is not None:
        return a.kolom_index
    if not a.kolom:
        return None
    if a.kolom in a.koppen and not (a.blad and re.fullmatch(r"[A-Z]{1,3}", a.kolom)):
        return a.koppen.index(a.kolom)
    if not re.fullmatch(r"[A-Z]{1,3}", a.kolom):
        return None
    nummer = 0
    for letter in a.kolom:
        nummer = nummer * 26 + ord(letter) - 64
    return nummer - 1


def _kort(tekst: str, waarde: str = "") -> str:
    """A text that fits in a message; a very long value inside a reason is shortened as well."""
    if len(waarde) > 120:
        tekst = tekst.replace(waarde, waarde[:80] + "…")
    return tekst if len(tekst) <= 600 else tekst[:599] + "…"


@dataclass
class Lezing:
    """The result of reading (a part of) a file."""

    cellen: list[Cel] = field(default_factory=list)
    afkeuringen: list[Afkeuring] = field(default_factory=list)
    herkend: list[str] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    rijen: dict[tuple[str | None, int], list[str]] = field(default_factory=dict)
    koppen: dict[str | None, list[str]] = field(default_factory=dict)

    def voeg_toe(self, ander: Lezing) -> None:
        """Add the result of another sheet."""
        self.cellen += ander.cellen
        self.afkeuringen += ander.afkeuringen
        self.herkend += [h for h in ander.herkend if h not in self.herkend]
        self.meldingen += ander.meldingen
        self.rijen |= ander.rijen
        self.koppen |= ander.koppen

    def neem_rij_op(
        self, blad: str | None, nummer: int, rij: list[str], cellen: list[Cel], fouten: list[RijFout]
    ) -> None:
        """Take the cells of one row, or, when anything in it failed, reject the row with every reason."""
        if not fouten:
            self.cellen += cellen
        koppen = self.koppen.get(blad, [])
        self.afkeuringen += [
            Afkeuring(blad, nummer, f.kolom, _kort(f.waarde), _kort(f.reden, f.waarde), f.doe, rij, koppen, f.regel)
            for f in fouten
        ]
        for a in self.afkeuringen[len(self.afkeuringen) - len(fouten) :]:
            a.kolom_index = kolomplek(a)

    def keur_rijen_af(self, redenen: dict[tuple[str | None, int], Afkeuring]) -> None:
        """Move whole rows from good to rejected."""
        self.cellen = [c for c in self.cellen if c.plek() not in redenen]
        self.afkeuringen += redenen.values()

    def rijen_goed(self) -> int:
        """Number of table rows that are accepted."""
        return len({c.plek() for c in self.cellen})

    def rijen_afgekeurd(self) -> int:
        """Number of table rows (or sheets) that are rejected."""
        return len({a.plek() for a in self.afkeuringen})
