with

herindelingen as (select * from {{ ref('stg_cbs__herindelingen') }}),

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

-- Two lists may name the same herindeling; the newest delivery counts.
nieuwste as (

    select
        herindelingen.*,
        leveringen.bron_id
    from herindelingen
    inner join leveringen on herindelingen.levering_id = leveringen.levering_id
    qualify row_number() over (
        partition by herindelingen.oude_code, herindelingen.nieuwe_code
        order by leveringen.volgnummer desc, herindelingen.ingang_datum desc, herindelingen.rij desc
    ) = 1

)

select
    oude_code as oude_gemeentecode,
    oude_naam as oude_gemeentenaam,
    nieuwe_code as nieuwe_gemeentecode,
    nieuwe_naam as nieuwe_gemeentenaam,
    ingang_datum,
    -- one list may know one successor and another list the others
    is_gesplitst or count(*) over (partition by oude_code) > 1 as is_gesplitst,
    bron_id,
    levering_id
from nieuwste
