"""What counts as spent, and what the scenario puts in the years after the peiljaar."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from rekenkamer.spuk import Besteding, Herkomst, Jaaruitkomst, bereken
from tests.unit.rekenkamer.spuk.bouwstenen import GEDRUKT, REGELS, beschikkingen, dossier, kosten, stap

BESLUITEN = beschikkingen({2023: 100, 2024: 100, 2025: 100, 2026: 100})


def reken(bestedingen: tuple, besteding: str, mee: bool = True) -> dict[int, Jaaruitkomst]:
    scenario = replace(GEDRUKT, beginjaar=2023, besteding=besteding, participatie_telt_mee=mee)
    return {u.jaar: u for u in bereken(dossier(BESLUITEN, bestedingen), scenario, REGELS)}


@pytest.mark.parametrize(
    ("besteding", "verwacht"),
    [
        ("geleverd", [10, 50, 20, 70]),
        ("peiljaar", [10, 50, 50, 50]),
        ("minstens_peiljaar", [10, 50, 50, 70]),
    ],
)
def test_de_drie_keuzes(besteding: str, verwacht: list[int]) -> None:
    uit = reken(kosten({2023: 10, 2024: 50, 2025: 20, 2026: 70}), besteding)
    assert [u.besteed for u in uit.values()] == verwacht


def test_alleen_wat_mag_meetellen_telt() -> None:
    bestedingen = (
        *kosten({2023: 10}),
        *kosten({2023: 5}, "participatiecomponent", "discutabel"),
        *kosten({2023: 900}, "formatie", "nee"),
    )
    assert reken(bestedingen, "geleverd")[2023].besteed == 15
    zonder = reken(bestedingen, "geleverd", mee=False)[2023]
    assert zonder.besteed == 10
    regels = {r.code: (r.formule, r.bedrag) for r in zonder.rekenregels if r.code.startswith("besteding_")}
    assert regels == {
        "besteding_formatie": ("Telt niet mee", 900),
        "besteding_leerroutes": ("Telt mee", 10),
        "besteding_participatiecomponent": ("Telt niet mee", 5),
    }


def test_een_niet_geleverde_post_staat_in_de_lijst_en_telt_als_niets() -> None:
    uit = reken(
        (*kosten({2023: 10}), *kosten({2023: None}, "pvt"), *kosten({2023: None}, "formatie", "nee")), "geleverd"
    )
    regel = next(r for r in uit[2023].rekenregels if r.code == "besteding_pvt")
    assert (regel.naam, regel.ingevuld, regel.bedrag) == ("Besteding 2023: PVT", "niet geleverd", None)
    assert (uit[2023].besteed, uit[2023].ontbreekt) == (10, ("PVT 2023: niet geleverd",))
    assert stap(uit[2023], "besteed").toelichting == "Met niets gerekend: PVT 2023: niet geleverd."


def test_geen_enkele_post_is_niet_hetzelfde_als_niets_besteed() -> None:
    leeg = reken(kosten({2023: 10}), "geleverd")[2024]
    assert (leeg.besteed, leeg.reserve_eind, leeg.te_betalen) == (None, None, None)
    assert leeg.ontbreekt[0].startswith("besteding 2024: van G10 is geen SiSa-bedrag geleverd")
    alles_leeg = reken(kosten({2023: 10, 2024: None}), "geleverd")[2024]
    assert (alles_leeg.besteed, alles_leeg.is_volledig) == (0, False)
    alleen_formatie = reken(kosten({2023: 10}, "formatie", "nee"), "geleverd")[2023]
    assert alleen_formatie.besteed is None


def test_na_het_peiljaar_zegt_de_berekening_wat_is_aangenomen() -> None:
    uit = reken((*kosten({2023: 10, 2024: 50, 2025: 20}), *kosten({2024: None}, "pvt")), "peiljaar")[2025]
    assert uit.besteed == 50
    assert uit.ontbreekt[0] == "PVT 2024: niet geleverd"
    assert str(stap(uit, "besteed").toelichting).startswith(
        "Aanname: in 2025 wordt evenveel besteed als in 2024. Met niets gerekend: PVT 2024"
    )
    assert stap(uit, "besteed").formule == "Gelijk aan besteed in 2024"
    regels = {r.code: r for r in uit.rekenregels}
    assert (regels["besteding_leerroutes"].formule, regels["besteding_leerroutes"].bedrag) == ("Telt niet mee", 20)
    assert regels["besteding_leerroutes"].toelichting == "In dit scenario telt het bedrag van 2024."
    assert regels["besteding_peiljaar"].bedrag == 50


def test_zonder_peiljaar_blijft_wat_er_is() -> None:
    bestedingen = kosten({2023: 10, 2025: 20})
    assert reken(bestedingen, "peiljaar")[2025].besteed is None
    minstens = reken(bestedingen, "minstens_peiljaar")
    assert (minstens[2025].besteed, minstens[2026].besteed) == (20, None)


def test_minstens_peiljaar_vult_een_jaar_zonder_posten() -> None:
    uit = reken(kosten({2023: 10, 2024: 50, 2026: 60}), "minstens_peiljaar")
    assert (uit[2025].besteed, uit[2026].besteed) == (50, 60)
    zin = "Het hoogste van twee: besteed in 2024, en wat over {} is geleverd en meetelt"
    assert [stap(uit[j], "besteed").formule for j in (2025, 2026)] == [zin.format(j) for j in (2025, 2026)]
    eigen = {r.code: r.formule for r in uit[2026].rekenregels}
    assert eigen["besteding_leerroutes"] == "Telt mee"


def test_een_correctie_onder_nul_wordt_meegeteld() -> None:
    bestedingen = (*kosten({2023: 10}), *kosten({2023: "-2.50"}, "correctie"))
    assert reken(bestedingen, "geleverd")[2023].besteed == D("7.50")


def test_minstens_peiljaar_noemt_wat_ontbreekt_in_het_jaar_dat_telt() -> None:
    bedragen = kosten({2023: 10, 2024: 50, 2025: 20, 2026: 60})
    uit = reken((*bedragen, *kosten({2024: None}, "pvt"), *kosten({2026: None}, "map")), "minstens_peiljaar")
    assert uit[2025].ontbreekt[0] == "PVT 2024: niet geleverd"
    assert uit[2026].ontbreekt[0] == "map 2026: niet geleverd"


def test_wat_werkelijk_is_besteed_gaat_voor_een_aanname() -> None:
    echt = Herkomst(hardheid="realisatie")
    rijen = tuple(Besteding(jaar, "leerroutes", D(bedrag), "ja", echt) for jaar, bedrag in ((2024, 80), (2025, 30)))
    for keuze in ("peiljaar", "minstens_peiljaar"):
        uit = reken(rijen, keuze)[2025]
        assert uit.besteed == 30
        regel = stap(uit, "besteed")
        assert regel.formule == "Alle geleverde kostenposten die meetellen bij elkaar"
        assert str(regel.toelichting).startswith("Over 2025 is verantwoord wat is besteed (realisatie)")
        # 2026 was not accounted for, so there the assumption stands
        assert reken(rijen, keuze)[2026].besteed == 80
    assert stap(reken(rijen, "geleverd")[2025], "besteed").toelichting is None
    begroot = (rijen[0], replace(rijen[1], herkomst=Herkomst("afgeleid", hardheid="begroot")))
    assert reken(begroot, "peiljaar")[2025].besteed == 80


def test_een_som_waarin_een_deel_ontbreekt_maakt_het_jaar_onvolledig() -> None:
    deel = Besteding(2023, "sisa", D(10), "ja", is_volledig=False)
    uit = reken((deel,), "geleverd")[2023]
    assert (uit.besteed, uit.is_volledig) == (10, False)
    assert "SiSa 2023: een deel is niet geleverd" in uit.ontbreekt
    assert stap(uit, "besteed").herkomst.status == "afgeleid"


def test_een_ondergrens_is_geen_verantwoording_van_het_hele_jaar() -> None:
    """Of one of two grants SiSa came: less than the assumption is then no fact."""
    half = Besteding(2025, "sisa", D(1), "ja", Herkomst(hardheid="realisatie"), is_volledig=False)
    uit = reken((*kosten({2023: 10, 2024: 50}), half), "minstens_peiljaar")
    assert uit[2025].besteed == 50
    heel = reken((*kosten({2023: 10, 2024: 50}), replace(half, is_volledig=True)), "minstens_peiljaar")
    assert heel[2025].besteed == 1


def test_een_vervangen_post_zegt_waarom_hij_niet_telt() -> None:
    uit = reken((*kosten({2023: 10}, "sisa"), *kosten({2023: 7}, "pvt", "vervangen")), "geleverd")[2023]
    regel = next(r for r in uit.rekenregels if r.code == "besteding_pvt")
    assert uit.besteed == 10 and regel.formule == "Telt niet mee"
    assert regel.toelichting is not None and regel.toelichting.startswith("Over dit jaar is met SiSa verantwoord.")
