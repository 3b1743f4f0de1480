with

perioden as (select * from {{ ref('int_huisvesting__periode') }}),

met_vorige as (

    select
        *,
        taakstelling + correctie - gerealiseerd as mutatie,
        volgorde - lag(volgorde) over gemeente as afstand,
        lag(stand_begin + taakstelling + correctie - gerealiseerd) over gemeente as vorige_eindstand
    from perioden
    window gemeente as (partition by gemeentecode, periode_soort order by volgorde)

),

-- The roll stops where a period is missing or incomplete: from there it would be a guess.
met_onderbreking as (

    select
        *,
        coalesce(afstand <> stap, false) as is_gat,
        mutatie is null as is_onvolledig,
        first_value(stand_begin) over (
            partition by gemeentecode, periode_soort order by volgorde
        ) as eerste_stand
    from met_vorige

),

opgeteld as (

    select
        *,
        coalesce(sum(mutatie) over eerder, 0) as mutatie_eerder,
        coalesce(count(*) filter (where is_onvolledig) over eerder, 0)
        + count(*) filter (where is_gat) over tot_hier as onderbrekingen_aantal
    from met_onderbreking
    window
        eerder as (
            partition by gemeentecode, periode_soort order by volgorde
            rows between unbounded preceding and 1 preceding
        ),
        tot_hier as (
            partition by gemeentecode, periode_soort order by volgorde
            rows between unbounded preceding and current row
        )

)

select
    gemeentecode,
    periode,
    case when onderbrekingen_aantal = 0 then eerste_stand + mutatie_eerder end as stand_begin_doorgerekend,
    case when onderbrekingen_aantal = 0 then eerste_stand + mutatie_eerder + mutatie end as achterstand_doorgerekend,
    case when afstand = stap then stand_begin - vorige_eindstand end as aansluitverschil,
    totale_taakstelling - gerealiseerd as achterstand,
    volgorde = max(volgorde) over (partition by gemeentecode) as is_laatste_periode
from opgeteld
