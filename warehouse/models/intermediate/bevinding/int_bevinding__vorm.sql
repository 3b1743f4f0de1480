with

vormen as (
    select * from {{ ref('int_feit__vorm') }}
    where waarde is not null and ontbrekend_aantal = 0 and not mist_halfjaar
),

-- One fact, delivered whole and in parts: the parts should add up to the whole.
paren as (

    select
        gekozen.*,
        ander.waarde as andere_waarde,
        ander.cellen_aantal as andere_cellen_aantal,
        ander.vorm as andere_vorm,
        ander.vindplaats as andere_vindplaats
    from vormen as gekozen
    inner join vormen as ander
        on
            gekozen.indicator_code = ander.indicator_code
            and gekozen.gemeentecode = ander.gemeentecode
            and gekozen.periode = ander.periode
            and gekozen.doelgroep is not distinct from ander.doelgroep
            and gekozen.leeftijdsgroep is not distinct from ander.leeftijdsgroep
            and gekozen.geslacht is not distinct from ander.geslacht
            and gekozen.leerroute is not distinct from ander.leerroute
            and gekozen.post is not distinct from ander.post
            and gekozen.status_bedrag is not distinct from ander.status_bedrag
    where gekozen.is_gekozen and not ander.is_gekozen and gekozen.waarde <> ander.waarde

)

select
    'bronverschil' as controle_code,
    concat_ws(
        '|', indicator_code, gemeentecode, periode, doelgroep, leeftijdsgroep, geslacht, leerroute, post,
        'vorm', vorm, andere_vorm
    ) as onderwerpsleutel,
    indicator_code,
    thema,
    gemeentecode as gebied,
    jaar,
    periode,
    eenheid,
    andere_waarde as gedrukt,
    waarde as herrekend,
    cast(null as varchar) as ernst,
    indicator_naam || ' over ' || periode || ' van ' || gebied_zin || coalesce(' (' || post_zin || ')', '')
    || ' is op twee manieren geleverd: ' || {{ nl_waarde('waarde', 'eenheid') }} || ' uit '
    || {{ nl_telwoord('cellen_aantal') }} || case when cellen_aantal = 1 then ' cijfer' else ' cijfers' end
    || ' en ' || {{ nl_waarde('andere_waarde', 'eenheid') }} || ' uit '
    || {{ nl_telwoord('andere_cellen_aantal') }}
    || case when andere_cellen_aantal = 1 then ' cijfer' else ' cijfers' end
    || '. Hier is gerekend met ' || {{ nl_waarde('waarde', 'eenheid') }} || '.' as toelichting,
    cast(null as varchar) as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || andere_vindplaats as vindplaats
from paren
