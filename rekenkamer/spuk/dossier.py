"""What was delivered about one gemeente and one regeling: beschikkingen, costs and counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.regels import Herkomst

SOORTEN = ("voorlopig", "nader_voorlopig", "definitief", "terugvordering")
TELT_MEE = ("ja", "discutabel", "nee", "vervangen")  # vervangen: SiSa accounts for the year
UITKERINGEN = SOORTEN[:3]
GROEPEN = ("statushouder", "gezinsmigrant", "afgerond_traject", "onderwijsroute")


@dataclass(frozen=True)
class Beschikking:
    """One decision; soort voorlopig, nader_voorlopig, definitief or terugvordering; bedrag None is p.m.

    Not `is_volledig`: the amount is a sum in which a part is missing.
    """

    jaar: int
    soort: str
    bedrag: Decimal | None
    herkomst: Herkomst = Herkomst()
    is_volledig: bool = True


@dataclass(frozen=True)
class Besteding:
    """One row of costs (euro); bedrag None was not delivered; telt_mee is one of `TELT_MEE`.

    Not `is_volledig`: the amount is a sum in which a part is missing.
    """

    jaar: int
    post: str
    bedrag: Decimal | None
    telt_mee: str
    herkomst: Herkomst = Herkomst()
    is_volledig: bool = True


@dataclass(frozen=True)
class FoutOnzeker:
    """What the accountant calls wrong or uncertain (euro); bedrag None was delivered but can't be used.

    Not `is_volledig`: the amount is a sum in which a part is missing.
    """

    jaar: int
    bedrag: Decimal | None
    herkomst: Herkomst = Herkomst()
    is_volledig: bool = True


@dataclass(frozen=True)
class Telling:
    """A head count. Groep statushouder or gezinsmigrant: `cohort` is the year of housing or start.

    Groep afgerond_traject: `cohort` is the year in which the trajectory ended. Groep onderwijsroute: `cohort` is
    the budget year in which the PIP with the onderwijsroute counts. A count may be a fraction.
    `budgetjaar` is the one year that this count is for; None when it holds for every year.
    """

    cohort: int
    groep: str
    aantal: Decimal | None
    is_volledig: bool = True
    herkomst: Herkomst = Herkomst()
    budgetjaar: int | None = None


@dataclass(frozen=True)
class Dossier:
    """Everything that is known about one gemeente and one regeling.

    `plafond_van` is the regeling whose ceilings count; without `kent_telling` no head count can price this grant.
    """

    gemeentecode: str
    regeling: str
    reserve_regel: str
    is_gebundeld: bool
    beschikkingen: tuple[Beschikking, ...] = ()
    bestedingen: tuple[Besteding, ...] = ()
    tellingen: tuple[Telling, ...] = ()
    fout_onzeker: tuple[FoutOnzeker, ...] = ()
    plafond_van: str = "G10"
    kent_telling: bool = True

    def beschikking(self, jaar: int, soort: str) -> Beschikking | None:
        """The one decision of that kind for that year, or None."""
        return next((b for b in self.beschikkingen if (b.jaar, b.soort) == (jaar, soort)), None)

    def kent_uitkering(self, jaar: int) -> bool:
        """Whether any decision about the grant itself was delivered for that year."""
        return any(self.beschikking(jaar, soort) for soort in UITKERINGEN)
