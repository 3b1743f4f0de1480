{#- A gemeente keeps its own file on a person; DUO and TVS know a person once, at one gemeente. -#}
{%- set bronnen = {
    'duo_personen': {'model': 'stg_duo__personen', 'layout': 'duo_personen', 'sleutel': 'pseudo_id'},
    'gemeente_personen': {
        'model': 'stg_gemeente__inburgeraars', 'layout': 'inburgeraars',
        'sleutel': "concat_ws('|', gemeentecode, pseudo_id)",
    },
    'tvs_personen': {'model': 'stg_tvs__personen', 'layout': 'tvs_personen', 'sleutel': 'pseudo_id'},
} -%}
with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

rijen as (

    {% for bron, deel in bronnen.items() %}
        select
            '{{ bron }}' as bron,
            '{{ deel.layout }}' as layout,
            concat_ws('|', '{{ bron }}', {{ deel.sleutel }}) as persoonsleutel,
            *
        from {{ ref(deel.model) }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

met_levering as (

    select
        rijen.* replace (coalesce(rijen.peildatum, leveringen.peildatum) as peildatum),
        leveringen.volgnummer,
        leveringen.bestand,
        coalesce(rijen.mutatie = 'intrekking', false) as is_intrekking,
        case
            when rijen.leerroute_letter = 'O' then 'onderwijsroute'
            when rijen.leerroute_letter = 'Z' and rijen.niveau = 'A2' then 'Z-A2'
            when rijen.leerroute_letter = 'Z' then 'Z'
            when rijen.leerroute_letter = 'B' and rijen.niveau = 'A2' then 'A2'
            -- the level is optional in the B1-route: without one the route's own level holds
            when rijen.leerroute_letter = 'B' then 'B1'
        end as leerroute
    from rijen
    inner join leveringen on rijen.levering_id = leveringen.levering_id

),

geordend as (

    select
        *,
        row_number() over (partition by persoonsleutel order by peildatum, volgnummer, blad, rij) as versie
    from met_levering

),

-- A retraction takes a person away from the gemeente it names; a later normal row brings the person back.
gemerkt as (

    select
        *,
        not is_intrekking
        and versie = max(versie) filter (where not is_intrekking) over (partition by persoonsleutel)
        and versie > coalesce(
            max(versie) filter (where is_intrekking) over (partition by persoonsleutel, gemeentecode), 0
        ) as is_actueel
    from geordend

)

select
    *,
    bool_or(is_actueel) over (partition by persoonsleutel) as is_persoon_actueel
from gemerkt
