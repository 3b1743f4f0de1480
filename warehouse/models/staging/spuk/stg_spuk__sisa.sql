with

sisa as (

    select * from {{ source('raw', 'sisa') }}

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
        ---------- wat
        verstrekker,
        coalesce(upper(uitkeringscode), split_part(upper(replace(indicator, ' ', '')), '/', 1)) as uitkeringscode,
        upper(replace(indicator, ' ', '')) as sisa_indicator_code,
        coalesce(volgnummer, 1) as project_nummer,
        omschrijving,
        aard_controle,
        ---------- waarde
        waarde_ruw,
        waarde,
        eenheid
    from sisa

)

select * from hernoemd
