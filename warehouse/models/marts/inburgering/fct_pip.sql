with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and gemeentecode is not null
        and indicator_code = 'pip'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    periode,
    cast(rekenwaarde as integer) as vastgesteld_aantal,
    coalesce(periode_van_datum, make_date(jaar, 1, 1)) as periode_van_datum,
    coalesce(periode_tot_datum, make_date(jaar, 12, 31)) as periode_tot_datum,
    waarde_status,
    bron_id,
    levering_id
from waarnemingen
