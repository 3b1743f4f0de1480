"""What may have to go back: the figures as a reader sees them, and every sentence in its hard cases."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dashboard.app_pages.terugbetaling import (
    antwoord,
    berekening,
    betalen,
    charts,
    kosten,
    tabellen,
    zinnen,
)
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.data.spuk import (
    Rekenregel,
    Risico,
    Scenario,
    Vergelijking,
    Verloop,
)
from dashboard.data.spuk_toelichting import Kostengat
from dashboard.theme.notatie import VAST
from tests.app.conftest import Openen, page_text, table_text

NAAM = "Duindorp"
EURO = "€\N{NO-BREAK SPACE}"


def rij(rijtype: Any, **velden: Any) -> Any:
    """A row in which everything that is not named is missing; whole numbers under `_eur` become Decimal."""
    bedragen = {k: Decimal(v) if k.endswith("_eur") and v is not None else v for k, v in velden.items()}
    return rijtype(**{**dict.fromkeys(rijtype._fields), **bedragen})


def inhoud(risico: list[Risico], verloop: tuple[Verloop, ...] = (), **velden: Any) -> Inhoud:
    scenario = rij(Scenario, scenario="gedrukt", groep="scenario", naam="Gedrukt", status="afgeleid")
    basis = Inhoud(
        NAAM, "G10", scenario, {r.jaar: r for r in risico}, {v.jaar: v for v in verloop}, {}, {}, ()
    )  # fmt: skip
    return replace(basis, **velden)


def som(jaar: int, laagste: int | None, hoogste: int | None, gedrukt: int | None, heel: bool = True) -> Risico:
    velden = {
        "cumulatief_laag_eur": laagste,
        "cumulatief_midden_eur": hoogste,
        "cumulatief_hoog_eur": hoogste,
        "cumulatief_laagste_eur": laagste,
        "cumulatief_hoogste_eur": hoogste,
        "cumulatief_gedrukt_eur": gedrukt,
    }
    return rij(Risico, jaar=jaar, is_jongste_jaar=gedrukt is not None, cumulatief_is_volledig=heel, **velden)  # type: ignore[no-any-return]


def test_wassenaar_zoals_gedrukt(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "terugbetalingsrisico", "GM0629")
    tekst = page_text(at)
    assert "vordert het rijk de hele uitkering terug" in tekst
    dagen = next(t.value for t in at.table if "18 maanden" in t.value.columns)
    assert len(dagen) == 5
    assert (
        "Zonder de vaststelling moet Wassenaar over 2022 tot en met 2025 misschien tussen € 88.000 (laag) en" in tekst
    )
    assert "Met onze raming van de vaststelling erbij is dat tussen € 813.000 (midden) en € 966.000 (hoog)." in tekst
    assert "Geldt de oude regel (100%) ook in 2026 en besteedt Wassenaar in 2026 niet ten minste € 551.936 aan" in tekst
    assert "dan wordt het verschil teruggevorderd. Hoe zeker" in tekst.replace("**", "")
    assert "Geld uitgeven om het niet te hoeven terugbetalen is geen doel" in tekst
    assert (
        "Oude regel (100%), code besluit-2022: regel bevestigd; toegepast op drie uitkeringen samen: niet zeker"
        in tekst
    )
    assert "Dossiers 2022: 9. Uit de huisvesting geschat: 33." in tekst and "Dossiers 2024" not in tekst
    assert "De bron geeft één bedrag per jaar: van 2022 en 2023 het definitieve, van 2024 en 2025 het" in tekst
    assert "€ 1.565.000 en besteedde, voor zover geleverd, € 523.000" in tekst and "verschil is € 1.042.000" in tekst
    assert "Let op: één som van drie uitkeringen." in tekst
    terug = {r.iloc[0]: r.iloc[3] for _, r in table_text(at, 1).iterrows()}
    assert (terug["2024"], terug["2025"]) == (f"{EURO}1.907", f"{EURO}488.625")
    assert "of meer" not in tekst and "is dat ten minste €" not in tekst
    slot = {r.iloc[0]: (r.iloc[1], r.iloc[3]) for _, r in table_text(at, 2).iterrows()}
    assert slot["2025"] == ("niet te zien", f"{EURO}551.936")
    varianten = next(t for t in map(partial(table_text, at), range(len(at.table))) if "Wat er anders is" in t.columns)
    anders = {r.iloc[0]: r.iloc[1] for _, r in varianten.iterrows()}
    assert anders["Zonder reserve op 1 januari 2024"] == f"{EURO}280.050{VAST}†"
    koppen = [e.label for e in at.expander]
    assert (
        f"**Terugvordering** · {EURO}488.625,00" in koppen
        and "**Verschil bij de vaststelling** · niet te zien" in koppen
    )
    at.selectbox(key="spuk_scenario").set_value("midden").run()
    assert (
        not at.exception
        and "voor 2025 ontbreken aantallen; daarom hetzelfde deel van het betaalde bedrag als in 2024" in page_text(at)
    )


def test_zonder_gemeente_staat_iedereen_op_naam_zonder_som(open_pagina: Openen, snapshot_map: Path) -> None:
    tabel = table_text(open_pagina(snapshot_map, "terugbetalingsrisico"), 0)
    namen = [str(n) for n in tabel["Gemeente"]]
    assert namen == sorted(namen) and len(namen) == 4 and not any("amen" in n.split(",")[0] for n in namen)
    assert dict(zip(namen, tabel["Gedrukt"], strict=True))["Oegstgeest, 2022–2025"] == f"{EURO}428.662{VAST}†"
    bereik = dict(zip(namen, tabel["Laagste en hoogste"], strict=True))["Oegstgeest, 2022–2025"]
    assert bereik.replace(VAST, " ") == "€ 0 † (laag), € 428.662 † (gedrukt); midden en hoog zijn niet te berekenen"


@pytest.mark.parametrize(
    ("laagste", "hoogste", "gedrukt", "zin"),
    [
        (88145, 965637, 490532, "misschien tussen € 88.000 (laag) en € 966.000 (midden en hoog) SPUK terugbetalen.**"),
        (0, 850, 0, "tussen € 0 (laag en gedrukt) en € 850 (midden en hoog) SPUK terugbetalen.** Met de bedragen van"),
        (5000, 5000, 5000, "misschien € 5.000 SPUK terugbetalen"),
        (0, 0, 0, "hoeft over 2024 tot en met 2025 in geen enkel scenario SPUK terug te betalen.**"),
        (None, None, None, "is van geen enkel jaar te berekenen"),
    ],
)  # fmt: skip
def test_antwoord(laagste: int | None, hoogste: int | None, gedrukt: int | None, zin: str) -> None:
    eerste = rij(Risico, jaar=2024, is_jongste_jaar=False)
    tekst = antwoord.answer(inhoud([eerste, som(2025, laagste, hoogste, gedrukt)])).replace("\N{NO-BREAK SPACE}", " ")
    assert zin in tekst
    assert gedrukt is None or "Dit is een indicatie, geen beschikking." in tekst


def test_zonder_midden_en_hoog_is_er_geen_bovengrens() -> None:
    oegstgeest = som(2025, 0, 428662, 428662)._replace(cumulatief_midden_eur=None, cumulatief_hoog_eur=None)
    tekst = antwoord.answer(inhoud([oegstgeest])).replace(VAST, " ")
    assert "misschien tussen € 0 (laag) en € 429.000 (gedrukt) SPUK terugbetalen. Het kan ook meer zijn" in tekst
    assert "midden en hoog zijn niet te berekenen" in tekst
    verborgen = oegstgeest._replace(cumulatief_is_zonder_vaststelling=True)
    tekst = antwoord.answer(inhoud([verborgen])).replace(VAST, " ")
    assert "Met de vaststelling kan het meer zijn: midden en hoog zijn niet te berekenen." in tekst
    assert "niet te berekenen" not in antwoord.answer(inhoud([som(2025, 0, 428662, 428662)]))


def test_een_verborgen_vaststelling_maakt_van_niets_geen_zekerheid() -> None:
    verborgen = som(2025, 0, 900, 0)._replace(cumulatief_is_zonder_vaststelling=True)
    tekst = antwoord.answer(inhoud([verborgen])).replace(VAST, " ")
    assert "Zonder de vaststelling hoeft Duindorp over 2025 misschien geen SPUK terug te betalen." in tekst
    assert "Met onze raming van de vaststelling erbij is dat € 900." in tekst
    v = rij(
        Verloop, jaar=2025, toegekend_herkomst="gelijkgesteld", betaald_eur=9, terugvordering_eur=5, te_betalen_eur=5
    )
    assert betalen.payable(v) == f"{EURO}5{VAST}†"
    assert betalen.payable_line(v) == f"{EURO}5,00 zonder vaststelling"
    assert betalen.signs_note([f"{EURO}5{VAST}†"]).startswith("† Zonder vaststelling:")
    assert betalen.signs_note([f"{EURO}5"]) == ""


def test_een_bekende_vaststelling_wacht_niet_op_de_besteding() -> None:
    rows = [
        rij(Risico, jaar=2023, vaststelling_bekend_eur="59999.45"),
        rij(Risico, jaar=2024, vaststelling_bekend_eur=-20000),
    ]
    verloop = rij(
        Verloop, jaar=2023, betaald_eur=9, toegekend_herkomst="beschikking", vaststelling_verschil_eur="59999.45"
    )  # fmt: skip
    tekst = antwoord.answer(inhoud(rows, (verloop,), uitkering="G10")).replace("\N{NO-BREAK SPACE}", " ")
    assert "**SPUK (G10): uit de vaststelling van 2023 moet ten minste € 60.000 terug; over 2024 krijgt" in tekst
    assert "€ 20.000 na; de onderbesteding is niet te berekenen.** Over 2023 is van deze uitkering geen" in tekst
    assert betalen.payable(verloop) == f"{EURO}59.999{VAST}‡"
    assert "ten minste € 60.000" in antwoord.answer(inhoud([som(2022, 0, 9, 9), rows[0]])).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_antwoord_zegt_wat_eraan_ontbreekt() -> None:
    later = rij(Risico, jaar=2026)
    onvolledig = inhoud([som(2025, 0, 10, 10, heel=False), later])
    assert "Niet alles is geleverd" in antwoord.answer(onvolledig)
    assert "over 2025 misschien" in antwoord.answer(
        onvolledig
    ) and "Over 2026 is nog geen uitkomst." in antwoord.answer(onvolledig)
    assert "Kies bovenaan een gemeente" in zinnen.no_answer(None, True)
    assert "geen beschikking van de SPUK geleverd" in zinnen.no_answer(NAAM, True)
    assert "geen berekening van de SPUK" in zinnen.no_answer(None, False)


def test_tabellen_hebben_een_woord_waar_geen_bedrag_is() -> None:
    leeg = rij(Verloop, jaar=2026, besteed_eur=None, is_volledig=False, toegekend_herkomst="onbekend")
    vol = rij(
        Verloop, jaar=2025, is_volledig=True, toegekend_herkomst="beschikking", betaald_eur=10, toegekend_eur=15,
        besteed_eur=20, reserve_begin_eur=0, overschot_eur=-5, plafond_eur=15, terugvordering_eur=0,
        reserve_eind_eur=-5, vaststelling_verschil_eur=-5, te_betalen_eur=0,
    )  # fmt: skip
    assert tabellen.left_rows(inhoud([], (leeg,)))[0][1:] == ["niet te berekenen", "niet te berekenen", "niet geleverd"]
    pm = inhoud([], (leeg,), gaten=(Kostengat(2026, "maatschappelijke_begeleiding", "pm"),))
    assert tabellen.left_rows(pm)[0][-1] == "p.m. (nog geen bedrag)"
    tekst = "maatschappelijke begeleiding 2026: niet geleverd; PVT 2026: niet geleverd"
    assert kosten.with_pm(tekst, pm.gaten).split("; ")[0].endswith("2026: p.m. (nog geen bedrag)")
    assert kosten.with_pm(tekst, pm.gaten).endswith("PVT 2026: niet geleverd")
    assert tabellen.back_rows([vol]) == [["2025", f"−{EURO}5", f"{EURO}15", f"{EURO}0"]]
    assert [c.replace("\N{WORD JOINER}", "") for c in tabellen.pay_rows([vol])[0]] == [
        "2025", f"−{EURO}5", f"{EURO}0", f"−{EURO}5",
    ]  # fmt: skip
    assert tabellen.pay_rows([vol._replace(toegekend_herkomst="gelijkgesteld")])[0][1] == "niet te zien"


def test_grafiek_arceert_wat_geraamd_is_en_noemt_wat_niet_te_berekenen_is() -> None:
    telling = rij(Verloop, jaar=2024, toegekend_herkomst="telling", regel_status="bevestigd", is_volledig=True)
    bedrag = rij(Vergelijking, jaar=2024, vaststelling_terug_eur=9, terugvordering_eur=0, reserve_te_besteden_eur=4)
    beelden = tabellen.pictures(inhoud([], (telling, rij(Verloop, jaar=2025)), bedragen={2024: bedrag}))
    assert beelden[0].geraamd == {"vaststelling", "terugvordering", "reserve"} and beelden[1].is_leeg
    fig = charts.three_amounts(beelden)
    teksten = [a.text for a in fig.layout.annotations]
    assert "niet te berekenen" in teksten and "laagste en hoogste: niet te berekenen" in teksten
    assert list(fig.data[0].marker.pattern.shape) == ["/", ""]
    staven = [bar.name for bar in fig.data if bar.type == "bar"]
    assert staven == [tekst for naam, tekst, _ in charts.DELEN if naam != "fout"]
    klein = beelden[0]._replace(vaststelling=Decimal(90), terugvordering=Decimal(1), fout=Decimal(2))
    fig = charts.three_amounts([klein])
    geschreven = " ".join(a.text for a in fig.layout.annotations).replace(VAST, " ")
    assert all(deel in geschreven for deel in ("onderbesteding € 1", "fout € 2", "reserve € 4", "€ 90"))
    assert charts.three_amounts([]).layout.height > 0


def test_invoer_staat_bij_de_stap_die_haar_gebruikt() -> None:
    stap = rij(
        Rekenregel, soort="stap", code="besteed", naam="Besteed", bedrag_eur=5, artikel="art. 40", status="bevestigd"
    )
    post = rij(
        Rekenregel, soort="invoer", code="besteding_pvt", naam="PVT", bedrag_eur=5, status="bevestigd", bron_id="b"
    )
    vreemd = rij(Rekenregel, soort="invoer", code="iets_nieuws", naam="Iets")
    per = berekening.inputs_per_step([stap, post, vreemd])
    assert per == {"besteed": [post], "overig": [vreemd]}
    tekst = berekening.step_text(stap, [post], {"b": "Levering"})
    assert "bevestigd in de wetstekst" in tekst and "staat zo in de bron" in tekst and "Bron: Levering" in tekst
    assert berekening.cents(vreemd) == "geen bedrag"


def test_adres_kiest_scenario_en_jaar_en_volgt_de_keuze(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "terugbetalingsrisico", "GM0629")
    assert "scenario" not in at.query_params
    at.query_params.update({"scenario": "midden", "jaar": "2023", "regeling": "G99"})
    at.run()
    assert at.selectbox(key="spuk_scenario").value == "midden" and at.selectbox(key="spuk_rekenjaar").value == 2023
    assert "“G99” uit het adres is er niet" in page_text(at)
    at.selectbox(key="spuk_scenario").set_value("hoog").run()
    assert at.query_params["scenario"] in ("hoog", ["hoog"])
    at.selectbox(key="gemeente_keuze").set_value("GM0579").run()
    assert "regeling" not in at.query_params and at.selectbox(key="spuk_scenario").value == "hoog" and not at.exception
