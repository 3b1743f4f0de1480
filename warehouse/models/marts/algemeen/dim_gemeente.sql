with

gebieden as (
    select * from {{ ref('int_waarneming__gebied') }}
    where gemeentecode is not null
),

gemeenten as (select * from {{ ref('gemeenten') }}),

inwoners as (select * from {{ ref('gemeente_inwoners') }}),

met_cijfers as (
    select gemeentecode from {{ ref('int_waarneming__alle') }}
    union
    select gemeentecode from {{ ref('stg_spuk__sisa') }}
    union
    select gemeentecode from {{ ref('stg_iv3__bedragen') }}
),

jongste_inwoners as (

    select
        gemeentecode,
        arg_max(inwoners_aantal, jaar) as inwoners_aantal,
        max(jaar) as inwoners_jaar
    from inwoners
    group by gemeentecode

),

samengevoegd as (

    select
        gebieden.gemeentecode,
        gebieden.gemeentenaam,
        gemeenten.provincie,
        cast(jongste_inwoners.inwoners_aantal as integer) as inwoners_aantal,
        cast(jongste_inwoners.inwoners_jaar as integer) as inwoners_jaar,
        gemeenten.uitvoerder_inburgering as uitvoerder_code,
        uitvoerder.gemeentenaam as uitvoerder_inburgering,
        met_cijfers.gemeentecode is not null as heeft_cijfers,
        cast(gemeenten.geldig_van_datum as date) as geldig_van_datum,
        cast(gemeenten.geldig_tot_datum as date) as geldig_tot_datum
    from gebieden
    left join gemeenten on gebieden.gemeentecode = gemeenten.gemeentecode
    left join gebieden as uitvoerder on gemeenten.uitvoerder_inburgering = uitvoerder.gemeentecode
    left join jongste_inwoners on gebieden.gemeentecode = jongste_inwoners.gemeentecode
    left join met_cijfers on gebieden.gemeentecode = met_cijfers.gemeentecode

)

select * from samengevoegd
