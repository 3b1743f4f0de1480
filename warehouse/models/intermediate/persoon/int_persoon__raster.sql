{{ config(materialized='ephemeral') }}

with

beschikbaar as (
    select * from {{ ref('int_persoon__beschikbaar') }}
    where is_stand
),

codes as (select * from {{ ref('codelijst') }}),

wet as (
    select grens_datum from {{ ref('persoonsregels') }}
    where regel_code = 'plicht_voor_wi2021'
),

-- The years a full list covers: from its first event (not before the law) to its last one.
jaren as (

    select
        bron,
        gemeentecode,
        unnest(range(
            cast(greatest(min(jaar), if(bron = 'tvs_personen', min(jaar), any_value(year(wet.grens_datum)))) as bigint),
            max(jaar) + 1
        )) as jaar
    from {{ ref('int_persoon__gebeurtenis') }}
    cross join wet
    group by bron, gemeentecode

),

niveaus as (

    select
        beschikbaar.*,
        jaren.jaar,
        unnest({{ telniveaus('beschikbaar.indicator_code') }}) as niveau
    from beschikbaar
    inner join jaren on beschikbaar.bron = jaren.bron and beschikbaar.gemeentecode = jaren.gemeentecode

),

groepen as (

    select
        *,
        unnest(
            case
                when indicator_code in ('pip', 'gerealiseerd') then [cast(null as varchar)]
                when niveau = 'alles' then ['totaal']
                else doelgroepen
            end
        ) as doelgroep
    from niveaus

),

halfjaren as (

    select
        *,
        unnest(if(niveau = 'halfjaar', [1, 2], [null])) as halfjaar
    from groepen

)

-- Every cell that a full list speaks about, so that a year without persons is a real nil.
select
    halfjaren.bron,
    halfjaren.gemeentecode,
    halfjaren.indicator_code,
    halfjaren.niveau,
    halfjaren.jaar,
    halfjaren.halfjaar,
    halfjaren.doelgroep,
    leeftijdsgroepen.code as leeftijdsgroep,
    geslachten.code as geslacht,
    leerroutes.code as leerroute
from halfjaren
left join codes as leeftijdsgroepen
    on
        halfjaren.indicator_code = 'instroom' and leeftijdsgroepen.lijst = 'leeftijdsgroep'
        and (leeftijdsgroepen.code = 'totaal') = (halfjaren.niveau <> 'cel')
left join codes as geslachten
    on
        halfjaren.indicator_code = 'instroom' and geslachten.lijst = 'geslacht'
        and (geslachten.code = 'totaal') = (halfjaren.niveau <> 'cel')
left join codes as leerroutes
    on
        halfjaren.indicator_code in ('leerroute', 'uitstroom') and leerroutes.lijst = 'leerroute'
        and (leerroutes.code = 'totaal') = (halfjaren.niveau <> 'cel')
        and (halfjaren.heeft_niveau or leerroutes.code not in ('A2', 'Z-A2'))
