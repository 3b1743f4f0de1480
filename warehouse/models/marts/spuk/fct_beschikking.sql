with

brieven as (select * from {{ ref('int_spuk__beschikking') }}),

samen as (select * from {{ ref('int_spuk__beschikking_samen') }}),

alle as (
    select
        *,
        1 as beschikkingen_aantal
    from brieven
    union all by name
    select * from samen
)

select
    gemeentecode,
    gemeentenaam,
    cast(jaar as integer) as jaar,
    regeling,
    soort,
    datum,
    kenmerk,
    cast(bedrag_eur as decimal(14, 2)) as bedrag_eur,
    waarde_status,
    cast(aantal_asiel as integer) as aantal_asiel,
    cast(aantal_gezin as integer) as aantal_gezin,
    regeling = 'gebundeld' as is_gebundeld,
    cast(beschikkingen_aantal as integer) as beschikkingen_aantal,
    tabel,
    vindplaats,
    bron_id,
    levering_id
from alle
