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
    || '. Het verschil is ' || {{ nl_waarde('abs(verschil)', 'eenheid') }} || '.'
    -- a row that stops before its last month is named: the rest of its period may explain the difference
    || case
        when vorige_peildatum is not null
            then
                ' De cijfers van de vorige periode lopen tot en met ' || {{ nl_datum('vorige_peildatum') }}
                || '; wat daarna gebeurde, kan het verschil verklaren.'
        else ''
    end as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('formules') }}
from formules
