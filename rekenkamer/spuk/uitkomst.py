"""What a calculation gives back: the figures of a year and the lines that explain every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.regels import Herkomst


@dataclass(frozen=True)
class Rekenregel:
    """One line of the calculation: `invoer` (a figure and whether it was used) or `stap` (a formula filled in)."""

    soort: str
    code: str
    naam: str
    formule: str
    ingevuld: str
    bedrag: Decimal | None
    herkomst: Herkomst = Herkomst()
    regelversie: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True)
class Raming:
    """A definitief amount (euro) from counts x prices; `ontbreekt` names in Dutch what was incomplete."""

    jaar: int
    bedrag: Decimal
    is_volledig: bool
    ontbreekt: tuple[str, ...]
    rekenregels: tuple[Rekenregel, ...]
    herkomst: Herkomst = Herkomst()


@dataclass(frozen=True)
class NietTeBerekenen:
    """Why there is no amount: `ontbreekt` names in Dutch everything that is missing."""

    ontbreekt: tuple[str, ...]
    rekenregels: tuple[Rekenregel, ...] = ()


@dataclass(frozen=True)
class Jaaruitkomst:
    """One year of one regeling in euro; None is not computable and `ontbreekt` says in Dutch what is missing.

    `is_volledig` is about this year alone; `rust_op` are the earlier years with gaps that its opening reserve rests on.
    """

    jaar: int
    betaald: Decimal | None
    toegekend: Decimal | None
    toegekend_herkomst: str
    besteed: Decimal | None
    reserve_begin: Decimal | None
    overschot: Decimal | None
    plafond: Decimal | None
    terugvordering: Decimal | None
    reserve_eind: Decimal | None
    vaststelling_verschil: Decimal | None
    te_betalen: Decimal | None
    fout_onzeker: Decimal | None
    te_ontvangen: Decimal | None
    bestedingsvloer: Decimal | None
    regelversie: str | None
    regel_status: str
    is_volledig: bool
    ontbreekt: tuple[str, ...]
    rust_op: tuple[int, ...]
    rekenregels: tuple[Rekenregel, ...]
