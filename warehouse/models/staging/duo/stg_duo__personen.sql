with

personen as (

    select * from {{ source('raw', 'duo_personen') }}

),

hernoemd as (

    select
        ---------- herkomst
        levering_id,
        blad,
        rij,
        ---------- wie, waar en wanneer
        peildatum,
        gemeentecode,
        pseudo_id,
        mutatie,
        ---------- wat
        geboortejaar,
        geslacht,
        doelgroep,
        gedetailleerde_doelgroep,
        startdatum_plicht,
        datum_kennisgeving,
        einddatum_plicht,
        reden_geen_plicht,
        datum_vestiging_gemeente,
        lbt_datum,
        lbt_resultaat,
        lbt_score,
        datum_eerste_pip,
        datum_actuele_pip,
        leerroute as leerroute_letter,
        niveau,
        geschatte_uren_b1,
        alfabetisering,
        startdatum_termijn,
        einddatum_termijn,
        datum_aanbod,
        datum_pvt,
        pvt_verwijtbaar,
        datum_map,
        map_verwijtbaar,
        datum_afronding_z,
        uren_taal_knm,
        uren_participatie,
        boete_bedrag,
        boete_datum
    from personen

)

select * from hernoemd
