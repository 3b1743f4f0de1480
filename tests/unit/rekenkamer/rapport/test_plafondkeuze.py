"""The dossier picks the version of the ceiling that the calculation picks, and only from those of its own regeling."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from rekenkamer.rapport.controledossier import rijen as r
from rekenkamer.rapport.controledossier.keten import kies_plafond
from rekenkamer.rapport.controledossier.regels import list_plafonds
from rekenkamer.spuk.inlezing import build_regels
from tests.unit.rekenkamer.rapport.proefdossier import REGEL, maak_gegevens, rij


def plafond(versie: str, jaar: int, status: str, regeling: str | None = "G10") -> r.Plafond:
    delen = {"alpha": Decimal(1), "beta": Decimal(0), **REGEL, "status": status}
    return rij(r.Plafond, regelversie=versie, regeling=regeling, geldig_vanaf_jaar=jaar, **delen)  # type: ignore[no-any-return]


@pytest.mark.parametrize("statussen", list(product(("bevestigd", "afgeleid"), repeat=3)))
def test_zelfde_versie_als_de_berekening(statussen: tuple[str, ...]) -> None:
    versies = [plafond(str(j), j, s) for j, s in zip((2022, 2026, 2028), statussen, strict=True)]
    regels = build_regels([], [p._asdict() for p in versies], [])
    for jaar, vanaf in product(range(2021, 2031), (None, 2021, 2024, 2026, 2029)):
        eigen, van_de_berekening = kies_plafond(versies, jaar, vanaf), regels.plafond(jaar, vanaf)
        assert getattr(eigen, "regelversie", None) == getattr(van_de_berekening, "regelversie", None), (jaar, vanaf)


def test_alleen_de_plafonds_van_de_eigen_regeling() -> None:
    g = maak_gegevens()
    versies = (
        plafond("nieuw", 2026, "afgeleid"),
        plafond("oud", 2022, "bevestigd", None),
        plafond("x", 2022, "", "G13"),
    )
    assert [p.regelversie for p in list_plafonds(replace(g, plafonds=versies))] == ["oud", "nieuw"]
    van_g13 = replace(g, plafonds=versies, regelingen=(g.regelingen[0]._replace(plafond_van="G13"),))
    assert [p.regelversie for p in list_plafonds(van_g13)] == ["x"]
