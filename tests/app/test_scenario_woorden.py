"""What a scenario says where there is no amount: unknown rules, a hidden settlement, spending that is not complete."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from dashboard.app_pages.scenario import antwoord, tabellen, uitvoer, woorden, zinnen
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.data.spuk_invoer import Opzet, RegelingRij, ScenarioRij
from dashboard.data.spuk_scenario import reken_basis, reken_door
from dashboard.data.spuk_scenario_gaten import Gaten, no_amount
from dashboard.data.spuk_wijziging import Weigering, list_plafondkeuzes, list_velden, read_texts
from rekenkamer.spuk import Beschikking, Besteding
from tests.unit.rekenkamer.spuk.bouwstenen import GEDRUKT, REGELS, beschikkingen, dossier, kosten

BASIS = ScenarioRij(
    "gedrukt", "scenario", 1, "Gedrukt", None, "geloofd", "gelijk_aan_betaald", "geleverd", 2024, True, 2022, D(0), None
)
BETAALD = beschikkingen({2022: 100, 2023: 100, 2024: 100})
BESTEED = (*kosten({2022: 40, 2023: 40, 2024: 60}), *kosten({2023: None, 2024: None}, "pvt"))


def beeld(
    regeling: str = "G10",
    betaald: tuple[Beschikking, ...] = BETAALD,
    besteed: tuple[Besteding, ...] = BESTEED,
    **teksten: str,
) -> Beeld:
    """A page on made-up figures, without a snapshot."""
    opzet = Opzet(dossier(betaald, besteed, (), regeling), GEDRUKT, REGELS)
    jaren = reken_basis(opzet)
    velden, keuzes = list_velden(opzet, jaren), list_plafondkeuzes(opzet, jaren)
    gelezen = read_texts(velden, keuzes, teksten)
    rij = RegelingRij(regeling, f"regeling {regeling}", regeling, opzet.dossier.reserve_regel, 1)
    rekening = reken_door(opzet, gelezen.wijzigingen)
    weigeringen = (*gelezen.weigeringen, *rekening.weigeringen)
    return Beeld(
        (rij,), (BASIS,), rij, BASIS, opzet, jaren, velden, keuzes, gelezen.wijzigingen, weigeringen, rekening, {}
    )


def kaal(tekst: str) -> str:
    return tekst.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def test_zonder_regel_voor_de_reserve_is_er_geen_nul() -> None:
    onbekend = beeld("G13", besteed=())
    zin = antwoord.under_title("Duindorp", onbekend)
    assert "niet te berekenen" in zin and "de besteding is niet geleverd" in zin and "€" not in zin
    assert {rij[1] for rij in tabellen.year_rows(onbekend)} == {"niet te berekenen", "niet te zien"}
    cellen = {rij[1]: rij[2:5] for rij in uitvoer.year_cells(onbekend) if rij[0] == 2023}
    assert cellen["te betalen"] == ("niet te berekenen",) * 3 and cellen["te ontvangen"] == ("niet te zien",) * 3
    assert cellen["besteed"][0] == "niet geleverd"


def test_zichtbare_vaststelling_is_een_bedrag() -> None:
    gezien = beeld(betaald=(*BETAALD, *beschikkingen({2024: 70}, "definitief")))
    cellen = {(rij[0], rij[1]): rij[2] for rij in uitvoer.year_cells(gezien)}
    assert cellen[(2024, "vaststelling (betaald min toegekend)")] == 30 and cellen[(2024, "te ontvangen")] == 0
    assert cellen[(2023, "vaststelling (betaald min toegekend)")] == "niet te zien"
    assert ", zonder vaststelling van 2022 en 2023.**" in antwoord.answer("Duindorp", gezien)


@pytest.mark.parametrize(
    ("teksten", "zin"),
    [
        ({}, "In de basis ‘Gedrukt’ komt de berekening voor Duindorp over 2022 tot en met 2024 uit op € 60 terug te"
         " betalen, zonder vaststelling."),
        ({"besteed_2023": "60", "besteed_2024": "100"},
         "uit op € 0 terug te betalen: € 60 minder dan in de basis ‘Gedrukt’ (€ 60), zonder vaststelling"),
        ({"besteed_2022": "41", "besteed_2024": "59"}, "uit op € 60 terug te betalen, evenveel als in de basis"),
        ({"reserve_2024": "0"}, "over 2024 uit op € 0 terug te betalen: € 40 minder dan in de basis"),
    ],
)  # fmt: skip
def test_antwoord_noemt_de_uitkomst_nooit_een_zekerheid(teksten: dict[str, str], zin: str) -> None:
    tekst = kaal(antwoord.answer("Duindorp", beeld("G10", BETAALD, BESTEED, **teksten)))
    assert zin in tekst and "moet" not in tekst and "niets" not in tekst


def test_latere_keten_vraagt_om_de_reserve_en_rekent_er_dan_mee() -> None:
    assert "Kent u de reserve op 1 januari" in antwoord.answer("Duindorp", beeld(betaald=BETAALD[2:]))
    met = antwoord.answer("Duindorp", beeld(betaald=BETAALD[2:], reserve_2024="90"))
    assert "over 2024 uit op € 30 terug te betalen" in kaal(met) and "er is geen verschil te geven" in met


def test_onvolledige_besteding_is_een_ondergrens_ook_in_de_spreadsheet() -> None:
    vloeren = {rij[0]: rij for rij in tabellen.floor_rows(beeld().rekening)}
    assert kaal(vloeren["2024"][2]) == "€ 60 of meer" and vloeren["2025"][2] == "nog niet bekend"
    cellen = {rij[0]: rij for rij in uitvoer.floor_cells(beeld())}
    assert cellen[2024][2] == 60 and cellen[2024][4] == "besteed is dit bedrag of meer: 1 post niet geleverd"
    leeg = uitvoer.floor_cells(beeld(besteed=(*kosten({2022: 40, 2023: 40}), *kosten({2024: None}, "pvt"))))
    assert leeg[-2][2] == "niet geleverd"


def test_een_vaststelling_die_omslaat_staat_in_het_antwoord_de_tabel_en_de_spreadsheet() -> None:
    terug = beeld(betaald=(*BETAALD, *beschikkingen({2022: 40, 2023: 90, 2024: 150}, "definitief")), besteed_2022="41")
    zin = kaal(antwoord.answer("Duindorp", terug))
    assert "; daarnaast krijgt de gemeente € 50 na" in zin and "zonder vaststelling" not in zin
    assert [kaal(cel) for cel in tabellen.year_rows(terug)[-1]] == [
        "**Samen te ontvangen**", "**€ 50**", "**€ 50**", "**geen**",
    ]  # fmt: skip
    assert ("2022–2024", "samen te ontvangen", 50, 50, 0, "") in uitvoer.sum_cells(terug)
    assert "na" not in antwoord.received(beeld()) and len(uitvoer.sum_cells(beeld())) == 1


def test_een_uitkomst_zonder_vaststelling_zegt_dat_op_elke_plaats() -> None:
    rijen = [rij[0] for rij in tabellen.year_rows(beeld())]
    assert "2024 te betalen (zonder vaststelling)" in rijen
    assert rijen[-1] == "**Samen te betalen (zonder vaststelling)**"
    assert uitvoer.sum_cells(beeld())[0][-1] == "Zonder vaststelling van 2022, 2023 en 2024"


def test_posten_zonder_bedrag_in_woorden() -> None:
    assert tabellen.missing_posts(Gaten(3, 2)) == "1 post niet geleverd en 2 posten p.m. (nog geen bedrag)"
    assert [no_amount(Gaten(*g)) for g in ((2, 2), (2, 1), (2, 0))] == [
        "p.m. (nog geen bedrag)", "geen bedrag", "niet geleverd",
    ]  # fmt: skip


def test_een_regel_is_op_drie_uitkeringen_samen_nooit_zeker() -> None:
    regels = woorden.plafond_regels(beeld("gebundeld").opzet)
    assert "regel bevestigd; toegepast op drie uitkeringen samen: niet zeker" in regels
    kaal_g10 = woorden.plafond_regels(beeld().opzet).replace("\\", "")
    assert "oude regel (100%) [besluit-2022]" in kaal_g10 and "bevestigd in de wetstekst" in kaal_g10


@pytest.mark.parametrize(
    ("naam", "reden", "zin"),
    [
        ("besteed_2024", "Dat is geen bedrag. Schrijf 1,50.",
         "U vulde bij **Besteed in 2024** ‘`veel`’ in. Dat is geen bedrag; uw invoer is niet gebruikt. Schrijf 1,50."),
        ("besteed_2024", "Vul één jaar in: daar begint het.",
         "U vulde bij **Besteed in 2024** ‘`veel`’ in; uw invoer is niet gebruikt. Vul één jaar in: daar begint het."),
        ("plafnd", "Dat hoort hier niet.",
         "In het adres staat bij `plafnd` ‘`veel`’. Dat hoort hier niet; uw invoer is niet gebruikt."),
    ],
)  # fmt: skip
def test_een_weigering_zegt_wat_waar_en_waarom(naam: str, reden: str, zin: str) -> None:
    tekst = woorden.refusal(Weigering(naam, "veel", reden), beeld().velden)
    assert tekst.replace("\\", "") == zin


def test_zonder_vloer_blijft_er_geen_losse_zin_staan() -> None:
    zin = zinnen.floor_sentences("Duindorp", beeld(besteed_2022="100", besteed_2023="100", besteed_2024="100"))
    assert zin.startswith("In dit scenario hoeft Duindorp") and "Wordt in een jaar" not in zin
    assert zinnen.floor_sentences("Duindorp", beeld(besteed=())) == ""


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("http://x.nl", "`http://x.nl`"), ("a`b", "`` a`b ``"), ("x" * 99, f"`{'x' * 39}…`"), ("a\nb\u202e", "`a b`"),
        ("", "(leeg)"),
    ],
)  # fmt: skip
def test_citaat_is_altijd_kort_en_altijd_code(tekst: str, getoond: str) -> None:
    assert woorden.citaat(tekst) == getoond
