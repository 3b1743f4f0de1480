"""Periods in words and as labels."""

from __future__ import annotations

from datetime import date

from dashboard.theme.notatie import MAANDEN

HALFJAREN = {1: "eerste helft", 2: "tweede helft"}


def _loopt_nog(peildatum: date | None) -> bool:
    return peildatum is not None and (peildatum.month, peildatum.day) not in {(12, 31), (1, 1)}


def periode_zin(jaar: int, halfjaar: int | None, peildatum: date | None) -> str:
    """For a sentence: `in 2023`, `in 2024 tot en met oktober`, `in de eerste helft van 2025`."""
    if halfjaar in HALFJAREN:
        return f"in de {HALFJAREN[halfjaar]} van {jaar}"
    if peildatum is not None and _loopt_nog(peildatum):
        return f"in {jaar} tot en met {MAANDEN[peildatum.month - 1]}"
    return f"in {jaar}"


def periode_label(jaar: int, halfjaar: int | None, peildatum: date | None) -> str:
    """For a table or an axis: `2023`, `2024 t/m okt`, `2025 1e helft`."""
    if halfjaar in HALFJAREN:
        return f"{jaar} {halfjaar}e helft"
    if peildatum is not None and _loopt_nog(peildatum):
        return f"{jaar} t/m {MAANDEN[peildatum.month - 1][:3]}"
    return str(jaar)
