with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and gemeentecode is not null
        and indicator_code = 'wi2013'

)

select
    gemeentecode,
    gemeentenaam,
    cast(coalesce(jaar, year(peildatum)) as integer) as jaar,
    peildatum,
    doelgroep,
    -- a wholly suppressed count is at least nil; how far above the visible part it lies is unknown
    cast(
        case when waarde_status in ('onderdrukt', 'ondergrens') then coalesce(waarde, 0) else rekenwaarde end as integer
    )
        as ondergrens_aantal,
    cast(case when waarde_status not in ('onderdrukt', 'ondergrens') then rekenwaarde end as integer)
        as bovengrens_aantal,
    waarde_status,
    bron_id,
    levering_id
from waarnemingen
