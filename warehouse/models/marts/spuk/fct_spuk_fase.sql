with

beschikkingen as (select * from {{ ref('fct_beschikking') }}),

stukken as (select * from {{ ref('int_spuk__stuk') }}),

termijnen as (select * from {{ ref('fct_spuk_kalender') }}),

-- The phases in their order, each with the term of the calendar that ends it.
fasen as (

    select unnest(
        [
            { 'fase': 'voorlopig', 'volgorde': 1, 'termijn': 'voorlopig', 'stuk': 'De voorlopige beschikking' },
            {
                'fase': 'nader_voorlopig', 'volgorde': 2, 'termijn': 'nader_voorlopig',
                'stuk': 'De nader voorlopige beschikking'
            },
            { 'fase': 'definitief', 'volgorde': 3, 'termijn': 'definitief', 'stuk': 'De definitieve beschikking' },
            { 'fase': 'verantwoord', 'volgorde': 4, 'termijn': 'sisa', 'stuk': 'De SiSa-verantwoording' },
            {
                'fase': 'afgerekend', 'volgorde': 5, 'termijn': 'besluit_terugvordering',
                'stuk': 'Het besluit over terugvordering'
            }
        ],
        recursive := true
    )

),

dossiers as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        regeling
    from beschikkingen
    group by gemeentecode, jaar, regeling

)

select
    dossiers.gemeentecode,
    dossiers.gemeentenaam,
    dossiers.jaar,
    dossiers.regeling,
    fasen.fase,
    fasen.volgorde,
    stukken.fase is not null as is_bereikt,
    cast(stukken.bedrag_eur as decimal(14, 2)) as bedrag_eur,
    coalesce(stukken.waarde_status, 'niet_geleverd') as waarde_status,
    stukken.datum,
    stukken.kenmerk,
    termijnen.datum as termijn_datum,
    fasen.stuk || case
        when stukken.fase is null then ' is niet geleverd.'
        when stukken.waarde_status = 'pm' then ' staat nog op p.m.'
        when stukken.bedrag_eur is null then ' is er, maar zonder leesbaar bedrag.'
        when fasen.fase = 'afgerekend'
            then
                ': terug te betalen '
                || if(stukken.waarde_status = 'ondergrens', 'ten minste ', '')
                || {{ nl_waarde('abs(stukken.bedrag_eur)', "'euro'") }} || '.'
        when stukken.waarde_status = 'ondergrens'
            then ' staat op ten minste ' || {{ nl_waarde('stukken.bedrag_eur', "'euro'") }} || '; een deel ontbreekt.'
        else ' staat op ' || {{ nl_waarde('stukken.bedrag_eur', "'euro'") }} || '.'
    end as toelichting,
    stukken.vindplaats,
    stukken.bron_id,
    stukken.levering_id
from dossiers
cross join fasen
left join stukken
    on
        dossiers.gemeentecode = stukken.gemeentecode
        and dossiers.jaar = stukken.jaar
        and dossiers.regeling = stukken.regeling
        and fasen.fase = stukken.fase
left join termijnen
    on
        dossiers.regeling = termijnen.regeling
        and dossiers.jaar = termijnen.jaar
        and fasen.termijn = termijnen.termijn
