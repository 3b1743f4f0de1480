"""From the name or code of a gemeente in a delivery to its GM code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

_CODE = re.compile(r"(?:GM)?\s*0*(\d{1,4})", re.IGNORECASE)
_NAAM_MET_CODE = re.compile(r"([^()\[\]:]+?)\s*[(\[]\s*(GM\d{4})\s*[)\]]", re.IGNORECASE)
_PAD = Path(__file__).with_name("gemeenten.yml")


@dataclass(frozen=True)
class Gemeente:
    """A gemeente as delivered; the name may differ from the official spelling when the code is not in our list."""

    code: str
    naam: str


@lru_cache(maxsize=20_000)
def normaliseer(tekst: str) -> str:
    """Lower case, no accents, hyphens and line breaks as single spaces: for comparing names and labels."""
    zonder = "".join(c for c in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(c))
    zonder = re.sub(r"-\s*\n\s*", "-", zonder)
    return re.sub(r"[\s\-–_/]+", " ", zonder).strip().lower()


def parse_code(tekst: str) -> str | None:
    """`629`, `0629`, `GM0629` and `GM0629   ` all become `GM0629`."""
    m = _CODE.fullmatch(tekst.strip())
    return f"GM{int(m.group(1)):04d}" if m and int(m.group(1)) > 0 else None


@cache
def _bekend() -> dict[str, dict[str, Any]]:
    inhoud: dict[str, dict[str, Any]] = yaml.safe_load(_PAD.read_text("utf-8"))
    return inhoud


@dataclass
class Gemeenteregister:
    """Known names, plus the names that this delivery itself couples to a code."""

    op_naam: dict[str, Gemeente] = field(default_factory=dict)
    op_code: dict[str, Gemeente] = field(default_factory=dict)

    @classmethod
    def laad(cls) -> Gemeenteregister:
        """The gemeenten that ship with the product."""
        register = cls()
        for code, regel in _bekend().items():
            gemeente = Gemeente(code, regel["naam"])
            register.op_code[code] = gemeente
            for naam in [regel["naam"], *regel["aliassen"]]:
                register.op_naam[normaliseer(naam)] = gemeente
        return register

    def leer(self, tekst: str) -> Gemeente | None:
        """Learn `Katwijk (GM0537)`; a later cell may then say Katwijk only."""
        m = _NAAM_MET_CODE.search(tekst)
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
        if naam:
            self.op_naam.setdefault(normaliseer(naam), bekend)
        return bekend

    def zoek(self, tekst: str) -> Gemeente | None:
        """The gemeente that this whole cell names, by name, code or both."""
        schoon = tekst.strip()
        if met_code := self.leer(schoon):
            return met_code
        if gevonden := self.op_naam.get(normaliseer(schoon)):
            return gevonden
        code = parse_code(schoon) if schoon.upper().startswith("GM") else None
        return self.op_code.get(code) if code else None

    def in_tekst(self, tekst: str) -> list[Gemeente]:
        """Every known gemeente that a title names, in order; longer names win over names inside them."""
        if met_code := self.leer(tekst):
            return [met_code]
        rest = f" {re.sub(r'[^a-z0-9 ]', ' ', normaliseer(tekst))} "
        treffers: dict[int, Gemeente] = {}
        for naam in sorted(self.op_naam, key=len, reverse=True):
            plek = rest.find(f" {naam} ")
            if plek >= 0 and len(naam) > 2:
                treffers[plek] = self.op_naam[naam]
                rest = rest.replace(f" {naam} ", " " + "~" * len(naam) + " ")
        uniek = dict.fromkeys(treffers[p] for p in sorted(treffers))
        return list(uniek)
