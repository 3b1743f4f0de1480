{{ config(materialized='ephemeral') }}

with

rijen as (select * from {{ ref('fct_sisa') }}),

herkenning as (select * from {{ ref('spuk_sisa_herkenning') }}),

uitgesloten as (

    select
        uitkeringscode,
        rol,
        unnest(string_split(niet_patroon, '|')) as niet_patroon
    from herkenning
    where niet_patroon is not null

),

-- What is no question or count and has the words of a role; a row that two roles find is what is fout or onzeker.
herkende_rijen as (

    select
        rijen.*,
        herkenning.rol
    from rijen
    inner join herkenning
        on rijen.uitkeringscode = herkenning.uitkeringscode and rijen.omschrijving ilike herkenning.patroon
    left join uitgesloten
        on
            herkenning.uitkeringscode = uitgesloten.uitkeringscode
            and herkenning.rol = uitgesloten.rol
            and rijen.omschrijving ilike uitgesloten.niet_patroon
    where uitgesloten.rol is null and coalesce(rijen.eenheid, '') not in ('ja_nee', 'aantal')
    qualify row_number() over (
        partition by rijen.gemeentecode, rijen.jaar, rijen.sisa_indicator_code, rijen.project_nummer
        order by herkenning.rol = 'fout_onzeker' desc
    ) = 1

),

-- An indicator per project stands on several rows: they are one amount.
per_indicator as (

    select
        gemeentecode,
        gemeentenaam,
        jaar,
        uitkeringscode,
        rol,
        sisa_indicator_code,
        sum(bedrag_eur) as bedrag_eur,
        count(*) > count(bedrag_eur) as mist_deel,
        string_agg(distinct waarde_ruw, ', ' order by waarde_ruw) filter (
            -- "n.v.t." is an answer, and not an amount that can't be read
            where bedrag_eur is null
            and not regexp_full_match(lower(trim(waarde_ruw)), 'n\.?v\.?t\.?|niet van toepassing|geen|nihil|[-–—]+')
        ) as tekst,
        string_agg(distinct omschrijving, '; ' order by omschrijving) as omschrijving,
        {{ vindplaatsen('vindplaats') }} as vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from herkende_rijen
    group by gemeentecode, gemeentenaam, jaar, uitkeringscode, rol, sisa_indicator_code
    -- beside an indicator with an amount, one with only words says nothing
    qualify sum(bedrag_eur) is not null or count(sum(bedrag_eur)) over (
        partition by gemeentecode, jaar, uitkeringscode, rol
    ) = 0

),

-- Two indicators may hold the same euros, or a part of them: adding up would count them twice.
per_rol as (

    select
        gemeentecode,
        gemeentenaam,
        jaar,
        uitkeringscode as regeling,
        if(rol = 'besteding', 'sisa', rol) as post,
        case
            when count(bedrag_eur) > 1 then 'dubbel'
            when sum(bedrag_eur) < 0 then 'negatief'
            when sum(bedrag_eur) is null and count(tekst) > 0 then 'onleesbaar'
        end as signaal,
        sum(bedrag_eur) as gelezen_eur,
        bool_or(mist_deel) as mist_deel,
        list(sisa_indicator_code order by sisa_indicator_code) as sisa_codes,
        list(bedrag_eur order by sisa_indicator_code) as bedragen,
        list(tekst order by sisa_indicator_code) as teksten,
        string_agg(omschrijving, '; ' order by sisa_indicator_code) as sisa_omschrijving,
        {{ vindplaatsen('vindplaats') }} as vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from per_indicator
    group by gemeentecode, gemeentenaam, jaar, uitkeringscode, rol

)

select
    *,
    'realisatie' as status_bedrag,
    'sisa' as herkomst,
    array_to_string(sisa_codes, ', ') as sisa_code,
    case when signaal is null then gelezen_eur end as bedrag_eur,
    case
        when signaal is not null then 'onleesbaar'
        when gelezen_eur is null then 'niet_geleverd'
        when mist_deel then 'ondergrens'
        when gelezen_eur = 0 then 'nul'
        else 'gemeten'
    end as waarde_status
from per_rol
