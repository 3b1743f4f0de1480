"""A delivery that can't be calculated with is an outcome without figures; a mistake in a rule is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import FoutOnzeker, Regels, bereken, bereken_of_reden, keur_regels, keur_scenario
from tests.unit.rekenkamer.spuk.bouwstenen import (
    GEDRUKT,
    REGELS,
    beschikkingen,
    dossier,
    kosten,
    statushouders,
)

GOED = dossier(beschikkingen({2021: 1, 2022: 100, 2024: 100}), kosten({2022: 1}), statushouders({2022: 3}))
TERUG = beschikkingen({2025: 5}, "terugvordering")


def test_een_goed_dossier_geeft_de_uitkomst() -> None:
    assert bereken_of_reden(GOED, GEDRUKT, REGELS) == bereken(GOED, GEDRUKT, REGELS)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"tellingen": statushouders({2022: -3})}, "Het aantal statushouder van cohort 2022"),
        ({"beschikkingen": (*GOED.beschikkingen * 2, *TERUG)}, "Een beschikking komt meer dan één keer voor"),
        ({"fout_onzeker": (FoutOnzeker(2022, D(-1)),)}, "Het bedrag 'fout of onzeker' van 2022 is −1"),
    ],
)
def test_een_geweigerde_levering_geeft_per_jaar_de_reden(anders: dict, reden: str) -> None:
    uit = bereken_of_reden(replace(GOED, **anders), GEDRUKT, REGELS)
    assert [u.jaar for u in uit] == [2022, 2024]
    for u in uit:
        assert len(u.ontbreekt) == 1 and reden in u.ontbreekt[0]
        assert (u.betaald, u.toegekend, u.besteed, u.terugvordering, u.te_betalen, u.reserve_eind) == (None,) * 6
        assert u.fout_onzeker is None
        assert (u.toegekend_herkomst, u.regel_status, u.is_volledig) == ("onbekend", "onbekend", False)


def test_een_fout_in_de_regels_stopt_vooraf() -> None:
    with pytest.raises(ValueError, match="De prijs a van 2022"):
        keur_regels(Regels(prijzen=(replace(REGELS.prijzen[0], bedrag=D(-1)),)))
    with pytest.raises(ValueError, match="De keuze besteding"):
        keur_scenario(replace(GEDRUKT, besteding="iets"))
