with

cel as (

    select * from {{ source('raw', 'cel') }}

),

hernoemd as (

    select
        {{ cel_kolommen() }}
    from cel
    where layout like 'gemeente_%' and layout <> 'gemeente_lasten'

)

select * from hernoemd
