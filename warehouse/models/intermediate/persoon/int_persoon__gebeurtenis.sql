{{ config(materialized='ephemeral') }}

with

versies as (
    select * from {{ ref('int_persoon__versie') }}
    where is_actueel
),

beschikbaar as (select * from {{ ref('int_persoon__beschikbaar') }}),

leeftijdsgroepen as (

    select
        code,
        cast(split_part(code, '-', 1) as integer) as leeftijd_van,
        cast(split_part(code, '-', 2) as integer) as leeftijd_tot
    from {{ ref('codelijst') }}
    where lijst = 'leeftijdsgroep' and code <> 'totaal'

),

-- A date after the peildatum has not happened yet and counts nowhere.
gebeurtenissen as (

    {% for indicator, telling in persoon_indicatoren().items() %}
        select
            '{{ indicator }}' as indicator_code,
            {{ telling.datum }} as datum,
            *
        from versies
        where {{ telling.datum }} <= peildatum{{ ' and ' ~ telling.als if telling.als }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select
    g.bron,
    g.gemeentecode,
    g.indicator_code,
    g.levering_id,
    g.rij,
    year(g.datum) as jaar,
    if(month(g.datum) <= 6, 1, 2) as halfjaar,
    if(g.indicator_code in ('pip', 'gerealiseerd'), null, g.doelgroep) as doelgroep,
    leeftijdsgroepen.code as leeftijdsgroep,
    if(g.indicator_code = 'instroom', nullif(g.geslacht, 'onbekend'), null) as geslacht,
    if(g.indicator_code in ('leerroute', 'uitstroom'), g.leerroute, null) as leerroute,
    g.indicator_code not in ('pip', 'gerealiseerd') and g.doelgroep is null as is_groep_onbekend,
    -- with only a year of birth the age on a date lies between two numbers: on a limit the group is a guess
    g.indicator_code = 'instroom' and (
        coalesce(g.geslacht, 'onbekend') = 'onbekend'
        or coalesce(g.jaar_leeftijd = leeftijdsgroepen.leeftijd_van, true)
    )
    or g.indicator_code in ('leerroute', 'uitstroom') and (g.leerroute is null or not beschikbaar.heeft_niveau)
        as is_splitsing_onzeker
from (
    select
        *,
        year(datum) - geboortejaar as jaar_leeftijd
    from gebeurtenissen
) as g
inner join beschikbaar
    on
        g.bron = beschikbaar.bron
        and g.gemeentecode = beschikbaar.gemeentecode
        and g.indicator_code = beschikbaar.indicator_code
left join leeftijdsgroepen
    on
        g.indicator_code = 'instroom'
        and g.jaar_leeftijd >= leeftijdsgroepen.leeftijd_van
        and g.jaar_leeftijd < leeftijdsgroepen.leeftijd_tot
