with

koppelingen as (

    select * from {{ source('raw', 'persoon_koppeling') }}

),

-- Two persons for one number can't both be right: the same one every time, and a finding.
per_nummer as (

    select
        ander_id,
        min(pseudo_id) as pseudo_id,
        count(distinct pseudo_id) as personen_aantal
    from koppelingen
    where ander_id <> pseudo_id
    group by ander_id

)

select * from per_nummer
