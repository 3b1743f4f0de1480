with

formules as (select * from {{ ref('int_controle__formule') }})

select
    controle_code,
    onderwerpsleutel,
    {{ bevinding_onderwerp('formules') }},
    gedrukt,
    herrekend,
    cast(null as varchar) as ernst,
    {{ bevinding_zinbegin('formules') }}
    || {{ nl_waarde('gedrukt', 'eenheid') }}
    || case
        when controle_code = 'aansluiting_stand' then '. De vorige periode eindigt op '
        else '. De onderdelen geven '
    end
    || berekening || ' = ' || {{ nl_waarde('herrekend', 'eenheid') }}
    || '. Het verschil is ' || {{ nl_waarde('abs(verschil)', 'eenheid') }} || '.' as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('formules') }}
from formules
