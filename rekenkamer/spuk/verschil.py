"""Why two calculations differ: change one thing at a time and see what each change does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rekenkamer.spuk.bedragen import NUL, trek_af
from rekenkamer.spuk.dossier import Dossier
from rekenkamer.spuk.regels import Regels
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import Jaaruitkomst
from rekenkamer.spuk.verloop import bereken


@dataclass(frozen=True)
class JaarVerschil:
    """The change (euro) that one cause makes in one year; None when one side is unknown."""

    jaar: int
    te_betalen: Decimal | None
    reserve_eind: Decimal | None


@dataclass(frozen=True)
class Oorzaak:
    """The change (euro) that one cause makes, against the calculation before it.

    `te_betalen` is the sum over `jaren`, the years in which every calculation in the row knows it. `reserve_eind` is
    the change in `reserve_jaar`, the last year in which every calculation knows the reserve; None when there is none.
    So the causes together are exactly the last calculation minus the first.
    """

    naam: str
    per_jaar: tuple[JaarVerschil, ...]
    te_betalen: Decimal
    reserve_eind: Decimal | None
    jaren: tuple[int, ...]
    reserve_jaar: int | None


def verklaar_verschil(opzetten: Sequence[tuple[str, Dossier, Scenario, Regels]]) -> tuple[Oorzaak, ...]:
    """One cause for every set-up after the first, each against the set-up before it; the first is the base."""
    reeksen = [{u.jaar: u for u in bereken(dossier, scenario, regels)} for _, dossier, scenario, regels in opzetten]
    alle = sorted({jaar for reeks in reeksen for jaar in reeks})
    jaren = tuple(j for j in alle if all(j in r and r[j].te_betalen is not None for r in reeksen))
    met_reserve = [j for j in alle if all(j in r and r[j].reserve_eind is not None for r in reeksen)]
    return tuple(
        _oorzaak(naam, reeksen[i], reeksen[i + 1], jaren, max(met_reserve, default=None))
        for i, (naam, *_) in enumerate(opzetten[1:])
    )


def _oorzaak(
    naam: str,
    voor: dict[int, Jaaruitkomst],
    na: dict[int, Jaaruitkomst],
    jaren: tuple[int, ...],
    reserve_jaar: int | None,
) -> Oorzaak:
    per_jaar = {jaar: _verschil(jaar, voor.get(jaar), na.get(jaar)) for jaar in sorted({*voor, *na})}
    return Oorzaak(
        naam=naam,
        per_jaar=tuple(per_jaar.values()),
        te_betalen=sum((per_jaar[jaar].te_betalen or NUL for jaar in jaren), NUL),
        reserve_eind=None if reserve_jaar is None else per_jaar[reserve_jaar].reserve_eind,
        jaren=jaren,
        reserve_jaar=reserve_jaar,
    )


def _verschil(jaar: int, voor: Jaaruitkomst | None, na: Jaaruitkomst | None) -> JaarVerschil:
    if voor is None or na is None:
        return JaarVerschil(jaar, None, None)
    return JaarVerschil(jaar, trek_af(na.te_betalen, voor.te_betalen), trek_af(na.reserve_eind, voor.reserve_eind))
