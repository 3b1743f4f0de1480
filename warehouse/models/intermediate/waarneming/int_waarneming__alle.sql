{%- set bronnen = [
    'stg_tvs__taakstelling',
    'stg_duo__cijfers',
    'stg_spuk__beschikkingen',
    'stg_spuk__prijzen',
    'stg_gemeente__inburgering',
    'stg_gemeente__lasten',
    'stg_rekenkamer__gedrukt',
    'int_persoon__cel'
] -%}
with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

indicatoren as (select * from {{ ref('indicatoren') }}),

correcties as (
    select * from {{ ref('correcties') }}
    where status = 'toegepast' and kolom = 'waarde'
),

cellen as (
    {% for bron in bronnen %}
        select * from {{ ref(bron) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

met_levering as (

    select
        cellen.*,
        leveringen.bron_id,
        -- a count of persons is a source of its own, beside the figures that the same source prints
        if({{ is_persoonstelling('cellen.layout') }}, cellen.layout, leveringen.bron) as bron,
        leveringen.bestand,
        leveringen.volgnummer,
        coalesce(cellen.peildatum_cel, leveringen.peildatum) as peildatum,
        coalesce(cellen.gemeentecode, cellen.deelnemers, 'landelijk') as gebied,
        coalesce(indicatoren.optelbaar_over, 'alles') as optelbaar_over,
        coalesce(indicatoren.kan_negatief, 'nee') = 'ja' as kan_negatief,
        coalesce(indicatoren.vervangt_per, 'cel') as vervangt_per,
        case
            when cellen.periode = 'totaal' then 'totaal'
            when cellen.halfjaar is not null then 'halfjaar'
            when cellen.periode = cast(cellen.jaar as varchar) then 'jaar'
            else 'tijdvak'
        end as periode_soort,
        coalesce(indicatoren.peildatum_in_sleutel = 'ja', cellen.indicator_code like 'duo_%') as is_peildatum_in_sleutel
    from cellen
    inner join leveringen on cellen.levering_id = leveringen.levering_id
    left join indicatoren on cellen.indicator_code = indicatoren.indicator_code

),

-- What a cell is about, whoever delivered it; two sources on one subject share it.
met_onderwerp as (

    select
        *,
        concat_ws(
            '|', indicator_code, gebied, periode,
            coalesce(doelgroep, ''), coalesce(leeftijdsgroep, ''), coalesce(geslacht, ''),
            coalesce(leerroute, ''), coalesce(post, ''), coalesce(kenmerk, ''),
            case when is_peildatum_in_sleutel then coalesce(cast(peildatum as varchar), '') end
        ) as onderwerpsleutel,
        concat_ws('|', bron, onderwerpsleutel, coalesce(status_bedrag, '')) as sleutel,
        -- a person who moves to another leerroute leaves the old one: the whole group is replaced at once
        case
            when vervangt_per = 'doelgroep' then concat_ws('|', bron, indicator_code, gebied, periode, doelgroep)
            else sleutel
        end as vervangsleutel
    from met_levering

),

-- A date decides only between cells that all have one of their own; else the delivery that came later.
met_rangdatum as (

    select
        *,
        case when bool_and(peildatum_cel is not null) over (partition by vervangsleutel) then peildatum_cel end
            as rangdatum
    from met_onderwerp

),

gerangschikt as (

    select
        * exclude (vervangt_per, vervangsleutel, rangdatum),
        volgnummer = first_value(volgnummer) over (
            partition by vervangsleutel order by rangdatum desc nulls last, volgnummer desc
        ) and row_number() over (
            partition by sleutel order by rangdatum desc nulls last, volgnummer desc, rij desc, kolom desc
        ) = 1 as is_actueel
    from met_rangdatum

),

gecorrigeerd as (

    select
        gerangschikt.*,
        coalesce(correcties.nieuw is not null and gerangschikt.is_actueel, false) as is_gecorrigeerd,
        correcties.reden as correctie_reden,
        case
            when correcties.nieuw is not null and gerangschikt.is_actueel then cast(correcties.nieuw as decimal(18, 4))
            when gerangschikt.waarde_status = 'streepje' then 0
            else gerangschikt.waarde
        end as rekenwaarde
    from gerangschikt
    left join correcties
        on
            gerangschikt.sleutel = correcties.sleutel
            and gerangschikt.waarde = cast(correcties.verwacht as decimal(18, 4))

)

select * from gecorrigeerd
