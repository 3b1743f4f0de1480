with

koppeling as (select * from {{ ref('duo_koppeling') }}),

duo_cellen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and not is_totaal and gemeentecode is not null and indicator_code like 'duo_%'

),

-- DUO's newest count: cohorts add up. Per doelgroep and for both groups together.
duo as (

    select
        indicator_code as duo_indicator_code,
        gemeentecode,
        doelgroep,
        peildatum,
        any_value(gebied_zin) as gebied_zin,
        any_value(indicator_naam) as indicator_naam,
        sum(rekenwaarde) as aantal,
        bool_or(is_ontbrekend) as is_ontbrekend,
        max(bron_id) as bron_id,
        max(levering_id) as levering_id,
        min(vindplaats) as vindplaats
    from duo_cellen
    group by indicator_code, gemeentecode, peildatum, cube (doelgroep)
    having doelgroep is not null or grouping(doelgroep) = 1
    qualify peildatum = max(peildatum) over (partition by indicator_code, gemeentecode)

),

peil as (
    select * from {{ ref('int_waarneming__peil') }}
    -- persons in a list of DUO are no count of the gemeente
    where periode = 'totaal' and bron <> 'duo_personen'
),

-- The gemeente's count over all years, on the same splits; both groups together when it does not split.
eigen as (

    select
        koppeling.duo_indicator_code,
        koppeling.indicator_code,
        any_value(koppeling.uitleg) as uitleg,
        peil.gemeentecode,
        peil.doelgroep,
        sum(peil.aantal) as aantal,
        bool_and(peil.is_volledig) as is_volledig,
        max(peil.jaar_tot) as jaar_tot,
        min(peil.tabel) as tabel,
        min(peil.vindplaats) as vindplaats
    from koppeling
    inner join peil
        on koppeling.indicator_code = peil.indicator_code and koppeling.leerroute = peil.leerroute
    group by koppeling.duo_indicator_code, koppeling.indicator_code, peil.gemeentecode, peil.doelgroep

),

indicatoren as (select * from {{ ref('indicatoren') }}),

grenzen as (
    select * from {{ ref('ernstgrenzen') }}
    where eenheid = 'personen'
),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'doelgroep'
)

select
    'bronverschil' as controle_code,
    concat_ws('|', duo.duo_indicator_code, eigen.indicator_code, duo.gemeentecode, duo.doelgroep) as onderwerpsleutel,
    duo.duo_indicator_code as indicator_code,
    indicatoren.thema,
    duo.gemeentecode as gebied,
    cast(null as integer) as jaar,
    'totaal' as periode,
    'personen' as eenheid,
    eigen.aantal as gedrukt,
    duo.aantal as herrekend,
    case when abs(duo.aantal - eigen.aantal) >= cast(grenzen.grens_hoog as integer) then 'middel' else 'laag' end
        as ernst,
    duo.indicator_naam || ' van ' || duo.gebied_zin || coalesce(' (' || codes.zin_label || ')', '') || ': DUO telt er '
    || {{ nl_getal('duo.aantal') }} || ' op ' || {{ nl_datum('duo.peildatum') }} || ', de gemeente '
    || {{ nl_getal('eigen.aantal') }} || coalesce(' tot en met ' || eigen.jaar_tot, ' over alle jaren samen')
    || '. Het verschil is ' || {{ nl_getal('abs(duo.aantal - eigen.aantal)') }}
    || '. De peildatums kunnen verschillen. ' || eigen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    eigen.tabel,
    duo.bron_id,
    duo.levering_id,
    eigen.vindplaats || ' en ' || duo.vindplaats as vindplaats
from duo
inner join eigen
    on
        duo.duo_indicator_code = eigen.duo_indicator_code
        and duo.gemeentecode = eigen.gemeentecode
        and duo.doelgroep is not distinct from eigen.doelgroep
inner join indicatoren on duo.duo_indicator_code = indicatoren.indicator_code
cross join grenzen
left join codes on duo.doelgroep = codes.code
where not duo.is_ontbrekend and eigen.is_volledig and duo.aantal <> eigen.aantal
