with

basis as (
    select * from {{ ref('int_pvt_map__basis') }}
    where doelgroep is null
),

gemeenten as (select * from {{ ref('gemeenten') }}),

gedrukt as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and indicator_code in ('pvt_voltooiing_pct', 'map_voltooiing_pct')

),

-- Gemeenten that one gemeente executes for, and the groups that a printed percentage is about.
uitvoerders as (

    select
        string_agg(gemeenten.gemeentecode, '|' order by gemeenten.gemeentecode) as deelnemers,
        max(gemeenten.uitvoerder_inburgering) as uitvoerder_code
    from gemeenten
    where gemeenten.gemeentecode in (select basis.gemeentecode from basis)
    group by gemeenten.uitvoerder_inburgering
    having count(*) > 1

),

groepen as (

    select deelnemers from uitvoerders
    union
    select deelnemers from gedrukt
    where deelnemers is not null

),

leden as (

    select
        deelnemers,
        unnest(string_split(deelnemers, '|')) as gemeentecode
    from groepen

),

onderdelen as (
    select distinct
        onderdeel,
        noemer_basis
    from basis
),

opgeteld as (

    select
        leden.deelnemers,
        onderdelen.onderdeel,
        onderdelen.noemer_basis,
        list(coalesce(basis.gemeentenaam, leden.gemeentecode) order by basis.gemeentenaam) as namen,
        count(*) as gemeenten_aantal,
        sum(basis.afgerond) as afgerond,
        -- one gemeente without a denominator leaves the group without one
        case when count(basis.noemer) = count(*) then sum(basis.noemer) end as noemer,
        coalesce(bool_and(basis.is_volledig), false) and count(basis.noemer) = count(*) as is_volledig,
        min(basis.jaar_van) as jaar_van,
        max(basis.jaar_tot) as jaar_tot,
        max(basis.bron_id) as bron_id,
        max(basis.levering_id) as levering_id
    from leden
    cross join onderdelen
    left join basis
        on
            leden.gemeentecode = basis.gemeentecode
            and onderdelen.onderdeel = basis.onderdeel
            and onderdelen.noemer_basis = basis.noemer_basis
    group by leden.deelnemers, onderdelen.onderdeel, onderdelen.noemer_basis

)

select
    opgeteld.*,
    {{ nl_opsomming('opgeteld.namen') }} as gemeenten,
    gedrukt.rekenwaarde as gedrukt_pct,
    gedrukt.sleutel as gedrukt_sleutel
from opgeteld
left join gedrukt
    on
        opgeteld.deelnemers = gedrukt.deelnemers
        and gedrukt.indicator_code = lower(opgeteld.onderdeel) || '_voltooiing_pct'
