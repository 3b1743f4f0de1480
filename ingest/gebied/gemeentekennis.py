"""What is known of gemeenten: names and codes, the years in which they exist, and what they went up in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

from ingest.gebied.gemeentenaam import herstel, naamvorm, zonder_toevoeging

VOLLEDIG = 300  # a CBS list with fewer gemeenten is a part of one; the whole country has had 342 or more
_PAD = Path(__file__).with_name("gemeenten.yml")


@dataclass(frozen=True)
class Gemeente:
    """A gemeente as delivered; the name may differ from the official spelling when the code is not in our list."""

    code: str
    naam: str


@dataclass(frozen=True)
class Herindeling:
    """One gemeente that ends on a day and (a part of) which goes on under another code."""

    datum: date
    oude_code: str
    oude_naam: str
    nieuwe_code: str
    nieuwe_naam: str


@cache
def _bekend() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(_PAD.read_text("utf-8"))
    return inhoud


@cache
def gewone_woorden() -> frozenset[str]:
    """Names of gemeenten that are words of the language too."""
    return frozenset(naamvorm(w) for w in _bekend()["gewone_woorden"])


@dataclass(frozen=True)
class Gemeentekennis:
    """The shipped gemeenten and the lists in the warehouse. `namen`: compared name -> codes; `kort`: without suffix."""

    op_code: dict[str, Gemeente]
    namen: dict[str, tuple[str, ...]]
    kort: dict[str, tuple[str, ...]]
    per_jaar: dict[int, frozenset[str]] = field(default_factory=dict)
    herindelingen: tuple[Herindeling, ...] = ()

    @cached_property
    def einde(self) -> dict[str, list[Herindeling]]:
        """Code that ended -> what it went up in."""
        uit: dict[str, list[Herindeling]] = defaultdict(list)
        for h in self.herindelingen:
            uit[h.oude_code].append(h)
        return dict(uit)

    @cached_property
    def volledig(self) -> dict[int, frozenset[str]]:
        """The years of which the whole list is known."""
        return {jaar: codes for jaar, codes in self.per_jaar.items() if len(codes) >= VOLLEDIG}

    @cached_property
    def eenduidig(self) -> dict[str, Gemeente]:
        """Names that mean one gemeente that exists now, or one that ever was."""
        uit: dict[str, Gemeente] = {}
        for namen in (self.kort, self.namen):
            for naam, codes in namen.items():
                levend = [c for c in codes if self.bestaat_nu(c)] or list(codes)
                if len(levend) == 1:
                    uit[naam] = self.op_code[levend[0]]
        return uit

    def bestaat(self, code: str, dag: date) -> bool | None:
        """Whether a gemeente with this code exists on a day; None when nothing delivered says so."""
        if any(h.datum <= dag for h in self.einde.get(code, [])):
            return False
        if not self.volledig:
            return None
        laatste = max(self.volledig)
        if dag.year > laatste:
            later = any(h.nieuwe_code == code and h.datum <= dag for h in self.herindelingen)
            return code in self.volledig[laatste] or later
        return code in self.volledig[dag.year] if dag.year in self.volledig else None

    def bestaat_nu(self, code: str) -> bool:
        """Whether the newest list still has this gemeente; one that nothing is known of counts as existing."""
        laatste = max(self.volledig, default=2100)
        return self.bestaat(code, date(laatste, 12, 31)) is not False


def laad_kennis(verbinding: duckdb.DuckDBPyConnection | None) -> Gemeentekennis:
    """The shipped names, plus the CBS lists that the warehouse holds at this moment."""
    if verbinding is None:
        return _maak((), ())
    gemeenten = _vraag(verbinding, "cbs_gemeenten", "jaar, gemeentecode, gemeentenaam")
    kolommen = "ingangsdatum, oude_code, oude_naam, nieuwe_code, nieuwe_naam"
    return _maak(gemeenten, _vraag(verbinding, "cbs_herindelingen", kolommen))


def _vraag(verbinding: duckdb.DuckDBPyConnection, tabel: str, kolommen: str) -> tuple[tuple[Any, ...], ...]:
    try:
        return tuple(verbinding.execute(f"select distinct {kolommen} from raw.{tabel} order by all").fetchall())
    except duckdb.CatalogException:  # a warehouse of an earlier version
        return ()


@lru_cache(maxsize=4)
def _maak(gemeenten: tuple[tuple[Any, ...], ...], herindelingen: tuple[tuple[Any, ...], ...]) -> Gemeentekennis:
    op_code: dict[str, Gemeente] = {}
    per_jaar: dict[int, set[str]] = defaultdict(set)
    namen: list[tuple[str, str]] = []
    for jaar, code, naam in gemeenten:  # in order of the years: the newest name stays
        per_jaar[jaar].add(code)
        op_code[code] = Gemeente(code, herstel(naam or code))
        namen.append((op_code[code].naam, code))
    regels = tuple(Herindeling(d, o, herstel(on or o), n, herstel(nn or n)) for d, o, on, n, nn in herindelingen)
    for h in regels:
        for code, naam in ((h.oude_code, h.oude_naam), (h.nieuwe_code, h.nieuwe_naam)):
            op_code.setdefault(code, Gemeente(code, naam))
            namen.append((naam, code))
    for code, regel in _bekend().items():
        if code == "gewone_woorden" or ("naam" not in regel and code not in op_code):
            continue
        if "naam" in regel:
            op_code[code] = Gemeente(code, regel["naam"])
            namen.append((regel["naam"], code))
        namen += [(alias, code) for alias in regel["aliassen"]]
    vol = _groepeer([(naamvorm(naam), code) for naam, code in namen])
    kort = _groepeer([(zonder_toevoeging(naam), code) for naam, code in namen])
    return Gemeentekennis(op_code, vol, kort, {j: frozenset(c) for j, c in per_jaar.items()}, regels)


def _groepeer(paren: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    uit: dict[str, list[str]] = defaultdict(list)
    for naam, code in paren:
        if code not in uit[naam]:
            uit[naam].append(code)
    return {naam: tuple(codes) for naam, codes in uit.items()}
