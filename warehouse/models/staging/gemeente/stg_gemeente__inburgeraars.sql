with

personen as (

    select * from {{ source('raw', 'inburgeraars') }}

),

hernoemd as (

    select
        {{ persoon_kolommen() }},
        datum_brede_intake_start,
        datum_brede_intake_eind,
        datum_inschrijving_brp,
        contract_kosten,
        uitkering_pw,
        betaald_werk_uren,
        uitstroomreden,
        verhuisd_naar_gemeente
    from personen

)

select * from hernoemd
