with

waarnemingen as (select * from {{ ref('int_waarneming__beschreven') }})

select
    ---------- wat, waar, wanneer
    sleutel as waarneming_sleutel,
    indicator_code,
    gemeentecode,
    gemeentenaam,
    deelnemers,
    periode,
    jaar,
    halfjaar,
    peildatum,
    uitsplitsing,
    doelgroep,
    leeftijdsgroep,
    geslacht,
    leerroute,
    post,
    kenmerk,
    status_bedrag,
    ---------- waarde
    eenheid,
    waarde_ruw,
    waarde,
    waarde_status,
    toelichting_cel as toelichting,
    cast(case when is_gecorrigeerd then rekenwaarde end as decimal(18, 4)) as gecorrigeerde_waarde,
    correctie_reden,
    is_actueel,
    is_totaal,
    ---------- herkomst
    bron,
    bestand,
    blad,
    rij,
    kolom,
    tabel,
    bladzijde,
    vindplaats,
    bron_id,
    levering_id
from waarnemingen
