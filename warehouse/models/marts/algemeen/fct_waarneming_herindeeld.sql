{%- set vast = ['indicator_code', 'periode', 'jaar', 'halfjaar', 'sleutel_peildatum', 'eenheid'] -%}
{%- set splitsingen = ['doelgroep', 'leeftijdsgroep', 'geslacht', 'leerroute', 'post', 'kenmerk'] -%}
with

delen as (select * from {{ ref('int_herindeling__deel') }}),

-- Counts and amounts; a share or a price per person can't be added up over gemeenten.
cellen as (

    select
        *,
        coalesce(periode_van_datum, make_date(jaar, 1, 1)) as begin_datum,
        case when is_peildatum_in_sleutel then peildatum end as sleutel_peildatum,
        concat_ws(
            '|', indicator_code, periode, coalesce(cast(sleutel_peildatum as varchar), ''),
            {%- for splitsing in splitsingen %}
                coalesce({{ splitsing }}, ''){{ ',' if not loop.last }}
            {%- endfor %}
        ) as cijfer
    from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and gemeentecode in (select delen.deel_code from delen)
        and jaar is not null
        and eenheid in ('personen', 'euro', 'uur')
        and optelbaar_over <> 'niets'

),

indeling as (
    select greatest(
        (select max(jaar) from {{ ref('stg_cbs__gemeenten') }}),
        (select max(year(ingang_datum)) from {{ ref('dim_herindeling') }})
    ) as indeling_jaar
),

-- Every figure that at least one part delivered, once per gemeente of today.
gevraagd as (

    select distinct
        delen.doel_code,
        cellen.cijfer,
        cellen.begin_datum,
        cellen.jaar
    from cellen
    inner join delen on cellen.gemeentecode = delen.deel_code and not delen.is_gesplitst

),

-- The parts that existed in that period, each with its figure; of a split gemeente nobody knows which part goes where.
opgeteld as (

    select
        gevraagd.doel_code,
        any_value(delen.doel_naam) as doel_naam,
        {%- for kolom in vast + splitsingen %}
            any_value(cellen.{{ kolom }}) as {{ kolom }},
        {%- endfor %}
        sum(cellen.rekenwaarde) as waarde,
        count(*) as delen_aantal,
        string_agg(
            case when delen.is_gesplitst then 'een deel van ' else '' end || delen.deel_naam || ' (' || delen.deel_code
            || ')', ', ' order by delen.deel_naam
        ) filter (where coalesce(cellen.is_ontbrekend or cellen.rekenwaarde is null, true)) as ontbrekende_delen,
        string_agg(
            delen.deel_naam || ' (' || delen.deel_code || '): ' || cellen.waarde_ruw, ', ' order by delen.deel_naam
        ) filter (where cellen.waarde_ruw is not null) as delen,
        {{ vindplaatsen('cellen.vindplaats') }} as vindplaats,
        arg_max(cellen.bron_id, cellen.volgnummer) as bron_id,
        arg_max(cellen.levering_id, cellen.volgnummer) as levering_id
    from gevraagd
    inner join delen
        on
            gevraagd.doel_code = delen.doel_code
            and (delen.deel_einde_datum is null or gevraagd.begin_datum < delen.deel_einde_datum)
            and (delen.deel_begin_jaar is null or gevraagd.jaar >= delen.deel_begin_jaar)
    left join cellen
        on gevraagd.cijfer = cellen.cijfer and delen.deel_code = cellen.gemeentecode and not delen.is_gesplitst
    group by gevraagd.doel_code, gevraagd.cijfer

)

select
    ---------- wat, waar, wanneer
    opgeteld.doel_code as gemeentecode,
    opgeteld.doel_naam as gemeentenaam,
    cast(indeling.indeling_jaar as integer) as indeling_jaar,
    opgeteld.indicator_code,
    opgeteld.periode,
    opgeteld.jaar,
    opgeteld.halfjaar,
    opgeteld.sleutel_peildatum as peildatum,
    {%- for splitsing in splitsingen %}
        opgeteld.{{ splitsing }},
    {%- endfor %}
    ---------- waarde
    opgeteld.eenheid,
    cast(opgeteld.waarde as decimal(18, 4)) as waarde,
    cast(opgeteld.delen_aantal as integer) as delen_aantal,
    opgeteld.ontbrekende_delen is null as is_volledig,
    opgeteld.ontbrekende_delen,
    opgeteld.delen,
    ---------- herkomst
    opgeteld.vindplaats,
    opgeteld.bron_id,
    opgeteld.levering_id
from opgeteld
cross join indeling
