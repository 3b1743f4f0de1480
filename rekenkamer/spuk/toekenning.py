"""What was granted for a year: the definitief decision, or what the scenario puts in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, naar_rato, schrijf_euro, schrijf_getal
from rekenkamer.spuk.betaald import bepaal_betaald, heeft_voorlopig
from rekenkamer.spuk.definitief import landelijk_verdeeld_vanaf, raam_definitief
from rekenkamer.spuk.dossier import Beschikking, Dossier
from rekenkamer.spuk.regels import Herkomst, Regels, minder_zeker, zwakste
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import NietTeBerekenen, Raming, Rekenregel

ALLEEN_G10 = "De aantallen gaan alleen over regeling G10, het bedrag van de bron over meer regelingen."
VERDELING_ONBEKEND = "de verdeling van de som over de uitkeringen: aantallen gaan alleen over G10"
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
    if toegekend.bedrag is None and scenario.definitief_raming == "telling" and dossier.kent_telling:
        return _met_graad(dossier, scenario, regels, jaar, toegekend)
    return toegekend


def _zonder_graad(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> Toekenning:
    definitief = dossier.beschikking(jaar, "definitief")
    naast_voorlopig = heeft_voorlopig(dossier, jaar)
    geloofd = naast_voorlopig or scenario.gedrukt_definitief == "geloofd"
    if definitief is not None and definitief.bedrag is not None and geloofd:
        wijze = "beschikking" if naast_voorlopig else "gelijkgesteld"
        uitleg = None if naast_voorlopig else GEEN_VERSCHIL_TE_ZIEN
        zeker = naast_voorlopig and definitief.is_volledig
        herkomst = definitief.herkomst if zeker else minder_zeker(definitief.herkomst)
        return Toekenning(definitief.bedrag, wijze, herkomst, definitief, toelichting=uitleg)
    if scenario.definitief_raming == "telling" and not dossier.kent_telling:
        return Toekenning(None, "onbekend", Herkomst("onbekend"), ontbreekt=(f"definitieve beschikking {jaar}",))
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
        minder_zeker(raming.herkomst),  # an estimate is no decision, however sure its counts and prices are
        ontbreekt=(*raming.ontbreekt, *((VERDELING_ONBEKEND,) if dossier.is_gebundeld else ())),
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
    peil_betaald, betaald = (bepaal_betaald(dossier, j) for j in (scenario.peiljaar, jaar))
    zichtbaar = peil.wijze in ("beschikking", "telling") and jaar != scenario.peiljaar
    if not zichtbaar or peil.bedrag is None or not peil_betaald.bedrag or betaald.bedrag is None:
        return zonder
    regel = _graad_regel(scenario, peil, peil_betaald.bedrag, zwakste(peil.herkomst, peil_betaald.herkomst))
    anders, mist = _andere_verdeling(scenario, regels, jaar)
    uitleg = f"Aanname: in {jaar} wordt hetzelfde deel van het betaalde bedrag toegekend als in {scenario.peiljaar}."
    alleen_g10 = ALLEEN_G10 if dossier.is_gebundeld and peil.wijze == "telling" else None
    return Toekenning(
        naar_rato(betaald.bedrag, peil.bedrag, peil_betaald.bedrag),
        "realisatiegraad",
        replace(regel.herkomst, status=zwakste(regel.herkomst, betaald.herkomst)),
        ontbreekt=(*zonder.ontbreekt, *mist, *peil.ontbreekt),
        rekenregels=(*zonder.rekenregels, regel),
        toelichting=" ".join(zin for zin in (uitleg, anders, alleen_g10) if zin),
    )


def _andere_verdeling(scenario: Scenario, regels: Regels, jaar: int) -> tuple[str | None, tuple[str, ...]]:
    """What to say and what is missing when the ministry divides the money by other rules than in the peiljaar."""
    vanaf = landelijk_verdeeld_vanaf(regels)
    if vanaf is None or not scenario.peiljaar < vanaf <= jaar:
        return None, ()
    zin = (
        f"Vanaf {vanaf} verdeelt het rijk het geld volgens andere regels. Dat het deel van {scenario.peiljaar} ook dan"
        " geldt, is een aanname."
    )
    return zin, (f"raming {jaar} volgens de regels vanaf {vanaf}: gerekend met het deel van {scenario.peiljaar}",)


def _graad_regel(scenario: Scenario, peil: Toekenning, peil_betaald: Decimal, status: str) -> Rekenregel:
    deel = f"{schrijf_euro(peil.bedrag)} ÷ {schrijf_euro(peil_betaald)}"
    procent = schrijf_getal((peil.bedrag or NUL) / peil_betaald * 100, 2)
    return Rekenregel(
        "invoer",
        "realisatiegraad",
        f"Deel van het betaalde bedrag dat in {scenario.peiljaar} is toegekend",
        f"Toegekend {scenario.peiljaar} ÷ betaald {scenario.peiljaar}",
        f"{deel} = {procent}%",
        None,
        minder_zeker(replace(peil.herkomst, status=status)),
        toelichting=peil.toelichting,
    )
