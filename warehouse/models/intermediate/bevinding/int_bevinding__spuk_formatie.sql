with

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'formatie_gemeentefonds'
),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'status_bedrag'
),

cellen as (

    select
        waarnemingen.*,
        codes.zin_label as status_zin
    from {{ ref('int_waarneming__beschreven') }} as waarnemingen
    left join codes on waarnemingen.status_bedrag = codes.code
    where
        waarnemingen.is_rekencel
        and not waarnemingen.is_totaal
        and not waarnemingen.is_ontbrekend
        and waarnemingen.periode_soort = 'jaar'
        and waarnemingen.gemeentecode is not null
        and waarnemingen.rekenwaarde > 0

),

paren as (

    select
        formatie.*,
        fonds.rekenwaarde as fonds_waarde,
        fonds.status_zin as fonds_status_zin,
        fonds.vindplaats as fonds_vindplaats,
        if(formatie.rekenwaarde > fonds.rekenwaarde, 'boven', 'onder') as kant
    from cellen as formatie
    inner join cellen as fonds on formatie.gemeentecode = fonds.gemeentecode and formatie.periode = fonds.periode
    where
        formatie.indicator_code = 'lasten' and formatie.post = 'formatie'
        and fonds.indicator_code = 'baten' and fonds.post = 'gemeentefonds'

),

treffers as (

    select
        paren.*,
        signalen.ernst as signaal_ernst,
        signalen.uitleg
    from paren
    inner join signalen on paren.kant = signalen.drempel
    where 100 * abs(paren.rekenwaarde - paren.fonds_waarde) > signalen.waarde * paren.fonds_waarde

)

select
    'formatie_gemeentefonds' as controle_code,
    concat_ws('|', gemeentecode, periode) as onderwerpsleutel,
    {{ bevinding_onderwerp('treffers') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signaal_ernst as ernst,
    'De formatie van ' || gebied_zin || ' over ' || jaar || ' kost ' || {{ nl_waarde('rekenwaarde', 'eenheid') }}
    || ' (' || status_zin || '); in het gemeentefonds zit voor inburgering '
    || {{ nl_waarde('fonds_waarde', 'eenheid') }} || ' (' || fonds_status_zin || '). De formatie is dus '
    || {{ nl_waarde('abs(rekenwaarde - fonds_waarde)', 'eenheid') }}
    || case when kant = 'boven' then ' hoger. ' else ' lager. ' end || uitleg as toelichting,
    cast(null as varchar) as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || fonds_vindplaats as vindplaats
from treffers
