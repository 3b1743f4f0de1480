with

versies as (
    select * from {{ ref('int_persoon__versie') }}
    where is_actueel
),

kolommen as (
    select distinct
        levering_id,
        layout,
        kolom
    from {{ ref('stg_ontvangst__levering_kolom') }}
),

gebruikt as (

    select
        bron,
        gemeentecode,
        levering_id,
        layout,
        count(*) as personen_aantal
    from versies
    group by all

),

totalen as (

    select
        bron,
        gemeentecode,
        count(*) as leveringen_aantal
    from gebruikt
    group by all

),

-- The current persons of a gemeente may come from several deliveries, each with columns of its own.
geleverd as (

    select
        gebruikt.bron,
        gebruikt.gemeentecode,
        kolommen.kolom,
        count(*) as met_kolom_aantal,
        sum(gebruikt.personen_aantal) as personen_aantal
    from gebruikt
    inner join kolommen
        on gebruikt.levering_id = kolommen.levering_id and gebruikt.layout = kolommen.layout
    group by all

)

select
    geleverd.bron,
    geleverd.gemeentecode,
    geleverd.kolom,
    geleverd.met_kolom_aantal,
    totalen.leveringen_aantal,
    geleverd.met_kolom_aantal = totalen.leveringen_aantal as is_volledig,
    geleverd.personen_aantal
from geleverd
inner join totalen on geleverd.bron = totalen.bron and geleverd.gemeentecode = totalen.gemeentecode
