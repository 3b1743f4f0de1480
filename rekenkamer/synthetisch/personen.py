"""Made-up persons: who they are and how their inburgering went until the peildatum."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.nummers import test_bsns, v_nummer
from rekenkamer.synthetisch.parameters import kans, parameter, trek
from rekenkamer.synthetisch.verloop import doorloop


@dataclass(slots=True)
class Examen:
    """One attempt at one part of the exam."""

    datum: date
    onderdeel: str
    niveau: str
    resultaat: str
    reden: str = ""


@dataclass(slots=True)
class Persoon:
    """One inburgeraar; the fields are those of the layouts duo_personen, inburgeraars and tvs_personen."""

    nummer: int
    bsn: str
    gemeente: Gemeente
    doelgroep: str
    geslacht: str
    geboortejaar: int
    startdatum_plicht: date
    datum_kennisgeving: date
    gedetailleerde_doelgroep: str
    einddatum_plicht: date | None = None
    reden_geen_plicht: str = ""
    datum_koppeling: date | None = None
    datum_huisvesting: date | None = None
    datum_vestiging_gemeente: date | None = None
    datum_inschrijving_brp: date | None = None
    datum_brede_intake_start: date | None = None
    datum_brede_intake_eind: date | None = None
    lbt_datum: date | None = None
    lbt_resultaat: str = ""
    lbt_score: str = ""
    datum_eerste_pip: date | None = None
    datum_actuele_pip: date | None = None
    leerroute: str = ""
    niveau: str = ""
    geschatte_uren_b1: int | None = None
    alfabetisering: str = ""
    startdatum_termijn: date | None = None
    einddatum_termijn: date | None = None
    verlengingsgrond: str = ""
    datum_aanbod: date | None = None
    datum_pvt: date | None = None
    pvt_verwijtbaar: str = ""
    datum_map: date | None = None
    map_verwijtbaar: str = ""
    datum_afronding_z: date | None = None
    uren_taal_knm: int | None = None
    uren_participatie: int | None = None
    boete_bedrag: int | None = None
    boete_datum: date | None = None
    aanbieder: str = ""
    contract_kosten: int | None = None
    uitkering_pw: str = ""
    betaald_werk_uren: int | None = None
    uitstroomreden: str = ""
    verhuisd_naar_gemeente: str = ""
    vorige_leerroute: str = ""
    vorig_niveau: str = ""
    begeleid: bool = False
    kinderen: int = 0
    huishouden: int = 0
    examens: list[Examen] = field(default_factory=list)

    @property
    def cohort(self) -> int:
        """The year in which the duty began."""
        return self.startdatum_plicht.year

    @property
    def v_nummer(self) -> str:
        """The number under which COA knows this person."""
        return v_nummer(10 * self.nummer)

    @property
    def leeftijd(self) -> int:
        """Age in the cohort year."""
        return self.cohort - self.geboortejaar


def maak_personen(
    r: Random, gemeenten: list[Gemeente], aantal: int, extra: int, overslaan: int = 0
) -> tuple[list[Persoon], list[Persoon]]:
    """The population, and `extra` persons outside it that seeded errors may use up; numbers start after `overslaan`."""
    bsns = test_bsns(overslaan)
    wie = r.choices(gemeenten, [g.gewicht for g in gemeenten], k=aantal)
    # every gemeente has persons, whatever the draw
    wie[: len(gemeenten)] = gemeenten[: len(wie)]
    bevolking = [_maak(r, overslaan + i, next(bsns), g) for i, g in enumerate(wie, 1)]
    over = [_maak(r, overslaan + aantal + i, next(bsns), gemeenten[0]) for i in range(1, extra + 1)]
    return bevolking, over


def _maak(r: Random, nummer: int, bsn: str, gemeente: Gemeente) -> Persoon:
    peildatum: date = parameter("peildatum")
    doelgroep = "statushouder" if kans(r, parameter("doelgroep_statushouder_pct")) else "gezinsmigrant"
    jaar = trek(r, "instroom", doelgroep)
    groep, geslacht = trek(r, "leeftijd_geslacht", doelgroep).split(" ")
    jong, oud = (int(x) for x in groep.split("-"))
    laatste = min(date(jaar, 12, 31), peildatum - timedelta(days=20))
    start = date.fromordinal(r.randint(date(jaar, 1, 1).toordinal(), laatste.toordinal()))
    persoon = Persoon(
        nummer=nummer, bsn=bsn, gemeente=gemeente, doelgroep=doelgroep, geslacht=geslacht,
        geboortejaar=jaar - r.randint(jong, oud - 1), startdatum_plicht=start,
        datum_kennisgeving=start + timedelta(days=r.randint(3, 14)), gedetailleerde_doelgroep=_fijn(r, doelgroep),
    )  # fmt: skip
    doorloop(r, persoon, peildatum)
    return persoon


def _fijn(r: Random, doelgroep: str) -> str:
    if doelgroep == "statushouder":
        return "Asielstatushouder" if kans(r, 80) else "Gezinshereniger met Asielstatushouder"
    return r.choice(("Gezinsvormer", "Gezinshereniger", "Overig"))
