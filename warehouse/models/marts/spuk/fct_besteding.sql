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
    -- SiSa accounts for all spending at once, so beside it no post is missing
    anti join sisa_samen
        on
            beschikkingen.gemeentecode = sisa_samen.gemeentecode
            and beschikkingen.jaar = sisa_samen.jaar
            and beschikkingen.regeling = sisa_samen.regeling

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
    coalesce(posten.is_voorziening, 'nee') as is_voorziening,
    geleverd.status_bedrag,
    cast(geleverd.bedrag_eur as decimal(14, 2)) as bedrag_eur,
    coalesce(geleverd.waarde_status, 'niet_geleverd') as waarde_status,
    coalesce(geleverd.herkomst, if(raster.post = 'sisa', 'sisa', 'lasten')) as herkomst,
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
