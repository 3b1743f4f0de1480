{#- A gemeente keeps its own file on a person; DUO and TVS know a person once, at one gemeente. -#}
{%- set bronnen = {
    'duo_personen': {'model': 'stg_duo__personen', 'layout': 'duo_personen'},
    'gemeente_personen': {'model': 'stg_gemeente__inburgeraars', 'layout': 'inburgeraars'},
    'tvs_personen': {'model': 'stg_tvs__personen', 'layout': 'tvs_personen'},
} -%}
with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

rijen as (

    {% for bron, deel in bronnen.items() %}
        select
            '{{ bron }}' as bron,
            '{{ deel.layout }}' as layout,
            *
        from {{ ref(deel.model) }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

-- Who was known by another number first is the same person under the BSN.
met_levering as (

    select
        rijen.* replace (
            coalesce(rijen.peildatum, leveringen.peildatum) as peildatum,
            coalesce(koppelingen.pseudo_id, rijen.pseudo_id) as pseudo_id
        ),
        leveringen.volgnummer,
        leveringen.bestand,
        coalesce(rijen.mutatie = 'intrekking', false) as is_intrekking,
        -- a cell that says "none" is no reason to have left
        rijen.verhuisd_naar_gemeente is not null
        or coalesce(lower(trim(rijen.uitstroomreden)) not in ('', '-', 'nee', 'geen', 'nvt', 'n.v.t.'), false)
            as is_vertrokken,
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
    left join {{ ref('stg_ontvangst__persoon_koppeling') }} as koppelingen on rijen.pseudo_id = koppelingen.ander_id

),

-- A file with changes or retractions is a list of changes; any other file is a full stand of its gemeenten.
standen as (

    select
        bron,
        levering_id,
        gemeentecode,
        count(*) filter (where mutatie in ('wijziging', 'intrekking'))
        + sum(count(*) filter (where gemeentecode is null)) over (partition by bron, levering_id) = 0 as is_stand
    from met_levering
    group by bron, levering_id, gemeentecode

),

geordend as (

    select
        rijen.*,
        standen.is_stand,
        concat_ws('|', rijen.bron, if(rijen.bron = 'gemeente_personen', rijen.gemeentecode, null), rijen.pseudo_id)
            as persoonsleutel,
        row_number() over (
            partition by rijen.bron, rijen.pseudo_id order by rijen.peildatum, rijen.volgnummer, rijen.blad, rijen.rij
        ) as versie,
        max(if(standen.is_stand, rijen.volgnummer, null)) over (
            partition by rijen.bron, rijen.pseudo_id, rijen.gemeentecode, rijen.peildatum
        ) > rijen.volgnummer as is_opnieuw_geleverd
    from met_levering as rijen
    inner join standen
        on
            rijen.bron = standen.bron and rijen.levering_id = standen.levering_id
            and rijen.gemeentecode is not distinct from standen.gemeentecode

),

-- The stand of a gemeente and peildatum delivered again replaces the file before it as a whole; files without a person
-- in common are parts of one stand. A retraction drops earlier rows of the gemeente it names, or of all.
gemerkt as (

    select
        * exclude (is_opnieuw_geleverd),
        coalesce(bool_or(is_opnieuw_geleverd) over (partition by bron, gemeentecode, peildatum, levering_id), false)
            as is_vervangen,
        is_vervangen or versie < coalesce(greatest(
            max(versie) filter (where is_intrekking and gemeentecode is null) over (partition by bron, pseudo_id),
            max(versie) filter (where is_intrekking) over (partition by bron, pseudo_id, gemeentecode)
        ), 0) as is_vervallen
    from geordend

),

-- The newest row that is left counts: after the retraction of a wrong move the person is back where it was.
gekozen as (

    select
        *,
        not is_intrekking and not is_vervallen and versie = max(versie) filter (
            where not is_intrekking and not is_vervallen
        ) over (partition by persoonsleutel) as is_actueel
    from gemerkt

)

select
    *,
    bool_or(is_actueel) over (partition by persoonsleutel) as is_persoon_actueel
from gekozen
