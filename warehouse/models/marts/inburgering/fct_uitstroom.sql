with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and gemeentecode is not null
        and indicator_code = 'uitstroom'

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    doelgroep,
    -- a dash for a whole group says nil for every route
    coalesce(leerroute, 'alle') as leerroute,
    cast(rekenwaarde as integer) as aantal,
    waarde_status,
    bron_id,
    levering_id
from waarnemingen
