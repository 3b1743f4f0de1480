with

delen as (
    select * from {{ ref('int_herindeling__deel') }}
    where deel_einde_datum is not null
),

-- What can't be added up over gemeenten: shares and prices per person.
aandelen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and gemeentecode is not null and (eenheid = 'procent' or optelbaar_over = 'niets')

),

per_aandeel as (

    select
        aandelen.*,
        any_value(delen.deel_einde_datum) as einde_datum,
        list_sort(list(distinct delen.doel_naam || ' (' || delen.doel_code || ')')) as doelen
    from aandelen
    inner join delen on aandelen.gemeentecode = delen.deel_code
    group by all

)

select
    'herindeling_aandeel' as controle_code,
    per_aandeel.sleutel as onderwerpsleutel,
    {{ bevinding_onderwerp('per_aandeel') }},
    per_aandeel.rekenwaarde as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    'laag' as ernst,
    per_aandeel.indicator_naam || ' ' || per_aandeel.periode_zin || ' van ' || per_aandeel.gebied_zin
    || ' is een aandeel of een bedrag per persoon (' || per_aandeel.waarde_ruw || '). ' || per_aandeel.gebied_zin
    || ' ging op ' || {{ nl_datum('per_aandeel.einde_datum') }} || ' op in ' || {{ nl_opsomming('per_aandeel.doelen') }}
    || '. Zo’n cijfer van een opgeheven gemeente kan niet worden opgeteld; het telt niet mee in de cijfers van de '
    || 'nieuwe gemeente.' as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('per_aandeel') }}
from per_aandeel
