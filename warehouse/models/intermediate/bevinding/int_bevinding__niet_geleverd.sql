with

waarnemingen as (
    select * from {{ ref('int_waarneming__alle') }}
    where is_actueel and gemeentecode is not null
),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

verwacht as (select * from {{ ref('verwachte_levering') }}),

-- Only gemeenten that deliver themselves: a national list does not make a gemeente one under review.
gemeenten as (
    select distinct gemeentecode from waarnemingen
    where bron in ('gemeente', 'gemeente_personen')
),

-- An indicator counts as delivered per split too, for figures that are of use only with that split.
geleverd as (

    select distinct
        gemeentecode,
        indicator_code,
        cast(null as varchar) as uitsplitsing
    from waarnemingen
    union all
    select distinct
        gemeentecode,
        indicator_code,
        'leeftijdsgroep' as uitsplitsing
    from waarnemingen
    where leeftijdsgroep is not null
    union all
    -- what a list of persons answers without a count of its own
    select distinct
        gemeentecode,
        case kolom when 'betaald_werk_uren' then 'werk' else 'pip_binnen_termijn' end as indicator_code,
        cast(null as varchar) as uitsplitsing
    from {{ ref('int_persoon__kolom') }}
    where kolom in ('betaald_werk_uren', 'datum_kennisgeving', 'datum_inschrijving_brp', 'datum_vestiging_gemeente')
    union all
    select distinct
        gemeentecode,
        'examen' as indicator_code,
        cast(null as varchar) as uitsplitsing
    from {{ ref('int_persoon__examen') }}

)

select
    'niet_geleverd' as controle_code,
    concat_ws('|', verwacht.indicator_code, gemeenten.gemeentecode) as onderwerpsleutel,
    verwacht.indicator_code,
    verwacht.thema,
    gemeenten.gemeentecode as gebied,
    cast(null as integer) as jaar,
    cast(null as varchar) as periode,
    cast(null as varchar) as eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    verwacht.ernst,
    'Niet geleverd voor '
    || gebieden.gemeentenaam
    || ': '
    || verwacht.omschrijving
    || '. '
    || verwacht.reden as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    cast(null as varchar) as bron_id,
    cast(null as varchar) as levering_id,
    cast(null as varchar) as vindplaats
from gemeenten
inner join gebieden on gemeenten.gemeentecode = gebieden.gebied
cross join verwacht
left join geleverd
    on
        gemeenten.gemeentecode = geleverd.gemeentecode
        and verwacht.indicator_code = geleverd.indicator_code
        and verwacht.vereiste_uitsplitsing is not distinct from geleverd.uitsplitsing
where geleverd.indicator_code is null
