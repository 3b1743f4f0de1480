"""Personal numbers that look real and belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_HOOGSTE = 999_999_999  # numbers that start with 9 are used for testing and are not given to people


def test_bsns(overslaan: int = 0) -> Iterator[str]:
    """BSNs that pass the eleven-proof, from the top of the test range downwards; sets that skip differ share none."""
    for stam in range(_HOOGSTE // 10 - overslaan, 90_000_000 - 1, -1):
        rest = sum(g * int(c) for g, c in zip(_GEWICHTEN, str(stam), strict=False)) % 11
        if rest < 10:
            yield f"{stam}{rest}"


def v_nummer(nummer: int) -> str:
    """A V-number in a series of its own."""
    return f"99{nummer:08d}"
