with

cel as (

    select * from {{ source('raw', 'cel') }}

),

hernoemd as (

    select
        {{ cel_kolommen() }}
    from cel
    where layout = 'coa_taakstelling'

)

select * from hernoemd
