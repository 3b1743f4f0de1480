{#- The splits of each fact; a split that is not named here is added up. -#}
{%- set splitsingen = {
    'doelgroep': ['instroom', 'leerroute', 'uitstroom', 'pvt', 'map', 'wi2013'],
    'leeftijdsgroep': ['instroom'],
    'geslacht': ['instroom'],
    'leerroute': ['leerroute', 'uitstroom'],
    'post': ['baten', 'lasten'],
} -%}
{%- set dimensies = ['doelgroep', 'leeftijdsgroep', 'geslacht', 'leerroute', 'post', 'kenmerk'] -%}
{%- set feiten_codes = splitsingen.values() | sum(start=['pip', 'begeleiding']) | unique | join("', '") -%}
with

-- Persons fill the years for which no source printed a figure; of two lists of persons one fills them.
waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where
        (is_rekencel or bron_volgorde > 0) and not is_totaal and gemeentecode is not null
        and indicator_code in ('{{ feiten_codes }}')
    qualify bron_volgorde = 0 or bron_volgorde = min(bron_volgorde) filter (where rekenwaarde is not null)
        over (partition by indicator_code, gemeentecode, if(indicator_code = 'pip', null, jaar))
),

-- A year fact holds years, and half-years that add up to one. PIP's keep their own period and Wi2013 its date.
-- Everything else (a period over several years, a count on one date) stays in fct_waarneming.
passend as (

    select
        *,
        case indicator_code
            when 'pip' then periode
            when 'wi2013' then cast(peildatum as varchar)
            else cast(jaar as varchar)
        end as feit_periode,
        indicator_code not in ('pip', 'wi2013') and periode_soort = 'halfjaar' as is_deel_van_jaar,
        {%- for d in dimensies %}
            {%- set feiten = "'" ~ splitsingen.get(d, ['geen']) | join("', '") ~ "'" %}
            case when indicator_code in ({{ feiten }}) then {{ d }} end as feit_{{ d }},
        {%- endfor %}
        -- along which splits the source divides what the fact adds up
        concat_ws(
            '|', if(bron_volgorde > 0, 'personen', null), case when is_deel_van_jaar then 'halfjaar' end,
            {%- for d in dimensies %}
                case when {{ d }} is distinct from feit_{{ d }} then '{{ d }}' end{{ ',' if not loop.last }}
            {%- endfor %}
        ) as vorm
    from waarnemingen
    where
        case indicator_code
            when 'pip' then coalesce(periode_van_datum, make_date(jaar, 1, 1)) is not null
            when 'wi2013' then peildatum is not null
            when 'leerroute' then leerroute is not null and periode_soort in ('jaar', 'halfjaar')
            else periode_soort in ('jaar', 'halfjaar')
        end

),

opgeteld as (

    select
        indicator_code,
        gemeentecode,
        gemeentenaam,
        feit_periode as periode,
        cast(max(coalesce(jaar, case when indicator_code = 'wi2013' then year(peildatum) end)) as integer) as jaar,
        case when indicator_code = 'wi2013' then max(peildatum) end as peildatum,
        feit_doelgroep as doelgroep,
        feit_leeftijdsgroep as leeftijdsgroep,
        feit_geslacht as geslacht,
        feit_leerroute as leerroute,
        feit_post as post,
        vorm,
        min(periode_van_datum) as periode_van_datum,
        max(periode_tot_datum) as periode_tot_datum,
        -- a sum is as firm as its softest part
        max(status_volgorde) as status_volgorde,
        arg_max(status_bedrag, status_volgorde) as status_bedrag,
        sum(rekenwaarde) as waarde,
        count(*) as cellen_aantal,
        count(*) filter (where rekenwaarde is null or is_ontbrekend) as ontbrekend_aantal,
        is_deel_van_jaar and count(distinct halfjaar) < 2 as mist_halfjaar,
        -- amounts per SPUK grant are a whole when every grant is there (the list of grants also holds their sum)
        coalesce(feit_post = 'spuk', false)
        and count(distinct kenmerk) between 1 and (select count(*) - 2 from {{ ref('spuk_regelingen') }})
            as mist_regeling,
        min(waarde_status) as laagste_status,
        max(waarde_status) as hoogste_status,
        arg_max(waarde_status, (rekenwaarde is null, waarde_status)) as ontbrekende_status,
        max(volgnummer) as volgnummer,
        any_value(eenheid) as eenheid,
        any_value(thema) as thema,
        any_value(indicator_naam) as indicator_naam,
        any_value(gebied_zin) as gebied_zin,
        any_value(post_zin) as post_zin,
        min(tabel) as tabel,
        {{ vindplaatsen('vindplaats') }} as vindplaats,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from passend
    group by
        indicator_code, gemeentecode, gemeentenaam, feit_periode, feit_doelgroep, feit_leeftijdsgroep,
        feit_geslacht, feit_leerroute, feit_post, vorm, is_deel_van_jaar

)

select
    * exclude (laagste_status, hoogste_status, ontbrekende_status),
    case
        when waarde is null then ontbrekende_status
        when ontbrekend_aantal > 0 and cellen_aantal > 1 or mist_halfjaar then 'ondergrens'
        when laagste_status = hoogste_status then laagste_status
        else 'gemeten'
    end as waarde_status,
    -- persons only when a printed figure has no value; years before half-years, whole before part, status, newest
    row_number() over (
        partition by indicator_code, gemeentecode, periode, doelgroep, leeftijdsgroep, geslacht, leerroute, post
        order by
            case when vorm like 'personen%' then 0 when vorm like 'halfjaar%' then 2 else 1 end,
            mist_regeling asc, status_volgorde asc nulls last, volgnummer desc, vorm desc
    ) = 1 as is_gekozen
from opgeteld
