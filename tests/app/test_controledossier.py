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


def dossier(*afwijkend: int) -> Controledossier:
    controles = tuple(Controle(f"Scenario {n}", 48, fout) for n, fout in enumerate(afwijkend))
    return Controledossier("controledossier-GM0001-2025", b"x", b"{}", controles, ())


def test_de_pagina_rekent_wassenaar_na_en_biedt_twee_bestanden_aan(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "controledossier", "GM0629")
    tekst = page_text(at)
    assert "Ja: van Wassenaar over 2025 staan 192 bedragen als formule in één bestand" in tekst
    assert table_text(at, 0).iloc[0].tolist()[-1].replace("\N{NO-BREAK SPACE}", " ") == "**€ 488.625**"
    assert "sha256" in tekst and "certutil" in tekst
    assert [k.label for k in at.get("download_button")] == [
        "Download het dossier (XLSX)", "Download het manifest (JSON)",
    ]  # fmt: skip


def test_een_ander_jaar_geeft_een_ander_dossier(open_pagina: Openen, snapshot_map: Path) -> None:
    at = open_pagina(snapshot_map, "controledossier", "GM0629")
    next(s for s in at.selectbox if s.label == "Jaar").set_value(2024).run()
    assert "over 2024 staan 144 bedragen" in page_text(at) and "€ 1.907" in page_text(at)
    next(s for s in at.selectbox if s.label == "Jaar").set_value(2026).run()
    assert "De uitkomst over 2026 zelf is niet te berekenen" in page_text(at)


def test_zonder_gemeente_of_beschikking_staat_er_wat_u_kunt_doen() -> None:
    assert "Kies bovenaan een gemeente" in zinnen.answer(None, ())
    assert zinnen.answer("Duindorp", ()).startswith("Voor Duindorp is geen beschikking over de SPUK geleverd")


@pytest.mark.parametrize(
    ("afwijkend", "jaar", "zin"),
    [
        ((0, 0), J2025, "Ja: van Duindorp over 2025 staan 96 bedragen als formule in één bestand"),
        ((0, 0), J2025, "lees de uitkomst als benadering"),
        ((0, 1), J2025, "zijn 96 bedragen nagerekend en 1 bedrag wijkt af"),
        ((1, 1), J2025, "zijn 96 bedragen nagerekend en 2 bedragen wijken af"),
        ((0,), Jaar("G10", 2026, False, False), "De uitkomst over 2026 zelf is niet te berekenen"),
    ],
)
def test_antwoord(afwijkend: tuple[int, ...], jaar: Jaar, zin: str) -> None:
    assert zin in zinnen.answer_dossier("Duindorp", jaar, dossier(*afwijkend))


def test_het_jongste_jaar_met_een_uitkomst_staat_klaar() -> None:
    leeg = Jaar("G10", 2026, False, False)
    assert zinnen.default_index((leeg, J2025)) == 1 and zinnen.default_index((leeg,)) == 0
    assert zinnen.jaar_naam(leeg) == "2026 (niet te berekenen)" and zinnen.regeling_naam("G10") == "G10"


def test_bedragen_onder_nul_en_ontbrekende_bedragen() -> None:
    leeg: dict[str, Any] = dict.fromkeys(Verloop._fields)
    verloop = Verloop(**{**leeg, "vaststelling_verschil_eur": Decimal("-12.50"), "te_betalen_eur": Decimal("0.00")})
    rij = zinnen.result_rows([Uitkomst("Gedrukt", verloop)])[0]
    assert [cel.replace("\N{NO-BREAK SPACE}", " ") for cel in rij] == [
        "Gedrukt", "−€ 13", "niet te berekenen", "**€ 0**",
    ]  # fmt: skip
