with

examens as (

    select * from {{ source('raw', 'duo_examens') }}

),

hernoemd as (

    select
        ---------- herkomst
        levering_id,
        blad,
        rij,
        ---------- wie, waar en wanneer
        peildatum,
        gemeentecode,
        pseudo_id,
        mutatie,
        ---------- wat
        examendatum,
        onderdeel,
        niveau,
        resultaat,
        reden_geen_resultaat
    from examens

)

select * from hernoemd
