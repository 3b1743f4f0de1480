with

perioden as (select * from {{ ref('int_huisvesting__periode') }}),

doorgerekend as (select * from {{ ref('int_huisvesting__doorgerekend') }}),

inwoners as (select * from {{ ref('gemeente_inwoners') }}),

samengevoegd as (

    select
        ---------- sleutels
        perioden.gemeentecode,
        perioden.gemeentenaam,
        perioden.periode,
        perioden.jaar,
        perioden.halfjaar,
        perioden.peildatum,
        ---------- aantallen zoals gedrukt
        cast(perioden.stand_begin as integer) as stand_begin_aantal,
        cast(perioden.taakstelling as integer) as taakstelling_aantal,
        cast(perioden.totale_taakstelling as integer) as totale_taakstelling_aantal,
        cast(perioden.gerealiseerd as integer) as gerealiseerd_aantal,
        cast(doorgerekend.achterstand as integer) as achterstand_aantal,
        ---------- herrekend
        cast(
            case
                when doorgerekend.totale_taakstelling > 0
                    then 100 * perioden.gerealiseerd / doorgerekend.totale_taakstelling
            end as decimal(9, 2)
        ) as realisatie_pct,
        cast(doorgerekend.stand_begin_doorgerekend as integer) as stand_begin_doorgerekend_aantal,
        cast(doorgerekend.achterstand_doorgerekend as integer) as achterstand_doorgerekend_aantal,
        cast(doorgerekend.aansluitverschil as integer) as aansluitverschil_aantal,
        cast(1000 * doorgerekend.achterstand / inwoners.inwoners_aantal as decimal(9, 2))
            as achterstand_per_1000_inwoners,
        doorgerekend.is_laatste_periode,
        ---------- herkomst
        perioden.bron_id,
        perioden.levering_id
    from perioden
    inner join doorgerekend
        on perioden.gemeentecode = doorgerekend.gemeentecode and perioden.periode = doorgerekend.periode
    left join inwoners
        on perioden.gemeentecode = inwoners.gemeentecode and perioden.jaar = inwoners.jaar

)

select * from samengevoegd
