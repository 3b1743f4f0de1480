"""Findings: nothing that arithmetic can find is missing, nothing is false, every sentence can be checked."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.warehouse.conftest import Vraag

# Listed by hand from the report's tables: check, gemeente, year, printed, recomputed.
VERSCHILLEN = {
    # par. 6.3.1: 112 inburgeraars, 6 zonder leerroute, tabel 6.17: 102 met een leerroute
    ("zonder_leerroute", "GM0579", None, 6, 10),
    ("aansluiting_stand", "GM1916", 2023, 7, -5),
    ("aansluiting_stand", "GM0626", 2021, 0, 4),
    ("aansluiting_stand", "GM0629", 2021, -3, -7),
    ("totale_taakstelling", "GM1916", 2021, 113, 112),
    ("optelling", "GM0629", None, 44, 43),
    ("optelling", "GM0629", None, 24, 23),
    ("optelling", "GM0629", 2024, 15, 14),
    ("optelling", "GM0629", None, 39, 38),
    ("optelling", "GM0629", 2022, 6, 7),
    ("optelling", "GM0629", None, 0, 1),
    ("optelling", "GM0629", None, 44, 45),
    ("optelling", "GM1916", 2024, 79, 80),
    ("optelling", "GM1916", None, 179, 180),
    ("optelling", "GM0579", None, 15, 14),
    ("optelling", "GM0579", None, 72, 71),
    ("optelling", None, 2023, 2083236, 2110252),
    ("optelling", None, 2023, 2646530, 2646531),
    ("optelling", None, 2024, 4060017, 4060016),
    ("totaal_onvolledig", None, 2022, 997385, 997385),
    ("totaal_onvolledig", None, 2024, 4487059, 4487059),
    ("totaal_onvolledig", None, 2025, 1167416, 1167416),
    ("totaal_onvolledig", None, 2026, 826822, 826822),
    ("totaal_onvolledig", None, 2026, 585983, 585983),
    ("leerroute_instroom", "GM1916", 2023, 69, 68),
    ("leerroute_instroom", "GM0626", 2024, 32, 26),
    ("leerroute_instroom", "GM0629", 2024, 15, 14),
    ("leerroute_instroom", "GM0629", 2024, 19, 16),
    ("leerroute_pip", "GM1916", None, 315, 283),
    ("leerroute_pip", "GM0626", None, 89, 84),
    ("pvt_instroom", "GM1916", 2023, 69, 68),
    ("pvt_leerroute", "GM1916", 2022, 20, 18),
    ("pvt_leerroute", "GM1916", 2022, 26, 23),
    ("pvt_leerroute", "GM0626", 2022, 8, 7),
    ("pvt_leerroute", "GM0626", 2023, 27, 20),
    ("pvt_leerroute", "GM0629", 2023, 21, 19),
    ("pvt_leerroute", "GM0579", 2024, 19, 9),
    ("map_pvt", "GM1916", 2022, 27, 26),
    ("map_pvt", "GM0629", 2022, 8, 6),
    ("map_pvt", "GM0579", 2023, 6, 0),
}


def test_ieder_verschil_uit_de_tabellen_is_gevonden_en_geen_ander(vraag: Vraag) -> None:
    rijen = vraag(
        "select controle_code, gemeentecode, jaar, gedrukt::int, herrekend::int from marts.fct_bevinding "
        "where gedrukt is not null and controle_code <> 'percentage'"
    )
    assert set(rijen) == VERSCHILLEN
    assert len(rijen) == len(VERSCHILLEN)


def test_genoemd_percentage_wordt_per_basis_herrekend(vraag: Vraag) -> None:
    rijen = vraag(
        "select indicator_code, gedrukt, herrekend from marts.fct_bevinding where controle_code = 'percentage' "
        "order by indicator_code desc, herrekend"
    )
    assert [(i, float(g), float(h)) for i, g, h in rijen] == [
        ("pvt_voltooiing_pct", 85, 69.7), ("pvt_voltooiing_pct", 85, 75.2), ("pvt_voltooiing_pct", 85, 83.3),
        ("map_voltooiing_pct", 80, 60.0), ("map_voltooiing_pct", 80, 64.7), ("map_voltooiing_pct", 80, 71.8),
    ]  # fmt: skip


def test_genoemde_groep_staat_in_de_zin_van_het_percentage(vraag: Vraag) -> None:
    rijen = vraag("select ernst, toelichting from marts.fct_bevinding where controle_code = 'percentage'")
    genoemd = [(e, z) for e, z in rijen if "Dit is de groep die het rapport noemt." in z]
    assert len(genoemd) == 2 and all("538 geopende dossiers" in z and e == "hoog" for e, z in genoemd)
    rest = [(e, z) for e, z in rijen if "Het rapport noemt deze groep niet" in z]
    assert len(rest) == 4 and {e for e, _ in rest} == {"laag"}


def test_lasten_2023_in_gewoon_nederlands(vraag: Vraag) -> None:
    [(verschil, ernst, toelichting, verklaring)] = vraag(
        "select verschil, ernst, toelichting, verklaring from marts.fct_bevinding "
        "where controle_code = 'optelling' and indicator_code = 'lasten' and jaar = 2023"
    )
    assert verschil == Decimal("27016.00") and ernst == "hoog"
    assert toelichting.startswith(
        "De gedrukte lasten over 2023 van de vier gemeenten samen zijn € 2.083.236; "
        "de onderliggende posten tellen op tot € 2.110.252. Dat is € 27.016 meer."
    )
    assert "Van de 20 onderliggende cijfers ontbreken er 4" in toelichting
    assert "maatschappelijke begeleiding van Oegstgeest" in verklaring


def test_breuk_in_de_stand_toont_de_berekening(vraag: Vraag) -> None:
    [(soort, toelichting)] = vraag(
        "select soort, toelichting from marts.fct_bevinding where gemeentecode = 'GM1916' and soort = 'aansluiting'"
    )
    assert soort == "aansluiting"
    assert "23 (beginstand bij het begin van 2022) + 103 (taakstelling over 2022)" in toelichting
    assert "− 131 (gehuisvest over 2022) = −5. Het verschil is 12." in toelichting


def test_afronding_van_een_euro_is_verklaard(vraag: Vraag) -> None:
    assert vraag(
        "select distinct ernst, status from marts.fct_bevinding where indicator_code = 'baten' and abs(verschil) = 1"
    ) == [("laag", "verklaard")]
    assert vraag("select count(*) from marts.fct_bevinding where status = 'verklaard'") == [(2,)]


@pytest.mark.parametrize(
    ("gemeente", "indicator", "aantal"),
    [("GM0579", "instroom", 1), ("GM0579", "uitstroom", 1), ("GM0629", "instroom", 0), ("GM1916", "werk", 1)],
)
def test_wat_nooit_is_geleverd_is_een_bevinding(vraag: Vraag, gemeente: str, indicator: str, aantal: int) -> None:
    assert vraag(
        "select count(*) from marts.fct_bevinding where (controle_code, gemeentecode, indicator_code) "
        "= ('niet_geleverd', ?, ?)",
        gemeente, indicator,
    ) == [(aantal,)]  # fmt: skip


def test_ieder_ontbrekend_cijfer_hoort_bij_een_bevinding(vraag: Vraag) -> None:
    assert (
        vraag(
            "select distinct w.indicator_code, w.gemeentecode, w.periode from marts.fct_waarneming w "
            "where w.is_actueel and w.waarde_status in ('pm', 'onderdrukt', 'ondergrens', 'niet_geleverd') "
            "and not exists (select 1 from marts.fct_bevinding b where b.controle_code = 'ontbrekend' "
            "and (b.indicator_code, b.gemeentecode, b.periode) = (w.indicator_code, w.gemeentecode, w.periode))"
        )
        == []
    )


def test_ieder_ongelijk_cijfer_heeft_een_vindplaats_en_een_zin(vraag: Vraag) -> None:
    for toelichting, vindplaats in vraag(
        "select toelichting, vindplaats from marts.fct_bevinding where gedrukt is not null"
    ):
        assert toelichting[0].isupper() and toelichting.endswith(".")
        assert not re.search(r"\d{4,}(?!\d)(?<!19\d\d)(?<!20\d\d)", toelichting), toelichting
        assert not re.search(r"(?<=\s)-\d", toelichting), toelichting
        assert vindplaats


def test_sleutel_van_een_bevinding_hangt_niet_van_de_levering_af(vraag: Vraag) -> None:
    assert vraag("select count(*) = count(distinct bevinding_id) from marts.fct_bevinding") == [(True,)]
    assert vraag(
        "select bevinding_id = 'B' || upper(substr(md5('aansluiting_stand|stand_begin|GM1916|2023||||||'), 1, 10)) "
        "from marts.fct_bevinding where gemeentecode = 'GM1916' and controle_code = 'aansluiting_stand'"
    ) == [(True,)]


CODES = {"Oegstgeest": "GM0579", "Leidschendam-Voorburg": "GM1916", "Voorschoten": "GM0626", "Wassenaar": "GM0629"}


def _lees(pad: Path, soort: str, kolom: str) -> dict[tuple[str, int], dict[str, str]]:
    """Rows of one kind of a table of the report, per gemeente and year; only those with an amount."""
    with pad.open(encoding="utf-8") as bestand:
        rijen = [r for r in csv.DictReader(bestand) if r["gemeente"] in CODES and r.get(kolom)]
    namen = [r.get("kostensoort") or r.get("batensoort") or "" for r in rijen]
    return {(CODES[r["gemeente"]], int(r["jaar"])): r for r, n in zip(rijen, namen, strict=True) if soort in n}


def _spuk_uit_de_tabellen(map_: Path) -> set[tuple[str, str, int]]:
    """Every finding on SPUK that follows from the report's tables: check, gemeente, year."""
    spuk = {
        k: r for k, r in _lees(map_ / "baten.csv", "SPUK", "waarde").items() if r["status"].startswith("definitief")
    }
    fonds = _lees(map_ / "baten.csv", "Gemeentefonds", "waarde")
    formatie = _lees(map_ / "kosten.csv", "formatie", "waarde")
    taak = _lees(map_ / "taakstelling.csv", "", "taakstelling")
    gevonden = {("spuk_zonder_aantallen", *k) for k in spuk}
    for jaar in {j for _, j in spuk}:
        per_persoon = {k: int(r["waarde"]) / int(taak[k]["taakstelling"]) for k, r in spuk.items() if k[1] == jaar}
        if max(per_persoon.values()) <= 1.03 * min(per_persoon.values()):
            gevonden |= {("spuk_sleutel", *k) for k in per_persoon}
    for k, r in formatie.items():
        if k in fonds and abs(int(r["waarde"]) / int(fonds[k]["waarde"]) - 1) > 0.1:
            gevonden.add(("formatie_gemeentefonds", *k))
    for post in ("leerroutes", "begeleiding", "PVT", "participatie", "formatie"):
        lasten = _lees(map_ / "kosten.csv", post, "waarde")
        for (code, jaar), r in lasten.items():
            vorig, bedrag = lasten.get((code, jaar - 1)), int(r["waarde"])
            if vorig is None or vorig["status"] != "realisatie" or bedrag < 3 * int(vorig["waarde"]):
                continue
            rond = bedrag >= 100_000 and bedrag % 1000 == 0
            if rond if r["status"] == "realisatie" else bedrag - int(vorig["waarde"]) >= 10_000:
                gevonden.add(("kosten_begroot", code, jaar))
    return gevonden


