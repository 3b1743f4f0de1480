with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'leerroute'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    doelgroep,
    leerroute,
    cast(waarde as integer) as aantal,
    waarde_status,
    bron_id,
    levering_id
from feiten
