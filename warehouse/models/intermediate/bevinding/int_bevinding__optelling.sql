with

vergelijkingen as (select * from {{ ref('int_controle__optelling') }}),

-- One finding per printed figure and recomputed value, however many ways lead to that value.
tegenspraken as (

    select
        sleutel,
        herrekend,
        any_value(verschil) as verschil,
        list(route_zin order by route_volgorde) as routes,
        max(onderdelen_aantal) as onderdelen_aantal,
        min(ontbrekend_aantal) as ontbrekend_aantal
    from vergelijkingen
    where is_tegenspraak
    group by sleutel, herrekend

),

overeenkomsten as (

    select
        sleutel,
        list(route_zin order by route_volgorde) as routes
    from vergelijkingen
    where verschil = 0 and ontbrekend_aantal = 0
    group by sleutel

),

-- A subtotal that is wrong by the same amount passes its error on.
overgenomen as (

    select
        onderdelen.totaal_sleutel as sleutel,
        deeltotaal.verschil,
        min(deeltotaal.uitsplitsing_zin || ' ' || deeltotaal.periode_zin) as waar
    from {{ ref('int_controle__totaal_onderdeel') }} as onderdelen
    inner join vergelijkingen as deeltotaal
        on onderdelen.onderdeel_sleutel = deeltotaal.sleutel and deeltotaal.is_tegenspraak
    group by onderdelen.totaal_sleutel, deeltotaal.verschil

),

-- One amount that is exactly as large as the difference is worth naming.
zelfde_bedrag as (

    select
        onderdelen.totaal_sleutel as sleutel,
        onderdelen.rekenwaarde as verschil,
        any_value(cellen.uitsplitsing_zin || ' van ' || cellen.gebied_zin) as waar
    from {{ ref('int_controle__totaal_onderdeel') }} as onderdelen
    inner join {{ ref('int_waarneming__beschreven') }} as cellen
        on onderdelen.onderdeel_sleutel = cellen.sleutel and cellen.is_rekencel
    where cellen.eenheid = 'euro' and not cellen.is_ontbrekend
    group by onderdelen.totaal_sleutel, onderdelen.rekenwaarde
    having count(distinct onderdelen.onderdeel_sleutel) = 1

),

totalen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and is_totaal

)

select
    'optelling' as controle_code,
    concat_ws('|', totalen.onderwerpsleutel, array_to_string(tegenspraken.routes, '+')) as onderwerpsleutel,
    {{ bevinding_onderwerp('totalen') }},
    totalen.rekenwaarde as gedrukt,
    tegenspraken.herrekend,
    cast(null as varchar) as ernst,
    concat_ws(
        ' ',
        {{ bevinding_zinbegin('totalen') }}
        || case
            when totalen.waarde_status = 'streepje' then 'een streepje (nul)'
            else {{ nl_waarde('totalen.rekenwaarde', 'totalen.eenheid') }}
        end || '; ' || {{ nl_opsomming('tegenspraken.routes') }}
        || ' tellen op tot ' || {{ nl_waarde('tegenspraken.herrekend', 'totalen.eenheid') }} || '.',
        'Dat is ' || {{ nl_waarde('abs(tegenspraken.verschil)', 'totalen.eenheid') }}
        || case when tegenspraken.verschil > 0 then ' meer.' else ' minder.' end,
        case
            when tegenspraken.ontbrekend_aantal > 0
                then
                    'Van de ' || tegenspraken.onderdelen_aantal || ' onderliggende cijfers ontbreken er '
                    || tegenspraken.ontbrekend_aantal || '; die tellen niet mee.'
        end,
        case
            when overeenkomsten.routes is not null
                then
                    'Tel je '
                    || {{ nl_opsomming('overeenkomsten.routes') }}
                    || ' op, dan klopt het gedrukte cijfer wel.'
        end
    ) as toelichting,
    case
        when overgenomen.waar is not null
            then 'Hetzelfde verschil staat bij een deeltotaal (' || overgenomen.waar || '); dit totaal neemt het over.'
        when zelfde_bedrag.waar is not null
            then
                'Het verschil is precies het bedrag voor ' || zelfde_bedrag.waar || '; dat bedrag lijkt niet meegeteld.'
    end as verklaring,
    {{ bevinding_herkomst('totalen') }}
from tegenspraken
inner join totalen on tegenspraken.sleutel = totalen.sleutel
left join overeenkomsten on tegenspraken.sleutel = overeenkomsten.sleutel
left join overgenomen on tegenspraken.sleutel = overgenomen.sleutel and tegenspraken.verschil = overgenomen.verschil
left join
    zelfde_bedrag
    on tegenspraken.sleutel = zelfde_bedrag.sleutel and tegenspraken.verschil = zelfde_bedrag.verschil
