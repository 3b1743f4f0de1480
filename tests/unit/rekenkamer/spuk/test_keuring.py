"""What the calculation refuses, in Dutch and by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import (
    Dossier,
    FoutOnzeker,
    Herkomst,
    Parameter,
    Plafond,
    Regels,
    Scenario,
    Telling,
    bereken,
    raam_definitief,
)
from tests.unit.rekenkamer.spuk.bouwstenen import (
    GEDRUKT,
    NIEUW,
    OUD,
    REGELS,
    beschikkingen,
    dossier,
    kosten,
    statushouders,
)

GOED = dossier(beschikkingen({2022: 100}), kosten({2022: 1}), statushouders({2022: 3}))
PRIJS = REGELS.prijzen[0]


def test_een_goed_dossier_komt_erdoor() -> None:
    assert len(bereken(GOED, GEDRUKT, REGELS)) == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        (
            {"beschikkingen": beschikkingen({2022: 1}) * 2},
            "Een beschikking komt meer dan één keer voor: voorlopig",
        ),
        ({"beschikkingen": beschikkingen({2022: 1}, "bezwaar")}, "De soort beschikking van 2022 is 'bezwaar'"),
        ({"tellingen": statushouders({2022: "-1"})}, "Het aantal statushouder van cohort 2022 is −1"),
        (
            {"tellingen": statushouders({2022: 1}) * 2},
            "Een telling komt meer dan één keer voor: statushouder",
        ),
        (
            {"tellingen": tuple(replace(t, budgetjaar=2023) for t in statushouders({2022: 1}) * 2)},
            "Een telling komt meer dan één keer voor: statushouder van cohort 2022 voor 2023",
        ),
        ({"tellingen": statushouders({2022: 1}, "asielzoeker")}, "De groep van de telling van cohort 2022"),
        ({"bestedingen": kosten({2022: 1}, mee="misschien")}, "'Telt mee' van leerroutes 2022 is 'misschien'"),
        ({"bestedingen": kosten({2022: "NaN"})}, "De besteding leerroutes van 2022 is geen exact getal"),
        ({"beschikkingen": beschikkingen({2022: "Infinity"})}, "De beschikking voorlopig van 2022 is geen exact getal"),
        ({"fout_onzeker": (FoutOnzeker(2022, D(-1)),)}, "Het bedrag 'fout of onzeker' van 2022 is −1"),
        ({"reserve_regel": "vrij"}, "De reserveregel van G10 is 'vrij'"),
    ],
)
def test_een_dossier_wordt_geweigerd(anders: dict, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        bereken(replace(GOED, **anders), GEDRUKT, REGELS)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"prijzen": (replace(PRIJS, bedrag=D("-0.01")),)}, "De prijs a van 2022 is −0,01"),
        ({"prijzen": (replace(PRIJS, gewicht=D(-1)),)}, "Het gewicht a van 2022 is −1"),
        ({"prijzen": (PRIJS, PRIJS)}, "Een prijs komt meer dan één keer voor: a van 2022"),
        ({"plafonds": (replace(OUD, alpha=D(-1)),)}, "Het deel van dit jaar in plafond besluit-2022 is −1"),
        ({"plafonds": (replace(OUD, beta=D(-1)),)}, "Het deel van vorig jaar in plafond besluit-2022 is −1"),
        ({"plafonds": (OUD, OUD)}, "Een plafond komt meer dan één keer voor: van G10 vanaf 2022"),
        ({"parameters": (Parameter("tba", 2026, D(-1)),)}, "Het getal tba van 2026 is −1"),
        (
            {"parameters": (Parameter("tba", None, D(1)),) * 2},
            "Een parameter komt meer dan één keer voor: tba",
        ),
    ],
)
def test_regels_worden_geweigerd(anders: dict, melding: str) -> None:
    for doe in (lambda r: bereken(GOED, GEDRUKT, r), lambda r: raam_definitief(2022, (), r)):
        with pytest.raises(ValueError, match=melding):
            doe(replace(REGELS, **anders))


@pytest.mark.parametrize("veld", ["gedrukt_definitief", "definitief_raming", "besteding"])
def test_een_onbekende_keuze_wordt_geweigerd(veld: str) -> None:
    scenario: Scenario = replace(GEDRUKT, **{veld: "iets"})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=f"De keuze {veld} van scenario gedrukt is 'iets'. Kies uit: "):
        bereken(GOED, scenario, REGELS)


@pytest.mark.parametrize(
    "maak",
    [
        lambda: raam_definitief(2022, statushouders({2022: "-1"}), REGELS),
        lambda: raam_definitief(2022, (Telling(2022, "statushouder", 1.5),), REGELS),  # type: ignore[arg-type]
        lambda: bereken(GOED, replace(GEDRUKT, beginreserve=0.1), REGELS),  # type: ignore[arg-type]
    ],
)
def test_een_kommagetal_van_de_computer_of_een_negatief_aantal_wordt_geweigerd(maak: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="geen exact getal|kan niet onder nul liggen"):
        maak()


def test_een_terugvordering_naast_een_uitkering_mag() -> None:
    besluiten = (*beschikkingen({2022: 100}), *beschikkingen({2022: 7}, "terugvordering"))
    d: Dossier = replace(GOED, beschikkingen=besluiten)
    assert bereken(d, GEDRUKT, REGELS)[0].betaald == 100


OUDER = Plafond("a", 2022, D(1), D(0))
LATER = Plafond("later", 2028, D(1), D("0.25"))
DRIE = Regels(plafonds=(NIEUW, LATER, OUDER))
TWEEDE = Plafond("tweede", 2029, D(1), D("0.75"), Herkomst("onbekend"))
VREEMD = Plafond("van-g13", 2022, D("0.9"), D(0), regeling="G13")


@pytest.mark.parametrize(
    ("jaar", "nieuw_vanaf", "versie"),
    [
        (2021, None, None),
        (2022, None, "a"),
        (2027, None, "a"),
        (2024, 2025, "a"),
        (2025, 2025, "regeling-2026"),
        (2022, 2022, "regeling-2026"),
        # only the version that is not confirmed moves: a confirmed one starts in its own year in every scenario
        (2027, 2025, "regeling-2026"),
        (2028, 2025, "later"),
        (2028, None, "later"),
        (2030, 2030, "later"),
    ],
)
def test_welk_plafond_geldt(jaar: int, nieuw_vanaf: int | None, versie: str | None) -> None:
    plafond = DRIE.plafond(jaar, nieuw_vanaf)
    assert (plafond.regelversie if plafond else None) == versie


@pytest.mark.parametrize(
    ("jaar", "nieuw_vanaf", "versie"),
    [
        (2030, None, "a"),
        (2028, 2025, "regeling-2026"),
        (2029, 2025, "tweede"),
        (2029, 2030, "tweede"),
        (2031, 2030, "tweede"),
    ],
)
def test_van_twee_onbevestigde_versies_verschuift_alleen_de_eerste(
    jaar: int, nieuw_vanaf: int | None, versie: str
) -> None:
    plafond = Regels(plafonds=(TWEEDE, NIEUW, OUDER)).plafond(jaar, nieuw_vanaf)
    assert plafond is not None and plafond.regelversie == versie


def test_een_bevestigd_plafond_van_2026_geldt_in_elk_scenario() -> None:
    bevestigd = Regels(plafonds=(OUDER, replace(NIEUW, herkomst=Herkomst())))
    for vanaf in (None, 2023, 2030):
        assert [getattr(bevestigd.plafond(j, vanaf), "regelversie", None) for j in (2025, 2026)] == [
            "a",
            "regeling-2026",
        ]


def test_een_plafond_hoort_bij_een_regeling() -> None:
    regels = Regels(plafonds=(OUDER, VREEMD))
    assert len(bereken(GOED, GEDRUKT, replace(REGELS, plafonds=regels.plafonds))) == 1  # both start in 2022
    assert [regels.plafond(2024, None, r) for r in ("G10", "G13", "A38")] == [OUDER, VREEMD, None]
    eigen = replace(GOED, plafond_van="G13")
    assert bereken(eigen, GEDRUKT, replace(REGELS, plafonds=regels.plafonds))[0].plafond == 90


def test_met_een_versie_geldt_die_altijd() -> None:
    assert Regels(plafonds=(OUDER,)).plafond(2023, 2025) == OUDER
    assert Regels().plafond(2023, 2020) is None


def test_een_parameter_van_het_jaar_gaat_voor_die_zonder_jaar() -> None:
    regels = Regels(parameters=(Parameter("pa", 2024, D(2)), Parameter("pa", None, D(1))))
    assert [p.waarde for p in (regels.parameter("pa", 2024), regels.parameter("pa", 2025)) if p] == [2, 1]
    assert regels.parameter("po", 2024) is None
