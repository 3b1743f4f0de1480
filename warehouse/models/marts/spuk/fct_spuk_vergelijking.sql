-- Every scenario and variant beside the printed amounts, so that a page shows a difference and computes none.
with

uitkomsten as (

    select * from {{ ref('fct_spuk_verloop') }}
    union all
    select * from {{ ref('fct_spuk_gevoeligheid') }}

),

-- Without a rule for the reserve and without a settlement that can be seen nothing is known: 0 would say too much.
verloop as (

    select
        * exclude (te_betalen_eur),
        case
            when toegekend_herkomst <> 'gelijkgesteld' or terugvordering_eur is not null or fout_onzeker_eur > 0
                then te_betalen_eur
        end as te_betalen_eur
    from uitkomsten

),

scenarios as (select * from {{ ref('dim_spuk_scenario') }}),

gedrukt as (
    select * from verloop
    where scenario = 'gedrukt'
),

-- A sum over years ends at the first year that can't be computed.
per_reeks as (

    select
        *,
        case
            when count(*) over reeks = count(te_betalen_eur) over reeks then sum(te_betalen_eur) over reeks
        end as cumulatief_eur,
        bool_and(coalesce(is_volledig, false)) over reeks as cumulatief_is_volledig,
        bool_or(toegekend_herkomst = 'gelijkgesteld') over reeks as cumulatief_is_zonder_vaststelling,
        min(jaar) over reeks as beginjaar
    from verloop
    window reeks as (
        partition by gemeentecode, regeling, scenario
        order by jaar rows between unbounded preceding and current row
    )

),

gedrukt_opgeteld as (
    select * from per_reeks
    where scenario = 'gedrukt'
),

-- A variant that starts later leaves the years before it as they were: those count in its sum as in the base.
opgeteld as (

    select
        v.* replace (
            case when voor.jaar is null then v.cumulatief_eur else v.cumulatief_eur + voor.cumulatief_eur end
                as cumulatief_eur,
            v.cumulatief_is_volledig and coalesce(voor.cumulatief_is_volledig, true) as cumulatief_is_volledig,
            coalesce(v.cumulatief_is_zonder_vaststelling, false)
            or coalesce(voor.cumulatief_is_zonder_vaststelling, false) as cumulatief_is_zonder_vaststelling
        )
    from per_reeks as v
    left join gedrukt_opgeteld as voor
        on v.gemeentecode = voor.gemeentecode and v.regeling = voor.regeling and v.beginjaar - 1 = voor.jaar

)

select
    ---------- sleutels
    v.gemeentecode,
    v.gemeentenaam,
    v.jaar,
    v.regeling,
    v.scenario,
    s.groep,
    ---------- drie bedragen van een jaar
    -- greatest() skips an empty amount and would turn it into 0
    cast(
        case when v.vaststelling_verschil_eur is not null then greatest(0, v.vaststelling_verschil_eur) end
        as decimal(14, 2)
    ) as vaststelling_terug_eur,
    -- a settlement is known when both letters are delivered; it never waits for the spending
    case when v.toegekend_herkomst = 'beschikking' then v.vaststelling_verschil_eur end as vaststelling_bekend_eur,
    v.terugvordering_eur,
    cast(
        case when v.reserve_eind_eur is not null then greatest(0, v.reserve_eind_eur) end
        as decimal(14, 2)
    ) as reserve_te_besteden_eur,
    v.te_betalen_eur,
    v.bestedingsvloer_eur,
    ---------- tegenover de bron zoals gedrukt
    cast(v.te_betalen_eur - g.te_betalen_eur as decimal(14, 2)) as verschil_eur,
    cast(v.reserve_eind_eur - g.reserve_eind_eur as decimal(14, 2)) as reserve_verschil_eur,
    ---------- vanaf het eerste jaar
    cast(v.cumulatief_eur as decimal(14, 2)) as cumulatief_eur,
    cast(v.cumulatief_eur - o.cumulatief_eur as decimal(14, 2)) as cumulatief_verschil_eur,
    v.cumulatief_is_volledig,
    ---------- hoe hard
    coalesce(v.toegekend_herkomst = 'gelijkgesteld', false) as is_zonder_vaststelling,
    v.cumulatief_is_zonder_vaststelling,
    v.is_volledig,
    v.is_gebundeld,
    v.bron_id,
    v.levering_id
from opgeteld as v
inner join scenarios as s on v.scenario = s.scenario
left join gedrukt as g
    on v.gemeentecode = g.gemeentecode and v.regeling = g.regeling and v.jaar = g.jaar
left join gedrukt_opgeteld as o
    on v.gemeentecode = o.gemeentecode and v.regeling = o.regeling and v.jaar = o.jaar
