with

genoemd as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel
),

tellingen as (select * from {{ ref('int_controle__percentage') }}),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'noemer_basis'
),

-- The base that the report names with its percentage.
indicatoren as (
    select
        indicator_code,
        case noemer when 'instroom' then 'dossiers' end as genoemde_basis
    from {{ ref('indicatoren') }}
),

afgerond as (

    select
        genoemd.*,
        tellingen.teller,
        tellingen.noemer,
        tellingen.noemer_basis,
        -- the difference is told at the printed precision, with at least one decimal
        cast(
            round(100 * cast(tellingen.teller as double) / tellingen.noemer, greatest(tellingen.decimalen, 1))
            as decimal(18, 4)
        ) as herrekend,
        cast(
            round(100 * cast(tellingen.teller as double) / tellingen.noemer, tellingen.decimalen) as decimal(18, 4)
        ) as herrekend_zoals_gedrukt
    from genoemd
    inner join tellingen on genoemd.sleutel = tellingen.sleutel

)

select
    'percentage' as controle_code,
    concat_ws('|', afgerond.onderwerpsleutel, afgerond.noemer_basis) as onderwerpsleutel,
    {{ bevinding_onderwerp('afgerond') }},
    afgerond.rekenwaarde as gedrukt,
    afgerond.herrekend,
    case when afgerond.noemer_basis <> indicatoren.genoemde_basis then 'laag' end as ernst,
    {{ bevinding_zinbegin('afgerond') }}
    || {{ nl_waarde('afgerond.rekenwaarde', 'afgerond.eenheid') }} || '. De tabellen geven '
    || {{ nl_getal('afgerond.teller') }} || ' van de ' || {{ nl_getal('afgerond.noemer') }} || ' '
    || codes.zin_label || ': ' || {{ nl_waarde('afgerond.herrekend', 'afgerond.eenheid') }} || '. Het verschil is '
    || {{ nl_getal('abs(afgerond.herrekend - afgerond.rekenwaarde)', 1) }} || ' procentpunt.'
    || case
        when afgerond.noemer_basis = indicatoren.genoemde_basis then ' Dit is de groep die het rapport noemt.'
        when indicatoren.genoemde_basis is not null
            then ' Het rapport noemt deze groep niet; dit cijfer staat er ter vergelijking.'
        else ''
    end as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('afgerond') }}
from afgerond
inner join codes on afgerond.noemer_basis = codes.code
inner join indicatoren on afgerond.indicator_code = indicatoren.indicator_code
where afgerond.herrekend_zoals_gedrukt <> afgerond.rekenwaarde
