"""One value out of a row: an exact number, a year or a text, or None when it is not there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

Rij = Mapping[str, Any]


def read_getal(rij: Rij, kolom: str) -> Decimal | None:
    """The value as an exact number; a float is refused, because it no longer holds the cents of the source."""
    waarde = rij.get(kolom)
    if waarde is None:
        return None
    try:
        if isinstance(waarde, (bool, float)):
            raise InvalidOperation
        exact = Decimal(waarde)
    except (InvalidOperation, TypeError, ValueError):
        raise ValueError(
            f"De waarde “{waarde}” in kolom {kolom} is geen exact getal. Geef bedragen en aantallen als Decimal door."
        ) from None
    if not exact.is_finite():
        raise ValueError(f"De waarde “{waarde}” in kolom {kolom} is geen getal. Laat leeg wat niet bekend is.")
    return exact


def read_verplicht(rij: Rij, kolom: str) -> Decimal:
    """The value as an exact number; an empty one is refused, because the calculation can't do without."""
    waarde = read_getal(rij, kolom)
    if waarde is None:
        raise ValueError(f"Kolom {kolom} is leeg, maar is nodig om te rekenen. Vul haar in de seed.")
    return waarde


def read_jaar(rij: Rij, kolom: str) -> int | None:
    """The value as a whole year."""
    waarde = rij.get(kolom)
    return None if waarde is None else int(waarde)


def read_tekst(rij: Rij, kolom: str) -> str | None:
    """The value as text; a date as `2026-04-18`."""
    waarde = rij.get(kolom)
    return None if waarde is None else str(waarde)
