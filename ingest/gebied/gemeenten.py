"""From the name or code of a gemeente in a delivery to its GM code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import duckdb

from ingest.gebied.gemeentekennis import Gemeente, Gemeentekennis, gewone_woorden, laad_kennis
from ingest.gebied.gemeentenaam import naamvorm, normaliseer, zonder_toevoeging

__all__ = ["Gemeente", "Gemeenteregister", "normaliseer", "parse_code"]

_CODE = re.compile(r"(?:GM)?\s*0*(\d{1,4})", re.IGNORECASE)
_NAAM_MET_CODE = re.compile(r"([^()\[\]:]+?)\s*[(\[]\s*(GM\d{4})\s*[)\]]", re.IGNORECASE)
# an area that only carries the name of a gemeente
_GEBIED = re.compile(r"\b(provincie|regio|arbeidsmarktregio|veiligheidsregio|ggd|arrondissement|universiteit)\s+\w+")


@lru_cache(maxsize=20_000)
def parse_code(tekst: str) -> str | None:
    """`629`, `0629`, `GM0629` and `GM0629   ` all become `GM0629`."""
    m = _CODE.fullmatch(tekst.strip())
    return f"GM{int(m.group(1)):04d}" if m and int(m.group(1)) > 0 else None


@dataclass
class Gemeenteregister:
    """Known names, plus the names that this delivery itself couples to a code.

    `op_naam` holds the names that mean one gemeente, `dubbel` those that this delivery couples to two codes; `kennis`
    knows all names, years and herindelingen.
    """

    op_naam: dict[str, Gemeente] = field(default_factory=dict)
    op_code: dict[str, Gemeente] = field(default_factory=dict)
    kennis: Gemeentekennis = field(default_factory=lambda: laad_kennis(None))
    dubbel: set[str] = field(default_factory=set)

    @classmethod
    def laad(cls, verbinding: duckdb.DuckDBPyConnection | None = None) -> Gemeenteregister:
        """The gemeenten that ship with the product and, with a connection, those of the CBS lists in the warehouse."""
        kennis = laad_kennis(verbinding)
        return cls(dict(kennis.eenduidig), dict(kennis.op_code), kennis)

    def leer(self, tekst: str) -> Gemeente | None:
        """Learn `Katwijk (GM0537)`; a later cell may then say Katwijk only."""
        m = _NAAM_MET_CODE.search(tekst) if len(tekst) < 1_000 else None
        if not m or parse_code(m.group(2)) is None:
            return None
        naam = re.sub(r"^(?:.*\b)?(?:gemeente|woonplaats)\s+", "", m.group(1).strip(), flags=re.IGNORECASE)
        return self.registreer(m.group(2).upper(), naam)

    def registreer(self, code: str, naam: str | None) -> Gemeente:
        """Couple a delivered code to a delivered name; a code that we know keeps our spelling."""
        bekend = self.op_code.get(code)
        if bekend is None:
            bekend = Gemeente(code, (naam or code).strip())
            self.op_code[code] = bekend
        if naam and naamvorm(naam) not in self.dubbel:
            eerder = self.op_naam.setdefault(naamvorm(naam), bekend)
            if eerder.code != code and len(self.kandidaten(naam)) > 1:  # this delivery has both
                self.dubbel.add(naamvorm(naam))
                del self.op_naam[naamvorm(naam)]
        return bekend

    def kandidaten(self, naam: str, dag: date | None = None) -> list[Gemeente]:
        """Every gemeente that a name can mean: those that exist on the day, else all that ever had the name.

        An exact name goes before one without the province: `Hengelo` is not `Hengelo (Gld)`.
        """
        if len(naam) > 300:  # no name of a gemeente; searching pages of text takes long
            return []
        vol, kort = naamvorm(naam), zonder_toevoeging(naam)
        exact = self.kennis.namen.get(vol, ())
        ruim = self.kennis.kort.get(kort, ()) if vol == kort or not exact else ()
        levend = [c for c in exact if self._bestaat(c, dag)] or [c for c in ruim if self._bestaat(c, dag)]
        return [self.kennis.op_code[c] for c in levend or exact or ruim]

    def _bestaat(self, code: str, dag: date | None) -> bool:
        return self.kennis.bestaat_nu(code) if dag is None else self.kennis.bestaat(code, dag) is not False

    def zoek(self, tekst: str, dag: date | None = None) -> Gemeente | None:
        """The gemeente that this whole cell names, by name, code or both; `dag` chooses between equal names."""
        schoon = tekst.strip()
        if met_code := self.leer(schoon):
            return met_code
        kandidaten = self.kandidaten(schoon, dag)
        if len(kandidaten) == 1:
            return kandidaten[0]
        if gevonden := self.op_naam.get(naamvorm(schoon)):
            return gevonden
        code = parse_code(schoon) if schoon.upper().startswith("GM") else None
        return self.op_code.get(code) if code else None

    def in_tekst(self, tekst: str) -> list[Gemeente]:
        """Every known gemeente that a title names, in order; longer names win over names inside them.

        A name that is an ordinary word too, as in `huizen voor statushouders`, needs the word gemeente before it.
        """
        if met_code := self.leer(tekst):
            return [met_code]
        rest = " " + _GEBIED.sub("~", re.sub(r"[^a-z0-9 ]+", " ", normaliseer(tekst))) + " "
        rest = re.sub(r"\s+", " ", rest)
        treffers: dict[int, Gemeente] = {}
        for naam in sorted((n for n in self.op_naam if len(n) > 2 and f" {n} " in rest), key=len, reverse=True):
            zoek = f" gemeente {naam} " if naam in gewone_woorden() and rest.strip() != naam else f" {naam} "
            plek = rest.find(zoek)
            if plek >= 0:
                treffers[plek] = self.op_naam[naam]
                rest = rest.replace(zoek, " " + "~" * (len(zoek) - 2) + " ")
        uniek = dict.fromkeys(treffers[p] for p in sorted(treffers))
        return list(uniek)
