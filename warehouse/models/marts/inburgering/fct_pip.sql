with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'pip'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    periode,
    cast(waarde as integer) as vastgesteld_aantal,
    coalesce(periode_van_datum, make_date(jaar, 1, 1)) as periode_van_datum,
    coalesce(periode_tot_datum, make_date(jaar, 12, 31)) as periode_tot_datum,
    waarde_status,
    bron_id,
    levering_id
from feiten
