with

bestedingen as (select * from {{ ref('fct_besteding') }}),

posten as (select * from {{ ref('spuk_kostenposten') }}),

-- How an amount was found in SiSa: by the words of its indicator.
herkend as (

    select
        bestedingen.gemeentecode,
        bestedingen.jaar,
        bestedingen.regeling,
        bestedingen.post,
        herkenning.status
    from bestedingen
    inner join {{ ref('spuk_sisa_herkenning') }} as herkenning
        on
            bestedingen.regeling = herkenning.uitkeringscode
            and bestedingen.post = if(herkenning.rol = 'besteding', 'sisa', herkenning.rol)
    where bestedingen.herkomst = 'sisa'

),

-- The sum of a year rests on the recognition of all that is in it.
regels as (

    select * from herkend
    union all by name
    select * replace ('gebundeld' as regeling) from herkend
    union all by name
    select
        bestedingen.gemeentecode,
        bestedingen.jaar,
        bestedingen.regeling,
        bestedingen.post,
        posten.status
    from bestedingen
    inner join posten on bestedingen.post = posten.post

),

zwakste as (

    select
        gemeentecode,
        jaar,
        regeling,
        post,
        arg_max(status, list_position(['bevestigd', 'afgeleid', 'onbekend'], status)) as regel_status
    from regels
    group by gemeentecode, jaar, regeling, post

)

select
    bestedingen.*,
    zwakste.regel_status
from bestedingen
left join zwakste
    on
        bestedingen.gemeentecode = zwakste.gemeentecode
        and bestedingen.jaar = zwakste.jaar
        and bestedingen.regeling = zwakste.regeling
        and bestedingen.post = zwakste.post
