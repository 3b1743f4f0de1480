with

indicatoren as (
    select * from {{ ref('indicatoren') }}
    where indicator_code = 'lasten'
),

samen as (
    select * from {{ ref('int_spuk__sisa_samen') }}
    where post = 'sisa'
),

-- A sum that misses a part is a lower bound: it contradicts only what is lower still.
treffers as (

    select
        *,
        posten_eur > sisa_eur as is_meer
    from {{ ref('int_spuk__sisa_posten') }}
    where
        (posten_eur > sisa_eur and zonder_sisa is null)
        or (posten_eur < sisa_eur and zonder_post is null)

)

select
    'sisa_kostenposten' as controle_code,
    concat_ws('|', treffers.gemeentecode, treffers.jaar) as onderwerpsleutel,
    indicatoren.indicator_code,
    indicatoren.thema,
    treffers.gemeentecode as gebied,
    treffers.jaar,
    cast(treffers.jaar as varchar) as periode,
    indicatoren.eenheid,
    cast(treffers.sisa_eur as decimal(18, 4)) as gedrukt,
    cast(treffers.posten_eur as decimal(18, 4)) as herrekend,
    cast(null as varchar) as ernst,
    concat_ws(
        ' ',
        'Over ' || treffers.jaar || ' staat van ' || treffers.gemeentenaam || ' in de SiSa-bijlage een besteding van '
        || {{ nl_waarde('treffers.sisa_eur', "'euro'") }} || ' (' || {{ nl_opsomming('treffers.sisa_zinnen') }} || ').',
        'De kostenposten met status realisatie zijn samen ' || {{ nl_waarde('treffers.posten_eur', "'euro'") }} || ' ('
        || {{ nl_opsomming('treffers.post_zinnen') }} || '). Dat is '
        || {{ nl_waarde('abs(treffers.posten_eur - treffers.sisa_eur)', "'euro'") }}
        || if(treffers.is_meer, ' meer.', ' minder.'),
        'Niet of niet helemaal als realisatie geleverd: ' || {{ nl_opsomming('treffers.zonder_post') }}
        || '. Het echte verschil kan dus groter zijn.',
        'Zonder (heel) SiSa-bedrag: ' || {{ nl_opsomming('treffers.zonder_sisa') }}
        || '. Het echte verschil kan dus groter zijn.',
        if(
            treffers.is_meer,
            'Misschien zitten in de posten ook begrote bedragen, uitvoeringskosten, of kosten die uit een andere '
            || 'uitkering of uit eigen geld zijn betaald.',
            'Misschien zijn in de bijlage ook uitvoeringskosten of kosten van een andere uitkering verantwoord, of is '
            || 'een post te laag.'
        ),
        if(
            samen.jaar is null,
            'De berekening van de regelingen samen gebruikt de posten, die van één regeling de SiSa-bijlage.',
            'De berekening gebruikt de SiSa-bijlage.'
        ),
        'Vraag de gemeente om een aansluiting tussen haar jaarrekening en de SiSa-bijlage.'
    ) as toelichting,
    cast(null as varchar) as verklaring,
    treffers.tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.sisa_vindplaats || ' en ' || treffers.post_vindplaats as vindplaats
from treffers
cross join indicatoren
left join samen on treffers.gemeentecode = samen.gemeentecode and treffers.jaar = samen.jaar
