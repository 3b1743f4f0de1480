"""What may be printed of a refused row of persons: a value in a wrong column can be a name, a number or a birthday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.begrippen import vorm
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.privacy.bsn import MASKER, mask_tekst
from ingest.records.keuzes import LEEG, keuzelijst
from ingest.records.layout import IDENTIFICEREND, RecordKolom, RecordLayout, record_layout
from ingest.waarden.perioden import MAANDEN

_GETAL = re.compile(r"[-€ ]*(?:\d{1,3}\.\d{3},\d{1,2}|\d+(?:[.,]\d+)?)(?:,-)?")
_MEESTE_CIJFERS = 6
_MAAND = "|".join([*MAANDEN, *(m[:3] for m in MAANDEN), "mrt", "sept"])
_DATUM = re.compile(
    r"(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{6}"
    rf"|\d{{1,2}}[ -](?:{_MAAND})\.?[ -]\d{{4}})(?:[T ][\d:.,+Z-]{{1,20}})?",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:GM)?\d{1,4}", re.IGNORECASE)
_JANEE = frozenset(["ja", "nee", "j", "n", "true", "false", "waar", "onwaar"])


@cache
def _bekend(layout: str) -> frozenset[str]:
    """The compared forms of every code of a layout."""
    return _JANEE.union(*(keuzelijst(k) for k in record_layout(layout).kolommen))


def is_onschuldig(
    tekst: str, kolom: RecordKolom, layout: str, register: Gemeenteregister | None, met_datum: bool = True
) -> bool:
    """Whether a value says nothing about who this is: a known code, a small number, a date where a date belongs."""
    if tekst.lower() in LEEG or vorm(tekst) in _bekend(layout):
        return True
    if _GETAL.fullmatch(tekst) and sum(c.isdigit() for c in tekst) <= _MEESTE_CIJFERS:
        return True
    if kolom.soort == "datum":
        return met_datum and _DATUM.fullmatch(tekst) is not None
    if kolom.soort in ("gemeentecode", "gemeentenaam"):
        return _CODE.fullmatch(tekst) is not None or bool(register and register.kandidaten(tekst))
    return False


def beschrijf(tekst: str) -> str:
    """A value that is not printed, by its kind and length only."""
    kaal = tekst.strip()
    if not kaal or kaal == MASKER:
        return kaal
    wat = "een tekst" if not re.fullmatch(r"[\d .,/\-]+", kaal) else "een datum" if _DATUM.fullmatch(kaal) else ""
    if wat == "een datum":
        return f"{MASKER} ({wat})"
    return f"{MASKER} ({wat or 'een nummer'} van {len(kaal)} tekens)"


@dataclass(frozen=True)
class Afdruk:
    """How the values of refused rows are printed. `verdacht`: rows whose values may all stand in a wrong column."""

    layout: RecordLayout
    register: Gemeenteregister | None
    verdacht: frozenset[int]

    def waarde(self, nr: int, naam: str, tekst: str) -> str:
        """The refused value itself, or what it was in general."""
        kolom = self.layout.kolom(naam)
        if not self.layout.persoonsgegevens:
            return mask_tekst(tekst)
        if kolom.soort in IDENTIFICEREND:
            return MASKER
        kaal = tekst.strip()
        if is_onschuldig(kaal, kolom, self.layout.layout, self.register, met_datum=nr not in self.verdacht):
            return mask_tekst(kaal)
        return beschrijf(kaal)

    def cel(self, nr: int, naam: str, tekst: str) -> str:
        """A cell of the original row: printed as it was, or not at all."""
        kolom = self.layout.kolom(naam)
        if not self.layout.persoonsgegevens:
            return mask_tekst(tekst)
        if nr in self.verdacht or kolom.soort in IDENTIFICEREND:
            return MASKER
        kaal = tekst.strip()
        return mask_tekst(kaal) if is_onschuldig(kaal, kolom, self.layout.layout, self.register) else MASKER
