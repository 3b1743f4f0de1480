with

vergelijkingen as (select * from {{ ref('int_controle__optelling') }}),

-- The finest comparison of each printed total: all loose cells when there are several splits.
fijnste as (

    select *
    from vergelijkingen
    qualify row_number() over (partition by sleutel order by onderdelen_aantal desc, route_volgorde desc) = 1

),

per_totaal as (

    select
        sleutel,
        bool_or(is_tegenspraak) as heeft_tegenspraak,
        bool_or(ontbrekend_aantal = 0) as heeft_volledige_vergelijking
    from vergelijkingen
    group by sleutel

),

statussen as (
    select * from {{ ref('codelijst') }}
    where lijst = 'waarde_status'
),

-- Money: every total with parts missing. Counts: only when the missing parts must hold something.
onvolledig as (

    select fijnste.*
    from fijnste
    inner join per_totaal on fijnste.sleutel = per_totaal.sleutel
    where
        fijnste.ontbrekend_aantal > 0
        and not per_totaal.heeft_tegenspraak
        and (
            fijnste.eenheid = 'euro'
            or (fijnste.verschil <> 0 and not per_totaal.heeft_volledige_vergelijking)
        )

),

statussen_in_woorden as (

    select
        onvolledig.sleutel,
        string_agg(statussen.zin_label, ' en ' order by statussen.volgorde) as reden
    from onvolledig
    inner join statussen on list_contains(onvolledig.ontbrekende_statussen, statussen.code)
    group by onvolledig.sleutel

)

select
    'totaal_onvolledig' as controle_code,
    onvolledig.onderwerpsleutel,
    {{ bevinding_onderwerp('onvolledig') }},
    onvolledig.gedrukt,
    onvolledig.herrekend,
    case
        when onvolledig.eenheid <> 'euro' then 'laag'
        when 2 * onvolledig.ontbrekend_aantal > onvolledig.onderdelen_aantal then 'hoog'
        else 'middel'
    end as ernst,
    concat_ws(
        ' ',
        {{ bevinding_zinbegin('onvolledig') }}
        || {{ nl_waarde('onvolledig.gedrukt', 'onvolledig.eenheid') }} || '. Van de ' || onvolledig.onderdelen_aantal
        || ' onderliggende cijfers ontbreken er ' || onvolledig.ontbrekend_aantal
        || coalesce(': ' || statussen_in_woorden.reden, '') || '.',
        case
            when onvolledig.verschil = 0
                then
                    'De cijfers die er wel zijn, tellen op tot precies dit totaal: wat ontbreekt, telt daarin niet mee.'
            else
                'De cijfers die er wel zijn, tellen op tot '
                || {{ nl_waarde('onvolledig.herrekend', 'onvolledig.eenheid') }}
                || '; het verschil van ' || {{ nl_waarde('abs(onvolledig.verschil)', 'onvolledig.eenheid') }}
                || ' kan in de ontbrekende cijfers zitten.'
        end
    ) as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('onvolledig') }}
from onvolledig
left join statussen_in_woorden on onvolledig.sleutel = statussen_in_woorden.sleutel
