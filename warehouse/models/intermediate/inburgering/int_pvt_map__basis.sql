with

peil as (

    select * from {{ ref('int_waarneming__peil') }}
    where periode = 'totaal' and leerroute = 'totaal'

),

gebieden as (
    select * from {{ ref('int_waarneming__gebied') }}
    where gemeentecode is not null
),

-- Per gemeente, indicator and doelgroep, and for both groups together (doelgroep null).
per_doelgroep as (

    select
        indicator_code,
        gemeentecode,
        doelgroep,
        aantal,
        is_volledig,
        jaar_van,
        jaar_tot,
        bron_id,
        levering_id
    from peil
    where doelgroep is not null

),

samen as (

    select
        indicator_code,
        gemeentecode,
        cast(null as varchar) as doelgroep,
        sum(aantal) as aantal,
        bool_and(is_volledig) as is_volledig,
        min(jaar_van) as jaar_van,
        max(jaar_tot) as jaar_tot,
        max(bron_id) as bron_id,
        max(levering_id) as levering_id
    from peil
    group by indicator_code, gemeentecode

),

peilen as (
    select * from per_doelgroep
    union all
    select * from samen
),

tellers as (
    select * from peilen
    where indicator_code in ('pvt', 'map')
),

noemers as (

    select
        *,
        case indicator_code when 'instroom' then 'dossiers' when 'leerroute' then 'leerroutes' else 'pip' end
            as noemer_basis
    from peilen
    where indicator_code in ('instroom', 'leerroute', 'pip')

),

-- Every base gets a row, also when its denominator was never delivered; PIP is not split by doelgroep.
bases as (

    select
        tellers.*,
        unnest(['dossiers', 'leerroutes', 'pip']) as noemer_basis
    from tellers

)

select
    bases.gemeentecode,
    gebieden.gemeentenaam,
    bases.doelgroep,
    upper(bases.indicator_code) as onderdeel,
    bases.noemer_basis,
    bases.aantal as afgerond,
    noemers.aantal as noemer,
    bases.is_volledig and coalesce(noemers.is_volledig, false) as is_volledig,
    bases.jaar_van,
    bases.jaar_tot,
    noemers.jaar_van as noemer_jaar_van,
    noemers.jaar_tot as noemer_jaar_tot,
    bases.bron_id,
    bases.levering_id
from bases
inner join gebieden on bases.gemeentecode = gebieden.gemeentecode
left join noemers
    on
        bases.gemeentecode = noemers.gemeentecode
        and bases.noemer_basis = noemers.noemer_basis
        and bases.doelgroep is not distinct from noemers.doelgroep
where bases.noemer_basis <> 'pip' or bases.doelgroep is null
