{{ config(materialized='ephemeral') }}

with

sisa as (select * from {{ ref('int_spuk__sisa') }}),

brieven as (
    select * from {{ ref('int_spuk__beschikking') }}
    where soort <> 'terugvordering'
),

-- The years that have a pooled amount to set spending against.
gebundeld as (

    select distinct
        gemeentecode,
        jaar
    from {{ ref('fct_beschikking') }}
    where regeling = 'gebundeld' and soort <> 'terugvordering'

),

-- Accounted costs per post go first: they tell the same spending, and in more detail.
met_lasten as (

    select
        feiten.gemeentecode,
        feiten.jaar,
        bool_and(coalesce(feiten.status_bedrag = 'realisatie', false)) as is_realisatie
    from {{ ref('int_feit__vorm') }} as feiten
    inner join {{ ref('spuk_kostenposten') }} as posten on feiten.post = posten.post
    where
        feiten.is_gekozen and feiten.indicator_code = 'lasten' and feiten.waarde is not null
        and posten.is_voorziening <> 'nee'
    group by feiten.gemeentecode, feiten.jaar

),

-- A sum that a source printed is of all regelingen; a sum of letters is of the regelingen that have one.
verwacht as (

    select
        brieven.gemeentecode,
        brieven.jaar,
        regelingen.regeling
    from brieven
    cross join {{ ref('spuk_regelingen') }} as regelingen
    where brieven.regeling = 'gebundeld'
    union
    select
        gemeentecode,
        jaar,
        regeling
    from brieven

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
    where verwacht.regeling <> 'gebundeld'
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
    left join met_lasten on sisa.gemeentecode = met_lasten.gemeentecode and sisa.jaar = met_lasten.jaar
    left join compleet on sisa.gemeentecode = compleet.gemeentecode and sisa.jaar = compleet.jaar
    -- what is fout or onzeker stands beside the posts; of spending only one of both counts, and a budget gives way to
    -- what was accounted for every grant
    where
        sisa.waarde_status <> 'niet_geleverd'
        and (
            sisa.post = 'fout_onzeker'
            or (
                sisa.bedrag_eur is not null
                and (met_lasten.jaar is null or not met_lasten.is_realisatie)
                and (met_lasten.jaar is null or coalesce(compleet.is_compleet, false))
            )
        )
    group by sisa.gemeentecode, sisa.jaar, sisa.post

)

select * from samen
