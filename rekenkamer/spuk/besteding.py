"""How much was spent in a year: which posts count, what was not delivered, and what the scenario assumes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.artikelen import BESTEMMING
from rekenkamer.spuk.bedragen import NUL, schrijf_euro
from rekenkamer.spuk.dossier import Besteding, Dossier
from rekenkamer.spuk.regels import Herkomst, zwakste
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import Rekenregel

NIET_GELEVERD = "niet geleverd"
REALISATIE = "realisatie"
GEEN_AANNAME = "Over {} is verantwoord wat is besteed (realisatie). Dat gaat voor de aanname van het scenario."
AFKORTINGEN = {"pvt": "PVT", "sisa": "SiSa"}
ALLE_POSTEN = "Alle geleverde kostenposten die meetellen bij elkaar"


@dataclass(frozen=True)
class Besteed:
    """The amount in euro (None: nothing is known about this year), what is missing, the lines and how sure it is.

    `formule` says in Dutch what was done to come to the amount.
    """

    bedrag: Decimal | None
    ontbreekt: tuple[str, ...]
    rekenregels: tuple[Rekenregel, ...]
    toelichting: str | None = None
    status: str = "onbekend"
    formule: str = ALLE_POSTEN


def bepaal_besteed(dossier: Dossier, scenario: Scenario, jaar: int) -> Besteed:
    """What counts as spent in `jaar`: the delivered posts, or after the peiljaar what the scenario puts there.

    A year that was wholly accounted for stands as it is: an assumption never goes before what was really spent.
    """
    eigen = _geleverd(dossier, scenario, jaar)
    gerealiseerd = _is_gerealiseerd(dossier, scenario, jaar)
    if scenario.besteding == "geleverd" or jaar <= scenario.peiljaar or gerealiseerd:
        heeft_aanname = scenario.besteding != "geleverd" and jaar > scenario.peiljaar
        zin = GEEN_AANNAME.format(jaar) if heeft_aanname else None
        return Besteed(eigen.bedrag, eigen.ontbreekt, _regels(dossier, scenario, jaar, True), zin, eigen.status)
    peil = _geleverd(dossier, scenario, scenario.peiljaar)
    if scenario.besteding == "peiljaar":
        toelichting = f"Aanname: in {jaar} wordt evenveel besteed als in {scenario.peiljaar}."
        regels = (*_regels(dossier, scenario, jaar, False), _peilregel(scenario, peil))
        formule = f"Gelijk aan besteed in {scenario.peiljaar}"
        return Besteed(peil.bedrag, peil.ontbreekt, regels, toelichting, _aangenomen(peil), formule)
    toelichting = f"Aanname: in {jaar} wordt minstens evenveel besteed als in {scenario.peiljaar}."
    neemt_peil = peil.bedrag is not None and (eigen.bedrag is None or peil.bedrag > eigen.bedrag)
    regels = (*_regels(dossier, scenario, jaar, not neemt_peil), _peilregel(scenario, peil))
    gekozen = peil if neemt_peil else eigen
    formule = f"Het hoogste van twee: besteed in {scenario.peiljaar}, en wat over {jaar} is geleverd en meetelt"
    return Besteed(gekozen.bedrag, gekozen.ontbreekt, regels, toelichting, _aangenomen(gekozen), formule)


def _is_gerealiseerd(dossier: Dossier, scenario: Scenario, jaar: int) -> bool:
    rijen = [b for b in dossier.bestedingen if b.jaar == jaar and _telt(b, scenario)]
    return bool(rijen) and all(
        b.bedrag is not None and b.is_volledig and b.herkomst.hardheid == REALISATIE for b in rijen
    )


def _aangenomen(besteed: Besteed) -> str:
    return zwakste(Herkomst(besteed.status), Herkomst("afgeleid"))


def _geleverd(dossier: Dossier, scenario: Scenario, jaar: int) -> Besteed:
    """Missing posts count as nothing and are named; without a single row nothing is known about the year."""
    rijen = [b for b in dossier.bestedingen if b.jaar == jaar and _telt(b, scenario)]
    if not rijen:
        return Besteed(None, (_niets(dossier, jaar),), ())
    mist = sorted({f"{_naam(b)} {jaar}: {NIET_GELEVERD}" for b in rijen if b.bedrag is None})
    mist += sorted({f"{_naam(b)} {jaar}: een deel is {NIET_GELEVERD}" for b in rijen if not b.is_volledig})
    som = sum((b.bedrag for b in rijen if b.bedrag is not None), NUL)
    return Besteed(som, tuple(mist), (), status=_status(dossier, jaar, rijen))


def _niets(dossier: Dossier, jaar: int) -> str:
    """Costs per post are not divided over grants, so a grant apart needs the amount of its own SiSa."""
    if dossier.is_gebundeld:
        return f"besteding {jaar}: geen enkele kostenpost geleverd"
    return f"besteding {jaar}: van {dossier.regeling} is geen SiSa-bedrag geleverd (kosten per post zijn niet verdeeld)"


def _status(dossier: Dossier, jaar: int, gebruikt: Sequence[Besteding]) -> str:
    """As sure as the weakest row that counts; inferred when one is missing, not whole, or may count or not."""
    twijfel = any(b.telt_mee == "discutabel" and b.bedrag for b in dossier.bestedingen if b.jaar == jaar)
    mist = any(b.bedrag is None or not b.is_volledig for b in gebruikt)
    extra = [Herkomst("afgeleid")] if twijfel or mist else []
    return zwakste(*(b.herkomst for b in gebruikt if b.bedrag is not None), *extra)


def _telt(besteding: Besteding, scenario: Scenario) -> bool:
    return besteding.telt_mee == "ja" or (besteding.telt_mee == "discutabel" and scenario.participatie_telt_mee)


def _regels(dossier: Dossier, scenario: Scenario, jaar: int, gebruikt: bool) -> tuple[Rekenregel, ...]:
    """Every cost row of the year, the unused ones too, in an order that does not depend on the delivery."""
    rijen = [b for b in dossier.bestedingen if b.jaar == jaar]
    rijen.sort(key=lambda b: (b.post, b.bedrag is None, b.bedrag or NUL, b.herkomst.vindplaats or ""))
    return tuple(_regel(b, scenario, gebruikt) for b in rijen)


def _regel(besteding: Besteding, scenario: Scenario, gebruikt: bool) -> Rekenregel:
    return Rekenregel(
        "invoer",
        f"besteding_{besteding.post}",
        f"Besteding {besteding.jaar}: {_naam(besteding)}",
        "Telt mee" if gebruikt and _telt(besteding, scenario) else "Telt niet mee",
        NIET_GELEVERD if besteding.bedrag is None else schrijf_euro(besteding.bedrag),
        besteding.bedrag,
        besteding.herkomst,
        toelichting=_waarom(besteding, scenario, gebruikt),
    )


def _waarom(besteding: Besteding, scenario: Scenario, gebruikt: bool) -> str | None:
    if besteding.telt_mee == "nee":
        return f"Daarvoor is deze uitkering niet bedoeld ({BESTEMMING.artikel})."
    if besteding.telt_mee == "vervangen":
        return "Over dit jaar is met SiSa verantwoord. Dat gaat voor kosten per post die begroot of niet compleet zijn."
    if not _telt(besteding, scenario):
        return "Of deze post mag meetellen staat niet vast. In dit scenario telt hij niet mee."
    if not gebruikt:
        return f"In dit scenario telt het bedrag van {scenario.peiljaar}."
    if besteding.bedrag is None:
        return "Niet geleverd: er is met niets gerekend. De echte besteding kan hoger zijn."
    if besteding.telt_mee == "discutabel":
        return "Of deze post mag meetellen staat niet vast. In dit scenario telt hij mee."
    return None


def _peilregel(scenario: Scenario, peil: Besteed) -> Rekenregel:
    return Rekenregel(
        "invoer",
        "besteding_peiljaar",
        f"Besteding van peiljaar {scenario.peiljaar}",
        "Alle posten die meetellen bij elkaar",
        schrijf_euro(peil.bedrag),
        peil.bedrag,
        Herkomst(peil.status),
        toelichting="; ".join(peil.ontbreekt) or None,
    )


def _naam(besteding: Besteding) -> str:
    return AFKORTINGEN.get(besteding.post, besteding.post.replace("_", " "))
