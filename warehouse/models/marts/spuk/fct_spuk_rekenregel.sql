with

uitkomsten as (select * from {{ ref('int_spuk__uitkomst') }}),

gemeenten as (

    select
        gemeentecode,
        max(gemeentenaam) as gemeentenaam
    from {{ ref('fct_beschikking') }}
    group by gemeentecode

),

regels as (

    select
        gemeentecode,
        jaar,
        regeling,
        scenario,
        unnest(rekenregels) as regel
    from uitkomsten

)

select
    ---------- sleutels
    regels.gemeentecode,
    gemeenten.gemeentenaam,
    regels.jaar,
    regels.regeling,
    regels.scenario,
    regels.regel.volgorde,
    ---------- de regel
    regels.regel.soort,
    regels.regel.code,
    regels.regel.naam,
    regels.regel.formule,
    regels.regel.ingevuld,
    regels.regel.bedrag_eur,
    ---------- waarop hij berust
    regels.regel.status,
    regels.regel.hardheid,
    regels.regel.artikel,
    regels.regel.tekst_datum,
    regels.regel.regelversie,
    regels.regel.toelichting,
    ---------- herkomst
    regels.regel.bron_id,
    regels.regel.vindplaats
from regels
left join gemeenten on regels.gemeentecode = gemeenten.gemeentecode
