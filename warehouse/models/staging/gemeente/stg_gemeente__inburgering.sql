with

cel as (

    select * from {{ source('raw', 'cel') }}

),

hernoemd as (

    select
        {{ cel_kolommen() }}
    from cel
    where layout like 'gemeente_%' and layout not in ('gemeente_lasten', 'gemeente_baten_lasten')

)

select * from hernoemd
