"""Personal numbers (BSN) never enter the product: they are masked the moment a file is read."""

from __future__ import annotations

import re

from ingest.fouten import RijFout

MASKER = "█████████"
# 9 digits on end, or in the groups people type: 1234.56.782 and 1234 56 782
_KANDIDAAT = re.compile(r"(?<![\d.,])(\d{9}|\d{4}[. \-]\d{2}[. \-]\d{3}|\d{3}-\d{3}-\d{3})(?![\d]|[.,]\d)")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


# in names and texts: 8 or 9 digits however they are grouped
_STRENG = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){7,8}(?!\d)")
_DATUM = re.compile(
    r"(?:19|20)\d\d[ .\-]?(?:0[1-9]|1[0-2])[ .\-]?(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[ .\-](?:0?[1-9]|1[0-2])[ .\-](?:19|20)\d\d|(?:19|20)\d\d[ .\-](?:19|20)\d\d"
)


def is_bsn(cijfers: str) -> bool:
    """Tell whether nine digits pass the eleven-proof of a BSN."""
    if len(cijfers) != 9 or not cijfers.isascii() or not cijfers.isdigit() or cijfers == "000000000":
        return False
    return sum(g * int(c) for g, c in zip(_GEWICHTEN, cijfers, strict=True)) % 11 == 0


def mask_bsn(tekst: str) -> str:
    """Replace every BSN in a text by blocks; a text without one comes back unchanged."""
    if len(tekst) < 9:
        return tekst
    return _KANDIDAAT.sub(lambda m: MASKER if is_bsn(re.sub(r"\D", "", m.group(1))) else m.group(0), tekst)


def mask_tekst(tekst: str) -> str:
    """Replace everything that can be a BSN in a text field or a name: also 8 digits and any grouping.

    Not for columns of amounts: 12.345.672 euro would be lost there. Dates and pairs of years stay.
    """
    return _STRENG.sub(lambda m: MASKER if _kan_bsn(m.group()) else m.group(), mask_bsn(tekst))


def _kan_bsn(groep: str) -> bool:
    return not _DATUM.fullmatch(groep) and is_bsn(re.sub(r"\D", "", groep).zfill(9))


def bsn_fout() -> RijFout:
    """The rejection of a row that held a BSN."""
    return RijFout(
        "",
        "",
        "In deze rij staat een burgerservicenummer (BSN). Dat mag niet in een levering staan; het is onleesbaar "
        "gemaakt en niet opgeslagen.",
        "Verwijder het BSN en lever de rij opnieuw aan.",
        "persoonsnummer",
    )
