with

per_periode as (select * from {{ ref('int_waarneming__peil_periode') }}),

jaren_samen as (

    select
        indicator_code,
        gemeentecode,
        doelgroep,
        leerroute,
        sum(coalesce(cellen_aantal, gedrukt_aantal)) as cellen_jaren_aantal,
        sum(ontbrekend_aantal) as ontbrekend_jaren_aantal,
        min(jaar) as eerste_jaar,
        max(jaar) as laatste_jaar,
        arg_max(herkomst, jaar) as herkomst_jaren
    from per_periode
    where periode_soort = 'jaar'
    group by all

),

-- A printed total goes before a period; of several periods the one that ends last.
gedrukt as (

    select * from per_periode
    where periode_soort in ('totaal', 'tijdvak')
    qualify row_number() over (
        partition by indicator_code, gemeentecode, doelgroep, leerroute
        order by case periode_soort when 'totaal' then 0 else 1 end asc, periode_tot_datum desc, periode asc
    ) = 1

),

alle_jaren as (

    select
        indicator_code,
        gemeentecode,
        doelgroep,
        leerroute,
        'totaal' as periode,
        cast(null as integer) as jaar,
        coalesce(jaar_van, eerste_jaar) as jaar_van,
        coalesce(jaar_tot, laatste_jaar) as jaar_tot,
        gedrukt_aantal,
        coalesce(cellen_jaren_aantal, cellen_aantal) as cellen_aantal,
        coalesce(ontbrekend_jaren_aantal, ontbrekend_aantal) as ontbrekend_aantal,
        coalesce(herkomst, herkomst_jaren) as herkomst
    from gedrukt
    full outer join jaren_samen using (indicator_code, gemeentecode, doelgroep, leerroute)

),

peil as (

    select * from per_periode
    where periode_soort = 'jaar'
    union all by name
    select * from alle_jaren

)

select
    indicator_code,
    gemeentecode,
    nullif(doelgroep, '') as doelgroep,
    leerroute,
    periode,
    jaar,
    jaar_van,
    jaar_tot,
    coalesce(gedrukt_aantal, cellen_aantal) as aantal,
    gedrukt_aantal,
    cellen_aantal,
    ontbrekend_aantal,
    case when gedrukt_aantal is not null then 'gedrukt_totaal' else 'som_cellen' end as basis,
    gedrukt_aantal is not null or ontbrekend_aantal = 0 as is_volledig,
    herkomst['levering_id'] as levering_id,
    herkomst['bron_id'] as bron_id,
    herkomst['vindplaats'] as vindplaats,
    herkomst['tabel'] as tabel,
    herkomst['bron'] as bron
from peil
