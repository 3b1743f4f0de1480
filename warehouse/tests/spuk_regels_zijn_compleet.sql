-- Every rule of the SPUK says where it stands and how sure it is, and no amount is made up.
-- A failure is a mistake in a seed row or in a model of this project, never in a delivery.
{% set regels = [
    'spuk_regelingen', 'spuk_prijzen', 'spuk_plafonds', 'spuk_parameters', 'spuk_termijnen', 'spuk_kostenposten'
] -%}
{% set zonder_artikel = ['spuk_scenarios', 'spuk_sisa_herkenning'] -%}
with

statussen as (

    {%- for seed in regels %}
        select
            '{{ seed }}' as plaats,
            status,
            artikel,
            tekst_datum is not null or opmerking is not null as is_gedateerd
        from {{ ref(seed) }}
        union all
    {%- endfor %}
    {%- for seed in zonder_artikel %}
        select
            '{{ seed }}' as plaats,
            status,
            'geen' as artikel,
            true as is_gedateerd
        from {{ ref(seed) }}
        union all
    {%- endfor %}
    select
        'spuk_aannames' as plaats,
        status,
        artikel,
        true as is_gedateerd
    from {{ ref('spuk_aannames') }}

),

bedragen as (

    select
        'fct_beschikking' as plaats,
        waarde_status,
        bedrag_eur
    from {{ ref('fct_beschikking') }}
    union all
    select
        'fct_besteding' as plaats,
        waarde_status,
        bedrag_eur
    from {{ ref('fct_besteding') }}

),

definitief as (
    select * from {{ ref('fct_beschikking') }}
    where soort = 'definitief'
),

gekozen as (
    select * from {{ ref('fct_cohort_telling') }}
    where is_gekozen
)

select
    plaats,
    'status onbekend, of bevestigd zonder artikel of datum' as regel
from statussen
where
    coalesce(status, '') not in ('bevestigd', 'afgeleid', 'onbekend')
    or status = 'bevestigd' and (artikel is null or not is_gedateerd)
union all
select
    'spuk_prijzen' as plaats,
    'negatief bedrag of gewicht' as regel
from {{ ref('spuk_prijzen') }}
where bedrag_eur < 0 or gewicht < 0
union all
select
    plaats,
    'bedrag bij een status zonder bedrag' as regel
from bedragen
where waarde_status in ('pm', 'niet_geleverd', 'onderdrukt', 'onleesbaar') and bedrag_eur is not null
union all
select
    'fct_spuk_verloop' as plaats,
    'definitief bedrag zonder beschikking' as regel
from {{ ref('fct_spuk_verloop') }} as verloop
where
    verloop.toegekend_herkomst = 'beschikking'
    and (verloop.gemeentecode, verloop.jaar, verloop.regeling) not in (
        select (definitief.gemeentecode, definitief.jaar, definitief.regeling) from definitief
    )
union all
select
    'fct_cohort_telling' as plaats,
    'meer dan één gekozen telling' as regel
from gekozen
group by gemeentecode, cohort, groep
having count(*) > 1
union all
select
    'spuk_termijnen en spuk_kostenposten' as plaats,
    'dubbele code' as regel
from (
    select concat_ws(' ', 'termijn', termijn, geldig_vanaf_jaar) as code from {{ ref('spuk_termijnen') }}
    union all
    select 'post ' || post as code from {{ ref('spuk_kostenposten') }}
)
group by code
having count(*) > 1
