with

herindelingen as (

    select * from {{ source('raw', 'cbs_herindelingen') }}

),

hernoemd as (

    select
        levering_id,
        blad,
        rij,
        ingangsdatum as ingang_datum,
        oude_code,
        oude_naam,
        nieuwe_code,
        nieuwe_naam,
        coalesce(is_gesplitst, false) as is_gesplitst
    from herindelingen

)

select * from hernoemd
