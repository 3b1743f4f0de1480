with

samen as (select * from {{ ref('int_controle__vergelijking') }}),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

indicatoren as (select * from {{ ref('indicatoren') }}),

codes as (select * from {{ ref('codelijst') }}),

ernstgrenzen as (
    select * from {{ ref('ernstgrenzen') }}
    where eenheid = 'personen'
)

select
    samen.controle_code,
    concat_ws(
        '|', samen.indicator_code, samen.groter_indicator_code, samen.gemeentecode, samen.periode,
        samen.doelgroep, samen.leerroute
    ) as onderwerpsleutel,
    samen.indicator_code,
    klein.thema,
    samen.gemeentecode as gebied,
    samen.jaar,
    samen.periode,
    'personen' as eenheid,
    samen.telling as gedrukt,
    samen.grens as herrekend,
    -- within one year the two counts may be of different people, so a year alone is never 'hoog'
    case
        when not samen.is_volledig then 'laag'
        when
            samen.jaar is not null and samen.telling - samen.grens >= cast(ernstgrenzen.grens_hoog as integer)
            then 'middel'
    end as ernst,
    concat_ws(
        ' ',
        'In ' || gebieden.gemeentenaam || ' zijn '
        || coalesce(
            'over ' || samen.jaar,
            'over ' || samen.eerste_jaar || ' tot en met ' || samen.laatste_jaar,
            'over alle jaren samen'
        )
        || ' meer ' || klein.zin_meervoud || ' geteld dan ' || groot.zin_meervoud
        || coalesce(' (' || nullif(concat_ws(', ', doelgroepen.zin_label, routes.zin_label), '') || ')', '') || ': '
        || {{ nl_getal('samen.telling') }} || ' tegenover ' || {{ nl_getal('samen.grens') }}
        || ', een verschil van ' || {{ nl_getal('samen.telling - samen.grens') }} || '.',
        samen.uitleg,
        case when not samen.is_volledig then 'In de tweede telling ontbreken cijfers; die kan dus hoger zijn.' end
    ) as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('samen') }}
from samen
inner join gebieden on samen.gemeentecode = gebieden.gebied
inner join indicatoren as klein on samen.indicator_code = klein.indicator_code
inner join indicatoren as groot on samen.groter_indicator_code = groot.indicator_code
cross join ernstgrenzen
left join codes as doelgroepen on doelgroepen.lijst = 'doelgroep' and samen.doelgroep = doelgroepen.code
left join codes as routes on routes.lijst = 'leerroute' and samen.leerroute = routes.code and samen.niveau = 'leerroute'
