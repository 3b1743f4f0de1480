{{ config(materialized='ephemeral') }}

with

sisa as (select * from {{ ref('int_spuk__sisa') }}),

verwacht as (select * from {{ ref('int_spuk__verwacht') }}),

-- The years that have a pooled amount to set spending against.
gebundeld as (

    select distinct
        gemeentecode,
        jaar
    from {{ ref('fct_beschikking') }}
    where regeling = 'gebundeld' and soort <> 'terugvordering'

),

posten as (

    select
        post,
        count(*) over () as posten_aantal
    from {{ ref('spuk_kostenposten') }}
    where is_voorziening <> 'nee' and post <> 'sisa'

),

-- Costs per post go first when all are there and accounted for: they tell the same spending, and in more detail.
met_lasten as (

    select
        feiten.gemeentecode,
        feiten.jaar,
        count(distinct feiten.post) filter (
            where feiten.waarde is not null and feiten.status_bedrag = 'realisatie'
            and feiten.waarde_status <> 'ondergrens'
        ) = any_value(posten.posten_aantal) as is_heel
    from {{ ref('int_feit__vorm') }} as feiten
    inner join posten on feiten.post = posten.post
    where feiten.is_gekozen and feiten.indicator_code = 'lasten'
    group by feiten.gemeentecode, feiten.jaar
    having count(feiten.waarde) > 0

),

compleet as (

    select
        verwacht.gemeentecode,
        verwacht.jaar,
        bool_and(sisa.bedrag_eur is not null and sisa.waarde_status <> 'ondergrens') as is_compleet
    from verwacht
    left join sisa
        on
            verwacht.gemeentecode = sisa.gemeentecode
            and verwacht.jaar = sisa.jaar
            and verwacht.regeling = sisa.regeling
            and sisa.post = 'sisa'
    group by verwacht.gemeentecode, verwacht.jaar

),

samen as (

    select
        sisa.gemeentecode,
        max(sisa.gemeentenaam) as gemeentenaam,
        sisa.jaar,
        'gebundeld' as regeling,
        sisa.post,
        'realisatie' as status_bedrag,
        if(bool_or(sisa.waarde_status = 'onleesbaar'), null, sum(sisa.bedrag_eur)) as bedrag_eur,
        case
            when bool_or(sisa.waarde_status = 'onleesbaar') then 'onleesbaar'
            when bool_or(sisa.waarde_status = 'ondergrens') then 'ondergrens'
            when sisa.post = 'sisa' and not coalesce(bool_and(compleet.is_compleet), false) then 'ondergrens'
            when sum(sisa.bedrag_eur) = 0 then 'nul'
            else 'gemeten'
        end as waarde_status,
        'sisa' as herkomst,
        string_agg(sisa.sisa_code, ', ' order by sisa.regeling) as sisa_code,
        string_agg(sisa.regeling || ': ' || sisa.sisa_omschrijving, '; ' order by sisa.regeling) as sisa_omschrijving,
        {{ vindplaatsen('sisa.vindplaats') }} as vindplaats,
        min(sisa.bron_id) as bron_id,
        min(sisa.levering_id) as levering_id
    from sisa
    inner join gebundeld on sisa.gemeentecode = gebundeld.gemeentecode and sisa.jaar = gebundeld.jaar
    inner join verwacht
        on
            sisa.gemeentecode = verwacht.gemeentecode and sisa.jaar = verwacht.jaar
            and sisa.regeling = verwacht.regeling
    left join met_lasten on sisa.gemeentecode = met_lasten.gemeentecode and sisa.jaar = met_lasten.jaar
    left join compleet on sisa.gemeentecode = compleet.gemeentecode and sisa.jaar = compleet.jaar
    -- what is fout or onzeker stands beside the posts; of spending only one of both counts, and posts that are budgeted
    -- or miss one give way to what was accounted for every grant
    where
        sisa.waarde_status <> 'niet_geleverd'
        and (
            sisa.post = 'fout_onzeker'
            or (
                sisa.bedrag_eur is not null
                and (met_lasten.jaar is null or not met_lasten.is_heel)
                and (met_lasten.jaar is null or coalesce(compleet.is_compleet, false))
            )
        )
    group by sisa.gemeentecode, sisa.jaar, sisa.post

)

select * from samen
