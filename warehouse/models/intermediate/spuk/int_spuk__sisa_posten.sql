{{ config(materialized='ephemeral') }}

with

posten as (
    select * from {{ ref('spuk_kostenposten') }}
    where is_voorziening <> 'nee' and post <> 'sisa'
),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'post'
),

-- A budget is not what was spent, so only what is called realisatie can stand beside SiSa.
lasten as (

    select
        *,
        {{ nl_waarde('waarde', "'euro'") }} as bedrag_zin
    from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'lasten' and status_bedrag = 'realisatie' and waarde is not null

),

sisa as (
    select * from {{ ref('int_spuk__sisa') }}
    where post = 'sisa'
),

-- Regelingen that should have spending in SiSa: those with a letter, those in a printed sum, and those that it names.
verwacht as (

    select * from {{ ref('int_spuk__verwacht') }}
    union
    select
        gemeentecode,
        jaar,
        regeling
    from sisa

),

-- Those without the whole of it.
zonder_sisa as (

    select
        verwacht.gemeentecode,
        verwacht.jaar,
        list(verwacht.regeling order by verwacht.regeling) as regelingen
    from verwacht
    left join sisa
        on
            verwacht.gemeentecode = sisa.gemeentecode
            and verwacht.jaar = sisa.jaar
            and verwacht.regeling = sisa.regeling
    where sisa.bedrag_eur is null or sisa.waarde_status = 'ondergrens'
    group by verwacht.gemeentecode, verwacht.jaar

),

verantwoord as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        sum(bedrag_eur) as sisa_eur,
        list(regeling || ' ' || {{ nl_waarde('bedrag_eur', "'euro'") }} order by regeling) as sisa_zinnen,
        {{ vindplaatsen('vindplaats') }} as sisa_vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from sisa
    where bedrag_eur is not null
    group by gemeentecode, jaar

),

-- SiSa is not split over posts and posts are not split over regelingen: only their sums tell the same.
sommen as (

    select
        verantwoord.*,
        sum(lasten.waarde) as posten_eur,
        list(codes.zin_label || ' ' || lasten.bedrag_zin order by posten.volgorde) filter (
            where lasten.post is not null
        ) as post_zinnen,
        list(codes.zin_label order by posten.volgorde) filter (
            where lasten.post is null or lasten.waarde_status = 'ondergrens'
        ) as zonder_post,
        min(lasten.tabel) as tabel,
        {{ vindplaatsen('lasten.vindplaats') }} as post_vindplaats
    from verantwoord
    cross join posten
    left join codes on posten.post = codes.code
    left join lasten
        on
            verantwoord.gemeentecode = lasten.gemeentecode
            and verantwoord.jaar = lasten.jaar
            and posten.post = lasten.post
    group by all

)

select
    sommen.*,
    zonder_sisa.regelingen as zonder_sisa
from sommen
left join zonder_sisa on sommen.gemeentecode = zonder_sisa.gemeentecode and sommen.jaar = zonder_sisa.jaar
where sommen.posten_eur is not null
