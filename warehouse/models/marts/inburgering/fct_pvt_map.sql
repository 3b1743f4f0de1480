with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code in ('pvt', 'map')

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    doelgroep,
    upper(indicator_code) as onderdeel,
    cast(waarde as integer) as afgerond_aantal,
    waarde_status,
    bron_id,
    levering_id
from feiten
