"""The page with the controledossier: what it answers, what it offers, and its sentences in rare cases."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard.app_pages.controledossier import zinnen
from dashboard.data.spuk_dossier import Controle, Controledossier, Jaar, Uitkomst, Verloop
from tests.app.conftest import Openen, page_text, table_text

J2025 = Jaar("gebundeld", 2025, True, True)


def dossier(*afwijkend: int, leeg: int = 0) -> Controledossier:
    controles = tuple(Controle(f"Scenario {n}", 48, leeg, 0, fout) for n, fout in enumerate(afwijkend))
    return Controledossier("controledossier-GM0001-2025", b"x", b"{}", controles, ())


def test_de_pagina_rekent_wassenaar_na_en_biedt_twee_bestanden_aan(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "controledossier", "GM0629")
    tekst = page_text(at)
    assert (
        "Ja: van Wassenaar tot en met 2025 zijn 176 bedragen nagerekend en gelijk; 16 zijn niet te zien. Het is"
        in tekst
    )
    laatste = table_text(at, 0).iloc[0].tolist()[-1].replace("\N{NO-BREAK SPACE}", " ")
    assert laatste == "**€ 488.625** zonder vaststelling" and "toegekend gelijkgesteld aan betaald" in tekst
    assert "sha256" in tekst and "certutil" in tekst
    assert [k.label for k in at.get("download_button")] == [
        "Download het dossier (XLSX)", "Download het manifest (JSON)",
    ]  # fmt: skip


def test_een_ander_jaar_geeft_een_ander_dossier(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "controledossier", "GM0629")
    next(s for s in at.selectbox if s.label == "Jaar").set_value(2024).run()
    assert "tot en met 2024 zijn 132 bedragen nagerekend" in page_text(at) and "€ 1.907" in page_text(at)
    next(s for s in at.selectbox if s.label == "Jaar").set_value(2026).run()
    tekst = page_text(at).replace("\\", "")
    assert "Nog niet: over 2026 ontbreekt betaald bedrag 2026 (p.m.); toegekend bedrag 2026; en nog" in tekst
    assert "184 bedragen nagerekend en gelijk; 16 zijn niet te zien; 40 zijn niet te berekenen" in tekst


def test_zonder_gemeente_of_beschikking_staat_er_wat_u_kunt_doen() -> None:
    assert "Kies bovenaan een gemeente" in zinnen.answer(None, ())
    assert zinnen.answer("Duindorp", ()).startswith("Voor Duindorp is geen beschikking over de SPUK geleverd")


def uitkomst(naam: str = "Gedrukt", **velden: Any) -> Uitkomst:
    return Uitkomst(naam, Verloop(**{**dict.fromkeys(Verloop._fields), **velden}))


WEL = uitkomst(te_betalen_eur=Decimal(1))
NIET = uitkomst(ontbreekt="betaald bedrag 2026; toegekend bedrag 2026; PVT 2026: niet geleverd")


@pytest.mark.parametrize(
    ("proef", "jaar", "uitkomsten", "zin"),
    [
        (
            dossier(0, 0),
            J2025,
            [WEL],
            "**Ja: van Duindorp tot en met 2025 zijn 96 bedragen nagerekend en gelijk. Het is",
        ),
        (dossier(0, 0), J2025, [WEL], "Het is een benadering: de bron geeft één som van meer uitkeringen.**"),
        (dossier(0, leeg=3), J2025, [WEL], "zijn 48 bedragen nagerekend en gelijk; 3 zijn niet te berekenen."),
        (dossier(0, 1), J2025, [WEL], "**Niet helemaal: 1 bedrag wijkt af; van Duindorp tot en met 2025 zijn 95"),
        (dossier(1, 1), J2025, [WEL], "2 bedragen wijken af"),
        (dossier(0), J2025, [WEL, NIET], "**Deels: over 2025 is 1 van de 2 scenario’s niet te berekenen. Van Duindorp"),
        (
            dossier(0, leeg=1),
            Jaar("G10", 2026, False, False),
            [NIET],
            "**Nog niet: over 2026 ontbreekt betaald bedrag 2026; toegekend bedrag 2026; en nog 1 ander gegeven. Van",
        ),
    ],
)
def test_antwoord(proef: Controledossier, jaar: Jaar, uitkomsten: list[Uitkomst], zin: str) -> None:
    assert zin in zinnen.answer_dossier("Duindorp", jaar, zinnen.count_checks(proef.controles), uitkomsten)


def test_wat_niet_te_zien_is_is_geen_nul() -> None:
    verborgen = uitkomst(
        toegekend_herkomst="gelijkgesteld", vaststelling_verschil_eur=Decimal(0), te_betalen_eur=Decimal(5)
    )
    rij = zinnen.result_rows([verborgen])[0]
    assert rij[1] == "niet te zien" and rij[-1].endswith("zonder vaststelling")


def test_een_verborgen_vaststelling_is_niet_nagerekend() -> None:
    telling = zinnen.count_checks([Controle("Gedrukt", 40, 2, 8, 0), Controle("Midden", 48, 2, 0, 1)])
    assert zinnen.check_rows(telling) == [
        ["Gedrukt", "40", "8", "2", "0"], ["Midden", "47", "0", "2", "1"],
        ["**Totaal**", "**87**", "**8**", "**4**", "**1**"],
    ]  # fmt: skip


def test_fout_of_onzeker_staat_bij_wat_te_betalen_is() -> None:
    u = uitkomst(terugvordering_eur=Decimal(3), te_betalen_eur=Decimal(5))._replace(fout_onzeker_eur=Decimal(2))
    cel = zinnen.result_rows([u])[0][-1].replace("\N{NO-BREAK SPACE}", " ")
    assert cel == "**€ 5** (waarvan € 2 fout of onzeker)"


def test_de_regeling_die_klaarstaat_heeft_een_uitkomst_in_het_jongste_jaar() -> None:
    assert zinnen.computed((J2025, Jaar("G10", 2024, True, False), Jaar("G13", 2026, False, False))) == {"gebundeld"}


def test_het_jongste_jaar_met_een_uitkomst_staat_klaar() -> None:
    leeg = Jaar("G10", 2026, False, False)
    assert zinnen.default_index((leeg, J2025)) == 1 and zinnen.default_index((leeg,)) == 0
    assert zinnen.jaar_naam(leeg) == "2026 (niet te berekenen)" and zinnen.regeling_naam("G10") == "G10"


def test_bedragen_onder_nul_en_ontbrekende_bedragen() -> None:
    u = uitkomst(vaststelling_verschil_eur=Decimal("-12.50"), te_betalen_eur=Decimal("0.00"))
    rij = zinnen.result_rows([u])[0]
    assert [cel.replace("\N{NO-BREAK SPACE}", " ") for cel in rij] == [
        "Gedrukt", "−€ 13", "niet te berekenen", "**€ 0**",
    ]  # fmt: skip
