"""What a scenario does with costs without an amount, with what still comes in, and what it calls a rule."""

from __future__ import annotations

from dataclasses import replace

from dashboard.app_pages.scenario.antwoord import missing
from dashboard.app_pages.scenario.woorden import veld_label
from dashboard.data.spuk_scenario import reken_basis
from dashboard.data.spuk_scenario_gaten import NIET_ALLES, count_gaten, spending_note
from dashboard.data.spuk_wijziging import list_velden, rule_name
from tests.app.test_scenario_rekenen import AANTALLEN, BESTEED, BETAALD, MIDDEN, WASSENAAR, door, lees
from tests.unit.rekenkamer.spuk.bouwstenen import REGELS, dossier, kosten


def test_wat_nog_te_ontvangen_is_telt_apart_en_nooit_in_te_betalen() -> None:
    r = door(MIDDEN, statushouders_2023="92")
    som = sum(j.scenario.te_ontvangen or 0 for j in r.jaren)
    assert som > 0 and r.ontvangst.scenario == som and r.ontvangst.is_er and not r.ontvangst.verborgen
    assert r.ontvangst.basis == 0 and r.som is not None
    assert r.som.scenario == sum(j.scenario.te_betalen or 0 for j in r.jaren)
    verborgen = door(WASSENAAR).ontvangst
    assert (verborgen.basis, verborgen.scenario, verborgen.verborgen) == (None, None, (2022, 2023, 2024, 2025))


def test_posten_zonder_bedrag_zijn_geen_nul_en_pm_heet_pm() -> None:
    leeg = (*kosten({2025: None}, "pvt"), *kosten({2025: None}, "maatschappelijke_begeleiding"))
    deels = (*BESTEED[:3], *kosten({2024: None}, "pvt"), *leeg)
    eigen = dossier(BETAALD, deels, AANTALLEN, "gebundeld")
    opzet = replace(WASSENAAR, dossier=eigen, pm_posten=frozenset({"PVT 2025"}))
    jaren = {j.jaar: j for j in reken_basis(opzet)}
    assert "PVT 2025: p.m. (nog geen bedrag)" in jaren[2025].ontbreekt and count_gaten(jaren[2025]) == (2, 1)
    velden = {v.naam: v for v in list_velden(opzet, list(jaren.values()))}
    assert veld_label(velden["besteed_2025"]) == "Besteed in 2025 (basis: geen bedrag)"
    assert veld_label(velden["besteed_2024"]).endswith("208.575, niet alles geleverd)")
    # nil is then something the reader knows and the delivery did not say
    assert [w.veld.naam for w in lees(opzet, besteed_2025="0").wijzigingen] == ["besteed_2025"]


def test_een_oordeel_van_de_accountant_is_geen_kostenpost() -> None:
    jaar = replace(reken_basis(WASSENAAR)[0], ontbreekt=("fout of onzeker 2023: een deel is niet geleverd",))
    assert spending_note(jaar) == "" and count_gaten(jaar) == (0, 0)
    assert spending_note(replace(jaar, ontbreekt=("PVT 2023: een deel is niet geleverd",))) == NIET_ALLES


def test_een_regel_heet_naar_wat_hij_zegt() -> None:
    namen = [rule_name(p, REGELS.plafonds) for p in REGELS.plafonds]
    assert namen == ["oude regel (100%)", "nieuwe regel (100% + 50%)"]


def test_een_jaar_uit_een_landelijk_bedrag_zegt_wat_er_eerst_nodig_is() -> None:
    gaten = (
        "raming 2026: aantal: a",
        "raming 2026: het landelijke budget van 2026",
        "betaald bedrag 2026 (p.m.)",
    )
    jaar = replace(reken_basis(WASSENAAR)[-1], jaar=2026, te_betalen=None, ontbreekt=gaten)
    zin = missing([jaar]).replace("\\", "")
    assert "2026 is niet te berekenen. Over dit jaar verdeelt het rijk een landelijk bedrag" in zin
    assert "Er ontbreekt: betaald bedrag 2026 (p.m.); het landelijke budget van 2026; aantal: a." in zin
