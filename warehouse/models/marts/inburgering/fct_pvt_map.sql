with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and gemeentecode is not null
        and indicator_code in ('pvt', 'map')

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    doelgroep,
    upper(indicator_code) as onderdeel,
    cast(rekenwaarde as integer) as afgerond_aantal,
    waarde_status,
    bron_id,
    levering_id
from waarnemingen
