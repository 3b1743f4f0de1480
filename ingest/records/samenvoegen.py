"""Merged cells in a sheet with records: a shared label holds for every row it spans, a shared number for none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.records.kop import RecordKop
from ingest.records.stuk import Scheef

Bereik = tuple[tuple[int, int], tuple[int, int]]
_CIJFERS = ("bedrag", "getal", "heel")
_DOE = "Hef de samenvoeging op en zet in elke rij de eigen waarde."
_REGEL = "samengevoegde cel"


def spreid(rijen: list[list[Any]], bereiken: Sequence[Bereik], kop: RecordKop) -> dict[int, Scheef]:
    """Write shared labels, dates and codes into every row they span; the 0-based rows that are refused instead."""
    soorten = {i: kop.layout.kolom(n) for n, plekken in kop.posities.items() for i in plekken}
    geweigerd: dict[int, Scheef] = {}
    for (r0, k0), (r1, k1) in bereiken:
        geraakt = [soorten[k] for k in sorted(soorten) if k0 <= k <= k1]
        laatste = min(r1, len(rijen) - 1)
        if not geraakt or r0 <= kop.index or r0 > laatste or rijen[r0][k0] in ("", None):
            continue
        waar = f"{_adres(k0, r0)} tot en met {_adres(k1, r1)}"
        bezet = [r for r in range(r0, laatste + 1) if _gevuld(rijen[r], k0, k1)]
        nummer = any(k.identiteit for k in geraakt)
        if nummer and r1 > r0:
            reden = f"Het nummer van de persoon staat in een samengevoegde cel ({waar}); van wie, is niet te zien."
        elif k1 > k0 and (len(geraakt) > 1 or r1 > r0):
            reden = f"In deze rij is een cel over meer kolommen samengevoegd ({waar}); wat waar hoort, is niet te zien."
        elif r1 > r0 and geraakt[0].soort in _CIJFERS:
            reden = f"Een getal staat in een samengevoegde cel ({waar}); bij welke rij het hoort, is niet te zien."
        else:
            for r in bezet[1:] if bezet[:1] == [r0] else bezet:
                rijen[r][k0] = rijen[r0][k0]
            continue
        for r in bezet:
            geweigerd.setdefault(r, Scheef(r + 1, len(kop.teksten), _REGEL, reden, _DOE, _REGEL))
    return geweigerd


def _gevuld(rij: list[Any], k0: int, k1: int) -> bool:
    """Whether the row has anything outside the merged columns; a title or footnote over the width has not."""
    return any(c not in ("", None) for k, c in enumerate(rij) if not k0 <= k <= k1)


def _adres(kolom: int, rij: int) -> str:
    letters, rest = "", kolom + 1
    while rest:
        rest, cijfer = divmod(rest - 1, 26)
        letters = chr(65 + cijfer) + letters
    return f"{letters}{rij + 1}"
