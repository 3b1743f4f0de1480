with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and indicator_code in ('baten', 'lasten') and jaar is not null
),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

-- The same rows as fct_baten_lasten: an amount that is delivered whole and in parts counts once.
feiten as (
    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code in ('baten', 'lasten')
),

optelling as (
    select * from {{ ref('int_controle__optelling') }}
    where indicator_code in ('baten', 'lasten')
),

-- Every gemeente, and every group of gemeenten for which a total was delivered.
gevraagd as (
    select distinct
        gebied,
        indicator_code,
        jaar
    from waarnemingen
),

gedrukt as (

    select
        gebied,
        indicator_code,
        jaar,
        max(rekenwaarde) as gedrukt_eur,
        max(bron_id) as bron_id,
        max(levering_id) as levering_id
    from waarnemingen
    where post = 'totaal' and not is_ontbrekend
    group by gebied, indicator_code, jaar

),

-- A participant without any cell counts as missing; the check on sums knows which.
zonder_cel as (

    select
        gebied,
        indicator_code,
        jaar,
        max(ontbrekend_aantal) as ontbrekend_aantal
    from optelling
    where post = 'totaal'
    group by gebied, indicator_code, jaar

),

opgeteld as (

    select
        gevraagd.gebied,
        gevraagd.indicator_code,
        gevraagd.jaar,
        sum(feiten.waarde) as som_eur,
        count(*) as posten_aantal,
        count(*) filter (where feiten.ontbrekend_aantal > 0 or feiten.mist_halfjaar) as ontbrekend_aantal,
        max(feiten.status_bedrag) as hoogste_status,
        min(feiten.status_bedrag) as laagste_status,
        max(feiten.bron_id) as bron_id,
        max(feiten.levering_id) as levering_id
    from gevraagd
    inner join gebieden on gevraagd.gebied = gebieden.gebied
    inner join feiten
        on
            list_contains(gebieden.gemeentecodes, feiten.gemeentecode)
            and gevraagd.indicator_code = feiten.indicator_code
            and gevraagd.jaar = feiten.jaar
    group by gevraagd.gebied, gevraagd.indicator_code, gevraagd.jaar

),

samengevoegd as (

    select
        gebieden.gemeentecode,
        gebieden.gemeentenaam,
        case when gebieden.gemeentecode is null then opgeteld.gebied end as deelnemers,
        gebieden.gebied_zin as gemeenten,
        opgeteld.jaar,
        opgeteld.indicator_code as soort,
        -- one status when all parts have the same, else 'gemengd'
        case when hoogste_status = laagste_status then hoogste_status else 'gemengd' end as status_bedrag,
        cast(opgeteld.som_eur as decimal(14, 2)) as som_eur,
        cast(gedrukt.gedrukt_eur as decimal(14, 2)) as gedrukt_eur,
        cast(coalesce(opgeteld.som_eur, 0) - gedrukt.gedrukt_eur as decimal(14, 2)) as verschil_eur,
        cast(opgeteld.posten_aantal as integer) as posten_aantal,
        cast(coalesce(zonder_cel.ontbrekend_aantal, opgeteld.ontbrekend_aantal) as integer) as ontbrekend_aantal,
        coalesce(zonder_cel.ontbrekend_aantal, opgeteld.ontbrekend_aantal) = 0 as is_volledig,
        coalesce(gedrukt.bron_id, opgeteld.bron_id) as bron_id,
        coalesce(gedrukt.levering_id, opgeteld.levering_id) as levering_id
    from opgeteld
    inner join gebieden on opgeteld.gebied = gebieden.gebied
    left join gedrukt
        on
            opgeteld.gebied = gedrukt.gebied
            and opgeteld.indicator_code = gedrukt.indicator_code
            and opgeteld.jaar = gedrukt.jaar
    left join zonder_cel
        on
            opgeteld.gebied = zonder_cel.gebied
            and opgeteld.indicator_code = zonder_cel.indicator_code
            and opgeteld.jaar = zonder_cel.jaar

)

select * from samengevoegd
