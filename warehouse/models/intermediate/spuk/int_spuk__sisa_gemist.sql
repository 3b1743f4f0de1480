{{ config(materialized='ephemeral') }}

with

-- Before this year there was nothing to recognise.
grens as (
    select cast(max(waarde) as integer) as eerste_jaar from {{ ref('spuk_parameters') }}
    where parameter = 'eerste_cohort'
),

regelingen as (
    select distinct uitkeringscode as regeling from {{ ref('spuk_sisa_herkenning') }}
    where rol = 'besteding'
),

herkend as (

    select
        gemeentecode,
        jaar,
        list(regeling) as herkend
    from {{ ref('int_spuk__sisa') }}
    where post = 'sisa'
    group by gemeentecode, jaar

),

brieven as (

    select
        gemeentecode,
        jaar,
        list(regeling) as beschikt
    from {{ ref('int_spuk__beschikking') }}
    where soort <> 'terugvordering'
    group by gemeentecode, jaar

),

-- A sheet holds the grants of every ministry; a row is near a regeling when its code begins like hers (G10B, G10).
rijen as (

    select
        sisa.*,
        regelingen.regeling,
        herkend.herkend,
        brieven.beschikt,
        regexp_replace(sisa.omschrijving, '\s+', ' ', 'g') as tekst
    from {{ ref('fct_sisa') }} as sisa
    inner join grens on sisa.jaar >= grens.eerste_jaar
    left join regelingen on starts_with(sisa.uitkeringscode, regelingen.regeling)
    left join herkend on sisa.gemeentecode = herkend.gemeentecode and sisa.jaar = herkend.jaar
    left join brieven on sisa.gemeentecode = brieven.gemeentecode and sisa.jaar = brieven.jaar

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    regeling,
    herkend is not null as is_deels_herkend,
    beschikt is not null as is_beschikt,
    case
        when regeling is null then uitkeringscode
        when tekst is null then sisa_indicator_code || ' (zonder omschrijving)'
        else sisa_indicator_code || ' (“' || if(length(tekst) > 80, tekst[:79] || '…', tekst) || '”)'
    end as zin,
    vindplaats,
    bron_id,
    levering_id
from rijen
where
    -- beside a regeling that was recognised, another one is missed only when money came in for it
    herkend is null
    or (
        regeling is not null
        and not list_contains(herkend, regeling)
        and list_has_any(beschikt, [regeling, 'gebundeld'])
    )
-- other codes are told of only when nothing is near
qualify regeling is not null or count(regeling) over (partition by gemeentecode, jaar) = 0
