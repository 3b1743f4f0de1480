with

sisa as (select * from {{ ref('stg_spuk__sisa') }}),

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

gebieden as (
    select * from {{ ref('int_waarneming__gebied') }}
    where gemeentecode is not null
),

-- A later delivery replaces an indicator with all its projects, so a project that was withdrawn goes as well.
-- Indicators that it does not have keep the figures of the delivery before: a correction may hold one indicator only.
nieuwste as (

    select
        sisa.*,
        leveringen.bron_id,
        leveringen.bestand
    from sisa
    inner join leveringen on sisa.levering_id = leveringen.levering_id
    qualify leveringen.volgnummer = max(leveringen.volgnummer) over (
        partition by sisa.gemeentecode, sisa.jaar, sisa.sisa_indicator_code
    )

)

select
    ---------- sleutels
    nieuwste.gemeentecode,
    coalesce(gebieden.gemeentenaam, nieuwste.gemeentecode) as gemeentenaam,
    nieuwste.jaar,
    nieuwste.sisa_indicator_code,
    nieuwste.project_nummer,
    ---------- wat
    nieuwste.verstrekker,
    nieuwste.uitkeringscode,
    nieuwste.omschrijving,
    nieuwste.aard_controle,
    ---------- waarde
    nieuwste.waarde_ruw,
    nieuwste.waarde,
    cast(case when nieuwste.eenheid = 'euro' then nieuwste.waarde end as decimal(14, 2)) as bedrag_eur,
    nieuwste.eenheid,
    ---------- herkomst
    concat_ws(', ', nieuwste.bestand, 'blad ' || nieuwste.blad, 'rij ' || nieuwste.rij) as vindplaats,
    nieuwste.bron_id,
    nieuwste.levering_id
from nieuwste
left join gebieden on nieuwste.gemeentecode = gebieden.gemeentecode
