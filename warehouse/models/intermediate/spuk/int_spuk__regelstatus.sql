{{ config(materialized='ephemeral') }}

with

posten as (select * from {{ ref('spuk_kostenposten') }}),

herkenning as (

    select
        uitkeringscode as regeling,
        if(rol = 'besteding', 'sisa', rol) as post,
        status
    from {{ ref('spuk_sisa_herkenning') }}

),

regels as (

    select * from herkenning
    union all by name
    -- a sum rests on the recognition of all that can be in it
    select * replace ('gebundeld' as regeling) from herkenning
    union all by name
    select
        regelingen.regeling,
        posten.post,
        posten.status
    from posten
    cross join {{ ref('spuk_regelingen') }} as regelingen

)

select
    regeling,
    post,
    arg_max(status, list_position(['bevestigd', 'afgeleid', 'onbekend'], status)) as regel_status
from regels
group by regeling, post
