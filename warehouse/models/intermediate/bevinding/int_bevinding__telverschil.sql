{%- set dimensies = ['doelgroep', 'leeftijdsgroep', 'geslacht', 'leerroute'] -%}
with

bronnen as (
    select * from {{ ref('codelijst') }}
    where lijst = 'bron'
),

geteld as (

    {% for indicator in persoon_indicatoren() %}
        select '{{ indicator }}' as code
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

-- A split that a source does not make is the whole. A figure covers its period up to its peildatum.
waarnemingen as (

    select
        w.*,
        coalesce(bronnen.zin_label, w.bron) as bron_zin,
        concat_ws(
            '|', w.indicator_code, w.gebied, w.periode, 'kenmerk ' || w.kenmerk,
            {%- for d in dimensies %}
                coalesce(w.{{ d }}, 'totaal'){{ ',' if not loop.last }}
            {%- endfor %}
        ) as telsleutel,
        least(
            make_date(w.jaar, if(w.halfjaar = 1, 6, 12), if(w.halfjaar = 1, 30, 31)), w.peildatum
        ) as geteld_tot_datum,
        {%- for d in dimensies %}
            coalesce(cast(w.{{ d }} = 'totaal' as integer), 0){{ ' +' if not loop.last }}
        {%- endfor %} as totalen_aantal
    from {{ ref('int_waarneming__beschreven') }} as w
    left join bronnen on w.bron = bronnen.code
    where
        w.is_actueel and w.rekenwaarde is not null and not w.is_ontbrekend and w.jaar is not null
        and w.indicator_code in (select code from geteld)

),

-- A difference shows once: at the finest level at which both sources count.
paren as (

    select
        eerste.*,
        tweede.bron as andere_bron,
        tweede.bron_zin as andere_bron_zin,
        tweede.rekenwaarde as andere_waarde,
        tweede.vindplaats as andere_vindplaats,
        eerste.peildatum <> tweede.peildatum as is_peildatum_ongelijk
    from waarnemingen as eerste
    inner join waarnemingen as tweede
        on
            eerste.telsleutel = tweede.telsleutel
            and eerste.bron_volgorde < tweede.bron_volgorde
            and eerste.geteld_tot_datum = tweede.geteld_tot_datum
    qualify tweede.totalen_aantal = min(tweede.totalen_aantal) over (
        partition by eerste.indicator_code, eerste.gebied, eerste.periode, eerste.bron, tweede.bron
    )

)

select
    'bronverschil' as controle_code,
    concat_ws('|', onderwerpsleutel, bron, andere_bron, status_bedrag) as onderwerpsleutel,
    {{ bevinding_onderwerp('paren') }},
    rekenwaarde as gedrukt,
    andere_waarde as herrekend,
    cast(null as varchar) as ernst,
    indicator_naam || ' ' || periode_zin || ' van ' || gebied_zin
    || coalesce(' (' || nullif(uitsplitsing_zin, '') || ')', '') || ' is volgens ' || bron_zin || ' '
    || {{ nl_waarde('rekenwaarde', 'eenheid') }} || ' en geteld uit ' || andere_bron_zin || ' '
    || {{ nl_waarde('andere_waarde', 'eenheid') }} || '. Het verschil is '
    || {{ nl_waarde('abs(andere_waarde - rekenwaarde)', 'eenheid') }} || '.'
    || if(coalesce(is_peildatum_ongelijk, false), ' De peildatums zijn niet gelijk.', '') as toelichting,
    cast(null as varchar) as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || andere_vindplaats as vindplaats
from paren
where rekenwaarde <> andere_waarde
