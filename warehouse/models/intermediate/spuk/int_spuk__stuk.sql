{{ config(materialized='ephemeral') }}

with

beschikkingen as (select * from {{ ref('fct_beschikking') }}),

sisa as (
    select * from {{ ref('fct_besteding') }}
    where post = 'sisa' and regeling <> 'gebundeld' and waarde_status <> 'niet_geleverd'
),

-- The pooled amount is accounted for per regeling, so its sum is a lower bound.
verantwoord as (

    select
        gemeentecode,
        jaar,
        coalesce(regeling, 'gebundeld') as regeling,
        sum(bedrag_eur) as bedrag_eur,
        if(regeling is null and sum(bedrag_eur) is not null, 'ondergrens', max(waarde_status)) as waarde_status,
        min(vindplaats) as vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from sisa
    group by grouping sets ((gemeentecode, jaar, regeling), (gemeentecode, jaar))

),

stukken as (

    select
        gemeentecode,
        jaar,
        regeling,
        if(soort = 'terugvordering', 'afgerekend', soort) as fase,
        bedrag_eur,
        waarde_status,
        datum,
        kenmerk,
        vindplaats,
        bron_id,
        levering_id
    from beschikkingen
    union all by name
    select
        *,
        'verantwoord' as fase
    from verantwoord

)

select * from stukken
