with

-- Of persons the dates are known: who started and who finished in one year are different people, so only all years
-- together are compared.
peil as (
    select * from {{ ref('int_waarneming__peil') }}
    where jaar is null or not {{ is_persoonstelling('bron') }}
),

vergelijkingen as (select * from {{ ref('vergelijkingen') }}),

-- The level at which two counts meet: per doelgroep, per doelgroep and leerroute, or per gemeente.
peil_per_niveau as (

    select
        'doelgroep' as niveau,
        *
    from peil
    where leerroute = 'totaal'
    union all by name
    select
        'leerroute' as niveau,
        *
    from peil
    where leerroute <> 'totaal'
    union all by name
    select
        'gebied' as niveau,
        *
    from peil
    where leerroute = 'totaal'

),

kleiner as (

    select
        vergelijkingen.controle_code,
        vergelijkingen.niveau,
        vergelijkingen.groter_indicator_code,
        vergelijkingen.uitleg,
        p.indicator_code,
        p.gemeentecode,
        p.periode,
        p.jaar,
        p.leerroute,
        case when vergelijkingen.niveau <> 'gebied' then p.doelgroep else vergelijkingen.groter_doelgroep end
            as doelgroep,
        min(p.jaar_van) as jaar_van,
        max(p.jaar_tot) as jaar_tot,
        sum(p.aantal) as aantal,
        min(p.tabel) as tabel,
        max(p.bron_id) as bron_id,
        max(p.levering_id) as levering_id,
        min(p.vindplaats) as vindplaats
    from vergelijkingen
    inner join peil_per_niveau as p
        on vergelijkingen.kleiner_indicator_code = p.indicator_code and vergelijkingen.niveau = p.niveau
    group by all

),

groter as (

    select
        vergelijkingen.controle_code,
        p.gemeentecode,
        p.periode,
        p.leerroute,
        case when vergelijkingen.niveau <> 'gebied' then p.doelgroep else vergelijkingen.groter_doelgroep end
            as doelgroep,
        min(p.jaar_van) as jaar_van,
        max(p.jaar_tot) as jaar_tot,
        sum(p.aantal) as aantal,
        bool_and(p.is_volledig) as is_volledig
    from vergelijkingen
    inner join peil_per_niveau as p
        on
            vergelijkingen.groter_indicator_code = p.indicator_code and vergelijkingen.niveau = p.niveau
            and (vergelijkingen.groter_doelgroep is null or vergelijkingen.groter_doelgroep = p.doelgroep)
    group by all

),

-- Over all years only the years that both counts cover are compared.
samen as (

    select
        kleiner.*,
        groter.aantal as grens,
        groter.is_volledig,
        case
            when
                kleiner.periode = 'totaal'
                and (kleiner.jaar_van < groter.jaar_van or kleiner.jaar_tot > groter.jaar_tot)
                then (
                    select sum(jaren.aantal) from kleiner as jaren
                    where
                        jaren.controle_code = kleiner.controle_code and jaren.gemeentecode = kleiner.gemeentecode
                        and jaren.doelgroep is not distinct from kleiner.doelgroep
                        and jaren.leerroute = kleiner.leerroute
                        and jaren.jaar between groter.jaar_van and groter.jaar_tot
                )
            else kleiner.aantal
        end as telling,
        greatest(kleiner.jaar_van, groter.jaar_van) as eerste_jaar,
        least(kleiner.jaar_tot, groter.jaar_tot) as laatste_jaar
    from kleiner
    inner join groter
        on
            kleiner.controle_code = groter.controle_code and kleiner.gemeentecode = groter.gemeentecode
            and kleiner.periode = groter.periode and kleiner.leerroute = groter.leerroute
            and kleiner.doelgroep is not distinct from groter.doelgroep
    where kleiner.jaar is not null or kleiner.jaar_van is null or kleiner.jaar_van < kleiner.jaar_tot

)

select * from samen
where telling > grens
