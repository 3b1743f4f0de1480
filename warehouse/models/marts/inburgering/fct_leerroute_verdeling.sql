with

peil as (

    select * from {{ ref('int_waarneming__peil') }}
    where indicator_code = 'leerroute' and periode = 'totaal' and doelgroep is not null

),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

benchmarks as (

    select * from {{ ref('benchmarks') }}
    where indicator_code = 'leerroute_aandeel' and is_voorkeur = 'ja'

),

per_route as (
    select * from peil
    where leerroute <> 'totaal'
),

alle_routes as (
    select * from peil
    where leerroute = 'totaal'
),

samengevoegd as (

    select
        ---------- sleutels
        per_route.gemeentecode,
        gebieden.gemeentenaam,
        per_route.jaar,
        per_route.doelgroep,
        per_route.leerroute,
        ---------- met het gedrukte totaal, als dat er is
        cast(per_route.aantal as integer) as aantal,
        cast(alle_routes.aantal as integer) as noemer_aantal,
        cast(100 * per_route.aantal / nullif(alle_routes.aantal, 0) as decimal(7, 2)) as aandeel_pct,
        alle_routes.basis as noemer_basis,
        ---------- met de losse cellen
        cast(per_route.cellen_aantal as integer) as aantal_cellen,
        cast(alle_routes.cellen_aantal as integer) as noemer_cellen_aantal,
        cast(100 * per_route.cellen_aantal / nullif(alle_routes.cellen_aantal, 0) as decimal(7, 2))
            as aandeel_cellen_pct,
        per_route.is_volledig and alle_routes.is_volledig as is_volledig,
        cast(alle_routes.jaar_van as integer) as jaar_van,
        cast(alle_routes.jaar_tot as integer) as jaar_tot,
        ---------- landelijk, zelfde soort basis: inburgeraars met een leerroute
        cast(benchmarks.waarde as decimal(7, 2)) as landelijk_pct,
        benchmarks.bron || ', ' || benchmarks.vindplaats as landelijk_bron,
        ---------- herkomst
        per_route.bron_id,
        per_route.levering_id
    from per_route
    inner join alle_routes
        on per_route.gemeentecode = alle_routes.gemeentecode and per_route.doelgroep = alle_routes.doelgroep
    inner join gebieden on per_route.gemeentecode = gebieden.gebied
    left join benchmarks
        on per_route.doelgroep = benchmarks.doelgroep and per_route.leerroute = benchmarks.leerroute

)

select * from samengevoegd
