with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and gemeentecode is not null
        and periode_soort in ('jaar', 'halfjaar')
        and indicator_code in (
            'stand_begin', 'taakstelling', 'totale_taakstelling', 'gerealiseerd', 'taakstelling_correctie'
        )

),

-- One row per gemeente and period, the four figures side by side as delivered.
naast_elkaar as (

    select
        gemeentecode,
        gemeentenaam,
        periode,
        periode_soort,
        jaar,
        halfjaar,
        max(peildatum) as peildatum,
        jaar * 2 + coalesce(halfjaar, 0) as volgorde,
        case when periode_soort = 'jaar' then 2 else 1 end as stap,
        max(rekenwaarde) filter (where indicator_code = 'stand_begin') as stand_begin,
        max(rekenwaarde) filter (where indicator_code = 'taakstelling') as taakstelling,
        -- most deliveries have no correction column: no correction is then nil, not missing
        coalesce(max(rekenwaarde) filter (where indicator_code = 'taakstelling_correctie'), 0) as correctie,
        max(rekenwaarde) filter (where indicator_code = 'totale_taakstelling') as totale_taakstelling,
        max(rekenwaarde) filter (where indicator_code = 'gerealiseerd') as gerealiseerd,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from waarnemingen
    group by all

)

select * from naast_elkaar
