with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and gemeentecode is not null
        and indicator_code in ('baten', 'lasten')

)

select
    gemeentecode,
    gemeentenaam,
    jaar,
    indicator_code as soort,
    post,
    case when status_bedrag = 'nader_voorlopig' then 'voorlopig' else status_bedrag end as status_bedrag,
    cast(rekenwaarde as decimal(14, 2)) as bedrag_eur,
    waarde_status,
    bron_id,
    levering_id
from waarnemingen
