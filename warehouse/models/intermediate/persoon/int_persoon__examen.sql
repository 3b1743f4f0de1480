{{ config(materialized='ephemeral') }}

with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

koppelingen as (select * from {{ ref('stg_ontvangst__persoon_koppeling') }}),

-- A person of any list of DUO or a gemeente; only the end of the plicht matters here.
personen as (

    select
        pseudo_id,
        arg_max(gemeentecode, (volgnummer, gemeentecode)) as gemeentecode,
        max(einddatum_plicht) as einddatum_plicht
    from {{ ref('int_persoon__versie') }}
    where is_actueel and bron <> 'tvs_personen'
    group by pseudo_id

),

examens as (

    select
        examens.* replace (coalesce(koppelingen.pseudo_id, examens.pseudo_id) as pseudo_id),
        leveringen.volgnummer,
        leveringen.bestand
    from {{ ref('stg_duo__examens') }} as examens
    inner join leveringen on examens.levering_id = leveringen.levering_id
    left join koppelingen on examens.pseudo_id = koppelingen.ander_id
    qualify row_number() over (
        partition by
            coalesce(koppelingen.pseudo_id, examens.pseudo_id), examens.examendatum, examens.onderdeel, examens.niveau
        order by examens.peildatum desc nulls last, leveringen.volgnummer desc, examens.rij desc
    ) = 1

)

select
    'duo_examens' as bron,
    coalesce(examens.gemeentecode, personen.gemeentecode, 'landelijk') as gemeentecode,
    examens.levering_id,
    examens.bestand,
    examens.blad,
    examens.rij,
    examens.volgnummer,
    examens.examendatum,
    examens.resultaat,
    personen.pseudo_id is null as is_onbekend,
    personen.einddatum_plicht
from examens
left join personen on examens.pseudo_id = personen.pseudo_id
where examens.mutatie is distinct from 'intrekking'
