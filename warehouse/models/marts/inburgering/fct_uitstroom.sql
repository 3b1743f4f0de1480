with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'uitstroom'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    doelgroep,
    -- a dash for a whole group says nil for every route
    coalesce(leerroute, 'alle') as leerroute,
    cast(waarde as integer) as aantal,
    waarde_status,
    bron_id,
    levering_id
from feiten
