"""Formulas for a spreadsheet, each with the value it must give.

A formula is built together with its value from the same cells, so the value that is stored in the
file is a second calculation and not a copy of the warehouse. Every amount is rounded to cents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NUL = Decimal(0)
NIET_TE_BEREKENEN = "niet te berekenen"
GEEN_BEDRAG = "geen bedrag"


@dataclass(frozen=True)
class Cel:
    """A cell by address or name, and the number in it; None when it holds a word."""

    adres: str
    waarde: Decimal | None


@dataclass(frozen=True)
class Formule:
    """A formula, what it gives, and the word when it gives no number."""

    tekst: str
    waarde: Decimal | None
    woord: str = NIET_TE_BEREKENEN

    @property
    def bewaard(self) -> str:
        """The stored value as text."""
        return self.woord if self.waarde is None else f"{self.waarde:f}"


def cent(waarde: Decimal) -> Decimal:
    """Rounded to cents, halves away from zero, as ROUND does."""
    return waarde.quantize(CENT, rounding=ROUND_HALF_UP)


def reken(uitdrukking: str, functie: Callable[..., Decimal], *cellen: Cel) -> Formule:
    """`{0}+{1}` over cells; without all of its numbers the outcome is a word."""
    adressen = [c.adres for c in cellen]
    kern = f"ROUND({uitdrukking.format(*adressen)},2)"
    tekst = f'=IF(COUNT({",".join(adressen)})={len(cellen)},{kern},"{NIET_TE_BEREKENEN}")'
    waarden = [c.waarde for c in cellen]
    return Formule(tekst, None if None in waarden else cent(functie(*waarden)))


def neem_over(cel: Cel) -> Formule:
    """The amount of another cell."""
    return reken("{0}", lambda bedrag: bedrag, cel)


def som(adres: str, waarden: Iterable[Decimal | None]) -> Formule:
    """Sum of a range; words in it count as nothing."""
    return Formule(f"=ROUND(SUM({adres}),2)", cent(sum((w for w in waarden if w is not None), NUL)))


def verschil(links: Cel, rechts: Cel) -> Formule:
    """Zero when both cells hold the same number; two words are not a match, because nothing was compared."""
    tekst = (
        f"=IF(COUNT({links.adres},{rechts.adres})=2,ROUND({links.adres}-{rechts.adres},2),"
        f'IF(COUNT({links.adres},{rechts.adres})=0,"{GEEN_BEDRAG}","verschil"))'
    )
    if links.waarde is None and rechts.waarde is None:
        return Formule(tekst, None, GEEN_BEDRAG)
    if links.waarde is None or rechts.waarde is None:
        return Formule(tekst, None, "verschil")
    return Formule(tekst, cent(links.waarde - rechts.waarde))
