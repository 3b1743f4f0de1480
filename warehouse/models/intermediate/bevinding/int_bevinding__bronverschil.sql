with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_actueel and rekenwaarde is not null and not is_ontbrekend

),

bronnen as (
    select * from {{ ref('codelijst') }}
    where lijst = 'bron'
),

paren as (

    select
        eerste.*,
        tweede.rekenwaarde as andere_waarde,
        tweede.vindplaats as andere_vindplaats,
        coalesce(bron_een.zin_label, eerste.bron) as bron_zin,
        coalesce(bron_twee.zin_label, tweede.bron) as andere_bron_zin,
        tweede.bron as andere_bron
    from waarnemingen as eerste
    inner join waarnemingen as tweede
        on
            eerste.onderwerpsleutel = tweede.onderwerpsleutel
            and eerste.status_bedrag is not distinct from tweede.status_bedrag
            and eerste.bron < tweede.bron
            -- a count of persons is compared in int_bevinding__telverschil, which knows what it covers
            and eerste.bron_volgorde + tweede.bron_volgorde = 0
            and eerste.rekenwaarde <> tweede.rekenwaarde
    left join bronnen as bron_een on eerste.bron = bron_een.code
    left join bronnen as bron_twee on tweede.bron = bron_twee.code

)

select
    'bronverschil' as controle_code,
    concat_ws('|', onderwerpsleutel, bron, andere_bron, status_bedrag) as onderwerpsleutel,
    indicator_code,
    thema,
    gebied,
    jaar,
    periode,
    eenheid,
    rekenwaarde as gedrukt,
    andere_waarde as herrekend,
    cast(null as varchar) as ernst,
    indicator_naam || ' ' || periode_zin || ' van ' || gebied_zin
    || coalesce(' (' || nullif(uitsplitsing_zin, '') || ')', '') || ' is volgens ' || bron_zin || ' '
    || {{ nl_waarde('rekenwaarde', 'eenheid') }} || ' en volgens ' || andere_bron_zin || ' '
    || {{ nl_waarde('andere_waarde', 'eenheid') }} || '. Het verschil is '
    || {{ nl_waarde('abs(andere_waarde - rekenwaarde)', 'eenheid') }} || '.' as toelichting,
    cast(null as varchar) as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || andere_vindplaats as vindplaats
from paren

union all

select
    'correctie' as controle_code,
    sleutel as onderwerpsleutel,
    indicator_code,
    thema,
    gebied,
    jaar,
    periode,
    eenheid,
    waarde as gedrukt,
    rekenwaarde as herrekend,
    'laag' as ernst,
    {{ nl_hoofdletter('zin_onderwerp') }} || ' ' || periode_zin || ' van ' || gebied_zin
    || coalesce(' (' || nullif(uitsplitsing_zin, '') || ')', '') || ' ' || werkwoord || ' '
    || {{ nl_waarde('waarde', 'eenheid') }} || '; hier is gerekend met '
    || {{ nl_waarde('rekenwaarde', 'eenheid') }} || '.' as toelichting,
    correctie_reden as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats
from waarnemingen
where is_gecorrigeerd
