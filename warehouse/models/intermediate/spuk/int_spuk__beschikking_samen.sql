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

soorten as (
    select distinct
        gemeentecode,
        jaar,
        soort
    from met_code
),

-- Which letter stands for a regeling in the sum of a kind: the newest that says what was paid or granted.
rang as (

    select unnest(
        [
            { 'soort': 'voorlopig', 'brief': 'voorlopig', 'volgorde': 1, 'is_deel': false },
            { 'soort': 'voorlopig', 'brief': 'nader_voorlopig', 'volgorde': 2, 'is_deel': true },
            { 'soort': 'voorlopig', 'brief': 'definitief', 'volgorde': 3, 'is_deel': true },
            { 'soort': 'nader_voorlopig', 'brief': 'nader_voorlopig', 'volgorde': 1, 'is_deel': false },
            { 'soort': 'nader_voorlopig', 'brief': 'voorlopig', 'volgorde': 2, 'is_deel': false },
            { 'soort': 'nader_voorlopig', 'brief': 'definitief', 'volgorde': 3, 'is_deel': true },
            { 'soort': 'definitief', 'brief': 'definitief', 'volgorde': 1, 'is_deel': false },
            { 'soort': 'definitief', 'brief': 'nader_voorlopig', 'volgorde': 2, 'is_deel': true },
            { 'soort': 'definitief', 'brief': 'voorlopig', 'volgorde': 3, 'is_deel': true },
            { 'soort': 'terugvordering', 'brief': 'terugvordering', 'volgorde': 1, 'is_deel': false }
        ],
        recursive := true
    )

),

-- Paid and granted must hold the same regelingen, or their difference would be one of them. So a regeling without a
-- letter of this kind stands at the amount that is known of her, and then the sum is a lower bound; only a voorlopig
-- amount without a nader voorlopig letter is simply what is paid. Nobody is asked to pay back under each regeling.
delen as (

    select
        soorten.soort as som_soort,
        met_code.*,
        met_code.soort = soorten.soort and met_code.bedrag_eur is not null as is_eigen,
        max(met_code.waarde_status) filter (where met_code.soort = soorten.soort) over regeling as eigen_status,
        met_code.bedrag_eur is null or met_code.waarde_status = 'ondergrens' or rang.is_deel
        or bool_or(met_code.bedrag_eur is null and met_code.soort = soorten.soort) over regeling as ontbreekt
    from met_code
    inner join soorten on met_code.gemeentecode = soorten.gemeentecode and met_code.jaar = soorten.jaar
    inner join rang on soorten.soort = rang.soort and met_code.soort = rang.brief
    window regeling as (partition by met_code.gemeentecode, met_code.jaar, soorten.soort, met_code.regeling)
    qualify row_number() over (
        partition by met_code.gemeentecode, met_code.jaar, soorten.soort, met_code.regeling
        order by met_code.bedrag_eur is null asc, rang.volgorde asc
    ) = 1

),

samen as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        'gebundeld' as regeling,
        som_soort as soort,
        max(datum) as datum,
        -- when no letter of this kind has an amount, other kinds are not a sum of this kind
        if(bool_or(is_eigen), sum(bedrag_eur), null) as bedrag_eur,
        case
            when not bool_or(is_eigen) then max(eigen_status)
            when bool_or(ontbreekt) then 'ondergrens'
            else 'gemeten'
        end as waarde_status,
        count(bron_id) as beschikkingen_aantal,
        min(tabel) as tabel,
        {{ vindplaatsen('vindplaats') }} as vindplaats,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from delen
    group by gemeentecode, jaar, som_soort

)

select * from samen
