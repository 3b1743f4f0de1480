with

geteld as (select * from {{ ref('int_spuk__cohort') }}),

parameters as (select * from {{ ref('spuk_parameters') }}),

eerste_cohort as (
    select * from parameters
    where parameter = 'eerste_cohort'
),

huisvesting as (select * from {{ ref('fct_taakstelling_realisatie') }}),

namen as (
    select
        gemeentecode,
        gemeentenaam
    from {{ ref('int_waarneming__gebied') }}
    where gemeentecode is not null
),

-- Two half-years make a year; a year that was not over on the last day counted is a lower bound.
per_jaar as (

    select
        gemeentecode,
        jaar as cohort,
        sum(gerealiseerd_aantal) as gehuisvest_aantal,
        max(peildatum) as peildatum,
        count(gerealiseerd_aantal) = count(*)
        and (count(*) = 2 or bool_and(halfjaar is null))
        and coalesce(max(peildatum) >= make_date(jaar, 12, 31), true) as is_volledig,
        arg_max(bron_id, coalesce(halfjaar, 0)) as bron_id,
        arg_max(levering_id, coalesce(halfjaar, 0)) as levering_id
    from huisvesting
    where jaar is not null
    group by gemeentecode, jaar, halfjaar is null
    qualify row_number() over (partition by gemeentecode, jaar order by halfjaar is null desc) = 1

),

geraamd as (

    select
        per_jaar.gemeentecode,
        per_jaar.cohort,
        'statushouder' as groep,
        'huisvesting' as telling_bron,
        per_jaar.peildatum,
        per_jaar.gehuisvest_aantal * parameters.waarde as aantal,
        'afgeleid' as waarde_status,
        per_jaar.is_volledig,
        concat_ws(
            ', ', leveringen.bestand, 'gehuisveste statushouders ' || per_jaar.cohort, 'maal PA ' || parameters.jaar
        ) as vindplaats,
        per_jaar.bron_id,
        per_jaar.levering_id
    from per_jaar
    inner join parameters on parameters.parameter = 'pa' and per_jaar.cohort = parameters.jaar
    left join {{ ref('stg_ontvangst__levering') }} as leveringen on per_jaar.levering_id = leveringen.levering_id
    where per_jaar.gehuisvest_aantal is not null and parameters.waarde is not null

),

alle as (
    select * from geteld
    union all by name
    select * from geraamd
)

select
    alle.gemeentecode,
    coalesce(namen.gemeentenaam, alle.gemeentecode) as gemeentenaam,
    alle.cohort,
    alle.groep,
    alle.telling_bron,
    cast(alle.budgetjaar as integer) as budgetjaar,
    alle.peildatum,
    cast(alle.aantal as decimal(14, 2)) as aantal,
    alle.waarde_status,
    alle.is_volledig,
    -- what counts for every year steps in for a budget year without a count of DUO
    alle.aantal is not null and (
        alle.telling_bron = 'duo' or row_number() over (
            partition by alle.gemeentecode, alle.cohort, alle.groep, alle.telling_bron = 'duo'
            order by
                alle.aantal is null asc,
                case alle.telling_bron when 'dossier' then 1 else 2 end
        ) = 1
    ) as is_gekozen,
    alle.vindplaats,
    alle.bron_id,
    alle.levering_id
from alle
left join namen on alle.gemeentecode = namen.gemeentecode
-- before the first cohort the old law applied
where alle.cohort >= (select max(waarde) from eerste_cohort)
