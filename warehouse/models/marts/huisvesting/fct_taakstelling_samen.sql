with

perioden as (select * from {{ ref('fct_taakstelling_realisatie') }}),

gedrukt as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and indicator_code = 'achterstand' and deelnemers is not null

),

samen as (

    select
        string_agg(gemeentecode, '|' order by gemeentecode) as deelnemers,
        list(gemeentenaam order by gemeentenaam) as namen,
        cast(count(*) as integer) as gemeenten_aantal,
        periode,
        jaar,
        halfjaar,
        max(peildatum) as peildatum,
        cast(sum(totale_taakstelling_aantal) as integer) as totale_taakstelling_aantal,
        cast(sum(gerealiseerd_aantal) as integer) as gerealiseerd_aantal,
        cast(sum(achterstand_aantal) as integer) as achterstand_aantal,
        -- a roll that stopped for one gemeente gives no sum
        cast(
            case
                when count(achterstand_doorgerekend_aantal) = count(*) then sum(achterstand_doorgerekend_aantal)
            end as integer
        )
            as achterstand_doorgerekend_aantal,
        count(achterstand_aantal) = count(*) as is_volledig,
        max(bron_id) as bron_id,
        max(levering_id) as levering_id
    from perioden
    group by periode, jaar, halfjaar

)

select
    samen.deelnemers,
    {{ nl_opsomming('samen.namen') }} as gemeenten,
    samen.gemeenten_aantal,
    samen.periode,
    samen.jaar,
    samen.halfjaar,
    samen.peildatum,
    samen.totale_taakstelling_aantal,
    samen.gerealiseerd_aantal,
    samen.achterstand_aantal,
    samen.achterstand_doorgerekend_aantal,
    cast(gedrukt.rekenwaarde as integer) as gedrukt_achterstand_aantal,
    samen.is_volledig,
    samen.bron_id,
    samen.levering_id
from samen
left join gedrukt on samen.deelnemers = gedrukt.deelnemers and samen.periode = gedrukt.periode
