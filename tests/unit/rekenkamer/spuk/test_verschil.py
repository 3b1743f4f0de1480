"""Why two calculations differ, one change at a time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from rekenkamer.spuk import JaarVerschil, verklaar_verschil
from tests.unit.rekenkamer.spuk.bouwstenen import GEDRUKT, REGELS, beschikkingen, dossier, kosten
from tests.unit.rekenkamer.spuk.test_gemeenten import gebundeld

WASSENAAR = gebundeld("Wassenaar")


def test_iedere_oorzaak_telt_tegen_de_stap_ervoor() -> None:
    zonder = replace(GEDRUKT, participatie_telt_mee=False)
    ruimer = replace(zonder, nieuw_plafond_vanaf=2025)
    participatie, plafond = verklaar_verschil(
        [
            ("gedrukt", WASSENAAR, GEDRUKT, REGELS),
            ("zonder participatie", WASSENAAR, zonder, REGELS),
            ("ruimer plafond", WASSENAAR, ruimer, REGELS),
        ]
    )
    assert participatie.naam == "zonder participatie"
    # 2024: 81.948 − 1.907; 2025: 551.625 − 488.625
    assert participatie.te_betalen == 80041 + 63000
    assert participatie.reserve_eind == 0
    assert participatie.per_jaar[2] == JaarVerschil(2024, D(80041), D(0))
    assert (plafond.naam, plafond.te_betalen, plafond.reserve_eind) == (
        "ruimer plafond",
        D("-294812.50"),
        D("294812.50"),
    )
    assert participatie.jaren == plafond.jaren == (2022, 2023, 2024, 2025)
    assert (plafond.reserve_jaar, plafond.per_jaar[-1]) == (2025, JaarVerschil(2026, None, None))


def test_jaren_die_een_van_beide_niet_kent_tellen_niet_mee() -> None:
    (oorzaak,) = verklaar_verschil(
        [
            ("gedrukt", WASSENAAR, GEDRUKT, REGELS),
            ("reserve nul", WASSENAAR, replace(GEDRUKT, beginjaar=2024), REGELS),
        ]
    )
    assert oorzaak.jaren == (2024, 2025)
    assert oorzaak.per_jaar[0] == JaarVerschil(2022, None, None)
    assert (oorzaak.te_betalen, oorzaak.reserve_eind) == (-1907 + 280050 - 488625, 0)


def test_een_regeling_zonder_reserve_vergelijkt_alleen_wat_te_betalen_is() -> None:
    besluiten = beschikkingen({2022: 100})
    voor = dossier((*besluiten, *beschikkingen({2022: 90}, "definitief")), kosten({2022: 1}), regeling="G13")
    na = dossier((*besluiten, *beschikkingen({2022: 70}, "definitief")), kosten({2022: 1}), regeling="G13")
    (oorzaak,) = verklaar_verschil([("a", voor, GEDRUKT, REGELS), ("b", na, GEDRUKT, REGELS)])
    assert (oorzaak.te_betalen, oorzaak.reserve_eind, oorzaak.reserve_jaar) == (20, None, None)


def test_zonder_vergelijking_geen_oorzaken() -> None:
    assert verklaar_verschil([]) == ()
    assert verklaar_verschil([("alleen", WASSENAAR, GEDRUKT, REGELS)]) == ()
