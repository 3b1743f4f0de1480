{#- What breaks each rule of the seed persoonsregels, on the newest row of a person. -#}
{%- set voorwaarden = {
    'a2_in_onderwijsroute': "leerroute_letter = 'O' and niveau = 'A2'",
    'b1_in_z_route': "leerroute_letter = 'Z' and niveau = 'B1'",
    'a2_bij_eerste_pip':
        "leerroute_letter = 'B' and niveau = 'A2' and coalesce(datum_actuele_pip, datum_eerste_pip) = datum_eerste_pip",
    'leerroute_zonder_pip': 'leerroute_letter is not null and datum_eerste_pip is null',
    'pip_voor_start_plicht': 'least(datum_eerste_pip, datum_actuele_pip) < startdatum_plicht',
    'actuele_pip_voor_eerste': 'datum_actuele_pip < datum_eerste_pip',
    'pip_voor_vestiging': 'coalesce(datum_actuele_pip, datum_eerste_pip) < datum_vestiging_gemeente',
    'pip_na_peildatum': 'greatest(datum_eerste_pip, datum_actuele_pip) > peildatum',
    'pvt_voor_start_termijn': 'datum_pvt < startdatum_termijn',
    'map_voor_start_termijn': 'datum_map < startdatum_termijn',
    'pvt_na_afronding_z': 'datum_pvt > datum_afronding_z',
    'map_na_afronding_z': 'datum_map > datum_afronding_z',
    'pvt_na_peildatum': 'datum_pvt > peildatum',
    'map_na_peildatum': 'datum_map > peildatum',
    'termijn_na_pip': 'startdatum_termijn <> datum_eerste_pip + 1',
    'plicht_eindigt_voor_begin': 'einddatum_plicht < startdatum_plicht',
    'plicht_voor_wi2021': 'startdatum_plicht < wi2021_datum',
    'huisvesting_voor_koppeling': 'datum_huisvesting < datum_koppeling',
    'huishouden_onvolledig': 'gezinsgrootte > if(huishouden_id is null, 1, huishouden_rijen_aantal)',
} -%}
with

versies as (

    select
        *,
        count(*) over (partition by bron, gemeentecode, huishouden_id) as huishouden_rijen_aantal,
        (
            select regels.grens_datum from {{ ref('persoonsregels') }} as regels
            where regels.regel_code = 'plicht_voor_wi2021'
        ) as wi2021_datum
    from {{ ref('int_persoon__versie') }}
    where is_actueel

),

examens as (select * from {{ ref('int_persoon__examen') }}),

getoetst as (

    select
        {{ rij_van_persoon() }},
        unnest([
            {% for regel, voorwaarde in voorwaarden.items() %}
                if({{ voorwaarde }}, '{{ regel }}', null){{ ',' if not loop.last }}
            {% endfor %}
        ]) as regel_code
    from versies
    union all
    select
        {{ rij_van_persoon() }},
        unnest([
            if(is_onbekend, 'examen_zonder_persoon', null),
            if(examendatum > einddatum_plicht, 'examen_na_einde_plicht', null)
        ]) as regel_code
    from examens

),

omvang as (

    {% for tabel in ['versies', 'examens'] %}
        select
            bron,
            gemeentecode,
            count(*) as rijen_aantal
        from {{ tabel }}
        group by all
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

gebroken as (

    select
        *,
        max(volgnummer) over (partition by regel_code, bron, gemeentecode) as nieuwste
    from getoetst
    where regel_code is not null

),

opgeteld as (

    select
        regel_code,
        bron,
        gemeentecode,
        count(*) as aantal,
        list(rij order by rij) filter (where volgnummer = nieuwste) as rijen,
        any_value(levering_id) filter (where volgnummer = nieuwste) as levering_id,
        any_value(concat_ws(', ', bestand, 'blad ' || blad)) filter (where volgnummer = nieuwste) as plaats
    from gebroken
    group by all

)

select
    {{ persoonsbevinding() }}
from opgeteld
inner join omvang using (bron, gemeentecode)
inner join {{ ref('persoonsregels') }} as regels using (regel_code)
left join {{ ref('codelijst') }} as bronnen on bronnen.lijst = 'bron' and opgeteld.bron = bronnen.code
left join {{ ref('int_waarneming__gebied') }} as gebieden on opgeteld.gemeentecode = gebieden.gebied
left join {{ ref('int_persoon__kolom') }} as kolommen
    on
        opgeteld.bron = kolommen.bron and opgeteld.gemeentecode = kolommen.gemeentecode
        and regels.vereiste_kolom = kolommen.kolom
-- nothing is missing where the column was never delivered
where regels.vereiste_kolom is null or kolommen.is_volledig
