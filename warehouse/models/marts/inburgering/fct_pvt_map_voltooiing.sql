with

basis as (select * from {{ ref('int_pvt_map__basis') }})

select
    ---------- sleutels
    gemeentecode,
    gemeentenaam,
    cast(null as integer) as jaar,
    doelgroep,
    onderdeel,
    noemer_basis,
    ---------- cijfers
    cast(afgerond as integer) as afgerond_aantal,
    cast(noemer as integer) as noemer_aantal,
    cast(100 * afgerond / nullif(noemer, 0) as decimal(7, 2)) as voltooiing_pct,
    is_volledig,
    cast(jaar_van as integer) as jaar_van,
    cast(jaar_tot as integer) as jaar_tot,
    ---------- herkomst
    bron_id,
    levering_id
from basis
