"""What was granted for a year: the definitief decision, or what the scenario puts in its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import naar_rato, schrijf_euro, schrijf_getal
from rekenkamer.spuk.betaald import bepaal_betaald, heeft_voorlopig
from rekenkamer.spuk.definitief import raam_definitief
from rekenkamer.spuk.dossier import Beschikking, Dossier
from rekenkamer.spuk.regels import Herkomst, Regels, minder_zeker
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import NietTeBerekenen, Raming, Rekenregel

ALLEEN_G10 = "De aantallen gaan alleen over regeling G10, het bedrag van de bron over meer regelingen."
GEEN_VERSCHIL_TE_ZIEN = "Toegekend is gelijk gesteld aan betaald: een verschil bij de vaststelling is zo niet te zien."


@dataclass(frozen=True)
class Toekenning:
    """The amount in euro, from what, and how: beschikking, gelijkgesteld, telling, realisatiegraad or onbekend."""

    bedrag: Decimal | None
    wijze: str
    herkomst: Herkomst
    bron: Beschikking | None = None
    ontbreekt: tuple[str, ...] = ()
    rekenregels: tuple[Rekenregel, ...] = ()
    toelichting: str | None = None


def bepaal_toegekend(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> Toekenning:
    """The definitief amount of `jaar` under this scenario; wijze `onbekend` when it cannot be known."""
    toegekend = _zonder_graad(dossier, scenario, regels, jaar)
    if toegekend.bedrag is None and scenario.definitief_raming == "telling":
        return _met_graad(dossier, scenario, regels, jaar, toegekend)
    return toegekend


def _zonder_graad(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> Toekenning:
    definitief = dossier.beschikking(jaar, "definitief")
    naast_voorlopig = heeft_voorlopig(dossier, jaar)
    geloofd = naast_voorlopig or scenario.gedrukt_definitief == "geloofd"
    if definitief is not None and definitief.bedrag is not None and geloofd:
        wijze = "beschikking" if naast_voorlopig else "gelijkgesteld"
        uitleg = None if naast_voorlopig else GEEN_VERSCHIL_TE_ZIEN
        return Toekenning(definitief.bedrag, wijze, definitief.herkomst, definitief, toelichting=uitleg)
    if scenario.definitief_raming == "telling":
        return _uit_telling(dossier, regels, jaar)
    betaald = bepaal_betaald(dossier, jaar)
    if betaald.bedrag is None:
        return Toekenning(None, "onbekend", Herkomst("onbekend"), ontbreekt=(f"toegekend bedrag {jaar}",))
    herkomst = minder_zeker(betaald.herkomst)
    return Toekenning(betaald.bedrag, "gelijkgesteld", herkomst, betaald.bron, toelichting=GEEN_VERSCHIL_TE_ZIEN)


def _uit_telling(dossier: Dossier, regels: Regels, jaar: int) -> Toekenning:
    raming = raam_definitief(jaar, dossier.tellingen, regels)
    if isinstance(raming, NietTeBerekenen):
        mist = tuple(f"raming {jaar}: {wat}" for wat in raming.ontbreekt)
        return Toekenning(None, "onbekend", Herkomst("onbekend"), ontbreekt=mist, rekenregels=raming.rekenregels)
    return Toekenning(
        raming.bedrag,
        "telling",
        raming.herkomst,
        ontbreekt=raming.ontbreekt,
        rekenregels=raming.rekenregels,
        toelichting=_uitleg_telling(dossier, raming),
    )


def _uitleg_telling(dossier: Dossier, raming: Raming) -> str:
    zinnen = ["Geraamd uit aantallen en prijzen: er is geen definitieve beschikking gebruikt."]
    zinnen += ["Een telling is niet volledig: het bedrag kan hoger zijn."] if raming.ontbreekt else []
    return " ".join([*zinnen, *([ALLEEN_G10] if dossier.is_gebundeld else [])])


def _met_graad(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int, zonder: Toekenning) -> Toekenning:
    """The same share of the paid amount as in the peiljaar, when that year's share can be seen."""
    peil = _zonder_graad(dossier, scenario, regels, scenario.peiljaar)
    peil_betaald = bepaal_betaald(dossier, scenario.peiljaar).bedrag
    betaald = bepaal_betaald(dossier, jaar).bedrag
    zichtbaar = peil.wijze in ("beschikking", "telling") and jaar != scenario.peiljaar
    if not zichtbaar or peil.bedrag is None or not peil_betaald or betaald is None:
        return zonder
    bedrag = naar_rato(betaald, peil.bedrag, peil_betaald)
    deel = f"{schrijf_euro(peil.bedrag)} ÷ {schrijf_euro(peil_betaald)}"
    regel = Rekenregel(
        "invoer",
        "realisatiegraad",
        f"Deel van het betaalde bedrag dat in {scenario.peiljaar} is toegekend",
        f"Toegekend {scenario.peiljaar} ÷ betaald {scenario.peiljaar}",
        f"{deel} = {schrijf_getal(peil.bedrag / peil_betaald * 100, 2)}%",
        None,
        minder_zeker(peil.herkomst),
        toelichting=peil.toelichting,
    )
    uitleg = f"Aanname: in {jaar} wordt hetzelfde deel van het betaalde bedrag toegekend als in {scenario.peiljaar}."
    return Toekenning(
        bedrag,
        "realisatiegraad",
        regel.herkomst,
        ontbreekt=(*zonder.ontbreekt, *peil.ontbreekt),
        rekenregels=(*zonder.rekenregels, regel),
        toelichting=f"{uitleg} {ALLEEN_G10}" if dossier.is_gebundeld and peil.wijze == "telling" else uitleg,
    )
