"""A base and a scenario, both computed by the same rules, with the difference divided over its causes.

Nothing is kept: a scenario exists as long as its address does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dashboard.data.spuk_invoer import Opzet
from dashboard.data.spuk_scenario_gaten import count_gaten, say_pm
from dashboard.data.spuk_verandering import OORZAKEN, VERANDERINGEN
from dashboard.data.spuk_wijziging import Weigering, Wijziging
from rekenkamer.spuk import Jaaruitkomst, Oorzaak, bereken, verklaar_verschil

BASIS = "basis"
BEDRAGEN = (
    "betaald",
    "toegekend",
    "besteed",
    "vaststelling_verschil",
    "terugvordering",
    "te_betalen",
    "te_ontvangen",
    "reserve_eind",
)


class Jaarvergelijking(NamedTuple):
    """One year in the base and in the scenario; `verschil` is scenario minus base per amount (euro)."""

    jaar: int
    basis: Jaaruitkomst
    scenario: Jaaruitkomst
    verschil: dict[str, Decimal | None]


class Vloer(NamedTuple):
    """What must at least be spent in a year to keep the reserve of the year before, beside what is spent (euro).

    `ontbrekend`: how many posts of costs of that year have no amount; the real spending is then higher. `pm` of these
    stand at p.m. in the source.
    """

    jaar: int
    ten_minste: Decimal
    besteed: Decimal | None
    terugvordering: Decimal | None
    ontbrekend: int = 0
    pm: int = 0


class Som(NamedTuple):
    """What is payable (euro) over `jaren`: the years that base and scenario, and every step between, can work out."""

    jaren: tuple[int, ...]
    basis: Decimal
    scenario: Decimal
    verschil: Decimal


class Ontvangst(NamedTuple):
    """What the gemeente still gets (euro) over the same years as `Som`; None when no settlement of them can be seen.

    `verborgen` are the years in which it can't be seen, so that the amount may be higher.
    """

    basis: Decimal | None
    scenario: Decimal | None
    verborgen: tuple[int, ...] = ()

    @property
    def is_er(self) -> bool:
        """Whether there is anything to receive on either side."""
        return bool(self.basis or self.scenario)


@dataclass(frozen=True)
class Doorrekening:
    """Base beside scenario over the years of both, the causes in their order, and the changes that can't be made.

    `vervallen` are the years of the base before the scenario begins; `alleen_scenario` is what is payable in the years
    of the scenario when the base can't work out any of them; `zonder_effect` are changes that alter no amount.
    """

    jaren: tuple[Jaarvergelijking, ...]
    oorzaken: tuple[Oorzaak, ...]
    vloeren: tuple[Vloer, ...]
    weigeringen: tuple[Weigering, ...]
    som: Som | None
    reserve_verschil: Decimal | None = None
    reserve_jaar: int | None = None
    vervallen: tuple[int, ...] = ()
    alleen_scenario: Som | None = None
    zonder_effect: tuple[Wijziging, ...] = ()
    ontvangst: Ontvangst = Ontvangst(None, None)


def reken_basis(opzet: Opzet) -> tuple[Jaaruitkomst, ...]:
    """The base, year by year. Raises ValueError, in Dutch, when the rows refuse to be computed."""
    return tuple(say_pm(j, opzet.pm_posten) for j in bereken(opzet.dossier, opzet.scenario, opzet.regels))


def reken_door(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> Doorrekening:
    """Put the changes into the base, cause by cause in the order of OORZAKEN, and compute both."""
    stappen, weigeringen = _stapel(opzet, wijzigingen)
    basis = {j.jaar: j for j in reken_basis(opzet)}
    scenario = reken_basis(stappen[-1][1])
    jaren = tuple(_vergelijk(basis[s.jaar], s) for s in scenario if s.jaar in basis)
    oorzaken = _verklaar(stappen)
    reserve_jaar = oorzaken[0].reserve_jaar if oorzaken else None
    som, alleen = _som(jaren, oorzaken), _som(tuple(_vergelijk(s, s) for s in scenario), ())
    return Doorrekening(
        jaren=jaren,
        oorzaken=oorzaken,
        vloeren=_vloeren(scenario),
        weigeringen=tuple(weigeringen),
        som=som,
        reserve_verschil=next((j.verschil["reserve_eind"] for j in jaren if j.jaar == reserve_jaar), None),
        reserve_jaar=reserve_jaar,
        vervallen=tuple(sorted(set(basis) - {j.jaar for j in jaren})),
        alleen_scenario=alleen,
        ontvangst=_ontvangst(jaren, som or alleen),
        zonder_effect=_zonder_effect(opzet, wijzigingen, weigeringen, scenario),
    )


def _stapel(opzet: Opzet, wijzigingen: Sequence[Wijziging]) -> tuple[list[tuple[str, Opzet]], list[Weigering]]:
    """The base, and after it one set-up for every cause that really changes something."""
    stappen = [(BASIS, opzet)]
    weigeringen: list[Weigering] = []
    for oorzaak, verander in VERANDERINGEN.items():
        eigen = [w for w in wijzigingen if w.veld.oorzaak == oorzaak and w.veld.telt_mee]
        if eigen:
            volgende, geweigerd = verander(stappen[-1][1], eigen)
            weigeringen += geweigerd
            if len(geweigerd) < len(eigen):
                stappen.append((OORZAKEN[oorzaak], volgende))
    return stappen, weigeringen


def _zonder_effect(
    opzet: Opzet, wijzigingen: Sequence[Wijziging], weigeringen: Sequence[Weigering], scenario: Sequence[Jaaruitkomst]
) -> tuple[Wijziging, ...]:
    """The changes that can all be left out without moving any amount, such as a share of a year without costs.

    The last cause first: of two changes that do the same, the earlier one is what counts.
    """
    geweigerd = {w.naam for w in weigeringen}
    blijft, gevonden = list(wijzigingen), list[Wijziging]()
    for w in reversed(wijzigingen):
        if w.veld.telt_mee and w.veld.naam not in geweigerd:
            rest = [ander for ander in blijft if ander is not w]
            stappen, _ = _stapel(opzet, rest)
            if _bedragen(reken_basis(stappen[-1][1])) == _bedragen(scenario):
                blijft, gevonden = rest, [w, *gevonden]
    return tuple(gevonden)


def _bedragen(jaren: Sequence[Jaaruitkomst]) -> list[tuple[object, ...]]:
    return [(j.jaar, j.bestedingsvloer, *(getattr(j, naam) for naam in BEDRAGEN)) for j in jaren]


def hides_settlement(j: Jaaruitkomst) -> bool:
    """One amount stands for both paid and granted: their difference is unknown, not nil."""
    return j.toegekend_herkomst == "gelijkgesteld" and j.betaald is not None


def _verklaar(stappen: Sequence[tuple[str, Opzet]]) -> tuple[Oorzaak, ...]:
    if len(stappen) == 1:
        return ()
    return tuple(verklaar_verschil([(naam, o.dossier, o.scenario, o.regels) for naam, o in stappen]))


def _vergelijk(basis: Jaaruitkomst, scenario: Jaaruitkomst) -> Jaarvergelijking:
    verschil = {naam: _min(getattr(scenario, naam), getattr(basis, naam)) for naam in BEDRAGEN}
    return Jaarvergelijking(basis.jaar, basis, scenario, verschil)


def _min(een: Decimal | None, ander: Decimal | None) -> Decimal | None:
    return None if een is None or ander is None else een - ander


def _som(jaren: Iterable[Jaarvergelijking], oorzaken: Sequence[Oorzaak]) -> Som | None:
    """None when no year can be worked out on both sides; over the same years as the causes, which must add up to it."""
    bekend = [
        (j.jaar, j.basis.te_betalen, j.scenario.te_betalen)
        for j in jaren
        if j.basis.te_betalen is not None
        and j.scenario.te_betalen is not None
        and (not oorzaken or j.jaar in oorzaken[0].jaren)
    ]
    if not bekend:
        return None
    basis = sum((b for _, b, _ in bekend if b is not None), Decimal(0))
    scenario = sum((s for _, _, s in bekend if s is not None), Decimal(0))
    return Som(tuple(jaar for jaar, _, _ in bekend), basis, scenario, scenario - basis)


def _ontvangst(vergeleken: Iterable[Jaarvergelijking], som: Som | None) -> Ontvangst:
    """What the settlements of these years still bring in, which no amount that is payable counts."""
    jaren = [j for j in vergeleken if som is not None and j.jaar in som.jaren]
    kanten = ([j.basis for j in jaren], [j.scenario for j in jaren])
    weg = {j.jaar for kant in kanten for j in kant if hides_settlement(j)}
    basis, scenario = map(_tel_ontvangen, kanten)
    return Ontvangst(basis, scenario, tuple(sorted(weg)))


def _tel_ontvangen(jaren: Iterable[Jaaruitkomst]) -> Decimal | None:
    gezien = [j.te_ontvangen for j in jaren if j.te_ontvangen is not None and not hides_settlement(j)]
    return sum(gezien, Decimal(0)) if gezien else None


def _vloeren(jaren: Sequence[Jaaruitkomst]) -> tuple[Vloer, ...]:
    per_jaar = {j.jaar: j for j in jaren}
    gevonden = []
    for j in jaren:
        volgend = per_jaar.get(j.jaar + 1)
        if j.bestedingsvloer:
            besteed, terug = (volgend.besteed, volgend.terugvordering) if volgend else (None, None)
            gaten = count_gaten(volgend) if volgend else (0, 0)
            gevonden.append(Vloer(j.jaar + 1, j.bestedingsvloer, besteed, terug, *gaten))
    return tuple(gevonden)
