"""Layouts are data: YAML files in the source folders say what a delivery looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from ingest.begrippen import vorm

_MAP = Path(__file__).parent
_LEZER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same safe loader, in C where it was built
BRONNEN = ("tvs", "duo", "spuk", "gemeente", "rekenkamer", "iv3", "cbs")


@dataclass(frozen=True)
class Kolom:
    """One column of a flat table.

    soort: gemeentecode, gemeentenaam, gemeenten, periode, jaar, datum, term, tekst, tabel, bladzijde or meting.
    `eerste_jaar` and `jaren_terug` bound a year: the first that a law knows, and how far before its budget year.
    """

    naam: str
    soort: str
    uitleg: str
    aliassen: tuple[str, ...] = ()
    verplicht: bool = False
    begrip: str | None = None
    indicator: str | None = None
    eenheid: str = "personen"
    leeg_overslaan: bool = False
    doorvullen: bool = False
    voorbeeld: str = ""
    waarden: tuple[str, ...] = ()
    eerste_jaar: int | None = None
    jaren_terug: int | None = None

    @cached_property
    def vormen(self) -> frozenset[str]:
        """The header texts, in compared form, that mean this column."""
        return frozenset(vorm(a) for a in (self.naam, *self.aliassen))


@dataclass(frozen=True)
class TabelLayout:
    """A flat table: one header row, then one row per record."""

    layout: str
    bron: str
    titel: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    een_van: tuple[tuple[str, ...], ...] = ()
    min_een_onderdrukt: bool = False

    def kolom(self, naam: str) -> Kolom:
        """The column with this name."""
        return next(k for k in self.kolommen if k.naam == naam)


@dataclass(frozen=True)
class KruisLayout:
    """A kind of municipal sheet: labels down, periods across."""

    naam: str
    layout: str
    bron: str
    titel: str
    uitleg: str
    herken: tuple[str, ...]
    indicator: str
    eenheid: str
    rijen: tuple[str, ...]
    verplicht: tuple[str, ...] = ()
    route_in_cel: bool = False
    sjabloon: dict[str, Any] = field(default_factory=dict)
    tegen: tuple[str, ...] = ()
    gaat_voor: tuple[str, ...] = ()


@cache
def tabel_layouts() -> tuple[TabelLayout, ...]:
    """Every flat layout, in the order of the sources."""
    return tuple(_maak_tabel(d) for bron in BRONNEN for d in documenten(bron) if d["vorm"] == "tabel")


@cache
def kruis_layouts() -> tuple[KruisLayout, ...]:
    """Every kind of municipal sheet."""
    return tuple(
        _maak_kruis(bron, d, naam, blad)
        for bron in BRONNEN
        for d in documenten(bron)
        if d["vorm"] == "kruistabel"
        for naam, blad in d["bladen"].items()
    )


@cache
def kruis_woorden(lijst: str) -> tuple[str, ...]:
    """A word list that holds for every municipal sheet, in compared form, longest first."""
    woorden = {vorm(w) for bron in BRONNEN for d in documenten(bron) for w in d.get(lijst, [])}
    return tuple(sorted(woorden, key=lambda w: (-len(w), w)))


@cache
def documenten(bron: str) -> list[dict[str, Any]]:
    """Every YAML document in the folder of a source; none when the folder is not there."""
    return [
        document | {"bron": bron}
        for pad in sorted((_MAP / bron).glob("*.yml"))
        for document in yaml.load_all(pad.read_text("utf-8"), Loader=_LEZER)
    ]


def _maak_tabel(d: dict[str, Any]) -> TabelLayout:
    kolommen = tuple(_maak_kolom(naam, regel) for naam, regel in d["kolommen"].items())
    return TabelLayout(
        layout=d["layout"], bron=d["bron"], titel=d["titel"], uitleg=d["uitleg"], kolommen=kolommen,
        een_van=tuple(tuple(groep) for groep in d.get("een_van", [])),
        min_een_onderdrukt=d.get("min_een_onderdrukt", False),
    )  # fmt: skip


def _maak_kolom(naam: str, regel: dict[str, Any]) -> Kolom:
    rest: dict[str, Any] = {k: tuple(w) if isinstance(w, list) else w for k, w in regel.items()}
    return Kolom(naam=naam, **rest)


def _maak_kruis(bron: str, d: dict[str, Any], naam: str, blad: dict[str, Any]) -> KruisLayout:
    return KruisLayout(
        naam=naam, bron=bron, layout=blad.get("layout", naam), titel=blad["titel"], uitleg=blad["uitleg"],
        herken=tuple(blad["herken"]), indicator=blad["indicator"], eenheid=blad["eenheid"],
        rijen=tuple(blad["rijen"]), verplicht=tuple(blad.get("verplicht", [])),
        route_in_cel=blad.get("route_in_cel", False), sjabloon=blad.get("sjabloon", {}),
        tegen=tuple(blad.get("tegen", [])), gaat_voor=tuple(blad.get("gaat_voor", [])),
    )  # fmt: skip
