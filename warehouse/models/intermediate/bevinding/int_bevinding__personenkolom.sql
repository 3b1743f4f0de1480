with

kolommen as (select * from {{ ref('int_persoon__kolom') }}),

vereist as (

    {% for indicator, telling in persoon_indicatoren().items() %}
        select
            '{{ indicator }}' as indicator_code,
            unnest(string_split('{{ telling.vereist | join('|') }}', '|')) as kolom,
            {{ telling.vereist | length }} as vereist_aantal
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

-- Every column was delivered, but not for everyone: the figure can't be counted. Never delivered is no news here.
onvolledig as (

    select
        kolommen.bron,
        kolommen.gemeentecode,
        vereist.indicator_code,
        any_value(kolommen.leveringen_aantal) as leveringen_aantal,
        max(kolommen.leveringen_aantal - kolommen.met_kolom_aantal) as zonder_kolom_aantal,
        list(vereist.kolom order by vereist.kolom) filter (where not kolommen.is_volledig) as ontbrekend
    from kolommen
    inner join vereist on kolommen.kolom = vereist.kolom
    group by kolommen.bron, kolommen.gemeentecode, vereist.indicator_code
    having count(*) = max(vereist.vereist_aantal) and not bool_and(kolommen.is_volledig)

)

select
    'kolom_niet_geleverd' as controle_code,
    concat_ws('|', onvolledig.indicator_code, onvolledig.bron, onvolledig.gemeentecode) as onderwerpsleutel,
    onvolledig.indicator_code,
    indicatoren.thema,
    onvolledig.gemeentecode as gebied,
    cast(null as integer) as jaar,
    cast(null as varchar) as periode,
    cast(null as varchar) as eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    'middel' as ernst,
    indicatoren.naam || ' van ' || coalesce(gebieden.gebied_zin, onvolledig.gemeentecode) || ' niet geteld uit '
    || coalesce(bronnen.zin_label, onvolledig.bron) || ': ' || {{ nl_opsomming('onvolledig.ontbrekend') }}
    || ' ontbreekt in ' || onvolledig.zonder_kolom_aantal || ' van de ' || onvolledig.leveringen_aantal
    || ' leveringen waaruit de huidige personen komen. Lever een volledige lijst met deze kolom.' as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    cast(null as varchar) as bron_id,
    cast(null as varchar) as levering_id,
    cast(null as varchar) as vindplaats
from onvolledig
inner join {{ ref('indicatoren') }} as indicatoren on onvolledig.indicator_code = indicatoren.indicator_code
left join {{ ref('codelijst') }} as bronnen on bronnen.lijst = 'bron' and onvolledig.bron = bronnen.code
left join {{ ref('int_waarneming__gebied') }} as gebieden on onvolledig.gemeentecode = gebieden.gebied
