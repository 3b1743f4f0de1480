with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'begeleiding'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    cast(waarde as integer) as aantal,
    waarde_status,
    bron_id,
    levering_id
from feiten
