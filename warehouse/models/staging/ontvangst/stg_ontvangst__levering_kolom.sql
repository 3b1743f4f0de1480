with

kolommen as (

    select * from {{ source('raw', 'levering_kolom') }}

),

hernoemd as (

    select
        levering_id,
        layout,
        kolom,
        kop
    from kolommen

)

select * from hernoemd
