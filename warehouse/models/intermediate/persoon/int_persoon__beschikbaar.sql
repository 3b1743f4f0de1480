{{ config(materialized='ephemeral') }}

with

versies as (select * from {{ ref('int_persoon__versie') }}),

-- Only a full stand tells that someone is not there.
standen as (

    select
        bron,
        gemeentecode,
        bool_or(is_stand) as is_stand
    from versies
    group by all

),

actueel as (

    select
        bron,
        gemeentecode,
        arg_max(levering_id, volgnummer) as levering_id,
        max(peildatum) as peildatum,
        count(distinct levering_id) as leveringen_aantal,
        list(distinct doelgroep) filter (where doelgroep is not null) as doelgroepen
    from versies
    where is_actueel
    group by all

),

kolommen as (

    select
        bron,
        gemeentecode,
        list(kolom) filter (where is_volledig) as kolommen
    from {{ ref('int_persoon__kolom') }}
    group by all

),

indicatoren as (

    {% for indicator, telling in persoon_indicatoren().items() %}
        select
            '{{ indicator }}' as indicator_code,
            '{{ telling.datum }}' as kolom,
            string_split('{{ telling.vereist | join('|') }}', '|') as vereist
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

-- What may be counted: only where every delivery behind the current persons had the columns that the count needs.
select
    actueel.*,
    standen.is_stand,
    indicatoren.indicator_code,
    indicatoren.kolom,
    list_contains(kolommen.kolommen, 'niveau') as heeft_niveau
from actueel
inner join standen on actueel.bron = standen.bron and actueel.gemeentecode = standen.gemeentecode
inner join kolommen on actueel.bron = kolommen.bron and actueel.gemeentecode = kolommen.gemeentecode
inner join indicatoren on list_has_all(kolommen.kolommen, indicatoren.vereist)
