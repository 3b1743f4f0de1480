select
    scenario,
    groep,
    volgorde,
    naam,
    omschrijving,
    gedrukt_definitief,
    definitief_raming,
    besteding,
    peiljaar,
    participatie_telt_mee,
    beginjaar,
    beginreserve_eur,
    nieuw_plafond_vanaf_jaar,
    status,
    opmerking
from {{ ref('spuk_scenarios') }}
