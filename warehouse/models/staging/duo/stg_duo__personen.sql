with

personen as (

    select * from {{ source('raw', 'duo_personen') }}

),

hernoemd as (

    select
        {{ persoon_kolommen() }}
    from personen

)

select * from hernoemd
