-- Every euro is somewhere (docs/spuk.md): what was paid and not spent was settled, is recovered or is still in reserve.
-- Both kinds of repayment stand apart, and under a ceiling of 100% recovery is last year's reserve that was not spent.
-- A row is a series (gemeente, regeling, scenario) or a year that breaks one of these to the cent.
with

verloop as (

    select * from {{ ref('fct_spuk_verloop') }}
    union all
    select * from {{ ref('fct_spuk_gevoeligheid') }}

),

plafonds as (select * from {{ ref('dim_spuk_plafond') }}),

berekend as (

    select * from verloop
    where reserve_eind_eur is not null

),

reeksen as (

    select
        gemeentecode,
        regeling,
        scenario,
        null as jaar,
        sum(betaald_eur) - sum(besteed_eur) as betaald_niet_besteed_eur,
        sum(vaststelling_verschil_eur) + sum(terugvordering_eur) + arg_max(reserve_eind_eur, jaar)
        - arg_min(reserve_begin_eur, jaar) as ergens_eur
    from berekend
    group by gemeentecode, regeling, scenario
    -- what was paid must be known to say where it went
    having count(*) = count(betaald_eur)

),

jaren as (

    select
        berekend.gemeentecode,
        berekend.regeling,
        berekend.scenario,
        berekend.jaar,
        berekend.terugvordering_eur,
        greatest(0, berekend.reserve_begin_eur - berekend.besteed_eur) as niet_besteed_eur
    from berekend
    inner join plafonds on berekend.regelversie = plafonds.regelversie
    where plafonds.alpha = 1 and plafonds.beta = 0

),

stappen as (

    select
        gemeentecode,
        regeling,
        scenario,
        jaar,
        te_betalen_eur - te_ontvangen_eur as per_saldo_eur,
        vaststelling_verschil_eur + terugvordering_eur + fout_onzeker_eur as twee_soorten_eur
    from berekend

),

-- Every row of every regeling, also of those without a known rule for the reserve.
vaststelling as (

    select
        gemeentecode,
        regeling,
        scenario,
        jaar,
        vaststelling_verschil_eur,
        betaald_eur - toegekend_eur as betaald_min_toegekend_eur
    from verloop
    where vaststelling_verschil_eur is not null

),

te_betalen as (

    select
        gemeentecode,
        regeling,
        scenario,
        jaar,
        te_betalen_eur,
        greatest(0, vaststelling_verschil_eur) + coalesce(terugvordering_eur, 0) + fout_onzeker_eur as delen_eur
    from verloop
    where te_betalen_eur is not null and vaststelling_verschil_eur is not null

)

select * from reeksen
where betaald_niet_besteed_eur is distinct from ergens_eur
union all
select * from jaren
where terugvordering_eur is distinct from niet_besteed_eur
union all
select * from stappen
where per_saldo_eur is distinct from twee_soorten_eur
union all
select * from vaststelling
where vaststelling_verschil_eur is distinct from betaald_min_toegekend_eur
union all
select * from te_betalen
where te_betalen_eur is distinct from delen_eur
