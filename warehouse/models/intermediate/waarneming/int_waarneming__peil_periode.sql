{{ config(materialized='ephemeral') }}

with

-- A figure for all groups together counts only where no group is delivered apart.
rekencellen as (

    select * replace (coalesce(nullif(doelgroep, 'totaal'), '') as doelgroep)
    from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and gemeentecode is not null and eenheid = 'personen' and optelbaar_over = 'alles'
    qualify doelgroep is distinct from 'totaal' or count(*) filter (where doelgroep <> 'totaal') over (
        partition by indicator_code, gemeentecode, periode
    ) = 0

),

-- Each figure counts twice: once for its own leerroute and once for all routes together.
niveaus as (

    select
        *,
        'totaal' as niveau
    from rekencellen
    union all
    select
        *,
        leerroute as niveau
    from rekencellen
    where leerroute is not null and leerroute <> 'totaal'

),

gemerkt as (

    select
        *,
        coalesce(leeftijdsgroep, 'totaal') = 'totaal' and coalesce(geslacht, 'totaal') = 'totaal'
        and coalesce(kenmerk, 'totaal') = 'totaal' and coalesce(leerroute, 'totaal') = niveau as is_gedrukt_peil,
        coalesce(leeftijdsgroep, '') <> 'totaal' and coalesce(geslacht, '') <> 'totaal'
        and coalesce(kenmerk, '') <> 'totaal' and coalesce(leerroute, '') <> 'totaal' as is_cel
    from niveaus

),

per_periode as (

    select
        indicator_code,
        gemeentecode,
        doelgroep,
        niveau as leerroute,
        periode,
        periode_soort,
        jaar,
        max(periode_tot_datum) as periode_tot_datum,
        max(coalesce(year(periode_tot_datum), jaar)) as jaar_tot,
        min(coalesce(year(periode_van_datum), jaar)) as jaar_van,
        max(rekenwaarde) filter (where is_gedrukt_peil and not is_ontbrekend) as gedrukt_aantal,
        sum(rekenwaarde) filter (where is_cel) as cellen_aantal,
        count(*) filter (where is_cel and is_ontbrekend) as ontbrekend_aantal,
        arg_max(
            {
                'levering_id': levering_id, 'bron_id': bron_id, 'vindplaats': vindplaats, 'tabel': tabel,
                'bron': bron
            },
            -- the place last, so that two builds of the same deliveries name the same cell
            (is_gedrukt_peil, volgnummer, vindplaats)
        ) as herkomst
    from gemerkt
    group by all

)

select * from per_periode
