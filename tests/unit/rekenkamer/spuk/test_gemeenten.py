"""The four gemeenten of the report: printed income against printed costs, under the old and the new ceiling."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import Besteding, Dossier, Jaaruitkomst, Scenario, bereken
from tests.unit.rekenkamer.spuk.bouwstenen import GEDRUKT, REGELS, beschikkingen, dossier, stap

POSTEN = ("leerroutes", "maatschappelijke_begeleiding", "pvt", "participatiecomponent")
JAREN = (2022, 2023, 2024, 2025)
BATEN = {
    "Oegstgeest": (182680, 303023, 570005, 523780),
    "Leidschendam-Voorburg": (413971, 880930, 1696540, 1564727),
    "Voorschoten": (100352, 299448, 557591, 529888),
    "Wassenaar": (104017, 319730, 589625, 551936),
}
KOSTEN: dict[str, tuple[tuple[int | None, ...], ...]] = {
    "Oegstgeest": (
        (96681, 30810, None, None),
        (166711, 27016, None, None),
        (240316, 65512, None, None),
        (None, None, None, None),
    ),
    "Leidschendam-Voorburg": (
        (88514, None, None, None),
        (441503, None, 12376, None),
        (1627201, 294860, 30245, None),
        (None, 236988, None, 22606),
    ),
    "Voorschoten": (
        (4300, None, 10700, None),
        (28800, 60600, 4000, 37400),
        (535000, 61500, 5700, 131200),
        (507000, None, None, None),
    ),
    "Wassenaar": (
        (10834, 50544, 3132, 2240),
        (83610, 54100, 3672, 5133),
        (20000, 105124, 10783, 72668),
        (20000, 9000, 9000, 63000),
    ),
}


def gebundeld(gemeente: str) -> Dossier:
    baten = dict(zip(JAREN, BATEN[gemeente], strict=True))
    besluiten = beschikkingen({j: b for j, b in baten.items() if j < 2024}, "definitief")
    besluiten += beschikkingen({**{j: b for j, b in baten.items() if j >= 2024}, 2026: None})
    rijen = [
        Besteding(jaar, post, None if b is None else D(b), "discutabel" if post == POSTEN[3] else "ja")
        for jaar, bedragen in zip(JAREN, KOSTEN[gemeente], strict=True)
        for post, b in zip(POSTEN, bedragen, strict=True)
    ]
    return dossier(besluiten, rijen, regeling="gebundeld")


def reken(gemeente: str, scenario: Scenario = GEDRUKT) -> dict[int, Jaaruitkomst]:
    return {u.jaar: u for u in bereken(gebundeld(gemeente), scenario, REGELS)}


def hele_euro(bedrag: D | None) -> int:
    assert bedrag is not None
    return int(bedrag.quantize(D(1), rounding=ROUND_HALF_UP))


def test_wassenaar_met_alle_getallen() -> None:
    rijen = [
        (u.jaar, u.reserve_begin, u.toegekend, u.besteed, u.overschot, u.plafond, u.terugvordering, u.reserve_eind)
        for u in reken("Wassenaar").values()
        if u.jaar < 2026
    ]
    assert rijen == [
        (2022, 0, 104017, 66750, 37267, 104017, 0, 37267),
        (2023, 37267, 319730, 146515, 210482, 319730, 0, 210482),
        (2024, 210482, 589625, 208575, 591532, 589625, 1907, 589625),
        (2025, 589625, 551936, 101000, 1040561, 551936, 488625, 551936),
    ]


def test_wassenaar_is_volledig_en_noemt_de_regel() -> None:
    uit = reken("Wassenaar")
    assert [(u.is_volledig, u.ontbreekt, u.regelversie, u.regel_status) for u in uit.values() if u.jaar < 2026] == [
        (True, (), "besluit-2022", "bevestigd")
    ] * 4
    assert {u.toegekend_herkomst for u in uit.values() if u.jaar < 2026} == {"gelijkgesteld"}
    assert [uit[j].bestedingsvloer for j in JAREN] == [37267, 210482, 589625, 551936]
    assert [(uit[j].te_betalen, uit[j].te_ontvangen) for j in JAREN] == [(0, 0), (0, 0), (1907, 0), (488625, 0)]


def test_wassenaar_met_het_nieuwe_plafond_vanaf_2025() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2025))
    assert (uit[2024].terugvordering, uit[2024].plafond, uit[2024].regel_status) == (1907, 589625, "bevestigd")
    assert (uit[2025].plafond, uit[2025].terugvordering) == (D("846748.50"), D("193812.50"))
    assert (hele_euro(uit[2025].terugvordering), hele_euro(uit[2025].reserve_eind)) == (193813, 846749)
    assert (uit[2025].regelversie, uit[2025].regel_status) == ("regeling-2026", "afgeleid")


def test_wassenaar_met_het_nieuwe_plafond_vanaf_2024() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2024))
    # 2024: 589.625 + 50% of 319.730; 2025 opens with the whole surplus of 591.532
    assert (uit[2024].plafond, uit[2024].terugvordering, uit[2024].reserve_eind) == (749490, 0, 591532)
    assert (uit[2025].overschot, uit[2025].terugvordering) == (1042468, D("195719.50"))


def test_wassenaar_als_2022_en_2023_al_zijn_terugbetaald() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, beginjaar=2024))
    assert list(uit) == [2024, 2025, 2026]
    assert (uit[2024].reserve_begin, uit[2024].terugvordering, uit[2024].reserve_eind) == (0, 0, 381050)
    assert (uit[2025].terugvordering, uit[2025].reserve_eind) == (280050, 551936)


def test_wassenaar_zonder_participatiecomponent() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, participatie_telt_mee=False))
    assert [uit[j].besteed for j in JAREN] == [64510, 141382, 135907, 38000]
    assert (uit[2024].terugvordering, uit[2025].terugvordering) == (81948, 551625)


def test_een_later_begin_kent_de_uitkering_van_het_jaar_ervoor_voor_het_plafond() -> None:
    uit = reken("Wassenaar", replace(GEDRUKT, beginjaar=2024, nieuw_plafond_vanaf=2024))
    assert uit[2024].plafond == 589625 + D(319730) / 2
    assert reken("Wassenaar", replace(GEDRUKT, nieuw_plafond_vanaf=2022))[2022].plafond == 104017


@pytest.mark.parametrize(
    ("gemeente", "besteed", "eind", "terug"),
    [
        ("Oegstgeest", (127491, 193727, 305828, 0), (55189, 164485, 428662, 523780), (0, 0, 0, 428662)),
        (
            "Leidschendam-Voorburg",
            (88514, 453879, 1952306, 259594),
            (325457, 752508, 496742, 1564727),
            (0, 0, 0, 237148),
        ),
        ("Voorschoten", (15000, 130800, 733400, 507000), (85352, 254000, 78191, 101079), (0, 0, 0, 0)),
    ],
)
def test_de_andere_drie(gemeente: str, besteed: tuple, eind: tuple, terug: tuple) -> None:
    uit = reken(gemeente)
    assert tuple(uit[j].besteed for j in JAREN) == besteed
    assert tuple(uit[j].reserve_eind for j in JAREN) == eind
    assert tuple(uit[j].terugvordering for j in JAREN) == terug


def test_ontbrekende_posten_worden_bij_naam_genoemd() -> None:
    uit = reken("Voorschoten")
    assert uit[2022].ontbreekt == (
        "maatschappelijke begeleiding 2022: niet geleverd",
        "participatiecomponent 2022: niet geleverd",
    )
    zonder = reken("Voorschoten", replace(GEDRUKT, participatie_telt_mee=False))
    assert zonder[2022].ontbreekt == ("maatschappelijke begeleiding 2022: niet geleverd",)
    # 2023 itself is complete, but opens with what 2022 left
    assert (uit[2023].ontbreekt, uit[2023].is_volledig, uit[2023].rust_op) == ((), True, (2022,))
    assert uit[2025].rust_op == (2022,)


def test_pm_jaar_heeft_geen_uitkomst_en_wordt_geen_nul() -> None:
    jaar = reken("Wassenaar")[2026]
    assert (jaar.betaald, jaar.toegekend, jaar.besteed, jaar.overschot, jaar.plafond) == (None,) * 5
    assert (jaar.terugvordering, jaar.reserve_eind, jaar.vaststelling_verschil) == (None,) * 3
    assert (jaar.te_betalen, jaar.te_ontvangen, jaar.bestedingsvloer) == (None,) * 3
    assert (jaar.reserve_begin, jaar.toegekend_herkomst, jaar.is_volledig) == (551936, "onbekend", False)
    assert jaar.ontbreekt == (
        "betaald bedrag 2026 (p.m.)",
        "toegekend bedrag 2026",
        "besteding 2026: geen enkele kostenpost geleverd",
    )
    assert [r.ingevuld for r in jaar.rekenregels if r.code == "beschikking_voorlopig"] == ["p.m."]
    assert stap(jaar, "overschot").ingevuld == "€ 551.936,00 + niet bekend − niet bekend"
