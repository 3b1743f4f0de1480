"""Personal numbers (BSN) never enter the product: they are masked the moment a file is read."""

from __future__ import annotations

import re

from ingest.fouten import RijFout

MASKER = "█████████"
# 9 digits on end, or in the groups people type: 1234.56.782 and 1234 56 782
_KANDIDAAT = re.compile(r"(?<![\d.,])(\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?![\d]|[.,]\d)")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


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


def bsn_fout() -> RijFout:
    """The rejection of a row that held a BSN."""
    return RijFout(
        "",
        "",
        "In deze rij staat een burgerservicenummer (BSN). Dat mag niet in een levering staan; het is onleesbaar "
        "gemaakt en niet opgeslagen.",
        "Verwijder het BSN en lever de rij opnieuw aan.",
    )
