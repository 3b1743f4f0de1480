with

iv3 as (select * from {{ ref('stg_iv3__bedragen') }}),

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

gebieden as (
    select * from {{ ref('int_waarneming__gebied') }}
    where gemeentecode is not null
),

-- CBS publishes a year more than once. A revised figure (second placement) goes before a first one, whichever file was
-- read last; of two alike the newer delivery counts.
nieuwste as (

    select
        iv3.*,
        leveringen.bron_id,
        leveringen.bestand
    from iv3
    inner join leveringen on iv3.levering_id = leveringen.levering_id
    qualify row_number() over (
        partition by iv3.gemeentecode, iv3.verslagsoort_code, iv3.taakveld_code, iv3.categorie_code
        order by iv3.tweede_plaatsing is not null desc, leveringen.volgnummer desc, iv3.rij desc
    ) = 1

)

select
    ---------- sleutels
    nieuwste.gemeentecode,
    coalesce(gebieden.gemeentenaam, nieuwste.gemeentecode) as gemeentenaam,
    nieuwste.jaar,
    nieuwste.verslagsoort_code,
    nieuwste.taakveld_code,
    nieuwste.categorie_code,
    ---------- wat
    nieuwste.verslag,
    case
        when nieuwste.categorie_code like 'L%' then 'lasten'
        when nieuwste.categorie_code like 'B%' then 'baten'
        else 'balans'
    end as soort,
    ---------- waarde
    nieuwste.bedrag_eur,
    nieuwste.tweede_plaatsing is not null as is_herzien,
    ---------- herkomst
    concat_ws(', ', nieuwste.bestand, 'blad ' || nieuwste.blad, 'rij ' || nieuwste.rij) as vindplaats,
    nieuwste.bron_id,
    nieuwste.levering_id
from nieuwste
left join gebieden on nieuwste.gemeentecode = gebieden.gemeentecode
