with

leveringen as (select * from {{ ref('stg_ontvangst__levering') }}),

-- The newest cell of each publisher on the same figure of the same kind of source.
waarnemingen as (

    select
        cellen.*,
        leveringen.uitgever
    from {{ ref('int_waarneming__beschreven') }} as cellen
    inner join leveringen on cellen.levering_id = leveringen.levering_id
    where leveringen.uitgever is not null
    qualify row_number() over (
        partition by cellen.sleutel, leveringen.uitgever
        order by cellen.is_actueel desc, cellen.volgnummer desc, cellen.rij desc, cellen.kolom desc
    ) = 1

),

paren as (

    select
        nu.*,
        ander.rekenwaarde as andere_waarde,
        ander.uitgever as andere_uitgever,
        ander.vindplaats as andere_vindplaats
    from waarnemingen as nu
    inner join waarnemingen as ander
        on nu.sleutel = ander.sleutel and nu.uitgever <> ander.uitgever and nu.rekenwaarde <> ander.rekenwaarde
    where nu.is_actueel and not nu.is_ontbrekend and not ander.is_ontbrekend

)

select
    'bronverschil' as controle_code,
    concat_ws('|', sleutel, uitgever, andere_uitgever) as onderwerpsleutel,
    {{ bevinding_onderwerp('paren') }},
    andere_waarde as gedrukt,
    rekenwaarde as herrekend,
    cast(null as varchar) as ernst,
    indicator_naam || ' ' || periode_zin || ' van ' || gebied_zin
    || coalesce(' (' || nullif(uitsplitsing_zin, '') || ')', '') || ' is volgens ' || andere_uitgever || ' '
    || {{ nl_waarde('andere_waarde', 'eenheid') }} || ' en volgens ' || uitgever || ' '
    || {{ nl_waarde('rekenwaarde', 'eenheid') }} || '. Hier is gerekend met het cijfer van ' || uitgever
    || ', dat het laatst is geleverd.' as toelichting,
    cast(null as varchar) as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || andere_vindplaats as vindplaats
from paren
