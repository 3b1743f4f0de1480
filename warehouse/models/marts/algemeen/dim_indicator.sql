with

indicatoren as (select * from {{ ref('indicatoren') }}),

waarnemingen as (
    select distinct
        indicator_code,
        eenheid
    from {{ ref('int_waarneming__alle') }}
),

-- Codes that a delivery uses and the seed does not know yet still get a row.
onbekend as (

    select
        waarnemingen.indicator_code,
        min(waarnemingen.eenheid) as eenheid
    from waarnemingen
    left join indicatoren on waarnemingen.indicator_code = indicatoren.indicator_code
    where indicatoren.indicator_code is null
    group by waarnemingen.indicator_code

),

alle as (

    select
        indicator_code,
        naam,
        definitie,
        eenheid,
        teller,
        noemer,
        norm,
        norm_bron,
        thema,
        true as is_beschreven
    from indicatoren
    union all
    select
        indicator_code,
        indicator_code as naam,
        'Nog niet beschreven: de bron levert dit cijfer onder deze naam.' as definitie,
        eenheid,
        null as teller,
        null as noemer,
        null as norm,
        null as norm_bron,
        'inburgering' as thema,
        false as is_beschreven
    from onbekend

)

select * from alle
