with

gemeenten as (

    select * from {{ source('raw', 'cbs_gemeenten') }}

),

hernoemd as (

    select
        levering_id,
        blad,
        rij,
        jaar,
        gemeentecode,
        gemeentenaam,
        provinciecode,
        provincienaam
    from gemeenten

)

select * from hernoemd
