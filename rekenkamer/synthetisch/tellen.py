"""Count the made-up persons: the same definitions for DUO's figures, the workbook and the money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from rekenkamer.synthetisch.personen import Persoon

DOELGROEPEN = ("gezinsmigrant", "statushouder")
VOLDAAN = "Inburgeringsplicht voldaan"
ROUTES = ("A2", "B1", "Onderwijsroute", "Z-route", "Z-route A2")


def plichtig(p: Persoon) -> bool:
    """Whether the duty still runs at the peildatum."""
    return p.einddatum_plicht is None


DUO_INDICATOREN: dict[str, Callable[[Persoon], int]] = {
    "inburgeringsplichtig": lambda p: plichtig(p),
    "pip_vastgesteld": lambda p: p.datum_eerste_pip is not None,
    "leerroute_b": lambda p: p.leerroute == "B",
    "leerroute_o": lambda p: p.leerroute == "O",
    "leerroute_z": lambda p: p.leerroute == "Z",
    "pvt_afgerond": lambda p: p.datum_pvt is not None,
    "map_afgerond": lambda p: p.datum_map is not None,
    "examen_geslaagd": lambda p: sum(1 for e in p.examens if e.resultaat == "Geslaagd"),
    "voldaan": lambda p: p.reden_geen_plicht == VOLDAAN,
    "vrijgesteld": lambda p: p.reden_geen_plicht == "Volledige vrijstelling",
    "ontheven": lambda p: p.reden_geen_plicht == "Volledige ontheffing",
    "verlengd": lambda p: bool(p.verlengingsgrond),
    "boete": lambda p: p.boete_datum is not None,
}


def tel_duo(bevolking: Iterable[Persoon]) -> Counter[tuple[str, str, int, str]]:
    """(gemeentecode, doelgroep, cohort, indicator) -> number."""
    telling: Counter[tuple[str, str, int, str]] = Counter()
    for p in bevolking:
        for indicator, hoeveel in DUO_INDICATOREN.items():
            telling[p.gemeente.code, p.doelgroep, p.cohort, indicator] += int(hoeveel(p))
    return telling


def route_van(p: Persoon) -> str:
    """The route as the workbook names it: the level of the exam splits B1 and Z."""
    if p.leerroute == "B":
        return "A2" if p.niveau == "A2" else "B1"
    if p.leerroute == "Z":
        return "Z-route A2" if p.niveau == "A2" else "Z-route"
    return "Onderwijsroute" if p.leerroute else ""


def leeftijdsgroep(p: Persoon) -> str:
    """The age band of the workbook."""
    return "18-27 jaar" if p.leeftijd < 27 else "27-50 jaar" if p.leeftijd < 50 else "50-68 jaar"


def tel_per_jaar(
    personen: Iterable[Persoon], datum: Callable[[Persoon], date | None], groep: Callable[[Persoon], str]
) -> Counter[tuple[str, int]]:
    """(group, year) -> number of persons with that date; the year 0 is the total."""
    telling: Counter[tuple[str, int]] = Counter()
    for p in personen:
        dag = datum(p)
        if dag is not None:
            telling[groep(p), dag.year] += 1
            telling[groep(p), 0] += 1
    return telling
