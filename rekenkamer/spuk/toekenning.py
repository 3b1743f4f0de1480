"""What was granted for a year: the definitief decision, or what the scenario puts in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, naar_rato, schrijf_euro, schrijf_getal
from rekenkamer.spuk.betaald import bepaal_betaald, heeft_voorlopig
from rekenkamer.spuk.definitief import eerste_jaar_met_d, raam_definitief
from rekenkamer.spuk.dossier import Beschikking, Dossier
from rekenkamer.spuk.regels import Herkomst, Regels, minder_zeker, zwakste
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import NietTeBerekenen, Raming, Rekenregel

ALLEEN_G10 = "De aantallen gaan alleen over regeling G10, het bedrag van de bron over meer regelingen."
VERDELING_ONBEKEND = "de verdeling van de som over de uitkeringen: aantallen gaan alleen over G10"
GEEN_VERSCHIL_TE_ZIEN = "Toegekend is gelijk gesteld aan betaald: een verschil bij de vaststelling is zo niet te zien."
ALLEEN_BRIEF = (
    "Toegekend is het bedrag van de definitieve beschikking. Wat er is betaald, is niet bekend: een verschil bij de"
    " vaststelling is zo niet te zien."
)
NIEUWE_FORMULE = (
    "Dit jaar verdeelt het rijk een landelijk bedrag. Het toegekende bedrag kan dus anders zijn, ook als iedereen is"
    " gehuisvest."
)


@dataclass(frozen=True)
class Toekenning:
    """The amount in euro, from what, and how: beschikking, gelijkgesteld, telling, realisatiegraad or onbekend.

    `gelijkgesteld` is one amount for paid and granted, so the settlement can't be seen. When it `is_brief` the amount
    is granted in a letter and what was paid is not known; otherwise it was paid and what is granted is not known.
    """

    bedrag: Decimal | None
    wijze: str
    herkomst: Herkomst
    bron: Beschikking | None = None
    ontbreekt: tuple[str, ...] = ()
    rekenregels: tuple[Rekenregel, ...] = ()
    toelichting: str | None = None
    is_brief: bool = False


def bepaal_toegekend(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> Toekenning:
    """The definitief amount of `jaar` under this scenario; wijze `onbekend` when it cannot be known."""
    toegekend = _zonder_graad(dossier, scenario, regels, jaar)
    raamt = toegekend.bedrag is None and scenario.definitief_raming == "telling" and dossier.kent_telling
    # the share of a year under the old formula says nothing about a year under the new one
    if raamt and not volgt_nieuwe_formule(regels, jaar):
        return _met_graad(dossier, scenario, regels, jaar, toegekend)
    return toegekend


def volgt_nieuwe_formule(regels: Regels, jaar: int) -> bool:
    """Whether finished trajectories and the national totals count: then only a letter or that formula gives a grant."""
    vanaf = eerste_jaar_met_d(regels)
    return vanaf is not None and jaar >= vanaf


def _zonder_graad(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> Toekenning:
    definitief = dossier.beschikking(jaar, "definitief")
    # only in a printed sum the word "definitief" may be loosely used; a letter is what it says
    is_brief = heeft_voorlopig(dossier, jaar) or not dossier.is_gebundeld
    geloofd = is_brief or scenario.gedrukt_definitief == "geloofd"
    if definitief is not None and definitief.bedrag is not None and geloofd:
        return _uit_beschikking(definitief, heeft_voorlopig(dossier, jaar), is_brief)
    if scenario.definitief_raming == "telling" and not dossier.kent_telling:
        return Toekenning(None, "onbekend", Herkomst("onbekend"), ontbreekt=(f"definitieve beschikking {jaar}",))
    if _uit_aantallen(dossier, scenario, regels, jaar):
        return _uit_telling(dossier, regels, jaar)
    betaald = bepaal_betaald(dossier, jaar)
    if betaald.bedrag is None:
        return Toekenning(None, "onbekend", Herkomst("onbekend"), ontbreekt=(f"toegekend bedrag {jaar}",))
    herkomst = minder_zeker(betaald.herkomst)
    nieuw = NIEUWE_FORMULE if dossier.kent_telling and volgt_nieuwe_formule(regels, jaar) else None
    uitleg = " ".join(zin for zin in (GEEN_VERSCHIL_TE_ZIEN, nieuw) if zin)
    return Toekenning(betaald.bedrag, "gelijkgesteld", herkomst, betaald.bron, toelichting=uitleg)


def _uit_beschikking(definitief: Beschikking, naast_voorlopig: bool, is_brief: bool) -> Toekenning:
    """The amount of the decision; without a provisional one beside it there is nothing to settle it with."""
    wijze = "beschikking" if naast_voorlopig else "gelijkgesteld"
    uitleg = None if naast_voorlopig else ALLEEN_BRIEF if is_brief else GEEN_VERSCHIL_TE_ZIEN
    zeker = is_brief and definitief.is_volledig
    herkomst = definitief.herkomst if zeker else minder_zeker(definitief.herkomst)
    return Toekenning(definitief.bedrag, wijze, herkomst, definitief, toelichting=uitleg, is_brief=is_brief)


def _uit_aantallen(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int) -> bool:
    """Whether this scenario estimates the year from counts; `ingelopen` does once paid no longer stands for granted."""
    if scenario.definitief_raming == "ingelopen":
        return dossier.kent_telling and volgt_nieuwe_formule(regels, jaar)
    return scenario.definitief_raming == "telling"


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
    uitleg = f"Aanname: in {jaar} wordt hetzelfde deel van het betaalde bedrag toegekend als in {scenario.peiljaar}."
    alleen_g10 = ALLEEN_G10 if dossier.is_gebundeld and peil.wijze == "telling" else None
    return Toekenning(
        naar_rato(betaald.bedrag, peil.bedrag, peil_betaald.bedrag),
        "realisatiegraad",
        replace(regel.herkomst, status=zwakste(regel.herkomst, betaald.herkomst)),
        ontbreekt=(*zonder.ontbreekt, *peil.ontbreekt),
        rekenregels=(*zonder.rekenregels, regel),
        toelichting=" ".join(zin for zin in (uitleg, alleen_g10) if zin),
    )


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
