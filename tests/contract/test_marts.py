"""The marts that others build on: names, columns, contracts, grain tests and descriptions."""

from __future__ import annotations

import duckdb
import pytest

from tests.conftest import Keten

# The contract's own list (docs/architectuur.md, "Marts").
GEMEENTE = "gemeentecode gemeentenaam"
FEIT = f"{GEMEENTE} jaar bron_id levering_id"
REGEL = "status artikel tekst_datum vindplaats opmerking"
# a count of people that the rules estimate (housed times a share) may be a fraction
RAMINGEN = {("fct_cohort_telling", "aantal")}
MARTS = {
    "dim_gemeente": f"{GEMEENTE} provincie inwoners_aantal uitvoerder_inburgering geldig_van_datum geldig_tot_datum",
    "dim_bron": "bron_id levering_id bron titel uitgever bestand peildatum ontvangen_op openbaar",
    "dim_indicator": "indicator_code naam definitie eenheid teller noemer norm norm_bron thema",
    "fct_taakstelling_realisatie": f"{FEIT} halfjaar peildatum stand_begin_aantal taakstelling_aantal "
    "totale_taakstelling_aantal gerealiseerd_aantal achterstand_aantal realisatie_pct "
    "stand_begin_doorgerekend_aantal aansluitverschil_aantal",
    "fct_instroom": f"{FEIT} doelgroep leeftijdsgroep geslacht aantal waarde_status",
    "fct_leerroute": f"{FEIT} doelgroep leerroute aantal waarde_status",
    "fct_leerroute_verdeling": f"{GEMEENTE} doelgroep leerroute aantal noemer_aantal aandeel_pct noemer_basis "
    "landelijk_pct landelijk_bron",
    "fct_pvt_map": f"{FEIT} doelgroep onderdeel afgerond_aantal waarde_status",
    "fct_pvt_map_voltooiing": f"{GEMEENTE} doelgroep onderdeel noemer_basis afgerond_aantal noemer_aantal "
    "voltooiing_pct",
    "fct_pip": f"{GEMEENTE} vastgesteld_aantal periode_van_datum periode_tot_datum bron_id levering_id",
    "fct_doorlooptijd": f"{FEIT} doelgroep traject norm_dagen norm_bron gestart_aantal afgerond_aantal open_aantal "
    "binnen_norm_aantal te_laat_aantal mediaan_dagen peildatum",
    "fct_routewissel": f"{FEIT} doelgroep van_leerroute naar_leerroute aantal binnen_termijn_aantal",
    "fct_sisa": f"{FEIT} sisa_indicator_code waarde_ruw waarde",
    "fct_iv3": f"{FEIT} taakveld_code categorie_code bedrag_eur",
    "fct_uitstroom": f"{FEIT} doelgroep leerroute aantal",
    "fct_begeleiding": f"{FEIT} aantal",
    "fct_wi2013": f"{GEMEENTE} peildatum doelgroep ondergrens_aantal bovengrens_aantal waarde_status bron_id "
    "levering_id",
    "fct_baten_lasten": f"{FEIT} soort post status_bedrag bedrag_eur waarde_status",
    "dim_spuk_regeling": f"regeling naam naam_kort verstrekker grondslag reserve_regel plafond_van "
    f"telt_aantallen volgorde {REGEL}",
    "dim_spuk_prijs": f"budgetjaar component groep cohort_afstand bedrag_eur gewicht {REGEL}",
    "dim_spuk_plafond": f"regelversie regeling geldig_vanaf_jaar alpha beta beta_grondslag {REGEL}",
    "dim_spuk_parameter": f"parameter jaar waarde eenheid {REGEL}",
    "dim_spuk_scenario": "scenario groep volgorde naam omschrijving gedrukt_definitief definitief_raming besteding "
    "peiljaar participatie_telt_mee beginjaar beginreserve_eur nieuw_plafond_vanaf_jaar status opmerking",
    "dim_spuk_aanname": "code vraag keuze alternatief gevolg status artikel vindplaats",
    "fct_beschikking": f"{FEIT} regeling soort datum kenmerk bedrag_eur waarde_status aantal_asiel aantal_gezin "
    "is_gebundeld beschikkingen_aantal tabel vindplaats",
    "fct_besteding": f"{FEIT} regeling post is_voorziening status_bedrag bedrag_eur waarde_status herkomst sisa_code "
    "sisa_omschrijving tabel vindplaats",
    "fct_cohort_telling": f"{GEMEENTE} cohort groep telling_bron budgetjaar peildatum aantal waarde_status is_volledig "
    "is_gekozen vindplaats bron_id levering_id",
    "fct_spuk_verloop": f"{FEIT} regeling scenario toegekend_eur besteed_eur reserve_begin_eur overschot_eur "
    "plafond_eur terugvordering_eur reserve_eind_eur vaststelling_verschil_eur te_betalen_eur regelversie is_volledig",
    "fct_spuk_gevoeligheid": f"{FEIT} regeling scenario terugvordering_eur reserve_eind_eur te_betalen_eur regelversie "
    "is_volledig",
    "fct_spuk_rekenregel": f"{GEMEENTE} jaar regeling scenario volgorde soort code naam formule ingevuld bedrag_eur "
    "status hardheid artikel tekst_datum regelversie toelichting bron_id vindplaats",
    "fct_spuk_risico": f"{FEIT} regeling laagste_eur hoogste_eur is_bereik_volledig",
    "fct_spuk_vergelijking": f"{FEIT} regeling scenario te_betalen_eur verschil_eur",
    "fct_spuk_fase": f"{FEIT} regeling fase volgorde is_bereikt bedrag_eur waarde_status datum kenmerk termijn_datum "
    "toelichting vindplaats",
    "fct_spuk_kalender": "regeling jaar termijn datum naam wat wie volgorde status artikel tekst_datum toelichting",
    "fct_bevinding": f"{GEMEENTE} jaar bevinding_id soort ernst onderwerp tabel periode gedrukt herrekend verschil "
    "toelichting verklaring status bron_id levering_id",
    "fct_waarneming": f"{FEIT} indicator_code periode uitsplitsing waarde_ruw waarde waarde_status peildatum",
}


