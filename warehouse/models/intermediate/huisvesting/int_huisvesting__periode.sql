with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and gemeentecode is not null
        and periode_soort in ('jaar', 'halfjaar')
        and indicator_code in (
            'stand_begin', 'taakstelling', 'totale_taakstelling', 'gerealiseerd', 'taakstelling_correctie',
            'achterstand'
        )

),

-- One row per gemeente and period, the figures side by side as delivered.
naast_elkaar as (

    select
        gemeentecode,
        gemeentenaam,
        periode,
        periode_soort,
        jaar,
        halfjaar,
        max(peildatum) as peildatum,
        max({{ halfjaar_begin('waarnemingen') }}) as begin_volgorde,
        max({{ halfjaar_eind('waarnemingen') }}) as eind_volgorde,
        max(rekenwaarde) filter (where indicator_code = 'stand_begin') as stand_begin,
        max(rekenwaarde) filter (where indicator_code = 'taakstelling') as taakstelling,
        -- most deliveries have no correction column: no correction is then nil, not missing
        coalesce(max(rekenwaarde) filter (where indicator_code = 'taakstelling_correctie'), 0) as correctie,
        max(rekenwaarde) filter (where indicator_code = 'totale_taakstelling') as totale_taakstelling,
        max(rekenwaarde) filter (where indicator_code = 'gerealiseerd') as gerealiseerd,
        -- a printed closing that is older than one of its parts no longer holds
        case
            when max(volgnummer) filter (where indicator_code = 'achterstand') = max(volgnummer)
                then max(rekenwaarde) filter (where indicator_code = 'achterstand')
        end as achterstand,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from waarnemingen
    group by all

)

select * from naast_elkaar
