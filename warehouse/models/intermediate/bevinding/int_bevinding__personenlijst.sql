with

versies as (select * from {{ ref('int_persoon__versie') }}),

lijsten as (select * from {{ ref('int_persoon__lijst') }}),

standen as (

    select * from versies
    where is_stand and not is_vervallen
    qualify row_number() over (partition by bron, gemeentecode order by peildatum desc, volgnummer desc, rij asc) = 1

),

-- Two lists of one gemeente: which one leads, and by how much.
voorrang as (

    select
        'personenlijst_voorrang' as controle_code,
        andere.bron,
        andere.gemeentecode,
        cast(null as date) as peildatum,
        andere.levering_id,
        if(leidend.grens_pct * leidend.personen_aantal > 100 * andere.personen_aantal, 'middel', 'laag') as ernst,
        andere.personen_aantal as gedrukt,
        leidend.personen_aantal as herrekend,
        'gaat ' || leidend.bron_zin || ' (' || {{ nl_personen('leidend.personen_aantal') }} || ') voor '
        || andere.bron_zin || ' (' || {{ nl_personen('andere.personen_aantal') }} || '). De eigen lijst van de '
        || 'gemeente telt ' || if(leidend.is_eigen_en_groot_genoeg, 'ten minste ', 'minder dan ')
        || {{ nl_getal('leidend.grens_pct') }} || '% van de personen van de grootste lijst. De andere lijst is '
        || 'weggelaten waar de eerste een cijfer geeft.' as zin
    from lijsten as leidend
    inner join lijsten as andere on leidend.gemeentecode = andere.gemeentecode
    where
        leidend.voorrang = 1 and andere.voorrang = 2 and not andere.is_huisvesting
        and leidend.personen_aantal <> andere.personen_aantal

),

-- Who is merely absent from a newer stand still counts; whose plicht ended, who left or was housed may be absent.
ontbrekend as (

    select
        'stand_onvolledig' as controle_code,
        standen.bron,
        standen.gemeentecode,
        standen.peildatum,
        any_value(standen.levering_id) as levering_id,
        'middel' as ernst,
        count(*) as gedrukt,
        0 as herrekend,
        if(count(*) = 1, 'ontbreekt', 'ontbreken') || ' in de stand van ' || {{ nl_datum('standen.peildatum') }} || ' '
        || {{ nl_personen('count(*)') }} || ' die in de stand van ' || {{ nl_datum('max(versies.peildatum)') }}
        || if(min(versies.peildatum) < max(versies.peildatum), ' of eerder', '')
        || if(count(*) = 1, ' wel stond; die telt nog mee.', ' wel stonden; zij tellen nog mee.')
        || ' Lever een intrekking voor wie niet in de lijst hoort.' as zin
    from standen
    inner join versies on standen.bron = versies.bron and standen.gemeentecode = versies.gemeentecode
    where
        versies.is_actueel and versies.peildatum < standen.peildatum and not versies.is_vertrokken
        and coalesce(versies.einddatum_plicht > standen.peildatum, true)
        and coalesce(versies.datum_huisvesting > versies.peildatum, true)
    group by standen.bron, standen.gemeentecode, standen.peildatum

),

vervangen as (

    select
        'stand_vervangen' as controle_code,
        bron,
        gemeentecode,
        peildatum,
        arg_max(levering_id, volgnummer) as levering_id,
        'middel' as ernst,
        count(distinct pseudo_id) as gedrukt,
        0 as herrekend,
        'is de stand van ' || {{ nl_datum('peildatum') }} || ' opnieuw geleverd. De nieuwe vervangt de oude als '
        || 'geheel; het aantal personen uit de oude dat er niet in staat en op die peildatum niet meer meetelt, is '
        || {{ nl_getal('count(distinct pseudo_id)') }} || '.' as zin
    from (
        select * from versies
        where not is_intrekking
        qualify bool_and(is_vervangen) over (partition by bron, gemeentecode, peildatum, pseudo_id)
    ) as weg
    group by bron, gemeentecode, peildatum

),

dubbel as (

    select
        'koppeling_dubbel' as controle_code,
        'landelijk' as gemeentecode,
        'middel' as ernst,
        count(*) as gedrukt,
        0 as herrekend,
        'noemen leveringen bij ' || {{ nl_getal('count(*)') }} || if(count(*) = 1, ' nummer', ' nummers')
        || ' meer dan één BSN. Eén ervan is gebruikt; '
        || 'kijk na welk V-nummer of ander nummer bij wie hoort en lever opnieuw.' as zin
    from {{ ref('stg_ontvangst__persoon_koppeling') }}
    where personen_aantal > 1
    having count(*) > 0

),

meldingen as (
    {% for deel in ['voorrang', 'ontbrekend', 'vervangen', 'dubbel'] %}
        select * from {{ deel }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}
)

select
    {{ lijstbevinding() }}
from meldingen
left join {{ ref('codelijst') }} as bronnen on bronnen.lijst = 'bron' and meldingen.bron = bronnen.code
left join {{ ref('int_waarneming__gebied') }} as gebieden on meldingen.gemeentecode = gebieden.gebied
left join {{ ref('stg_ontvangst__levering') }} as leveringen on meldingen.levering_id = leveringen.levering_id
