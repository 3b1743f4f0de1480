"""Refuse what cannot be calculated with: a Dutch ValueError that names the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from rekenkamer.spuk.bedragen import schrijf_getal
from rekenkamer.spuk.dossier import GROEPEN, SOORTEN, TELT_MEE, Dossier, Telling
from rekenkamer.spuk.regels import Regels
from rekenkamer.spuk.scenario import KEUZES, Scenario


def _keur_niet_negatief(wat: str, waarde: Decimal | None) -> None:
    _keur_getal(wat, waarde)
    if waarde is not None and waarde < 0:
        raise ValueError(f"{wat} is {schrijf_getal(waarde)}. Dat kan niet onder nul liggen: verbeter het in de bron.")


def _keur_getal(wat: str, waarde: Decimal | None) -> None:
    if waarde is not None and not (isinstance(waarde, Decimal) and waarde.is_finite()):
        raise ValueError(f"{wat} is geen exact getal ({waarde!r}). Geef een decimaal getal, geen benadering.")


def _keur_woord(wat: str, woord: str, mag: Iterable[str]) -> None:
    if woord not in mag:
        raise ValueError(f"{wat} is '{woord}'. Kies uit: {', '.join(mag)}.")


def _keur_enkel(wat: str, sleutels: Iterable[object]) -> None:
    dubbel = [s for s, n in Counter(sleutels).items() if n > 1]
    if dubbel:
        raise ValueError(f"{wat} komt meer dan één keer voor: {dubbel[0]}. Geef er één.")


def keur_tellingen(tellingen: Iterable[Telling]) -> None:
    """No negative count, no unknown group, one count per cohort, group and budget year."""
    rijen = list(tellingen)
    for t in rijen:
        _keur_woord(f"De groep van de telling van cohort {t.cohort}", t.groep, GROEPEN)
        _keur_niet_negatief(f"Het aantal {t.groep} van cohort {t.cohort}", t.aantal)
    _keur_enkel("Een telling", (f"{t.groep} van cohort {t.cohort}{_voor_jaar(t)}" for t in rijen))


def _voor_jaar(telling: Telling) -> str:
    return "" if telling.budgetjaar is None else f" voor {telling.budgetjaar}"


def keur_regels(regels: Regels) -> None:
    """No negative price, weight or share; one row per price, per parameter, per start year of a regeling."""
    for p in regels.prijzen:
        _keur_niet_negatief(f"De prijs {p.component} van {p.budgetjaar}", p.bedrag)
        _keur_niet_negatief(f"Het gewicht {p.component} van {p.budgetjaar}", p.gewicht)
    for plafond in regels.plafonds:
        _keur_niet_negatief(f"Het deel van dit jaar in plafond {plafond.regelversie}", plafond.alpha)
        _keur_niet_negatief(f"Het deel van vorig jaar in plafond {plafond.regelversie}", plafond.beta)
    for q in regels.parameters:
        _keur_niet_negatief(f"Het getal {q.naam} van {q.jaar or 'alle jaren'}", q.waarde)
        if q.naam == "somgg" and q.waarde == 0:
            raise ValueError(f"De landelijke som van gewogen aantallen van {q.jaar} is 0: delen kan dan niet.")
    _keur_enkel("Een prijs", (f"{p.component} van {p.budgetjaar}" for p in regels.prijzen))
    _keur_enkel("Een plafond", (f"van {p.regeling} vanaf {p.vanaf_jaar}" for p in regels.plafonds))
    _keur_enkel("Een parameter", (f"{q.naam} van {q.jaar or 'alle jaren'}" for q in regels.parameters))


def keur_dossier(dossier: Dossier) -> None:
    """Known words only, exact amounts, one beschikking per year and kind, no negative count."""
    _keur_woord(f"De reserveregel van {dossier.regeling}", dossier.reserve_regel, ("plafond", "onbekend"))
    for b in dossier.beschikkingen:
        _keur_woord(f"De soort beschikking van {b.jaar}", b.soort, SOORTEN)
        _keur_getal(f"De beschikking {b.soort} van {b.jaar}", b.bedrag)
    _keur_enkel("Een beschikking", (f"{b.soort} van {b.jaar}" for b in dossier.beschikkingen))
    for kosten in dossier.bestedingen:
        _keur_woord(f"'Telt mee' van {kosten.post} {kosten.jaar}", kosten.telt_mee, TELT_MEE)
        _keur_getal(f"De besteding {kosten.post} van {kosten.jaar}", kosten.bedrag)
    for fout in dossier.fout_onzeker:
        _keur_niet_negatief(f"Het bedrag 'fout of onzeker' van {fout.jaar}", fout.bedrag)
    keur_tellingen(dossier.tellingen)


def keur_scenario(scenario: Scenario) -> None:
    """Known choices only and an exact opening reserve."""
    for naam, mag in KEUZES.items():
        _keur_woord(f"De keuze {naam} van scenario {scenario.code}", getattr(scenario, naam), mag)
    _keur_getal(f"De beginreserve van scenario {scenario.code}", scenario.beginreserve)
