"""Look up one head count in a dossier: what it is, or why it is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, ONBEKEND, schrijf_getal
from rekenkamer.spuk.dossier import Telling
from rekenkamer.spuk.regels import Herkomst, Regels

NAMEN = {
    "statushouder": "Statushouders, cohort {}",
    "gezinsmigrant": "Gezinsmigranten en overige migranten, cohort {}",
    "afgerond_traject": "Afgeronde trajecten in {}",
    "onderwijsroute": "Statushouders met onderwijsroute in hun plan, {}",
}


@dataclass(frozen=True)
class Aantal:
    """A count as used; `aantal` None is not delivered; `onvolledig` names a count that covers only a part."""

    naam: str
    aantal: Decimal | None
    herkomst: Herkomst
    toelichting: str | None = None
    onvolledig: bool = False

    @property
    def tekst(self) -> str:
        """The count in Dutch notation."""
        return ONBEKEND if self.aantal is None else schrijf_getal(self.aantal)


def zoek_aantal(cohort: int, groep: str, tellingen: Iterable[Telling], regels: Regels) -> Aantal:
    """The count of a group in a cohort; a cohort before the first one of the law counts as nobody."""
    naam = NAMEN[groep].format(cohort)
    eerste = regels.eerste_cohort()
    if eerste is not None and eerste.waarde is not None and cohort < eerste.waarde:
        reden = f"Cohort {cohort} telt niet mee: de wet begint met cohort {schrijf_jaar(eerste.waarde)}."
        return Aantal(naam, NUL, eerste.herkomst, reden)
    telling = next((t for t in tellingen if (t.cohort, t.groep) == (cohort, groep)), None)
    if telling is None or telling.aantal is None:
        herkomst = telling.herkomst if telling else Herkomst("onbekend")
        return Aantal(naam, None, herkomst, "Dit aantal is niet geleverd.")
    if not telling.is_volledig:
        reden = "De telling is niet volledig: het echte aantal kan hoger zijn."
        return Aantal(naam, telling.aantal, telling.herkomst, reden, onvolledig=True)
    return Aantal(naam, telling.aantal, telling.herkomst)


def schrijf_jaar(jaar: Decimal) -> str:
    """A year that came as a number, without a thousands separator."""
    return f"{jaar:.0f}"
