with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel
),

regels as (select * from {{ ref('volledigheidsregels') }}),

onderdelen as (select * from {{ ref('int_controle__totaal_onderdeel') }}),

vergelijkingen as (select * from {{ ref('int_controle__optelling') }}),

-- A missing count that every printed total does without is most likely nil.
volgens_totalen as (

    select
        onderdelen.onderdeel_sleutel as sleutel,
        bool_or(vergelijkingen.verschil = 0) and not bool_or(vergelijkingen.verschil < 0) as is_nul_volgens_totalen
    from onderdelen
    inner join vergelijkingen
        on onderdelen.totaal_sleutel = vergelijkingen.sleutel and onderdelen.route = vergelijkingen.route
    inner join waarnemingen on onderdelen.onderdeel_sleutel = waarnemingen.sleutel
    where
        onderdelen.is_ontbrekend
        and vergelijkingen.eenheid = 'personen'
        and vergelijkingen.periode = waarnemingen.periode
    group by onderdelen.onderdeel_sleutel

),

per_groep as (

    select
        waarnemingen.indicator_code,
        waarnemingen.gebied,
        waarnemingen.periode,
        waarnemingen.waarde_status,
        any_value(waarnemingen.thema) as thema,
        any_value(waarnemingen.jaar) as jaar,
        any_value(waarnemingen.eenheid) as eenheid,
        any_value(waarnemingen.indicator_naam) as indicator_naam,
        any_value(waarnemingen.gebied_zin) as gebied_zin,
        any_value(waarnemingen.periode_zin) as periode_zin,
        any_value(waarnemingen.waarde_status_zin) as waarde_status_zin,
        min(waarnemingen.status_bedrag) as status_bedrag,
        count(*) as aantal,
        list_sort(list(distinct nullif(waarnemingen.uitsplitsing_zin, ''))) as uitsplitsingen,
        coalesce(bool_and(coalesce(volgens_totalen.is_nul_volgens_totalen, false)), false) as is_nul_volgens_totalen,
        min(waarnemingen.tabel) as tabel,
        max(waarnemingen.bron_id) as bron_id,
        max(waarnemingen.levering_id) as levering_id,
        min(waarnemingen.vindplaats) as vindplaats
    from waarnemingen
    left join volgens_totalen on waarnemingen.sleutel = volgens_totalen.sleutel
    where waarnemingen.is_ontbrekend
    group by waarnemingen.indicator_code, waarnemingen.gebied, waarnemingen.periode, waarnemingen.waarde_status

),

omvang as (

    select
        indicator_code,
        gebied,
        periode,
        count(*) as cellen_aantal
    from waarnemingen
    group by indicator_code, gebied, periode

),

met_regel as (

    select
        per_groep.*,
        omvang.cellen_aantal,
        regels.ernst as regel_ernst,
        regels.uitleg
    from per_groep
    inner join omvang
        on
            per_groep.indicator_code = omvang.indicator_code
            and per_groep.gebied = omvang.gebied
            and per_groep.periode = omvang.periode
    left join regels
        on
            per_groep.waarde_status = regels.waarde_status
            and regels.status_bedrag in (coalesce(per_groep.status_bedrag, '*'), '*')
    qualify row_number() over (
        partition by per_groep.indicator_code, per_groep.gebied, per_groep.periode, per_groep.waarde_status
        order by case when regels.status_bedrag = '*' then 1 else 0 end
    ) = 1

)

select
    'ontbrekend' as controle_code,
    concat_ws('|', indicator_code, gebied, periode, waarde_status) as onderwerpsleutel,
    {{ bevinding_onderwerp('met_regel') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    case when is_nul_volgens_totalen then 'laag' else coalesce(regel_ernst, 'middel') end as ernst,
    concat_ws(
        ' ',
        indicator_naam || ' van ' || gebied_zin || ' ' || periode_zin || ': '
        || {{ nl_deel_van('aantal', 'cellen_aantal') }}
        || waarde_status_zin
        || coalesce(': ' || array_to_string(list_slice(uitsplitsingen, 1, 8), '; '), '')
        || case when len(uitsplitsingen) > 8 then ' en nog ' || (len(uitsplitsingen) - 8) else '' end || '.',
        case
            when is_nul_volgens_totalen
                then 'De gedrukte totalen kloppen zonder deze cijfers; het gaat dus waarschijnlijk om nul.'
            else uitleg
        end
    ) as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('met_regel') }}
from met_regel
