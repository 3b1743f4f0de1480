"""The arithmetic of one year: settlement, surplus, ceiling, recovery and what is left.

Every figure is euro; None is unknown and makes unknown what rests on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, maal, min_nul, tel_op, trek_af
from rekenkamer.spuk.besteding import Besteed
from rekenkamer.spuk.betaald import Betaald
from rekenkamer.spuk.fout import Fout
from rekenkamer.spuk.regels import Herkomst, Plafond
from rekenkamer.spuk.toekenning import Toekenning


@dataclass(frozen=True)
class Jaarinvoer:
    """What goes into one year; `onvolledig_eerder` are the years whose gaps weigh on the opening reserve.

    `reserve_herkomst` and `vorig_herkomst` say how sure the opening reserve and last year's grant are. When the year
    `begint_met_wet`, nothing was granted before it and its reserve is empty for that reason.
    """

    jaar: int
    is_eerste: bool
    kent_reserve: bool
    is_gebundeld: bool
    betaald: Betaald
    toegekend: Toekenning
    besteed: Besteed
    reserve_begin: Decimal | None
    reserve_herkomst: Herkomst
    vorig_toegekend: Decimal | None
    vorig_herkomst: Herkomst
    fout: Fout
    plafond: Plafond | None
    plafond_volgend: Plafond | None
    onvolledig_eerder: tuple[int, ...] = ()
    begint_met_wet: bool = False


@dataclass(frozen=True)
class Jaarcijfers:
    """What comes out of one year."""

    overschot: Decimal | None
    plafond: Decimal | None
    terugvordering: Decimal | None
    reserve_eind: Decimal | None
    verschil: Decimal | None
    te_betalen: Decimal | None
    te_ontvangen: Decimal | None
    bestedingsvloer: Decimal | None


def reken_jaar(invoer: Jaarinvoer) -> Jaarcijfers:
    """Settlement and, where the regeling knows a reserve, surplus, recovery and closing reserve."""
    toegekend = invoer.toegekend.bedrag
    verschil = trek_af(invoer.betaald.bedrag, toegekend)
    over = trek_af(tel_op((invoer.reserve_begin, toegekend)), invoer.besteed.bedrag) if invoer.kent_reserve else None
    plafond = reken_plafond(invoer.plafond, toegekend, invoer.vorig_toegekend) if invoer.kent_reserve else None
    terug = min_nul(trek_af(over, plafond))
    eind = trek_af(over, terug)
    # without a known reserve rule only the settlement and F can be claimed (spuk: G13, A38)
    lasten = (min_nul(verschil), invoer.fout.bedrag, terug if invoer.kent_reserve else NUL)
    return Jaarcijfers(
        overschot=over,
        plafond=plafond,
        terugvordering=terug,
        reserve_eind=eind,
        verschil=verschil,
        te_betalen=tel_op(lasten),
        te_ontvangen=min_nul(None if verschil is None else -verschil),
        bestedingsvloer=min_nul(reken_vloer(invoer.plafond_volgend, eind, toegekend)),
    )


def reken_plafond(regel: Plafond | None, toegekend: Decimal | None, vorig: Decimal | None) -> Decimal | None:
    """alpha x this year + beta x last year, each rounded to the cent; an unknown year only matters if it counts."""
    if regel is None:
        return None
    return tel_op((_deel(regel.alpha, toegekend), _deel(regel.beta, vorig)))


def reken_vloer(volgend: Plafond | None, reserve_eind: Decimal | None, toegekend: Decimal | None) -> Decimal | None:
    """What must at least be spent next year so that nothing is recovered for it; below zero is nothing to spend.

    Recovery next year is `reserve + D' − B' − alpha·D' − beta·D`. Only with alpha = 1 does D', which nobody knows
    yet, fall out of it.
    """
    if volgend is None or reserve_eind is None or volgend.alpha != 1:
        return None
    return trek_af(reserve_eind, _deel(volgend.beta, toegekend))


def _deel(deel: Decimal, bedrag: Decimal | None) -> Decimal | None:
    if deel == 0:
        return NUL
    return None if bedrag is None else maal(bedrag, deel)
