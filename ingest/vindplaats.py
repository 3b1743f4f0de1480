"""Source lines and dates in the text around a table: table number, page, peildatum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.waarden.perioden import parse_datum

_TABEL = re.compile(r"tabel\s+(?:'([^']+)'|\"([^\"]+)\"|‘([^’]+)’|(\d+(?:\.\d+)*))", re.IGNORECASE)
_PARAGRAAF = re.compile(r"(?:par\.|paragraaf|§)\s*(\d+(?:\.\d+)*)", re.IGNORECASE)
_BLADZIJDE = re.compile(r"(?:blz\.?|bladzijde|pagina|p\.)\s*(\d+(?:\s*[-–]\s*\d+)?)", re.IGNORECASE)
_PEILDATUM = re.compile(
    r"(?:peildatum|peilmoment|meetmoment|stand(?: per| op| van)?|per)\s*:?\s*"
    r"(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+[a-z]{3,9}\s+\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Vindplaats:
    """Where a table stands in the report it was taken from."""

    tabel: str | None = None
    bladzijde: str | None = None


def lees_vindplaats(teksten: list[str]) -> Vindplaats:
    """Table and page from the first line that starts with Bron (or a title that names a table)."""
    volgorde = sorted(teksten, key=lambda t: not t.lower().lstrip("( ").startswith("bron"))
    for tekst in volgorde:
        m, par, blz = _TABEL.search(tekst), _PARAGRAAF.search(tekst), _BLADZIJDE.search(tekst)
        tabel = next(g for g in m.groups() if g) if m else f"par. {par.group(1)}" if par else None
        if tabel or (blz and tekst.lower().startswith("bron")):
            return Vindplaats(tabel, re.sub(r"\s*[-–]\s*", "-", blz.group(1)) if blz else None)
    return Vindplaats()


def lees_peildatum(teksten: list[str]) -> date | None:
    """The peildatum that a title or note names."""
    for tekst in teksten:
        if (m := _PEILDATUM.search(tekst)) and (datum := parse_datum(m.group(1))):
            return datum
    return None
