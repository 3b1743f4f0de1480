with

cel as (

    select * from {{ source('raw', 'cel') }}

),

hernoemd as (

    select
        {{ cel_kolommen() }}
    from cel
    where layout = 'spuk_prijzen'

)

select * from hernoemd
