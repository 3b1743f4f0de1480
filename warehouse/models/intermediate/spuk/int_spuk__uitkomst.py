"""SPUK per gemeente, regeling, scenario and year, computed by the pure engine `rekenkamer.spuk`.

SQL can't carry a reserve from year to year with every step explained, so the rows go through Python once, with their
calculation in `rekenregels` (docs/besluiten/0011). Amounts are Decimal from the table to the table.
"""

import pyarrow as pa

from rekenkamer.spuk import bereken_of_reden, keur_regels, keur_scenario
from rekenkamer.spuk.inlezing import build_dossiers, build_regels, build_scenario

EURO = pa.decimal128(14, 2)
BEDRAGEN = (
    "betaald", "toegekend", "besteed", "reserve_begin", "overschot", "plafond", "terugvordering", "reserve_eind",
    "vaststelling_verschil", "fout_onzeker", "te_betalen", "te_ontvangen", "bestedingsvloer",
)  # fmt: skip
REKENREGEL = pa.struct(
    [("volgorde", pa.int32())]
    + [(naam, pa.string()) for naam in ("soort", "code", "naam", "formule", "ingevuld")]
    + [("bedrag_eur", EURO)]
    + [(naam, pa.string()) for naam in ("status", "hardheid", "artikel", "tekst_datum", "regelversie", "toelichting")]
    + [("bron_id", pa.string()), ("vindplaats", pa.string())]
)
SCHEMA = pa.schema(
    [(naam, pa.string()) for naam in ("gemeentecode", "regeling", "scenario")]
    + [("jaar", pa.int32()), ("is_gebundeld", pa.bool_())]
    + [(f"{naam}_eur", EURO) for naam in BEDRAGEN]
    + [(naam, pa.string()) for naam in ("toegekend_herkomst", "regelversie", "regel_status", "ontbreekt", "rust_op")]
    + [("ontbrekend_aantal", pa.int32()), ("is_volledig", pa.bool_()), ("rekenregels", pa.list_(REKENREGEL))]
)


def model(dbt, session):
    """One row per gemeente, regeling, scenario and year; see int_spuk__uitkomst.yml."""
    regels = build_regels(
        rows(dbt.ref("dim_spuk_prijs")), rows(dbt.ref("dim_spuk_plafond")), rows(dbt.ref("dim_spuk_parameter"))
    )
    dossiers = build_dossiers(
        rows(dbt.ref("fct_beschikking")),
        rows(dbt.ref("fct_besteding")),
        rows(dbt.ref("fct_cohort_telling")),
        rows(dbt.ref("dim_spuk_regeling")),
    )
    scenarios = [build_scenario(rij) for rij in rows(dbt.ref("dim_spuk_scenario"))]
    # a mistake in a rule stops the build; a delivery that can't be calculated with becomes a row with the reason
    keur_regels(regels)
    for scenario in scenarios:
        keur_scenario(scenario)
    uitkomsten = [
        as_row(dossier, scenario, jaar)
        for dossier in dossiers
        for scenario in scenarios
        for jaar in bereken_of_reden(dossier, scenario, regels)
    ]
    return pa.Table.from_pylist(uitkomsten, schema=SCHEMA)


def rows(relatie):
    """The rows of a table as dicts; amounts stay Decimal, which a data frame would make floats."""
    kolommen = relatie.columns
    return [dict(zip(kolommen, rij, strict=True)) for rij in relatie.fetchall()]


def as_row(dossier, scenario, jaar):
    """One outcome as a row of the table, its calculation nested in it."""
    bedragen = {f"{naam}_eur": getattr(jaar, naam) for naam in BEDRAGEN}
    regels = [as_rekenregel(nummer, regel) for nummer, regel in enumerate(jaar.rekenregels, start=1)]
    return bedragen | {
        "gemeentecode": dossier.gemeentecode, "regeling": dossier.regeling, "scenario": scenario.code,
        "jaar": jaar.jaar, "is_gebundeld": dossier.is_gebundeld, "toegekend_herkomst": jaar.toegekend_herkomst,
        "regelversie": jaar.regelversie, "regel_status": jaar.regel_status, "ontbreekt": "; ".join(jaar.ontbreekt),
        "ontbrekend_aantal": len(jaar.ontbreekt), "is_volledig": jaar.is_volledig,
        "rust_op": ", ".join(map(str, jaar.rust_op)), "rekenregels": regels,
    }  # fmt: skip


def as_rekenregel(nummer, regel):
    """One line of the calculation."""
    herkomst = regel.herkomst
    return {
        "volgorde": nummer, "soort": regel.soort, "code": regel.code, "naam": regel.naam, "formule": regel.formule,
        "ingevuld": regel.ingevuld, "bedrag_eur": regel.bedrag, "status": herkomst.status,
        "hardheid": herkomst.hardheid,
        "artikel": herkomst.artikel, "tekst_datum": herkomst.tekst_datum, "regelversie": regel.regelversie,
        "toelichting": regel.toelichting, "bron_id": herkomst.bron_id, "vindplaats": herkomst.vindplaats,
    }  # fmt: skip
