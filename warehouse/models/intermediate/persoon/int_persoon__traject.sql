{{ config(materialized='ephemeral') }}

{#- Begin and end of each term, the columns that must have been delivered, and who the term is for. -#}
{%- set trajecten = {
    'koppeling_huisvesting': {
        'norm': 'koppeling_huisvesting', 'begin': ['datum_koppeling'], 'eind': 'datum_huisvesting',
    },
    'brp_pip': {
        'norm': 'pip_termijn', 'begin': ['datum_inschrijving_brp', 'datum_vestiging_gemeente'],
        'eind': 'datum_eerste_pip',
    },
    'kennisgeving_pip': {
        'norm': 'kennisgeving_pip', 'begin': ['datum_kennisgeving'], 'eind': 'datum_eerste_pip',
    },
    'termijn_pvt': {'norm': 'inburgeringstermijn', 'begin': ['startdatum_termijn'], 'eind': 'datum_pvt'},
    'termijn_map': {
        'norm': 'inburgeringstermijn', 'begin': ['startdatum_termijn'], 'eind': 'datum_map',
        'als': "leerroute is distinct from 'onderwijsroute'",
    },
} -%}
with

versies as (
    select
        *,
        -- everyone in TVS has an asylum permit
        if(bron = 'tvs_personen', 'statushouder', doelgroep) as groep
    from {{ ref('int_persoon__versie') }}
    where is_actueel
),

normen as (select * from {{ ref('normen') }}),

kolommen as (

    select
        bron,
        gemeentecode,
        list(kolom) filter (where is_volledig) as kolommen
    from {{ ref('int_persoon__kolom') }}
    group by all

),

-- What has a date after the peildatum has not happened yet.
trajecten as (

    {% for traject, deel in trajecten.items() %}
        select
            '{{ traject }}' as traject,
            '{{ deel.norm }}' as norm_code,
            string_split('{{ deel.begin | join('|') }}', '|') as begin_kolommen,
            '{{ deel.eind }}' as eind_kolom,
            coalesce({{ deel.begin | join(', ') }}) as begin_datum,
            if({{ deel.eind }} <= peildatum, {{ deel.eind }}, null) as eind_datum,
            *
        from versies
        where
            coalesce({{ deel.begin | join(', ') }}) <= peildatum
            {{ 'and ' ~ deel.als if deel.als }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

met_norm as (

    select
        trajecten.*,
        normen.waarde as norm_waarde,
        normen.eenheid as norm_eenheid,
        -- "within ten weeks after" includes that day; a term of months ends the day before
        if(
            normen.eenheid = 'weken',
            begin_datum + to_days(cast(7 * normen.waarde as integer)),
            begin_datum + to_months(cast(normen.waarde as integer)) - to_days(1)
        ) as uiterste_datum
    from trajecten
    inner join normen on trajecten.norm_code = normen.norm_code
    inner join kolommen
        on trajecten.bron = kolommen.bron and trajecten.gemeentecode = kolommen.gemeentecode
    where
        list_contains(kolommen.kolommen, trajecten.eind_kolom)
        and list_has_any(kolommen.kolommen, trajecten.begin_kolommen)
        -- whose plicht ended without it, or who left the gemeente, is not waiting there any more
        and (
            trajecten.eind_datum is not null
            or coalesce(trajecten.einddatum_plicht > trajecten.peildatum, true)
            and trajecten.is_vertrokken is distinct from true
        )

)

select
    bron,
    gemeentecode,
    traject,
    norm_code,
    groep as doelgroep,
    year(begin_datum) as jaar,
    eind_datum is not null as is_afgerond,
    coalesce(eind_datum, peildatum) <= uiterste_datum as is_binnen_norm,
    -- a PIP made before the registration was there on day nil
    if(eind_datum is null, null, greatest(date_diff('day', begin_datum, eind_datum), 0)) as dagen,
    peildatum,
    volgnummer,
    levering_id
from met_norm
