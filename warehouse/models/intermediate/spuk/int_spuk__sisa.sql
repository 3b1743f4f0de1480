{{ config(materialized='ephemeral') }}

with

-- A row that two patterns find counts once.
herkende_rijen as (

    select distinct
        s.*,
        if(herkend.rol = 'besteding', 'sisa', herkend.rol) as post
    from {{ ref('fct_sisa') }} as s
    inner join {{ ref('spuk_sisa_herkenning') }} as herkend
        on
            s.uitkeringscode = herkend.uitkeringscode
            and s.omschrijving ilike herkend.patroon
            and s.omschrijving not ilike coalesce(herkend.niet_patroon, '')

),

-- An indicator per project stands on several rows: they are one amount.
sisa as (

    select
        gemeentecode,
        gemeentenaam,
        jaar,
        uitkeringscode as regeling,
        post,
        'realisatie' as status_bedrag,
        sum(bedrag_eur) as bedrag_eur,
        case
            when sum(bedrag_eur) is null then 'onleesbaar'
            when count(*) > count(bedrag_eur) then 'ondergrens'
            when sum(bedrag_eur) = 0 then 'nul'
            else 'gemeten'
        end as waarde_status,
        'sisa' as herkomst,
        string_agg(distinct sisa_indicator_code, ', ' order by sisa_indicator_code) as sisa_code,
        string_agg(distinct omschrijving, '; ' order by omschrijving) as sisa_omschrijving,
        min(vindplaats) as vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from herkende_rijen
    group by gemeentecode, gemeentenaam, jaar, uitkeringscode, post

)

select * from sisa
