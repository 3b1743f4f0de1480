-- Every fact points to a known gemeente, indicator or delivery.
-- A failure is a mistake of this project, not of a source.
{% set feiten = [
    'fct_taakstelling_realisatie',
    'fct_instroom',
    'fct_leerroute',
    'fct_leerroute_verdeling',
    'fct_pvt_map',
    'fct_pvt_map_voltooiing',
    'fct_pip',
    'fct_uitstroom',
    'fct_begeleiding',
    'fct_wi2013',
    'fct_doorlooptijd',
    'fct_routewissel',
    'fct_baten_lasten',
    'fct_baten_lasten_totaal',
    'fct_beschikking',
    'fct_cohort_telling',
    'fct_spuk_fase',
    'fct_bevinding',
    'fct_waarneming'
] -%}
with

gemeenten as (select gemeentecode from {{ ref('dim_gemeente') }}),

leveringen as (select levering_id from {{ ref('dim_bron') }}),

indicatoren as (select indicator_code from {{ ref('dim_indicator') }}),

verwijzingen as (

    {%- for feit in feiten %}
        select
            '{{ feit }}' as feit,
            gemeentecode,
            levering_id
        from {{ ref(feit) }}
        {%- if not loop.last %} union all{% endif %}
    {%- endfor %}

)

select
    feit,
    'gemeentecode' as kolom,
    gemeentecode as waarde
from verwijzingen
where gemeentecode is not null and gemeentecode not in (select gemeentecode from gemeenten)
union all
select
    feit,
    'levering_id' as kolom,
    levering_id as waarde
from verwijzingen
where levering_id is not null and levering_id not in (select levering_id from leveringen)
union all
select
    'fct_waarneming' as feit,
    'indicator_code' as kolom,
    indicator_code as waarde
from {{ ref('fct_waarneming') }}
where indicator_code not in (select indicator_code from indicatoren)
