"""The page on scenarios as a controller uses it: the form, the address, wrong texts, and nothing that stays behind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.navigation import PAGINAS
from tests.app.conftest import APP, page_text, table_text

WASSENAAR, OEGSTGEEST, VOORSCHOTEN = "GM0629", "GM0579", "GM0626"
CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)")
Tabel = dict[str, list[str]]


@pytest.fixture
def open_scenario(monkeypatch: pytest.MonkeyPatch, snapshot_map: Path) -> Any:
    """Open the page with parameters in the address, as a shared link does."""

    def openen(gemeente: str | None = WASSENAAR, **parameters: str | list[str]) -> AppTest:
        monkeypatch.setenv("REKENKAMER_DATA", str(snapshot_map))
        at = AppTest.from_file(str(APP), default_timeout=30)
        for naam, waarde in {**({"gemeente": gemeente} if gemeente else {}), **parameters}.items():
            at.query_params[naam] = waarde
        at.run()
        at.switch_page(next(p.bestand for p in PAGINAS if p.url_path == "scenario")).run()
        assert not at.exception and not at.error
        return at

    return openen


def kaal(cel: str) -> str:
    return cel.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def jaartabel(at: AppTest) -> Tabel:
    """Rows of the table with base beside scenario, by their first cell."""
    for nummer in range(len(at.table)):
        tabel = table_text(at, nummer)
        if list(tabel.columns) == ["Wat", "Basis", "Scenario", "Verschil"]:
            rijen = tabel.to_numpy().tolist()
            return {
                r[0]: [c.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "") for c in r[1:]]
                for r in rijen
            }
    return {}


def adres(at: AppTest) -> dict[str, str]:
    return {k: v[0] if isinstance(v, list) else v for k, v in at.query_params.items()}


def reken_door(at: AppTest) -> AppTest:
    next(b for b in at.button if b.label == "Reken door").click().run()
    assert not at.exception and not at.error
    return at


def veld(at: AppTest, naam: str) -> Any:
    return at.text_input(key=f"scenario_veld_{naam}")


def bestanden(map_: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in map_.rglob("*") if p.is_file()}


def test_nieuw_plafond_vanaf_2025_geeft_193813_en_laat_niets_achter(open_scenario: Any, snapshot_map: Path) -> None:
    voor = bestanden(snapshot_map)
    at = open_scenario()
    assert jaartabel(at)["2025 boven plafond"] == ["€ 488.625", "€ 488.625", "geen"]
    at.selectbox(key="scenario_veld_plafond").set_value("2025")
    reken_door(at)
    assert jaartabel(at)["2025 boven plafond"] == ["€ 488.625", "€ 193.813", "−€ 294.813"]
    assert jaartabel(at)["2025 reserve"][1] == "€ 846.749"
    tekst = page_text(at)
    assert "geen vastgesteld cijfer" in tekst and "Indicatie, geen beschikking" in tekst
    assert "besteden om geld te houden is geen doel" in tekst
    assert "afgeleid, niet zeker" in tekst and "één bedrag" in tekst
    assert bestanden(snapshot_map) == voor


def test_adres_draagt_het_scenario_en_de_snapshot(open_scenario: Any) -> None:
    at = open_scenario()
    assert set(adres(at)) == {"gemeente"}
    veld(at, "besteed_2025").set_value("€ 300.000")
    veld(at, "verschuif_2023").set_value("10%")
    reken_door(at)
    gevonden = adres(at)
    assert (gevonden["besteed_2025"], gevonden["verschuif_2023"]) == ("300000", "10%")
    assert set(gevonden) == {"gemeente", "besteed_2025", "verschuif_2023", "peil"}
    gemeente = gevonden.pop("gemeente")
    opnieuw = open_scenario(gemeente, **gevonden)
    assert jaartabel(opnieuw) == jaartabel(at) and adres(opnieuw) == adres(at)
    assert veld(opnieuw, "verschuif_2023").value == "10%" and not opnieuw.warning
    next(b for b in opnieuw.button if b.label == "Terug naar de basis").click().run()
    assert set(adres(opnieuw)) == {"gemeente"} and veld(opnieuw, "besteed_2025").value == ""


def test_fouten_in_het_adres_worden_genoemd_en_tellen_niet_mee(open_scenario: Any) -> None:
    fout = {
        "besteed_2025": "-5",
        "plafond": "2040",
        "basis": "roze",
        "plafnd": "2025",
        "prijs_1999_a": "7",
        "regeling": "X",
    }
    at = open_scenario(**fout, peil="vroeger")
    tekst = page_text(at)
    for naam, waarde in fout.items():
        waar = {"besteed_2025": "U vulde bij **Besteed in 2025**", "plafond": "U vulde bij **Plafond van de reserve**"}
        assert f"{waar.get(naam, f'In het adres staat bij `{naam}`')} ‘`{waarde}`’" in tekst
    assert tekst.count("uw invoer is niet gebruikt") >= len(fout)
    assert "gemaakt op snapshot `vroeger`" in tekst
    assert jaartabel(at)["**Samen te betalen (zonder vaststelling)**"][2] == "**geen**"


def test_fout_in_een_veld_staat_bij_het_veld_en_de_rest_telt(open_scenario: Any) -> None:
    at = open_scenario()
    veld(at, "besteed_2024").set_value("1.5")
    veld(at, "besteed_2025").set_value("589.625")
    reken_door(at)
    assert len([w for w in at.warning if "`1" in w.value and "geen bedrag" in w.value]) == 2
    assert "2025 boven plafond" in jaartabel(at) and jaartabel(at)["2025 boven plafond"][1] == "€ 0"
    assert "besteed_2024" not in adres(at)


def test_tekst_uit_het_adres_is_nooit_een_link_of_opmaak(open_scenario: Any) -> None:
    at = open_scenario(
        besteed_2025="[klik](http://evil.nl)", besteed_2024="`www.evil.nl`", peil="http://evil.nl",
        **{"http://evil.nl": "x@evil.nl", "<b>": "<script>", "lang": "9" * 5000},
    )  # fmt: skip
    meldingen = [w.value for w in at.warning]
    assert sum("`[klik](http://evil.nl)`" in m for m in meldingen) == 2
    for melding in meldingen:
        buiten_code = CODE.sub("", melding)
        assert not any(stuk in buiten_code for stuk in ("evil", "http", "www", "@", "<", "[klik", "`"))
        assert "9" * 40 not in melding


def test_een_label_heeft_geen_tekens_die_een_voorlezer_mee_zou_lezen(open_scenario: Any) -> None:
    at = open_scenario()
    labels = [w.label for soort in (at.text_input, at.selectbox, at.button, at.expander) for w in soort]
    assert "Besteed in 2024 (basis: € 208.575)" in [kaal(tekst) for tekst in labels] and len(labels) > 20
    assert not any(teken in tekst for tekst in labels for teken in "\\`*_[]{}<>|~$")


def test_een_dubbele_parameter_telt_niet_mee(open_scenario: Any) -> None:
    at = open_scenario(besteed_2025=["1", "2"])
    tekst = page_text(at)
    assert "‘`1 en 2`’ in. Dit staat meer dan één keer in het adres; uw invoer is niet gebruikt" in tekst
    assert jaartabel(at)["**Samen te betalen (zonder vaststelling)**"][2] == "**geen**"
    assert veld(at, "besteed_2025").value == ""
    veld(at, "besteed_2025").set_value("300000")
    reken_door(at)
    assert adres(at)["besteed_2025"] == "300000" and "meer dan één keer" not in page_text(at)


def test_de_basis_is_geen_zekerheid_en_een_onzichtbare_vaststelling_geen_nul(open_scenario: Any) -> None:
    at = open_scenario(VOORSCHOTEN)
    tekst = page_text(at)
    assert (
        "In de basis ‘Gedrukt’ komt de berekening voor Voorschoten over 2022 tot en met 2025 uit op € 0 terug te"
        " betalen, zonder vaststelling." in tekst
    )
    assert "moet " not in tekst.split("\n")[3] and "Uitkering: " in tekst
    assert jaartabel(at)["2025 vaststelling"] == ["niet te zien"] * 3


def test_onvolledige_besteding_is_een_ondergrens(open_scenario: Any) -> None:
    at = open_scenario(VOORSCHOTEN)
    rijen = next(t for t in (table_text(at, n) for n in range(len(at.table))) if t.columns[1] == "Ten minste")
    assert "€ 507.000 of meer" in [kaal(cel) for cel in rijen["Besteed"]]
    assert "2025: 3 posten " in page_text(at)


def test_bekende_reserve_begint_een_eigen_reeks(open_scenario: Any) -> None:
    at = open_scenario(reserve_2024="0", besteed_2023="1")
    assert jaartabel(at)["2025 boven plafond"] == ["€ 488.625", "€ 280.050", "−€ 208.575"]
    assert "2023 te betalen" not in jaartabel(at)
    tekst = page_text(at)
    assert "begint op 1 januari 2024 met een reserve van € 0" in tekst and "2022 en 2023 vallen weg" in tekst
    assert "Het scenario begint in 2024, met uw reserve op 1 januari; uw invoer is niet gebruikt. Dit jaar" in tekst
    assert "over 2024 en 2025 uit op € 280.000 terug te betalen" in tekst


def test_wat_de_wijziging_doet_wordt_gezegd(open_scenario: Any) -> None:
    at = open_scenario(basis="midden", besteed_2024="900.000")
    tekst = page_text(at)
    assert "Besteed 2025 blijft € 208.575" in tekst and "wijzig het apart" in tekst
    assert "meer besteed dan er was" in tekst
    assert "geen enkel bedrag" in page_text(open_scenario(besteed_2025="0", verschuif_2025="100%"))


def test_scenario_is_van_een_gemeente(open_scenario: Any) -> None:
    at = open_scenario(besteed_2025="300000")
    at.selectbox(key="gemeente_keuze").set_value(OEGSTGEEST).run()
    assert set(adres(at)) == {"gemeente"} and veld(at, "besteed_2025").value == ""
    assert any("vorige gemeente is losgelaten" in i.value for i in at.info)


def test_scenario_komt_terug_na_een_andere_pagina(open_scenario: Any) -> None:
    at = open_scenario(besteed_2025="300000")
    eerst = jaartabel(at)
    at.switch_page(PAGINAS[1].bestand).run()
    for naam in [n for n in adres(at) if n != "gemeente"]:
        del at.query_params[naam]
    at.switch_page(next(p.bestand for p in PAGINAS if p.url_path == "scenario")).run()
    assert jaartabel(at) == eerst and adres(at)["besteed_2025"] == "300000"


def test_aantallen_tellen_in_een_andere_basis_en_alleen_voor_g10(open_scenario: Any) -> None:
    at = open_scenario(statushouders_2024="24")
    assert "In deze basis telt dit niet mee" in page_text(at)
    at.selectbox(key="scenario_veld_basis").set_value("midden").run()
    assert not at.exception and adres(at)["basis"] == "midden" and adres(at)["statushouders_2024"] == "24"
    assert veld(at, "statushouders_2024").value == "24" and not at.warning
    assert "alleen over regeling G10" in page_text(at)
    tabellen = [table_text(at, n) for n in range(len(at.table))]
    oorzaken = next(t for t in tabellen if t.columns[0] == "Oorzaak")
    assert oorzaken["Oorzaak"].tolist() == ["Stap 1: andere aantallen mensen", "**Samen**"]


def test_zonder_gemeente_vraagt_de_pagina_erom(open_scenario: Any) -> None:
    at = open_scenario(None, besteed_2025="300000")
    assert "Kies hierboven een gemeente" in page_text(at)
    at.selectbox(key="gemeente_keuze").set_value(WASSENAAR).run()
    assert veld(at, "besteed_2025").value == "300000" and adres(at)["besteed_2025"] == "300000"
