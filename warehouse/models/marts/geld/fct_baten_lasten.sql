with

feiten as (

    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code in ('baten', 'lasten')

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    indicator_code as soort,
    post,
    case when status_bedrag = 'nader_voorlopig' then 'voorlopig' else status_bedrag end as status_bedrag,
    cast(waarde as decimal(14, 2)) as bedrag_eur,
    waarde_status,
    bron_id,
    levering_id
from feiten
