{#- The course of the SPUK for one group of scenarios: the four scenarios, or the variants with one other assumption. -#}
{% macro spuk_verloop(groep) %}
with

uitkomsten as (select * from {{ ref('int_spuk__uitkomst') }}),

scenarios as (
    select * from {{ ref('dim_spuk_scenario') }}
    where groep = '{{ groep }}'
),

-- The letter behind the amounts of a year: the hardest one that was delivered.
beschikkingen as (

    select
        gemeentecode,
        regeling,
        jaar,
        arg_min(bron_id, hardheid) as bron_id,
        arg_min(levering_id, hardheid) as levering_id
    from (
        select
            *,
            case soort when 'definitief' then 1 when 'nader_voorlopig' then 2 else 3 end as hardheid
        from {{ ref('fct_beschikking') }}
        where soort <> 'terugvordering'
    )
    group by gemeentecode, regeling, jaar

),

-- Per gemeente and not per year: a year without a letter has a name as well.
gemeenten as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam
    from {{ ref('fct_beschikking') }}
    group by gemeentecode

)

select
    ---------- sleutels
    u.gemeentecode,
    g.gemeentenaam,
    u.jaar,
    u.regeling,
    u.scenario,
    ---------- wat binnenkwam en is uitgegeven
    u.betaald_eur,
    u.toegekend_eur,
    u.toegekend_herkomst,
    u.besteed_eur,
    ---------- onderbesteding
    u.reserve_begin_eur,
    u.overschot_eur,
    u.plafond_eur,
    u.terugvordering_eur,
    u.reserve_eind_eur,
    ---------- vaststelling
    u.vaststelling_verschil_eur,
    u.fout_onzeker_eur,
    u.te_betalen_eur,
    u.te_ontvangen_eur,
    u.bestedingsvloer_eur,
    ---------- hoe hard
    u.regelversie,
    u.regel_status,
    u.is_volledig,
    u.ontbrekend_aantal,
    nullif(u.ontbreekt, '') as ontbreekt,
    nullif(u.rust_op, '') as rust_op_onvolledig,
    u.is_gebundeld,
    ---------- herkomst
    b.bron_id,
    b.levering_id
from uitkomsten as u
inner join scenarios as s on u.scenario = s.scenario
left join gemeenten as g on u.gemeentecode = g.gemeentecode
left join beschikkingen as b
    on u.gemeentecode = b.gemeentecode and u.regeling = b.regeling and u.jaar = b.jaar
{% endmacro %}
