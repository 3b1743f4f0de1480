{{ config(materialized='ephemeral') }}

with

-- A letter from the state: what a gemeente itself booked as income has another status and stays out.
cellen as (

    select
        *,
        -- several codes in one cell are one sum, as is an amount without a code
        if(coalesce(kenmerk, '') similar to '[A-Z][0-9]+[A-Z]?', kenmerk, 'gebundeld') as regeling
    from {{ ref('int_waarneming__beschreven') }}
    where
        is_actueel
        and indicator_code in ('baten', 'spuk_aantal')
        and post = 'spuk'
        and status_bedrag in ('voorlopig', 'nader_voorlopig', 'definitief', 'terugvordering')
        and gemeentecode is not null
        and periode_soort = 'jaar'

),

-- Two sources may give the same letter: the list of beschikkingen goes first, then the newest delivery.
bedragen as (

    select * from cellen
    where indicator_code = 'baten'
    qualify row_number() over (
        partition by gemeentecode, jaar, regeling, status_bedrag
        order by layout = 'spuk_beschikkingen' desc, volgnummer desc, rij desc
    ) = 1

),

aantallen as (

    select
        levering_id,
        rij,
        gemeentecode,
        jaar,
        regeling,
        status_bedrag,
        max(rekenwaarde) filter (where doelgroep = 'statushouder') as aantal_asiel,
        max(rekenwaarde) filter (where doelgroep = 'gezinsmigrant') as aantal_gezin
    from cellen
    where indicator_code = 'spuk_aantal'
    group by all

)

select
    bedragen.gemeentecode,
    bedragen.gemeentenaam,
    bedragen.jaar,
    bedragen.regeling,
    bedragen.status_bedrag as soort,
    bedragen.peildatum_cel as datum,
    nullif(bedragen.toelichting_cel, 'met * gedrukt') as kenmerk,
    case when not bedragen.is_ontbrekend or bedragen.waarde_status = 'ondergrens' then bedragen.rekenwaarde end
        as bedrag_eur,
    bedragen.waarde_status,
    aantallen.aantal_asiel,
    aantallen.aantal_gezin,
    bedragen.tabel,
    bedragen.vindplaats,
    bedragen.volgnummer,
    bedragen.bron_id,
    bedragen.levering_id
from bedragen
left join aantallen
    on
        bedragen.gemeentecode = aantallen.gemeentecode
        and bedragen.jaar = aantallen.jaar
        and bedragen.regeling = aantallen.regeling
        and bedragen.status_bedrag = aantallen.status_bedrag
        and bedragen.levering_id = aantallen.levering_id
        and bedragen.rij = aantallen.rij
