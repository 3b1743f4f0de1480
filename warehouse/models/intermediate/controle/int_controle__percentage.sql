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

-- A count on another base than the named one explains a percentage, so each base is a comparison of its own.
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

)

select
    genoemd.sleutel,
    genoemd.decimalen,
    tellingen.teller,
    tellingen.noemer,
    tellingen.noemer_basis
from genoemd
inner join tellingen on genoemd.sleutel = tellingen.sleutel
where tellingen.noemer > 0
