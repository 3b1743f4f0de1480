with

iv3 as (

    select * from {{ source('raw', 'iv3') }}

),

hernoemd as (

    select
        ---------- herkomst
        levering_id,
        blad,
        rij,
        ---------- wie en wanneer
        gemeentecode,
        jaar,
        verslagsoort as verslagsoort_code,
        soort as verslag,
        ---------- wat
        taakveld as taakveld_code,
        categorie as categorie_code,
        ---------- waarde
        eerste_plaatsing,
        tweede_plaatsing,
        bedrag_eur
    from iv3

)

select * from hernoemd
