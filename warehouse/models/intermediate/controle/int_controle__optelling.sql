with

onderdelen as (select * from {{ ref('int_controle__totaal_onderdeel') }}),

totalen as (select * from {{ ref('int_waarneming__beschreven') }}),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'dimensie'
),

sommen as (

    select
        totaal_sleutel,
        route,
        coalesce(sum(rekenwaarde), 0) as herrekend,
        count(*) as onderdelen_aantal,
        count(distinct onderdeel_gemeentecode) as onderdeel_gemeenten_aantal,
        count(*) filter (where is_ontbrekend) as ontbrekende_cellen_aantal,
        list(distinct waarde_status order by waarde_status) filter (where is_ontbrekend) as ontbrekende_statussen
    from onderdelen
    group by totaal_sleutel, route

),

vergeleken as (

    select
        totalen.*,
        sommen.route,
        case
            when sommen.route = 'alles' and totalen.eenheid = 'euro' then 'de onderliggende posten'
            else codes.zin_label
        end as route_zin,
        codes.volgorde as route_volgorde,
        totalen.rekenwaarde as gedrukt,
        sommen.herrekend,
        sommen.herrekend - totalen.rekenwaarde as verschil,
        sommen.onderdelen_aantal,
        coalesce(sommen.ontbrekende_statussen, []) as ontbrekende_statussen,
        -- a participant without any cell is a missing part as well
        sommen.ontbrekende_cellen_aantal + case
            when totalen.deelnemers is null then 0
            else greatest(totalen.gemeenten_aantal - sommen.onderdeel_gemeenten_aantal, 0)
        end as ontbrekend_aantal
    from sommen
    inner join totalen on sommen.totaal_sleutel = totalen.sleutel and totalen.is_rekencel
    inner join codes on sommen.route = codes.code

)

select
    *,
    -- with parts missing, only a sum that is already too high contradicts the printed total
    verschil <> 0 and (ontbrekend_aantal = 0 or (verschil > 0 and not kan_negatief)) as is_tegenspraak
from vergeleken
