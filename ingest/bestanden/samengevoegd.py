"""Merged cells in flat tables: a merged label counts for all its rows, a merged figure for none of them."""

from __future__ import annotations

from ingest.bestanden.bestand import Blad
from ingest.fouten import RijFout

Bereik = tuple[int, int, int, int]


def vul_samengevoegd(blad: Blad, kolommen: set[int]) -> None:
    """Write the text of a merged label into every row that it spans."""
    for r0, k, r1, k1 in blad.samengevoegd:
        if k in kolommen and k == k1 and r0 < len(blad.rijen) and k < len(blad.rijen[r0]):
            for r in range(r0 + 1, min(r1 + 1, len(blad.rijen))):
                if k < len(blad.rijen[r]) and any(blad.rijen[r]) and not blad.rijen[r][k]:
                    blad.rijen[r][k] = blad.rijen[r0][k]


def gedeelde_rijen(blad: Blad, kolommen: set[int]) -> dict[int, RijFout]:
    """Per row the reason why it can't be read, when one figure stands in a cell over several rows or columns."""
    fouten: dict[int, RijFout] = {}
    for bereik in blad.samengevoegd:
        r0, k0, r1, k1 = bereik
        raakt = {k for k in kolommen if k0 <= k <= k1}
        tekst = blad.rijen[r0][k0] if r0 < len(blad.rijen) and k0 < len(blad.rijen[r0]) else ""
        if raakt and any(c.isdigit() for c in tekst):
            for r in range(r0, min(r1 + 1, len(blad.rijen))):
                fouten.setdefault(r, gedeelde_cel(blad, bereik, tekst))
    return fouten


def gedeelde_cel(blad: Blad, bereik: Bereik, tekst: str) -> RijFout:
    """The rejection of a row that shares a figure with another one."""
    r0, k0, r1, k1 = bereik
    waar = f"{blad.kolom(k0)}{r0 + 1} tot en met {blad.kolom(k1)}{r1 + 1}"
    return RijFout(
        blad.kolom(k0), tekst, f"'{tekst}' staat in een samengevoegde cel ({waar}); bij welke rij of kolom het cijfer "
        "hoort, is niet te zien.", "Hef de samenvoeging op en zet in elke cel het eigen cijfer.", "samengevoegde cel",
    )  # fmt: skip