def test_ieder_signaal_over_de_spuk_volgt_uit_de_tabellen_en_geen_ander(vraag: Vraag, rapport_csv: Path) -> None:
    rijen = vraag(
        "select controle_code, gemeentecode, jaar, onderwerp from marts.fct_bevinding where controle_code like 'spuk%' "
        "or controle_code in ('kosten_begroot', 'formatie_gemeentefonds', 'dubbele_beschikking')"
    )
    verwacht = _spuk_uit_de_tabellen(rapport_csv)
    assert {r[:3] for r in rijen} == verwacht and len(rijen) == len(verwacht) == 27
    assert {r[3] for r in rijen} == {"geld"}


@pytest.mark.parametrize(
    ("controle", "gemeente", "jaar", "zin"),
    [
        (
            "spuk_sleutel",
            "GM0629",
            2023,
            "taakstelling van 60 is het € 5.329 per persoon, en bij alle vier gemeenten ligt",
        ),
        (
            "kosten_begroot",
            "GM0626",
            2024,
            "€ 535.000 is een rond bedrag en 18,6 keer de realisatie over 2023 (€ 28.800)",
        ),
        ("kosten_begroot", "GM1916", 2024, "€ 1.627.201 is 3,7 keer de realisatie over 2023 (€ 441.503)"),
        ("formatie_gemeentefonds", "GM1916", 2022, "De formatie is dus € 96.402 lager"),
        ("spuk_zonder_aantallen", "GM0629", 2022, "het aantal statushouders en gezinsmigranten niet geleverd"),
    ],
)
def test_signaal_over_de_spuk_noemt_bedrag_en_plaats(
    vraag: Vraag, controle: str, gemeente: str, jaar: int, zin: str
) -> None:
    [(toelichting, vindplaats)] = vraag(
        "select toelichting, vindplaats from marts.fct_bevinding where (controle_code, gemeentecode, jaar) = (?, ?, ?)",
        controle, gemeente, jaar,
    )  # fmt: skip
    assert zin in toelichting and toelichting.endswith(".") and vindplaats
