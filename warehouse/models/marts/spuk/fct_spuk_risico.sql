-- The range of what may have to go back, per year and since the first year. Both kinds of repayment are in it;
-- the reserve is not: that money may still be spent.
with

vergelijking as (
    select * from {{ ref('fct_spuk_vergelijking') }}
    where groep = 'scenario'
),

verloop as (
    select * from {{ ref('fct_spuk_verloop') }}
    where scenario = 'gedrukt'
),

naast_elkaar as (

    select
        gemeentecode,
        jaar,
        regeling,
        max(te_betalen_eur) filter (where scenario = 'gedrukt') as gedrukt_eur,
        max(te_betalen_eur) filter (where scenario = 'laag') as laag_eur,
        max(te_betalen_eur) filter (where scenario = 'midden') as midden_eur,
        max(te_betalen_eur) filter (where scenario = 'hoog') as hoog_eur,
        max(cumulatief_eur) filter (where scenario = 'gedrukt') as cumulatief_gedrukt_eur,
        max(cumulatief_eur) filter (where scenario = 'laag') as cumulatief_laag_eur,
        max(cumulatief_eur) filter (where scenario = 'midden') as cumulatief_midden_eur,
        max(cumulatief_eur) filter (where scenario = 'hoog') as cumulatief_hoog_eur,
        -- what can't be computed is left out of the range, and said: is_bereik_volledig
        min(te_betalen_eur) as laagste_eur,
        max(te_betalen_eur) as hoogste_eur,
        min(cumulatief_eur) as cumulatief_laagste_eur,
        max(cumulatief_eur) as cumulatief_hoogste_eur,
        count(cumulatief_eur) = count(*) as is_bereik_volledig,
        max(max(gemeentenaam)) over (partition by gemeentecode) as gemeentenaam,
        max(vaststelling_bekend_eur) filter (where scenario = 'gedrukt') as vaststelling_bekend_eur,
        bool_or(is_zonder_vaststelling) filter (where scenario = 'gedrukt') as is_zonder_vaststelling,
        bool_or(cumulatief_is_zonder_vaststelling) filter (where scenario = 'gedrukt')
            as cumulatief_is_zonder_vaststelling,
        min(bestedingsvloer_eur) as vloer_laagste_eur,
        max(bestedingsvloer_eur) as vloer_hoogste_eur,
        bool_and(coalesce(is_volledig, false)) as is_volledig,
        bool_and(coalesce(cumulatief_is_volledig, false)) as cumulatief_is_volledig,
        bool_or(is_gebundeld) as is_gebundeld,
        max(bron_id) as bron_id,
        max(levering_id) as levering_id
    from vergelijking
    group by gemeentecode, jaar, regeling

),

kas as (

    select
        gemeentecode,
        regeling,
        jaar,
        -- from the first year without an amount on, there is no sum
        case when count(*) over reeks = count(betaald_eur) over reeks then sum(betaald_eur) over reeks end
            as cumulatief_betaald_eur,
        case when count(*) over reeks = count(besteed_eur) over reeks then sum(besteed_eur) over reeks end
            as cumulatief_besteed_eur
    from verloop
    window reeks as (
        partition by gemeentecode, regeling
        order by jaar rows between unbounded preceding and current row
    )

)

select
    ---------- sleutels
    n.gemeentecode,
    n.gemeentenaam,
    n.jaar,
    n.regeling,
    ---------- te betalen over dit jaar
    n.gedrukt_eur,
    n.laag_eur,
    n.midden_eur,
    n.hoog_eur,
    n.laagste_eur,
    n.hoogste_eur,
    ---------- te betalen vanaf het eerste jaar
    n.cumulatief_gedrukt_eur,
    n.cumulatief_laag_eur,
    n.cumulatief_midden_eur,
    n.cumulatief_hoog_eur,
    n.cumulatief_laagste_eur,
    n.cumulatief_hoogste_eur,
    ---------- ontvangen en nog niet uitgegeven, zoals gedrukt
    cast(k.cumulatief_betaald_eur as decimal(14, 2)) as cumulatief_betaald_eur,
    cast(k.cumulatief_besteed_eur as decimal(14, 2)) as cumulatief_besteed_eur,
    cast(k.cumulatief_betaald_eur - k.cumulatief_besteed_eur as decimal(14, 2)) as niet_besteed_eur,
    ---------- de vaststelling, voor zover beschikkingen haar laten zien
    n.vaststelling_bekend_eur,
    cast(sum(n.vaststelling_bekend_eur) filter (where n.vaststelling_bekend_eur > 0) over reeks as decimal(14, 2))
        as vaststelling_terug_bekend_eur,
    cast(-sum(n.vaststelling_bekend_eur) filter (where n.vaststelling_bekend_eur < 0) over reeks as decimal(14, 2))
        as vaststelling_na_bekend_eur,
    n.is_zonder_vaststelling,
    n.cumulatief_is_zonder_vaststelling,
    ---------- wat in het volgende jaar ten minste besteed moet worden, over de scenario's
    n.vloer_laagste_eur,
    n.vloer_hoogste_eur,
    ---------- hoe hard
    coalesce(n.cumulatief_gedrukt_eur is not null and n.jaar = max(
        case when n.cumulatief_gedrukt_eur is not null then n.jaar end
    ) over reeks, false) as is_jongste_jaar,
    n.is_volledig,
    n.cumulatief_is_volledig,
    n.is_bereik_volledig,
    n.is_gebundeld,
    n.bron_id,
    n.levering_id
from naast_elkaar as n
left join kas as k
    on n.gemeentecode = k.gemeentecode and n.regeling = k.regeling and n.jaar = k.jaar
window reeks as (partition by n.gemeentecode, n.regeling)
