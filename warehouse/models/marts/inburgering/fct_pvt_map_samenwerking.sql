with

samenwerking as (select * from {{ ref('int_pvt_map__samenwerking') }})

select
    ---------- sleutels
    deelnemers,
    gemeenten,
    cast(gemeenten_aantal as integer) as gemeenten_aantal,
    onderdeel,
    noemer_basis,
    ---------- cijfers
    cast(afgerond as integer) as afgerond_aantal,
    cast(noemer as integer) as noemer_aantal,
    cast(100 * afgerond / nullif(noemer, 0) as decimal(7, 2)) as voltooiing_pct,
    cast(gedrukt_pct as decimal(7, 2)) as gedrukt_pct,
    is_volledig,
    cast(jaar_van as integer) as jaar_van,
    cast(jaar_tot as integer) as jaar_tot,
    ---------- herkomst
    bron_id,
    levering_id
from samenwerking
