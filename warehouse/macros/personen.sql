{#- What is counted from persons: the date that makes a person count in a year, the columns a delivery must have had
    for that, and what else must hold. An absent column gives no cell: it says "not delivered", not "nil". -#}
{% macro persoon_indicatoren() -%}
{{ return({
    'instroom': {'datum': 'startdatum_plicht', 'vereist': ['startdatum_plicht']},
    'pip': {'datum': 'datum_eerste_pip', 'vereist': ['datum_eerste_pip']},
    'leerroute': {'datum': 'datum_eerste_pip', 'vereist': ['datum_eerste_pip', 'leerroute'],
                  'als': 'leerroute is not null'},
    'pvt': {'datum': 'datum_pvt', 'vereist': ['datum_pvt']},
    'map': {'datum': 'datum_map', 'vereist': ['datum_map']},
    'uitstroom': {'datum': 'einddatum_plicht', 'vereist': ['einddatum_plicht', 'reden_geen_plicht'],
                  'als': "reden_geen_plicht = 'Inburgeringsplicht voldaan'"},
    'gerealiseerd': {'datum': 'datum_huisvesting', 'vereist': ['datum_huisvesting']},
}) }}
{%- endmacro %}

{#- A figure that this project counted from person rows, as opposed to one that a source printed. -#}
{% macro is_persoonstelling(bron) -%}
{{ bron }} in ('duo_personen', 'gemeente_personen', 'tvs_personen')
{%- endmacro %}

{#- The counts per indicator: single cells, both groups or all splits together, and half-years for housing. -#}
{% macro telniveaus(indicator) -%}
case
    when {{ indicator }} in ('instroom', 'leerroute', 'uitstroom') then ['cel', 'doelgroep', 'alles']
    when {{ indicator }} in ('pvt', 'map') then ['cel', 'alles']
    when {{ indicator }} = 'gerealiseerd' then ['cel', 'halfjaar']
    else ['cel']
end
{%- endmacro %}

{#- Where a row about a person stood. -#}
{% macro rij_van_persoon() -%}
bron,
        gemeentecode,
        levering_id,
        bestand,
        blad,
        volgnummer,
        rij
{%- endmacro %}

{#- A finding about rows of persons: how many, of how many, and the first rows of the newest file; never a person. -#}
{% macro persoonsbevinding() -%}
if(regels.soort = 'regel', 'persoonsregel', 'persoonssignaal') as controle_code,
    concat_ws('|', opgeteld.regel_code, opgeteld.bron, opgeteld.gemeentecode) as onderwerpsleutel,
    cast(null as varchar) as indicator_code,
    regels.thema,
    opgeteld.gemeentecode as gebied,
    cast(null as integer) as jaar,
    cast(null as varchar) as periode,
    'personen' as eenheid,
    cast(opgeteld.aantal as decimal(18, 4)) as gedrukt,
    cast(0 as decimal(18, 4)) as herrekend,
    regels.ernst,
    'Bij ' || {{ nl_getal('opgeteld.aantal') }} || ' van de ' || {{ nl_getal('omvang.rijen_aantal') }}
    || if(opgeteld.bron = 'duo_examens', ' examens', ' personen')
    || if(opgeteld.gemeentecode = 'landelijk', ' zonder gemeente', ' van ' || coalesce(gebieden.gebied_zin, opgeteld.gemeentecode)) || ' (' || coalesce(bronnen.zin_label, opgeteld.bron) || ') '
    || regels.zin || '. ' || regels.uitleg || coalesce(' (' || regels.artikel || '.)', '') as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    substr(opgeteld.levering_id, 1, 12) as bron_id,
    opgeteld.levering_id,
    opgeteld.plaats || if(len(opgeteld.rijen) = 1, ', regel ', ', regels ')
    || array_to_string(list_slice(opgeteld.rijen, 1, 20), ', ')
    || if(len(opgeteld.rijen) > 20, ' en nog ' || {{ nl_getal('len(opgeteld.rijen) - 20') }}, '') as vindplaats
{%- endmacro %}

{#- '1 persoon', '1.200 personen'. -#}
{% macro nl_personen(aantal) -%}
({{ nl_getal(aantal) }} || if({{ aantal }} = 1, ' persoon', ' personen'))
{%- endmacro %}

{#- A finding about a whole list of persons: which list, of which gemeente, and the newest file. -#}
{% macro lijstbevinding() -%}
meldingen.controle_code,
    concat_ws('|', meldingen.bron, meldingen.gemeentecode, meldingen.peildatum) as onderwerpsleutel,
    cast(null as varchar) as indicator_code,
    if(meldingen.bron = 'tvs_personen', 'huisvesting', 'inburgering') as thema,
    meldingen.gemeentecode as gebied,
    cast(null as integer) as jaar,
    cast(null as varchar) as periode,
    'personen' as eenheid,
    cast(meldingen.gedrukt as decimal(18, 4)) as gedrukt,
    cast(meldingen.herrekend as decimal(18, 4)) as herrekend,
    meldingen.ernst,
    case
        when meldingen.controle_code = 'personenlijst_voorrang'
            then 'Voor ' || coalesce(gebieden.gebied_zin, meldingen.gemeentecode) || ' '
        when meldingen.bron is null then 'Over alle personenlijsten '
        else
            'Bij ' || coalesce(gebieden.gebied_zin, meldingen.gemeentecode) || ' ('
            || coalesce(bronnen.zin_label, meldingen.bron) || ') '
    end || meldingen.zin as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    substr(meldingen.levering_id, 1, 12) as bron_id,
    meldingen.levering_id,
    leveringen.bestand as vindplaats
{%- endmacro %}
