with

personen as (

    select * from {{ source('raw', 'tvs_personen') }}

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
        huishouden_id,
        gezinsgrootte,
        datum_koppeling,
        datum_melding_woning,
        datum_huisvesting,
        datum_afmelding_coa,
        woningtype,
        doorstroomlocatie
    from personen

)

select * from hernoemd
