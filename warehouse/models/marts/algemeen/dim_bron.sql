with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

waarnemingen as (select * from {{ ref('int_waarneming__alle') }}),

-- One count of persons names one delivery, but may rest on several.
personen as (

    select
        levering_id,
        bool_or(is_actueel) as is_actueel
    from {{ ref('int_persoon__versie') }}
    group by levering_id

),

gebruik as (

    select
        levering_id,
        bool_or(is_actueel) as is_actueel
    from waarnemingen
    group by levering_id

),

samengevoegd as (

    select
        leveringen.bron_id,
        leveringen.levering_id,
        leveringen.bron,
        leveringen.titel,
        leveringen.uitgever,
        leveringen.bestand,
        leveringen.formaat,
        leveringen.peildatum,
        leveringen.ontvangen_op,
        leveringen.openbaar,
        leveringen.herkomst,
        leveringen.kanttekening,
        leveringen.is_synthetisch,
        cast(leveringen.rijen_goed_aantal as integer) as rijen_goed_aantal,
        cast(leveringen.rijen_afgekeurd_aantal as integer) as rijen_afgekeurd_aantal,
        coalesce(gebruik.is_actueel, false) or coalesce(personen.is_actueel, false) as is_actueel,
        concat_ws(
            ' · ',
            case when leveringen.is_synthetisch then 'Synthetische gegevens' end,
            coalesce(leveringen.titel, leveringen.bestand),
            nullif(leveringen.uitgever, leveringen.titel),
            leveringen.herkomst,
            'peildatum ' || {{ nl_datum('leveringen.peildatum') }},
            'bestand ' || leveringen.bestand
        ) as citaat
    from leveringen
    left join gebruik on leveringen.levering_id = gebruik.levering_id
    left join personen on leveringen.levering_id = personen.levering_id

)

select * from samengevoegd
