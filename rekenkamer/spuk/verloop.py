"""Every year of one regeling after the other: what is left of a year opens the next."""

from __future__ import annotations

from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL
from rekenkamer.spuk.besteding import bepaal_besteed
from rekenkamer.spuk.betaald import bepaal_betaald
from rekenkamer.spuk.dossier import Dossier
from rekenkamer.spuk.jaar import Jaarcijfers, Jaarinvoer, reken_jaar
from rekenkamer.spuk.keuring import keur_dossier, keur_regels, keur_scenario
from rekenkamer.spuk.regels import Regels
from rekenkamer.spuk.rekenregels import schrijf_rekenregels
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.toekenning import bepaal_toegekend
from rekenkamer.spuk.uitkomst import Jaaruitkomst


def bereken(dossier: Dossier, scenario: Scenario, regels: Regels) -> tuple[Jaaruitkomst, ...]:
    """One outcome per year, from beginjaar to the last year with a beschikking; gaps are years with nothing known.

    Raises ValueError (Dutch) for two decisions of one kind in a year, a negative price or count, or an unknown choice.
    """
    keur_dossier(dossier)
    keur_scenario(scenario)
    keur_regels(regels)
    laatste = max((b.jaar for b in dossier.beschikkingen), default=scenario.beginjaar - 1)
    kent_reserve = dossier.reserve_regel == "plafond"
    reserve: Decimal | None = scenario.beginreserve if kent_reserve else None
    vorig = _toegekend_voor_begin(dossier, scenario, regels)
    onvolledig: tuple[int, ...] = ()
    uitkomsten = []
    for jaar in range(scenario.beginjaar, laatste + 1):
        invoer = _verzamel(dossier, scenario, regels, jaar, (reserve, vorig, onvolledig))
        cijfers = reken_jaar(invoer)
        uitkomsten.append(_vat_samen(dossier, invoer, cijfers))
        reserve, vorig = cijfers.reserve_eind, invoer.toegekend.bedrag
        if invoer.toegekend.ontbreekt or invoer.besteed.ontbreekt:
            onvolledig = (*onvolledig, jaar)
    return tuple(uitkomsten)


def _toegekend_voor_begin(dossier: Dossier, scenario: Scenario, regels: Regels) -> Decimal | None:
    """Last year's grant for a ceiling in the first year: nothing, unless a decision for that year was delivered."""
    jaar = scenario.beginjaar - 1
    return bepaal_toegekend(dossier, scenario, regels, jaar).bedrag if dossier.kent_uitkering(jaar) else NUL


def _verzamel(
    dossier: Dossier,
    scenario: Scenario,
    regels: Regels,
    jaar: int,
    vorig_jaar: tuple[Decimal | None, Decimal | None, tuple[int, ...]],
) -> Jaarinvoer:
    reserve, vorig_toegekend, onvolledig = vorig_jaar
    kent_reserve = dossier.reserve_regel == "plafond"
    return Jaarinvoer(
        jaar=jaar,
        is_eerste=jaar == scenario.beginjaar,
        kent_reserve=kent_reserve,
        is_gebundeld=dossier.is_gebundeld,
        betaald=bepaal_betaald(dossier, jaar),
        toegekend=bepaal_toegekend(dossier, scenario, regels, jaar),
        besteed=bepaal_besteed(dossier, scenario, jaar),
        reserve_begin=reserve,
        vorig_toegekend=vorig_toegekend,
        fout_onzeker=dossier.fout_onzeker.get(jaar, NUL),
        plafond=regels.plafond(jaar, scenario.nieuw_plafond_vanaf) if kent_reserve else None,
        plafond_volgend=regels.plafond(jaar + 1, scenario.nieuw_plafond_vanaf) if kent_reserve else None,
        onvolledig_eerder=onvolledig if reserve is not None else (),
    )


def _ontbreekt(invoer: Jaarinvoer) -> tuple[str, ...]:
    """Everything that makes this year's outcome less than complete, in Dutch, each thing once."""
    wat = [*invoer.betaald.ontbreekt, *invoer.toegekend.ontbreekt, *invoer.besteed.ontbreekt]
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


def _vat_samen(dossier: Dossier, invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Jaaruitkomst:
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
        fout_onzeker=invoer.fout_onzeker,
        te_ontvangen=cijfers.te_ontvangen,
        bestedingsvloer=cijfers.bestedingsvloer,
        regelversie=plafond.regelversie if plafond else None,
        regel_status=plafond.herkomst.status if plafond else "onbekend",
        is_volledig=not ontbreekt,
        ontbreekt=ontbreekt,
        rust_op=invoer.onvolledig_eerder,
        rekenregels=schrijf_rekenregels(dossier, invoer, cijfers),
    )
