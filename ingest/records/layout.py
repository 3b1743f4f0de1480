"""Layouts of records (`vorm: records`): what one row of a person file or register looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from ingest.begrippen import vorm
from ingest.layout import BRONNEN, documenten

SQL_SOORT = {
    "sleutel": "varchar", "tekst": "varchar", "code": "varchar", "gemeentecode": "varchar", "datum": "date",
    "jaar": "integer", "heel": "integer", "geboorte": "integer", "getal": "decimal(18, 4)",
    "bedrag": "decimal(14, 2)", "janee": "boolean",
}  # fmt: skip
NIET_OPGESLAGEN = ("prive", "gemeentenaam")  # read over; a name of a gemeente only serves to find its code
IDENTIFICEREND = ("sleutel", "prive", "geboorte")


@dataclass(frozen=True)
class RecordKolom:
    """One column of a record layout.

    soort: sleutel, tekst, code, gemeentecode, datum, jaar, heel, geboorte, getal, bedrag or janee; `prive` and
    `gemeentenaam` are read but not stored. `waarden`: code -> other ways to write it. `json`: dotted paths in DUO's
    machine form. `identiteit` (sleutel): kind of number (bsn, vnr, id) -> header texts. `verleden`: the day can't lie
    after the peildatum. `anders`: the column that stands in when this one was not delivered. `afgeleid`: worked out by
    `verfijn_records` of the source, never read from a header. `onbekend`: what is stored for a value that the list does
    not know; without it such a value is refused.
    """

    naam: str
    soort: str
    uitleg: str = ""
    aliassen: tuple[str, ...] = ()
    json: tuple[str, ...] = ()
    verplicht: bool = False
    waarden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    identiteit: dict[str, tuple[str, ...]] = field(default_factory=dict)
    min: int | None = None
    max: int | None = None
    verleden: bool = False
    afgeleid: bool = False
    anders: str = ""
    onbekend: str = ""
    voorbeeld: str = ""

    @cached_property
    def vormen(self) -> frozenset[str]:
        """The header texts, in compared form, that mean this column."""
        if self.afgeleid:
            return frozenset()
        return frozenset(
            vorm(a) for a in (self.naam, *self.aliassen, *(a for w in self.identiteit.values() for a in w))
        )

    @property
    def opgeslagen(self) -> bool:
        """Whether the column is stored in the raw table."""
        return self.soort not in NIET_OPGESLAGEN

    def soort_nummer(self, kop: str) -> str:
        """Which kind of number a header text announces: bsn, vnr or id."""
        gevormd = vorm(kop)
        return next((s for s, w in self.identiteit.items() if gevormd in {vorm(a) for a in w}), "id")


@dataclass(frozen=True)
class RecordLayout:
    """A delivery with one record per row. `kern`: the columns it is recognised by; `sleutel`: what makes a record.

    `kenmerkend`: columns that only this source has; a list with names and none of these may be another source's.
    """

    layout: str
    bron: str
    titel: str
    uitleg: str
    kolommen: tuple[RecordKolom, ...]
    sleutel: tuple[str, ...]
    kern: tuple[str, ...]
    een_van: tuple[tuple[str, ...], ...] = ()
    persoonsgegevens: bool = False
    gemeente_nodig: bool = True
    lezer: str | None = None
    kenmerkend: tuple[str, ...] = ()

    def kolom(self, naam: str) -> RecordKolom:
        """The column with this name."""
        return self._op_naam[naam]

    @cached_property
    def _op_naam(self) -> dict[str, RecordKolom]:
        return {k.naam: k for k in self.kolommen}

    def heeft(self, naam: str) -> bool:
        """Whether the layout has a column with this name."""
        return naam in self._op_naam

    @property
    def opgeslagen(self) -> tuple[RecordKolom, ...]:
        """The columns of the raw table, in its order."""
        return tuple(k for k in self.kolommen if k.opgeslagen)

    @property
    def verplicht(self) -> tuple[str, ...]:
        """Columns without which a file is not this layout."""
        return tuple(dict.fromkeys([*self.kern, *(k.naam for k in self.kolommen if k.verplicht)]))


@cache
def record_layouts() -> tuple[RecordLayout, ...]:
    """Every record layout, in the order of the sources."""
    ruw = {d["layout"]: d for bron in BRONNEN for d in documenten(bron) if d.get("vorm") == "records"}
    return tuple(_maak(d, ruw) for d in ruw.values())


def record_layout(naam: str) -> RecordLayout:
    """The record layout with this name."""
    return next(x for x in record_layouts() if x.layout == naam)


def _maak(d: dict[str, Any], alle: dict[str, dict[str, Any]]) -> RecordLayout:
    """`basis` names a layout whose columns come first; a column given again replaces it."""
    basis = alle[d["basis"]]["kolommen"] if "basis" in d else {}
    kolommen = tuple(_maak_kolom(naam, regel) for naam, regel in {**basis, **d["kolommen"]}.items())
    return RecordLayout(
        layout=d["layout"], bron=d["bron"], titel=d["titel"], uitleg=d["uitleg"].strip(), kolommen=kolommen,
        sleutel=tuple(d.get("sleutel", [])), kern=tuple(d.get("kern", [])),
        een_van=tuple(tuple(groep) for groep in d.get("een_van", [])),
        persoonsgegevens=d.get("persoonsgegevens", False), gemeente_nodig=d.get("gemeente_nodig", True),
        lezer=d.get("lezer"), kenmerkend=tuple(d.get("kenmerkend", [])),
    )  # fmt: skip


def _maak_kolom(naam: str, regel: dict[str, Any] | None) -> RecordKolom:
    rest: dict[str, Any] = dict(regel or {})
    for lijst in ("aliassen", "json"):
        rest[lijst] = tuple(str(a) for a in rest.get(lijst, []))
    for keuze in ("waarden", "identiteit"):
        rest[keuze] = {str(k): tuple(str(a) for a in w or []) for k, w in (rest.get(keuze) or {}).items()}
    rest["voorbeeld"] = str(rest.get("voorbeeld", ""))
    return RecordKolom(naam=naam, **rest)
