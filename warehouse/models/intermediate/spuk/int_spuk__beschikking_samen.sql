{{ config(materialized='ephemeral') }}

with

brieven as (select * from {{ ref('int_spuk__beschikking') }}),

-- Costs per post are not split over grants, so they need the sum. Without them it would be set against nothing.
met_lasten as (

    select distinct gemeentecode from {{ ref('int_feit__vorm') }}
    where indicator_code = 'lasten' and waarde is not null

),

-- Only years for which no source printed one sum: beside such a sum one letter would look like the whole.
met_code as (

    select brieven.* from brieven
    inner join met_lasten on brieven.gemeentecode = met_lasten.gemeentecode
    qualify count(*) filter (where regeling = 'gebundeld') over (partition by brieven.gemeentecode, jaar) = 0

),

regelingen as (
    select distinct
        gemeentecode,
        jaar,
        regeling
    from brieven
    where regeling <> 'gebundeld' and soort <> 'terugvordering'
),

soorten as (
    select distinct
        gemeentecode,
        jaar,
        soort
    from met_code
),

-- Every regeling of the year belongs in the sum; nobody is asked to pay back under each of them.
verwacht as (

    select
        soorten.gemeentecode,
        soorten.jaar,
        soorten.soort,
        regelingen.regeling
    from soorten
    inner join regelingen
        on
            soorten.gemeentecode = regelingen.gemeentecode
            and soorten.jaar = regelingen.jaar
            and soorten.soort <> 'terugvordering'
    union
    select
        gemeentecode,
        jaar,
        soort,
        regeling
    from met_code

),

-- A regeling without a nader voorlopig letter still stands at its voorlopig amount.
delen as (

    select
        verwacht.gemeentecode,
        verwacht.jaar,
        verwacht.soort,
        met_code.soort is null or met_code.bedrag_eur is null or met_code.waarde_status = 'ondergrens' as ontbreekt,
        met_code.* exclude (gemeentecode, jaar, soort)
    from verwacht
    left join met_code
        on
            verwacht.gemeentecode = met_code.gemeentecode
            and verwacht.jaar = met_code.jaar
            and verwacht.regeling = met_code.regeling
            and (
                verwacht.soort = met_code.soort
                or verwacht.soort = 'nader_voorlopig' and met_code.soort = 'voorlopig'
            )
    qualify row_number() over (
        partition by verwacht.gemeentecode, verwacht.jaar, verwacht.soort, verwacht.regeling
        order by verwacht.soort = met_code.soort desc nulls last
    ) = 1

),

samen as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        'gebundeld' as regeling,
        soort,
        max(datum) as datum,
        sum(bedrag_eur) as bedrag_eur,
        case
            when sum(bedrag_eur) is null then coalesce(max(waarde_status), 'niet_geleverd')
            when bool_or(ontbreekt) then 'ondergrens'
            else 'gemeten'
        end as waarde_status,
        count(bron_id) as beschikkingen_aantal,
        min(tabel) as tabel,
        arg_max(vindplaats, volgnummer) as vindplaats,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from delen
    group by gemeentecode, jaar, soort
    -- part of a sum is not definitief: set beside all that was paid, it would look like money to pay back
    having soort <> 'definitief' or not bool_or(ontbreekt)

)

select * from samen
