"""Every year of one regeling after the other: what is left of a year opens the next."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL
from rekenkamer.spuk.besteding import bepaal_besteed
from rekenkamer.spuk.betaald import bepaal_betaald
from rekenkamer.spuk.dossier import Dossier
from rekenkamer.spuk.fout import bepaal_fout
from rekenkamer.spuk.jaar import Jaarcijfers, Jaarinvoer, reken_jaar
from rekenkamer.spuk.keuring import keur_dossier, keur_regels, keur_scenario
from rekenkamer.spuk.regels import Herkomst, Regels
from rekenkamer.spuk.rekenregels import schrijf_rekenregels
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.toekenning import bepaal_toegekend
from rekenkamer.spuk.uitkomst import Jaaruitkomst
from rekenkamer.spuk.zekerheid import Zekerheid, bepaal_zekerheid

AFGELEID = Herkomst("afgeleid")


@dataclass(frozen=True)
class Vorig:
    """What last year hands on (euro), how sure it is, and the earlier years whose gaps it rests on."""

    reserve: Decimal | None
    reserve_herkomst: Herkomst
    toegekend: Decimal | None
    toegekend_herkomst: Herkomst
    onvolledig: tuple[int, ...] = ()
    voor_de_wet: bool = False


def bereken(dossier: Dossier, scenario: Scenario, regels: Regels) -> tuple[Jaaruitkomst, ...]:
    """One outcome per year, from beginjaar to the last year with a beschikking; gaps are years with nothing known.

    Raises ValueError (Dutch) for two decisions of one kind in a year, a negative price or count, or an unknown choice.
    """
    keur_dossier(dossier)
    keur_scenario(scenario)
    keur_regels(regels)
    laatste = max((b.jaar for b in dossier.beschikkingen), default=scenario.beginjaar - 1)
    vorig = _voor_begin(dossier, scenario, regels)
    uitkomsten = []
    for jaar in range(scenario.beginjaar, laatste + 1):
        invoer = _verzamel(dossier, scenario, regels, jaar, vorig)
        cijfers = reken_jaar(invoer)
        zeker = bepaal_zekerheid(invoer, cijfers)
        uitkomsten.append(_vat_samen(dossier, invoer, cijfers, zeker))
        heeft_gaten = invoer.toegekend.ontbreekt or invoer.besteed.ontbreekt
        onvolledig = (*vorig.onvolledig, jaar) if heeft_gaten else vorig.onvolledig
        vorig = Vorig(
            cijfers.reserve_eind,
            Herkomst(zeker.reserve_eind),
            invoer.toegekend.bedrag,
            Herkomst(zeker.toegekend),
            onvolledig,
        )
    return tuple(uitkomsten)


def _voor_begin(dossier: Dossier, scenario: Scenario, regels: Regels) -> Vorig:
    """What the first year opens with: the reserve of the scenario, and last year's grant if one was delivered.

    When the first year is the first of the law, an empty reserve is no assumption: there was no grant before it.
    """
    eerste = regels.eerste_cohort()
    is_begin = eerste is not None and eerste.waarde == scenario.beginjaar
    niets = eerste.herkomst if eerste is not None and is_begin else AFGELEID
    reserve = scenario.beginreserve if dossier.reserve_regel == "plafond" else None
    reserve_herkomst = niets if reserve == 0 else AFGELEID
    jaar = scenario.beginjaar - 1
    if not dossier.kent_uitkering(jaar):
        return Vorig(reserve, reserve_herkomst, NUL, niets, voor_de_wet=is_begin and reserve == 0)
    toegekend = bepaal_toegekend(dossier, scenario, regels, jaar)
    return Vorig(reserve, reserve_herkomst, toegekend.bedrag, toegekend.herkomst)


def _verzamel(dossier: Dossier, scenario: Scenario, regels: Regels, jaar: int, vorig: Vorig) -> Jaarinvoer:
    kent_reserve = dossier.reserve_regel == "plafond"
    plafond, volgend = (regels.plafond(j, scenario.nieuw_plafond_vanaf, dossier.plafond_van) for j in (jaar, jaar + 1))
    return Jaarinvoer(
        jaar=jaar,
        is_eerste=jaar == scenario.beginjaar,
        kent_reserve=kent_reserve,
        is_gebundeld=dossier.is_gebundeld,
        betaald=bepaal_betaald(dossier, jaar),
        toegekend=bepaal_toegekend(dossier, scenario, regels, jaar),
        besteed=bepaal_besteed(dossier, scenario, jaar),
        reserve_begin=vorig.reserve,
        reserve_herkomst=vorig.reserve_herkomst,
        vorig_toegekend=vorig.toegekend,
        vorig_herkomst=vorig.toegekend_herkomst,
        fout=bepaal_fout(dossier, jaar),
        plafond=plafond if kent_reserve else None,
        plafond_volgend=volgend if kent_reserve else None,
        onvolledig_eerder=vorig.onvolledig if vorig.reserve is not None else (),
        begint_met_wet=vorig.voor_de_wet,
    )


def _ontbreekt(invoer: Jaarinvoer) -> tuple[str, ...]:
    """Everything that makes this year's outcome less than complete, in Dutch, each thing once."""
    wat = [*invoer.betaald.ontbreekt, *invoer.toegekend.ontbreekt, *invoer.besteed.ontbreekt, *invoer.fout.ontbreekt]
    for bron in (invoer.betaald.bron, invoer.toegekend.bron):
        if bron is not None and not bron.is_volledig:
            wat.append(f"een deel van de beschikking {bron.soort.replace('_', ' ')} {bron.jaar}")
    if not invoer.kent_reserve:
        wat.append("of geld van deze regeling mee mag naar een volgend jaar, is niet bekend")
    else:
        if invoer.reserve_begin is None:
            wat.append(f"reserve op 1 januari {invoer.jaar}: {invoer.jaar - 1} is niet te berekenen")
        if invoer.plafond is None:
            wat.append(f"plafond van de reserve in {invoer.jaar}")
        elif invoer.plafond.beta != 0 and invoer.vorig_toegekend is None:
            wat.append(f"toegekend bedrag {invoer.jaar - 1}")
    return tuple(dict.fromkeys(wat))


def _vat_samen(dossier: Dossier, invoer: Jaarinvoer, cijfers: Jaarcijfers, zeker: Zekerheid) -> Jaaruitkomst:
    ontbreekt = _ontbreekt(invoer)
    plafond = invoer.plafond
    return Jaaruitkomst(
        jaar=invoer.jaar,
        betaald=invoer.betaald.bedrag,
        toegekend=invoer.toegekend.bedrag,
        toegekend_herkomst=invoer.toegekend.wijze,
        besteed=invoer.besteed.bedrag,
        reserve_begin=invoer.reserve_begin,
        overschot=cijfers.overschot,
        plafond=cijfers.plafond,
        terugvordering=cijfers.terugvordering,
        reserve_eind=cijfers.reserve_eind,
        vaststelling_verschil=cijfers.verschil,
        te_betalen=cijfers.te_betalen,
        fout_onzeker=invoer.fout.bedrag,
        te_ontvangen=cijfers.te_ontvangen,
        bestedingsvloer=cijfers.bestedingsvloer,
        regelversie=plafond.regelversie if plafond else None,
        regel_status=plafond.herkomst.status if plafond else "onbekend",
        is_volledig=not ontbreekt,
        ontbreekt=ontbreekt,
        rust_op=invoer.onvolledig_eerder,
        rekenregels=schrijf_rekenregels(dossier, invoer, cijfers, zeker),
    )
