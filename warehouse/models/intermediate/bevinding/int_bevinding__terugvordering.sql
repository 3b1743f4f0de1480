with

-- A reclaimed amount is no income of a status that the facts know, so it is told here.
terugvorderingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_actueel and status_bedrag = 'terugvordering' and rekenwaarde is not null

)

select
    'terugvordering' as controle_code,
    concat_ws('|', onderwerpsleutel, bron) as onderwerpsleutel,
    {{ bevinding_onderwerp('terugvorderingen') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    'middel' as ernst,
    'Een terugvordering van ' || {{ nl_waarde('abs(rekenwaarde)', 'eenheid') }} || ' ' || periode_zin || ' van '
    || gebied_zin || coalesce(' (' || nullif(uitsplitsing_zin, '') || ')', '')
    || ' is gemeld; dit bedrag telt niet mee in de baten.' as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('terugvorderingen') }}
from terugvorderingen
