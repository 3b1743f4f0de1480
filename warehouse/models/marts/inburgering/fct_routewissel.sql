with

lijsten as (select * from {{ ref('int_persoon__lijst') }}),

-- Two lists of persons are not added up: per gemeente the list that goes first.
wissels as (

    select wissels.*
    from {{ ref('int_persoon__routewissel') }} as wissels
    inner join lijsten on wissels.bron = lijsten.bron and wissels.gemeentecode = lijsten.gemeentecode
    qualify lijsten.voorrang = min(lijsten.voorrang) over (partition by wissels.gemeentecode)

),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

norm as (
    select * from {{ ref('normen') }}
    where norm_code = 'leerroute_wissel'
),

geteld as (

    select
        gemeentecode,
        year(wissel_datum) as jaar,
        doelgroep,
        van_leerroute,
        naar_leerroute,
        soort_wissel,
        heeft_termijn,
        bron,
        count(*) as aantal,
        count(*) filter (where is_binnen_termijn) as binnen_termijn,
        count(*) filter (where is_binnen_termijn is null) as termijn_onbekend,
        arg_max(levering_id, volgnummer) as levering_id
    from wissels
    group by all

)

select
    ---------- sleutels
    geteld.gemeentecode,
    coalesce(gebieden.gemeentenaam, geteld.gemeentecode) as gemeentenaam,
    cast(geteld.jaar as integer) as jaar,
    geteld.doelgroep,
    geteld.van_leerroute,
    geteld.naar_leerroute,
    geteld.soort_wissel,
    ---------- aantallen
    cast(geteld.aantal as integer) as aantal,
    cast(geteld.binnen_termijn as integer) as binnen_termijn_aantal,
    cast(geteld.termijn_onbekend as integer) as termijn_onbekend_aantal,
    geteld.heeft_termijn,
    norm.omschrijving as norm,
    norm.artikel as norm_bron,
    ---------- herkomst
    geteld.bron,
    substr(geteld.levering_id, 1, 12) as bron_id,
    geteld.levering_id
from geteld
cross join norm
left join gebieden on geteld.gemeentecode = gebieden.gebied
