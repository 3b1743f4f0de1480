with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'wi2013'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    peildatum,
    doelgroep,
    -- a wholly suppressed count is at least nil; how far above the visible part it lies is unknown
    cast(
        case when waarde_status in ('onderdrukt', 'ondergrens') then coalesce(waarde, 0) else waarde end as integer
    ) as ondergrens_aantal,
    cast(case when waarde_status not in ('onderdrukt', 'ondergrens') then waarde end as integer) as bovengrens_aantal,
    waarde_status,
    bron_id,
    levering_id
from feiten
