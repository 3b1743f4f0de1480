with

-- A figure that is not split counts only where the gemeente delivers none per doelgroep.
peil as (
    select * from {{ ref('int_waarneming__peil') }}
    where periode = 'totaal' and leerroute = 'totaal'
    qualify doelgroep is not null or count(doelgroep) over (partition by indicator_code, gemeentecode) = 0
),

gebieden as (
    select
        gebieden.*,
        (
            select count(distinct peil.doelgroep) from peil
            where peil.gemeentecode = gebieden.gebied
        ) as groepen_aantal
    from {{ ref('int_waarneming__gebied') }} as gebieden
    where gebieden.gemeentecode is not null
),

bases as (select unnest(['dossiers', 'leerroutes', 'pip']) as noemer_basis),

noemers as (
    select
        *,
        case indicator_code when 'instroom' then 'dossiers' when 'leerroute' then 'leerroutes' else 'pip' end
            as noemer_basis
    from peil
    where indicator_code in ('instroom', 'leerroute', 'pip')
),

noemers_samen as (
    select
        gemeentecode,
        noemer_basis,
        sum(aantal) as aantal,
        count(*) as groepen_aantal,
        count(doelgroep) > 0 as is_gesplitst,
        bool_and(is_volledig) as is_volledig,
        min(jaar_van) as jaar_van,
        max(jaar_tot) as jaar_tot
    from noemers
    group by gemeentecode, noemer_basis
),

per_doelgroep as (
    select
        tellers.*,
        bases.noemer_basis,
        noemers.aantal as noemer,
        noemers.is_volledig as is_noemer_volledig,
        noemers.jaar_van as noemer_jaar_van,
        noemers.jaar_tot as noemer_jaar_tot
    from peil as tellers
    cross join bases
    left join noemers
        on
            tellers.gemeentecode = noemers.gemeentecode
            and bases.noemer_basis = noemers.noemer_basis
            and tellers.doelgroep is not distinct from noemers.doelgroep
    where tellers.indicator_code in ('pvt', 'map')
),

-- Both groups together: split on both sides only the shared groups count, else the whole against the whole.
samen as (

    select
        p.gemeentecode,
        p.indicator_code,
        p.noemer_basis,
        coalesce((count(p.doelgroep) > 0) = any_value(n.is_gesplitst), false) as is_gelijk_gesplitst,
        if(is_gelijk_gesplitst and count(p.noemer) > 0, sum(if(p.noemer is null, 0, p.aantal)), sum(p.aantal))
            as aantal,
        if(is_gelijk_gesplitst, sum(p.noemer), any_value(n.aantal)) as noemer,
        bool_and(p.is_volledig) and case
            when is_gelijk_gesplitst then count(p.noemer) = count(*) and any_value(n.groepen_aantal) = count(*)
            else greatest(count(*), any_value(n.groepen_aantal)) >= any_value(gebieden.groepen_aantal)
        end as is_volledig,
        any_value(n.is_volledig) as is_noemer_volledig,
        min(p.jaar_van) as jaar_van,
        max(p.jaar_tot) as jaar_tot,
        any_value(n.jaar_van) as noemer_jaar_van,
        any_value(n.jaar_tot) as noemer_jaar_tot,
        max(p.bron_id) as bron_id,
        max(p.levering_id) as levering_id
    from per_doelgroep as p
    inner join gebieden on p.gemeentecode = gebieden.gemeentecode
    left join noemers_samen as n on p.gemeentecode = n.gemeentecode and p.noemer_basis = n.noemer_basis
    group by p.gemeentecode, p.indicator_code, p.noemer_basis

),

alle as (
    select * from per_doelgroep
    where doelgroep is not null and noemer_basis <> 'pip'
    union all by name
    select * from samen
)

select
    alle.gemeentecode,
    gebieden.gemeentenaam,
    alle.doelgroep,
    upper(alle.indicator_code) as onderdeel,
    alle.noemer_basis,
    alle.aantal as afgerond,
    alle.noemer,
    alle.is_volledig and coalesce(alle.is_noemer_volledig, false)
    and coalesce(alle.jaar_van = alle.noemer_jaar_van and alle.jaar_tot = alle.noemer_jaar_tot, true) as is_volledig,
    alle.jaar_van,
    alle.jaar_tot,
    alle.noemer_jaar_van,
    alle.noemer_jaar_tot,
    alle.bron_id,
    alle.levering_id
from alle
inner join gebieden on alle.gemeentecode = gebieden.gemeentecode
