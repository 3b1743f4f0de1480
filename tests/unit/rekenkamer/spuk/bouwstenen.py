"""Small builders for the tests of the calculation; every figure of law that a test needs is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal as D

from rekenkamer.spuk import (
    Beschikking,
    Besteding,
    Dossier,
    FoutOnzeker,
    Herkomst,
    Jaaruitkomst,
    Parameter,
    Plafond,
    Prijs,
    Regels,
    Rekenregel,
    Scenario,
    Telling,
)

OUD = Plafond("besluit-2022", 2022, D(1), D(0), Herkomst(artikel="artikel oud plafond"))
NIEUW = Plafond("regeling-2026", 2026, D(1), D("0.5"), Herkomst("afgeleid", artikel="artikel nieuw plafond"))
EERSTE = Parameter("eerste_cohort", None, D(2022))
# the amounts of the Regeling per budget year: a, b, c, gezin
BEDRAGEN = {
    2022: ("8057.10", "4079.67", "1019.92", "610.98"),
    2023: ("8378.03", "4242.17", "1060.54", "635.32"),
    2024: ("8870.51", "4491.54", "1122.89", "672.66"),
    2025: ("9154.91", "4635.54", "1158.89", "694.23"),
}
GEWICHTEN_2026 = {"a": "5820.70", "b": "4247.06", "c": "1061.77", "d": "856.51"}
BEDRAGEN_2026 = {"a": "6087.34", "b": "4718.96", "c": "1179.74", "gezin": "706.72"}


def prijzen_per_hoofd() -> tuple[Prijs, ...]:
    rijen = []
    for jaar, (a, b, c, gezin) in BEDRAGEN.items():
        herkomst = Herkomst(
            "afgeleid" if jaar == 2024 else "bevestigd", artikel="artikel prijs", tekst_datum="2026-04-18"
        )
        rijen += [Prijs(jaar, k, D(x), D(x), herkomst) for k, x in (("a", a), ("b", b), ("c", c))]
        rijen += [Prijs(jaar, "d", D(0), D(0), herkomst), Prijs(jaar, "gezin", D(gezin), None, herkomst)]
    return tuple(rijen)


def prijzen_2026(abo: D | None = None) -> tuple[Prijs, ...]:
    met_gewicht = [Prijs(2026, k, _d(BEDRAGEN_2026.get(k)), D(g)) for k, g in GEWICHTEN_2026.items()]
    return (*met_gewicht, Prijs(2026, "gezin", D(BEDRAGEN_2026["gezin"]), None), Prijs(2026, "abo", abo, None))


def _d(tekst: str | None) -> D | None:
    return None if tekst is None else D(tekst)


REGELS = Regels((*prijzen_per_hoofd(), *prijzen_2026()), (OUD, NIEUW), (EERSTE,))
GEDRUKT = Scenario("gedrukt", "geloofd", "gelijk_aan_betaald", "geleverd", 2024, True, 2022, D(0), None)
TELLING = replace(GEDRUKT, code="telling", gedrukt_definitief="als_betaald", definitief_raming="telling")


def beschikkingen(per_jaar: Mapping[int, str | int | None], soort: str = "voorlopig") -> tuple[Beschikking, ...]:
    return tuple(Beschikking(jaar, soort, None if x is None else D(x)) for jaar, x in per_jaar.items())


def kosten(
    per_jaar: Mapping[int, str | int | None], post: str = "leerroutes", mee: str = "ja"
) -> tuple[Besteding, ...]:
    return tuple(Besteding(jaar, post, None if x is None else D(x), mee) for jaar, x in per_jaar.items())


def statushouders(per_cohort: Mapping[int, str | int | None], groep: str = "statushouder") -> tuple[Telling, ...]:
    return tuple(Telling(cohort, groep, None if x is None else D(x)) for cohort, x in per_cohort.items())


def dossier(
    besluiten: Sequence[Beschikking],
    bestedingen: Sequence[Besteding] = (),
    tellingen: Sequence[Telling] = (),
    regeling: str = "G10",
    fout: Mapping[int, D] | None = None,
) -> Dossier:
    return Dossier(
        gemeentecode="GM0001",
        regeling=regeling,
        reserve_regel="plafond" if regeling in ("G10", "gebundeld") else "onbekend",
        is_gebundeld=regeling == "gebundeld",
        beschikkingen=tuple(besluiten),
        bestedingen=tuple(bestedingen),
        tellingen=tuple(tellingen),
        fout_onzeker=tuple(FoutOnzeker(jaar, bedrag) for jaar, bedrag in (fout or {}).items()),
        plafond_van="G10" if regeling in ("G10", "gebundeld") else regeling,
        kent_telling=regeling in ("G10", "gebundeld"),
    )


def stap(uitkomst: Jaaruitkomst, code: str) -> Rekenregel:
    (regel,) = [r for r in uitkomst.rekenregels if (r.soort, r.code) == ("stap", code)]
    return regel


def invoer(uitkomst: Jaaruitkomst, code: str) -> list[Rekenregel]:
    return [r for r in uitkomst.rekenregels if (r.soort, r.code) == ("invoer", code)]
