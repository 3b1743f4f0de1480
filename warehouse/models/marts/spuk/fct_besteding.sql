with

beschikkingen as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        regeling
    from {{ ref('fct_beschikking') }}
    where soort <> 'terugvordering'
    group by gemeentecode, jaar, regeling

),

posten as (select * from {{ ref('spuk_kostenposten') }}),

lasten as (

    select
        gemeentecode,
        gemeentenaam,
        jaar,
        'gebundeld' as regeling,
        coalesce(post, 'onbekend') as post,
        status_bedrag,
        waarde as bedrag_eur,
        waarde_status,
        'lasten' as herkomst,
        tabel,
        vindplaats,
        bron_id,
        levering_id
    from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'lasten'

),

sisa as (select * from {{ ref('int_spuk__sisa') }}),

sisa_samen as (select * from {{ ref('int_spuk__sisa_samen') }}),

-- The years of which SiSa accounts for all spending at once.
verantwoord as (
    select * from sisa_samen
    where post = 'sisa'
),

regelstatus as (select * from {{ ref('int_spuk__regelstatus') }}),

-- What should be there, so that a post that never came is a row that says so.
raster as (

    select
        beschikkingen.*,
        posten.post
    from beschikkingen
    inner join posten
        on
            posten.is_voorziening in ('ja', 'discutabel')
            and (posten.post = 'sisa') = (beschikkingen.regeling <> 'gebundeld')
    -- beside such a year no post is missing
    anti join verantwoord
        on
            beschikkingen.gemeentecode = verantwoord.gemeentecode
            and beschikkingen.jaar = verantwoord.jaar
            and beschikkingen.regeling = verantwoord.regeling

),

geleverd as (
    select * from lasten
    union all by name
    select * from sisa
    union all by name
    select * from sisa_samen
)

select
    coalesce(geleverd.gemeentecode, raster.gemeentecode) as gemeentecode,
    coalesce(geleverd.gemeentenaam, raster.gemeentenaam) as gemeentenaam,
    cast(coalesce(geleverd.jaar, raster.jaar) as integer) as jaar,
    coalesce(geleverd.regeling, raster.regeling) as regeling,
    coalesce(geleverd.post, raster.post) as post,
    case
        when geleverd.herkomst = 'lasten' and verantwoord.jaar is not null and posten.is_voorziening <> 'nee'
            then 'vervangen'
        else coalesce(posten.is_voorziening, 'nee')
    end as is_voorziening,
    geleverd.status_bedrag,
    cast(geleverd.bedrag_eur as decimal(14, 2)) as bedrag_eur,
    coalesce(geleverd.waarde_status, 'niet_geleverd') as waarde_status,
    coalesce(geleverd.herkomst, if(raster.post = 'sisa', 'sisa', 'lasten')) as herkomst,
    regelstatus.regel_status,
    geleverd.sisa_code,
    geleverd.sisa_omschrijving,
    geleverd.tabel,
    geleverd.vindplaats,
    geleverd.bron_id,
    geleverd.levering_id
from raster
full outer join geleverd
    on
        raster.gemeentecode = geleverd.gemeentecode
        and raster.jaar = geleverd.jaar
        and raster.regeling = geleverd.regeling
        and raster.post = geleverd.post
left join posten on coalesce(geleverd.post, raster.post) = posten.post
left join verantwoord
    on
        geleverd.gemeentecode = verantwoord.gemeentecode
        and geleverd.jaar = verantwoord.jaar
        and geleverd.regeling = verantwoord.regeling
left join regelstatus
    on
        coalesce(geleverd.regeling, raster.regeling) = regelstatus.regeling
        and coalesce(geleverd.post, raster.post) = regelstatus.post
