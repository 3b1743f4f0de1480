{{ config(materialized='ephemeral') }}

with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where gemeentecode is not null and indicator_code = 'instroom' and jaar is not null
),

per_levering as (

    select
        levering_id,
        gemeentecode,
        jaar,
        doelgroep,
        max(peildatum_cel) as peildatum_cel,
        max(peildatum) as peildatum,
        max(max(jaar) filter (where rekenwaarde is not null)) over (partition by levering_id) as laatste_jaar
    from waarnemingen
    group by levering_id, gemeentecode, jaar, doelgroep

)

select
    levering_id,
    gemeentecode,
    jaar,
    doelgroep,
    -- people of a later year in the same delivery: then this year was over; a date of the figure itself says more
    coalesce(
        peildatum_cel >= make_date(jaar, 12, 31), peildatum >= make_date(jaar, 12, 31) or laatste_jaar > jaar, false
    ) as is_afgelopen
from per_levering
