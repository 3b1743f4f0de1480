"""The rules of law as data: prices per head, ceilings and parameters, each with the text it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

STATUSSEN = ("bevestigd", "afgeleid", "onbekend")


@dataclass(frozen=True)
class Herkomst:
    """Where a figure or rule comes from. `status` says how sure it is: bevestigd, afgeleid or onbekend.

    `hardheid` is the word of the delivery itself, such as begroot, voorlopig, pm or dossier.
    """

    status: str = "bevestigd"
    bron_id: str | None = None
    levering_id: str | None = None
    vindplaats: str | None = None
    artikel: str | None = None
    tekst_datum: str | None = None
    hardheid: str | None = None


def zwakste(*herkomsten: Herkomst) -> str:
    """The least certain status among the origins; `bevestigd` when there are none."""
    plaatsen = [STATUSSEN.index(h.status) if h.status in STATUSSEN else len(STATUSSEN) - 1 for h in herkomsten]
    return STATUSSEN[max(plaatsen, default=0)]


def minder_zeker(herkomst: Herkomst) -> Herkomst:
    """The same origin for a figure that was inferred from it: never more than `afgeleid`."""
    return replace(herkomst, status=zwakste(herkomst, Herkomst("afgeleid")))


@dataclass(frozen=True)
class Prijs:
    """Amount (euro) and weight of one component (a b c d gezin abo) in one budget year; None is unknown."""

    budgetjaar: int
    component: str
    bedrag: Decimal | None
    gewicht: Decimal | None
    herkomst: Herkomst = Herkomst()


@dataclass(frozen=True)
class Plafond:
    """A version of the reserve ceiling of a regeling: alpha x toegekend this year + beta x last year (shares)."""

    regelversie: str
    vanaf_jaar: int
    alpha: Decimal
    beta: Decimal
    herkomst: Herkomst = Herkomst()
    regeling: str = "G10"


@dataclass(frozen=True)
class Parameter:
    """One named value, for one year or (jaar None) for all years; waarde None is unknown."""

    naam: str
    jaar: int | None
    waarde: Decimal | None
    herkomst: Herkomst = Herkomst()


@dataclass(frozen=True)
class Regels:
    """All rules; the ceilings are those of every regeling that has one."""

    prijzen: tuple[Prijs, ...] = ()
    plafonds: tuple[Plafond, ...] = ()
    parameters: tuple[Parameter, ...] = ()

    def prijs(self, jaar: int, component: str) -> Prijs | None:
        """The price of a component in a budget year, or None when there is no row."""
        return next((p for p in self.prijzen if (p.budgetjaar, p.component) == (jaar, component)), None)

    def parameter(self, naam: str, jaar: int | None = None) -> Parameter | None:
        """The value for exactly that year, else the one without a year, else None."""
        passend = [p for p in self.parameters if p.naam == naam and p.jaar in (jaar, None)]
        return max(passend, key=lambda p: p.jaar is not None, default=None)

    def plafond(self, jaar: int, nieuw_vanaf: int | None, regeling: str = "G10") -> Plafond | None:
        """The ceiling of a regeling that counts in `jaar`: its newest version that has begun, None before the first.

        A version that is `bevestigd` begins in its own year, whatever a scenario thinks. The first one that is not
        begins in `nieuw_vanaf` and those after it in their own year; without `nieuw_vanaf` none of them ever begins.
        """
        versies = sorted((p for p in self.plafonds if p.regeling == regeling), key=lambda p: p.vanaf_jaar)
        geldig, verschuift = None, True
        for versie in versies:
            begin: int | None = versie.vanaf_jaar
            if versie.herkomst.status != "bevestigd":
                begin = nieuw_vanaf if verschuift or nieuw_vanaf is None else begin
                verschuift = False
            if begin is not None and begin <= jaar:
                geldig = versie
        return geldig

    def eerste_cohort(self) -> Parameter | None:
        """The parameter that says with which cohort the law starts."""
        return self.parameter("eerste_cohort")
