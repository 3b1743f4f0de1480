"""The rows a controledossier is made of; each field is a column of the mart with that name.

Amounts are Decimal in euros, counts Decimal in persons, years calendar years. What was not
delivered is None, with the reason in `waarde_status`.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple


class Verloop(NamedTuple):
    """`fct_spuk_verloop`: the outcome of one year in one scenario; an amount that can't be computed is None."""

    gemeentecode: str
    gemeentenaam: str
    jaar: int
    regeling: str
    scenario: str
    betaald_eur: Decimal | None
    toegekend_eur: Decimal | None
    toegekend_herkomst: str | None
    besteed_eur: Decimal | None
    reserve_begin_eur: Decimal | None
    overschot_eur: Decimal | None
    plafond_eur: Decimal | None
    terugvordering_eur: Decimal | None
    reserve_eind_eur: Decimal | None
    vaststelling_verschil_eur: Decimal | None
    te_betalen_eur: Decimal | None
    te_ontvangen_eur: Decimal | None
    bestedingsvloer_eur: Decimal | None
    regelversie: str | None
    regel_status: str | None
    is_volledig: bool | None
    ontbrekend_aantal: int | None
    ontbreekt: str | None
    is_gebundeld: bool | None
    bron_id: str | None


class Rekenregel(NamedTuple):
    """`fct_spuk_rekenregel`: how one step came about, in words."""

    jaar: int
    scenario: str
    soort: str
    code: str
    naam: str | None
    formule: str | None
    ingevuld: str | None
    status: str | None
    artikel: str | None
    tekst_datum: date | str | None
    regelversie: str | None
    toelichting: str | None


class Beschikking(NamedTuple):
    """`fct_beschikking`."""

    jaar: int
    regeling: str
    soort: str
    datum: date | None
    kenmerk: str | None
    bedrag_eur: Decimal | None
    waarde_status: str | None
    is_gebundeld: bool | None
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None


class Besteding(NamedTuple):
    """`fct_besteding`."""

    jaar: int
    regeling: str
    post: str
    is_voorziening: str
    status_bedrag: str | None
    bedrag_eur: Decimal | None
    waarde_status: str | None
    herkomst: str | None
    sisa_code: str | None
    sisa_omschrijving: str | None
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None


class Telling(NamedTuple):
    """`fct_cohort_telling`."""

    cohort: int
    groep: str
    telling_bron: str
    peildatum: date | None
    aantal: Decimal | None
    waarde_status: str | None
    is_gekozen: bool | None
    vindplaats: str | None
    bron_id: str | None
    levering_id: str | None
    budgetjaar: int | None = None


class Prijs(NamedTuple):
    """`dim_spuk_prijs`."""

    budgetjaar: int
    component: str
    groep: str | None
    cohort_afstand: int | None
    bedrag_eur: Decimal | None
    gewicht: Decimal | None
    status: str | None
    artikel: str | None
    tekst_datum: date | str | None
    vindplaats: str | None
    opmerking: str | None


class Plafond(NamedTuple):
    """`dim_spuk_plafond`."""

    regelversie: str
    regeling: str | None
    geldig_vanaf_jaar: int
    alpha: Decimal
    beta: Decimal
    status: str | None
    artikel: str | None
    tekst_datum: date | str | None
    vindplaats: str | None
    opmerking: str | None


class Parameter(NamedTuple):
    """`dim_spuk_parameter`."""

    parameter: str
    jaar: int | None
    waarde: Decimal | None
    eenheid: str | None
    status: str | None
    artikel: str | None
    tekst_datum: date | str | None
    vindplaats: str | None
    opmerking: str | None


class Scenario(NamedTuple):
    """`dim_spuk_scenario`."""

    scenario: str
    volgorde: int
    naam: str
    omschrijving: str | None
    gedrukt_definitief: str
    definitief_raming: str
    besteding: str
    peiljaar: int
    participatie_telt_mee: bool
    beginjaar: int
    beginreserve_eur: Decimal
    nieuw_plafond_vanaf_jaar: int | None
    status: str | None
    opmerking: str | None


class Aanname(NamedTuple):
    """`dim_spuk_aanname`."""

    code: str
    vraag: str | None
    keuze: str | None
    alternatief: str | None
    gevolg: str | None
    status: str | None
    artikel: str | None
    vindplaats: str | None


class Regeling(NamedTuple):
    """`dim_spuk_regeling`."""

    regeling: str
    naam: str
    reserve_regel: str | None
    status: str | None
    artikel: str | None
    opmerking: str | None
    plafond_van: str | None = None


class Bevinding(NamedTuple):
    """`fct_bevinding`: a finding on money."""

    bevinding_id: str
    controle_code: str
    soort: str
    ernst: str
    jaar: int | None
    periode: str | None
    gedrukt: Decimal | None
    herrekend: Decimal | None
    verschil: Decimal | None
    eenheid: str | None
    toelichting: str
    verklaring: str | None
    status: str
    bron_id: str | None
    vindplaats: str | None


class Bron(NamedTuple):
    """`dim_bron`: one delivered file."""

    bron_id: str
    levering_id: str
    titel: str
    uitgever: str | None
    bestand: str
    peildatum: date | None
    ontvangen_op: datetime | None
    herkomst: str | None
    is_synthetisch: bool | None
