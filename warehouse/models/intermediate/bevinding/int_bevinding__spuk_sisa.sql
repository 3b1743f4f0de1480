with

sisa as (
    select * from {{ ref('int_spuk__sisa') }}
    where signaal is not null
),

indicatoren as (
    select * from {{ ref('indicatoren') }}
    where indicator_code = 'lasten'
),

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_sisa'
),

delen as (

    select
        *,
        unnest(sisa_codes) as code,
        unnest(bedragen) as bedrag,
        unnest(teksten) as tekst
    from sisa

),

treffers as (

    select
        gemeentecode as gebied,
        gemeentenaam,
        jaar,
        regeling,
        post,
        signaal,
        gelezen_eur,
        vindplaats,
        bron_id,
        levering_id,
        if(post = 'sisa', 'de besteding', 'het bedrag dat fout of onzeker is') as post_zin,
        list(code || ' (' || coalesce({{ nl_waarde('bedrag', "'euro'") }}, '‘' || tekst || '’') || ')' order by code)
            as codes
    from delen
    group by all

)

select
    'spuk_sisa' as controle_code,
    concat_ws('|', treffers.gebied, treffers.jaar, treffers.regeling, treffers.post) as onderwerpsleutel,
    indicatoren.indicator_code,
    indicatoren.thema,
    treffers.gebied,
    treffers.jaar,
    cast(treffers.jaar as varchar) as periode,
    indicatoren.eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signalen.ernst,
    'In de SiSa-bijlage over ' || treffers.jaar || ' van ' || treffers.gemeentenaam || ' '
    || case treffers.signaal
        when 'dubbel'
            then 'kan meer dan één indicator ' || treffers.post_zin || ' van ' || treffers.regeling || ' zijn: '
        when 'negatief' then 'ligt ' || treffers.post_zin || ' van ' || treffers.regeling || ' onder nul: '
        else 'staat bij ' || treffers.post_zin || ' van ' || treffers.regeling || ' geen leesbaar bedrag: '
    end || {{ nl_opsomming('treffers.codes') }} || '. ' || signalen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.vindplaats
from treffers
cross join indicatoren
inner join signalen on treffers.signaal = signalen.drempel
