with

grens as (
    select cast(max(waarde) as integer) as eerste_jaar from {{ ref('spuk_parameters') }}
    where parameter = 'eerste_cohort'
),

brieven as (
    select * from {{ ref('int_spuk__beschikking') }}
    where soort <> 'terugvordering'
),

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_geen_beschikking'
),

indicatoren as (
    select * from {{ ref('indicatoren') }}
    where indicator_code = 'lasten'
),

uitgaven as (

    select
        feiten.gemeentecode,
        feiten.gemeentenaam,
        feiten.jaar,
        'lasten' as herkomst,
        feiten.waarde as bedrag_eur,
        feiten.tabel,
        feiten.vindplaats,
        feiten.bron_id,
        feiten.levering_id
    from {{ ref('int_feit__vorm') }} as feiten
    inner join {{ ref('spuk_kostenposten') }} as posten on feiten.post = posten.post
    where
        feiten.is_gekozen and feiten.indicator_code = 'lasten' and feiten.waarde <> 0
        and posten.is_voorziening <> 'nee'
    union all by name
    select
        gemeentecode,
        gemeentenaam,
        jaar,
        'sisa' as herkomst,
        bedrag_eur,
        vindplaats,
        bron_id,
        levering_id
    from {{ ref('int_spuk__sisa') }}
    where post = 'sisa' and bedrag_eur <> 0

),

treffers as (

    select
        uitgaven.gemeentecode as gebied,
        max(uitgaven.gemeentenaam) as gemeentenaam,
        uitgaven.jaar,
        sum(uitgaven.bedrag_eur) filter (where uitgaven.herkomst = 'lasten') as lasten_eur,
        sum(uitgaven.bedrag_eur) filter (where uitgaven.herkomst = 'sisa') as sisa_eur,
        min(uitgaven.tabel) as tabel,
        min(uitgaven.bron_id) as bron_id,
        min(uitgaven.levering_id) as levering_id,
        {{ vindplaatsen('uitgaven.vindplaats') }} as vindplaats
    from uitgaven
    cross join grens
    anti join brieven on uitgaven.gemeentecode = brieven.gemeentecode and uitgaven.jaar = brieven.jaar
    where uitgaven.jaar >= grens.eerste_jaar
    group by uitgaven.gemeentecode, uitgaven.jaar

)

select
    'spuk_geen_beschikking' as controle_code,
    concat_ws('|', treffers.gebied, treffers.jaar) as onderwerpsleutel,
    indicatoren.indicator_code,
    indicatoren.thema,
    treffers.gebied,
    cast(treffers.jaar as integer) as jaar,
    cast(treffers.jaar as varchar) as periode,
    indicatoren.eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signalen.ernst,
    'Over ' || treffers.jaar || ' is van ' || treffers.gemeentenaam || ' wel besteding geleverd (' || concat_ws(
        ' en ',
        {{ nl_waarde('treffers.lasten_eur', "'euro'") }} || ' in de lasten',
        {{ nl_waarde('treffers.sisa_eur', "'euro'") }} || ' in de SiSa-bijlage'
    ) || '), maar geen SPUK-beschikking. ' || signalen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    treffers.tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.vindplaats
from treffers
cross join indicatoren
cross join signalen
