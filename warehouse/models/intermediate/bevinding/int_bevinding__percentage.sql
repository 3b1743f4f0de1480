with

genoemd as (

    select
        *,
        cast(len(regexp_extract(waarde_ruw, '[,.]([0-9]+)', 1)) as integer) as decimalen
    from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and eenheid = 'procent' and not is_ontbrekend and rekenwaarde is not null

),

peil as (
    select * from {{ ref('int_waarneming__peil') }}
    where periode = 'totaal'
),

basis as (select * from {{ ref('int_pvt_map__basis') }}),

samenwerking as (
    select * from {{ ref('int_pvt_map__samenwerking') }}
    where gedrukt_sleutel is not null
),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'noemer_basis'
),

leerroutes as (

    select
        genoemd.sleutel,
        deel.aantal as teller,
        geheel.aantal as noemer,
        'leerroutes' as noemer_basis
    from genoemd
    inner join peil as deel
        on
            deel.indicator_code = 'leerroute' and genoemd.gebied = deel.gemeentecode
            and genoemd.doelgroep = deel.doelgroep and genoemd.leerroute = deel.leerroute
    inner join peil as geheel
        on
            geheel.indicator_code = 'leerroute' and geheel.leerroute = 'totaal'
            and deel.gemeentecode = geheel.gemeentecode and deel.doelgroep = geheel.doelgroep
    where genoemd.indicator_code = 'leerroute_aandeel_pct'

),

-- The text does not name its base, so each base is a comparison of its own.
voltooiing as (

    select
        gedrukt_sleutel as sleutel,
        afgerond as teller,
        noemer,
        noemer_basis
    from samenwerking
    union all
    select
        genoemd.sleutel,
        basis.afgerond as teller,
        basis.noemer,
        basis.noemer_basis
    from genoemd
    inner join basis
        on
            genoemd.gemeentecode = basis.gemeentecode
            and genoemd.doelgroep is not distinct from basis.doelgroep
            and genoemd.indicator_code = lower(basis.onderdeel) || '_voltooiing_pct'

),

tellingen as (

    select * from leerroutes
    union all
    select * from voltooiing

),

afgerond as (

    select
        genoemd.*,
        tellingen.teller,
        tellingen.noemer,
        tellingen.noemer_basis,
        -- the difference is told at the printed precision, with at least one decimal
        cast(
            round(100 * cast(tellingen.teller as double) / tellingen.noemer, greatest(genoemd.decimalen, 1))
            as decimal(18, 4)
        ) as herrekend,
        cast(
            round(100 * cast(tellingen.teller as double) / tellingen.noemer, genoemd.decimalen) as decimal(18, 4)
        ) as herrekend_zoals_gedrukt
    from genoemd
    inner join tellingen on genoemd.sleutel = tellingen.sleutel
    where tellingen.noemer > 0

)

select
    'percentage' as controle_code,
    concat_ws('|', afgerond.onderwerpsleutel, afgerond.noemer_basis) as onderwerpsleutel,
    {{ bevinding_onderwerp('afgerond') }},
    afgerond.rekenwaarde as gedrukt,
    afgerond.herrekend,
    cast(null as varchar) as ernst,
    {{ bevinding_zinbegin('afgerond') }}
    || {{ nl_waarde('afgerond.rekenwaarde', 'afgerond.eenheid') }} || '. De tabellen geven '
    || {{ nl_getal('afgerond.teller') }} || ' van de ' || {{ nl_getal('afgerond.noemer') }} || ' '
    || codes.zin_label || ': ' || {{ nl_waarde('afgerond.herrekend', 'afgerond.eenheid') }} || '. Het verschil is '
    || {{ nl_getal('abs(afgerond.herrekend - afgerond.rekenwaarde)', 1) }} || ' procentpunt.' as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('afgerond') }}
from afgerond
inner join codes on afgerond.noemer_basis = codes.code
where afgerond.herrekend_zoals_gedrukt <> afgerond.rekenwaarde
