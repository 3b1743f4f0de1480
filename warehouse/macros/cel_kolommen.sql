{#- The columns of one measured cell as every staging model hands them on: renamed, cast, nothing decided. -#}
{% macro cel_kolommen() %}
    ---------- herkomst
    levering_id,
    layout,
    blad,
    rij,
    kolom,
    tabel,
    bladzijde,
    ---------- wat en waar
    indicator as indicator_code,
    gemeentecode,
    gemeentenaam as gemeentenaam_levering,
    deelnemers,
    ---------- wanneer
    periode,
    jaar,
    halfjaar,
    peildatum as peildatum_cel,
    periode_van_datum,
    periode_tot_datum,
    ---------- uitsplitsing
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
    cast(waarde as decimal(18, 4)) as waarde,
    waarde_status,
    toelichting as toelichting_cel
{% endmacro %}