def mart_modellen(keten: Keten) -> dict[str, dict]:
    knopen = keten.manifest["nodes"].values()
    return {k["name"]: k for k in knopen if k["resource_type"] == "model" and k["schema"] == "marts"}


@pytest.fixture(scope="module")
def kolommen(keten: Keten) -> dict[str, dict[str, str]]:
    with duckdb.connect(str(keten.snapshot.pad), read_only=True) as con:
        rijen = con.execute(
            "select table_name, column_name, data_type from information_schema.columns where table_schema = 'marts'"
        ).fetchall()
    uit: dict[str, dict[str, str]] = {}
    for tabel, kolom, soort in rijen:
        uit.setdefault(tabel, {})[kolom] = soort
    return uit


@pytest.mark.parametrize("tabel", MARTS)
def test_mart_heeft_de_kolommen_van_het_contract(tabel: str, kolommen: dict[str, dict[str, str]]) -> None:
    assert tabel in kolommen
    assert set(MARTS[tabel].split()) <= set(kolommen[tabel])


def test_geld_is_decimaal_en_nooit_een_kommagetal(kolommen: dict[str, dict[str, str]]) -> None:
    for tabel, soorten in kolommen.items():
        for kolom, soort in soorten.items():
            assert soort not in ("DOUBLE", "FLOAT"), (tabel, kolom)
            if kolom.endswith("_eur"):
                assert soort == "DECIMAL(14,2)", (tabel, kolom, soort)
            if (kolom.endswith("_aantal") or kolom == "aantal") and (tabel, kolom) not in RAMINGEN:
                assert soort in ("INTEGER", "BIGINT"), (tabel, kolom, soort)


def test_iedere_mart_heeft_een_afgedwongen_contract_en_beschreven_kolommen(
    keten: Keten, kolommen: dict[str, dict[str, str]]
) -> None:
    modellen = mart_modellen(keten)
    assert set(MARTS) <= set(modellen)
    for naam, model in modellen.items():
        assert model["config"]["contract"]["enforced"], naam
        assert model["description"].strip(), naam
        assert set(model["columns"]) == set(kolommen[naam]), naam
        leeg = [k for k, v in model["columns"].items() if not v["description"].strip()]
        assert not leeg, (naam, leeg)


def test_iedere_mart_noemt_en_toetst_zijn_grein(keten: Keten) -> None:
    getoetst: set[str] = set()
    for knoop in keten.manifest["nodes"].values():
        test = knoop.get("test_metadata") or {}
        if knoop["resource_type"] == "test" and test.get("name") in ("grein", "unique"):
            getoetst.update(d.split(".")[-1] for d in knoop["depends_on"]["nodes"])
    for naam, model in mart_modellen(keten).items():
        assert naam in getoetst, f"{naam} heeft geen greintoets"
        assert model["description"].lower().startswith(("eén rij per", "één rij per", "een rij per")), naam


def test_ieder_model_en_iedere_seed_heeft_een_beschrijving(keten: Keten) -> None:
    zonder = [
        k["name"]
        for k in keten.manifest["nodes"].values()
        if k["resource_type"] in ("model", "seed") and not k["description"].strip()
    ]
    assert zonder == []


def test_de_logica_heeft_unit_tests(keten: Keten) -> None:
    assert len(keten.manifest["unit_tests"]) >= 5


def test_snapshot_beschrijft_zijn_eigen_kolommen(keten: Keten) -> None:
    with duckdb.connect(str(keten.snapshot.pad), read_only=True) as con:
        zonder = con.execute(
            "select c.table_name, c.column_name from information_schema.columns c "
            "left join meta.kolom k on (k.tabel, k.kolom) = (c.table_name, c.column_name) "
            "where c.table_schema = 'marts' and coalesce(k.beschrijving, '') = ''"
        ).fetchall()
    assert zonder == []


def test_dbt_stuurt_geen_gebruiksgegevens(keten: Keten) -> None:
    assert keten.manifest["metadata"]["send_anonymous_usage_stats"] is False
