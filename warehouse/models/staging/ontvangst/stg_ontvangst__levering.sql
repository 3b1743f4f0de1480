with

levering as (

    select * from {{ source('raw', 'levering') }}

),

hernoemd as (

    select
        ---------- sleutels
        levering_id,
        substr(levering_id, 1, 12) as bron_id,
        volgnummer,
        ---------- herkomst
        bron,
        titel,
        uitgever,
        bestand,
        formaat,
        herkomst,
        kanttekening,
        ---------- datums
        peildatum,
        ontvangen_op,
        ---------- kenmerken
        openbaar,
        is_synthetisch,
        rijen_goed_aantal,
        rijen_afgekeurd_aantal
    from levering

)

select * from hernoemd
