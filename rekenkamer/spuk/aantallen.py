"""Look up one head count in a dossier: what it is, or why it is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, ONBEKEND, schrijf_getal
from rekenkamer.spuk.dossier import Telling
from rekenkamer.spuk.regels import Herkomst, Regels, minder_zeker

NAMEN = {
    "statushouder": "Statushouders, cohort {}",
    "gezinsmigrant": "Gezinsmigranten en overige migranten, cohort {}",
    "afgerond_traject": "Afgeronde trajecten in {}",
    "onderwijsroute": "Statushouders met onderwijsroute in hun plan, {}",
}
# no kind of delivery holds these counts, so a gemeente can't send them (state of the product, 2026)
ZONDER_LEVERING = ("afgerond_traject", "onderwijsroute")
GEEN_LEVERING = "hiervoor is nog geen levering"


@dataclass(frozen=True)
class Aantal:
    """A count as used; `aantal` None is not delivered; `onvolledig` is a count of a part or of another day.

    `gemist` says more than that the count is not there.
    """

    naam: str
    aantal: Decimal | None
    herkomst: Herkomst
    toelichting: str | None = None
    onvolledig: bool = False
    gemist: str | None = None

    @property
    def tekst(self) -> str:
        """The count in Dutch notation."""
        return ONBEKEND if self.aantal is None else schrijf_getal(self.aantal)


def zoek_telling(budgetjaar: int, cohort: int, groep: str, tellingen: Iterable[Telling]) -> Telling | None:
    """The count for exactly this budget year, else the one that holds for every year (Besluit art. 10.4)."""
    rijen = [t for t in tellingen if (t.cohort, t.groep) == (cohort, groep)]
    eigen = next((t for t in rijen if t.budgetjaar == budgetjaar), None)
    return eigen or next((t for t in rijen if t.budgetjaar is None), None)


def zoek_aantal(budgetjaar: int, cohort: int, groep: str, tellingen: Iterable[Telling], regels: Regels) -> Aantal:
    """The count of a group in a cohort; a cohort before the first one of the law counts as nobody."""
    naam = NAMEN[groep].format(cohort)
    eerste = regels.eerste_cohort()
    if eerste is not None and eerste.waarde is not None and cohort < eerste.waarde:
        reden = f"Cohort {cohort} telt niet mee: de wet begint met cohort {schrijf_jaar(eerste.waarde)}."
        return Aantal(naam, NUL, eerste.herkomst, reden)
    telling = zoek_telling(budgetjaar, cohort, groep, tellingen)
    if telling is None or telling.aantal is None:
        herkomst = telling.herkomst if telling else Herkomst("onbekend")
        if groep in ZONDER_LEVERING:
            reden = f"Dit aantal kan het product nog niet lezen: {GEEN_LEVERING}."
            return Aantal(naam, None, herkomst, reden, gemist=GEEN_LEVERING)
        return Aantal(naam, None, herkomst, "Dit aantal is niet geleverd.")
    if not telling.is_volledig:
        reden = _waarom_onvolledig(telling)
        return Aantal(naam, telling.aantal, minder_zeker(telling.herkomst), reden, onvolledig=True)
    return Aantal(naam, telling.aantal, telling.herkomst)


def _waarom_onvolledig(telling: Telling) -> str:
    """A count for one budget year may be of another day, and people move both ways."""
    if telling.budgetjaar is None:
        return "De telling is niet volledig: het echte aantal kan hoger zijn."
    return (
        f"De telling is niet volledig of niet van 31 december {telling.budgetjaar}: het echte aantal kan anders zijn."
    )


def schrijf_jaar(jaar: Decimal) -> str:
    """A year that came as a number, without a thousands separator."""
    return f"{jaar:.0f}"
