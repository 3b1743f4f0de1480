"""How sure every step of a year is: never surer than its rule or than any figure that goes into it.

The word travels with the figure: what an inferred grant leaves in the reserve opens the next year as inferred.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.jaar import Jaarcijfers, Jaarinvoer
from rekenkamer.spuk.regels import Herkomst, Plafond, zwakste

AFGELEID, ONBEKEND = Herkomst("afgeleid"), Herkomst("onbekend")


@dataclass(frozen=True)
class Zekerheid:
    """The status of every step; the names are the codes of the steps."""

    betaald: str
    toegekend: str
    besteed: str
    reserve_begin: str
    overschot: str
    plafond: str
    terugvordering: str
    reserve_eind: str
    vaststelling_verschil: str
    te_betalen: str
    te_ontvangen: str
    bestedingsvloer: str


def bepaal_zekerheid(invoer: Jaarinvoer, cijfers: Jaarcijfers) -> Zekerheid:
    """The weakest status of rule and operands, per step; a step without an amount is `onbekend`."""
    betaald = _zeker(invoer.betaald.bedrag, invoer.betaald.herkomst)
    toegekend = _zeker(invoer.toegekend.bedrag, invoer.toegekend.herkomst)
    besteed = _zeker(invoer.besteed.bedrag, Herkomst(invoer.besteed.status))
    begin = _zeker(invoer.reserve_begin, invoer.reserve_herkomst)
    regel = _van_regel(invoer.plafond)
    over = _zeker(cijfers.overschot, regel, begin, toegekend, besteed)
    plafond = _zeker(cijfers.plafond, *_delen(invoer.plafond, toegekend, invoer.vorig_herkomst), *_gebundeld(invoer))
    terug = _zeker(cijfers.terugvordering, over, plafond)
    eind = _zeker(cijfers.reserve_eind, over, terug)
    # a grant outside Wet art. 40 is settled by analogy: its own rules were not found
    vaststelling = () if invoer.kent_reserve else (AFGELEID,)
    verschil = _zeker(cijfers.verschil, betaald, toegekend, *vaststelling)
    fout = _zeker(invoer.fout.bedrag, invoer.fout.herkomst)
    return Zekerheid(
        betaald=betaald.status,
        toegekend=toegekend.status,
        besteed=besteed.status,
        reserve_begin=begin.status,
        overschot=over.status,
        plafond=plafond.status,
        terugvordering=terug.status,
        reserve_eind=eind.status,
        vaststelling_verschil=verschil.status,
        te_betalen=_zeker(cijfers.te_betalen, verschil, fout, *((terug,) if invoer.kent_reserve else ())).status,
        te_ontvangen=_zeker(cijfers.te_ontvangen, verschil).status,
        bestedingsvloer=_vloer(invoer, cijfers, eind, toegekend).status,
    )


def _vloer(invoer: Jaarinvoer, cijfers: Jaarcijfers, eind: Herkomst, toegekend: Herkomst) -> Herkomst:
    volgend = invoer.plafond_volgend
    delen = (toegekend,) if volgend is not None and volgend.beta else ()
    return _zeker(cijfers.bestedingsvloer, _van_regel(volgend), eind, *delen, *_gebundeld(invoer))


def _delen(regel: Plafond | None, toegekend: Herkomst, vorig: Herkomst) -> tuple[Herkomst, ...]:
    """The rule of the ceiling with both years; last year only counts when it has a share."""
    return (_van_regel(regel), toegekend, *((vorig,) if regel is not None and regel.beta else ()))


def _gebundeld(invoer: Jaarinvoer) -> tuple[Herkomst, ...]:
    """Besluit art. 10.5 is law for G10 only, so on a pooled sum its outcome is never more than inferred."""
    return (AFGELEID,) if invoer.is_gebundeld else ()


def _van_regel(plafond: Plafond | None) -> Herkomst:
    return plafond.herkomst if plafond else ONBEKEND


def _zeker(bedrag: Decimal | None, *herkomsten: Herkomst) -> Herkomst:
    return ONBEKEND if bedrag is None else Herkomst(zwakste(*herkomsten))
