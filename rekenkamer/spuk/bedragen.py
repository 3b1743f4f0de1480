"""Exact euros: rounding to the cent and the Dutch way to write an amount, a number or a share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

NUL = Decimal("0")
CENT = Decimal("0.01")
MIN = "−"
ONBEKEND = "niet bekend"
# wide enough that the quotient of two 14-digit amounts cannot seem to lie exactly halfway between two cents
_CIJFERS = 80


def rond_af(bedrag: Decimal) -> Decimal:
    """Euros rounded half up (away from zero) to whole cents."""
    with localcontext() as ctx:
        ctx.prec = _CIJFERS
        return bedrag.quantize(CENT, rounding=ROUND_HALF_UP)


def maal(aantal: Decimal, prijs: Decimal) -> Decimal:
    """A product in euros, rounded once, to the cent."""
    with localcontext() as ctx:
        ctx.prec = _CIJFERS
        return rond_af(aantal * prijs)


def naar_rato(bedrag: Decimal, deel: Decimal, geheel: Decimal) -> Decimal:
    """`bedrag * deel / geheel` in euros, rounded once, to the cent; `geheel` is not zero."""
    with localcontext() as ctx:
        ctx.prec = _CIJFERS
        return rond_af(bedrag * deel / geheel)


def tel_op(termen: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None as soon as one term is unknown."""
    som = NUL
    for term in termen:
        if term is None:
            return None
        som += term
    return som


def trek_af(van: Decimal | None, af: Decimal | None) -> Decimal | None:
    """The difference, or None as soon as one side is unknown."""
    return None if van is None or af is None else van - af


def min_nul(bedrag: Decimal | None) -> Decimal | None:
    """The amount, but never below zero; unknown stays unknown."""
    return None if bedrag is None else max(NUL, bedrag)


def schrijf_getal(getal: Decimal, decimalen: int | None = None) -> str:
    """`1234.5` -> `1.234,5`; without `decimalen` as many as the number has, without trailing zeros."""
    if decimalen is not None:
        getal = getal.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    tekst = f"{abs(getal):,f}"
    if decimalen is None and "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    teken = MIN if getal < 0 else ""
    return teken + tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def schrijf_euro(bedrag: Decimal | None) -> str:
    """`-1234.5` -> `−€ 1.234,50`; an unknown amount is `niet bekend`."""
    if bedrag is None:
        return ONBEKEND
    rond = rond_af(bedrag)
    return f"{MIN if rond < 0 else ''}€ {schrijf_getal(abs(rond), 2)}"


def schrijf_minstens_nul(som: str, ruw: Decimal | None) -> str:
    """A filled-in sum that can't go below zero: below it the line says so, `… = −€ 5,00, dus € 0,00`."""
    if ruw is None or ruw >= 0:
        return som
    uitkomst = "" if som == schrijf_euro(ruw) else f" = {schrijf_euro(ruw)}"
    return f"{som}{uitkomst}, dus {schrijf_euro(NUL)}"


def schrijf_deel(deel: Decimal) -> str:
    """A share as a percentage: `0.5` -> `50%`."""
    return f"{schrijf_getal(deel * 100)}%"
