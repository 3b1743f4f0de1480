{#- Severity from the size of a difference; the limits per unit are rows of the seed ernstgrenzen. -#}
{% macro ernst_naar_grootte(verschil, grens_middel, grens_hoog) -%}
case
    when abs({{ verschil }}) >= {{ grens_hoog }} then 'hoog'
    when abs({{ verschil }}) >= {{ grens_middel }} then 'middel'
    else 'laag'
end
{%- endmacro %}

{#- Stable id of a finding: made of the check and the place it is about, never of a delivery. -#}
{% macro bevinding_id(delen) -%}
'B' || upper(substr(md5(concat_ws('|', {% for deel in delen %}coalesce(cast({{ deel }} as varchar), ''){% if not loop.last %}, {% endif %}{% endfor %})), 1, 10))
{%- endmacro %}

{#- What a finding is about and where it was found: the same columns for every kind of finding. -#}
{% macro bevinding_onderwerp(bron) -%}
{% for kolom in ['indicator_code', 'thema', 'gebied', 'jaar', 'periode', 'eenheid'] -%}
    {{ bron }}.{{ kolom }}{{ ', ' if not loop.last }}
{%- endfor %}
{%- endmacro %}

{% macro bevinding_herkomst(bron) -%}
{{ bron }}.tabel, {{ bron }}.bron_id, {{ bron }}.levering_id, {{ bron }}.vindplaats
{%- endmacro %}

{#- The figure that a sentence of a finding is about: 'De gedrukte lasten over 2023 van Wassenaar (PVT) zijn'. -#}
{% macro bevinding_zinbegin(bron) -%}
{{ nl_hoofdletter(bron ~ '.zin_onderwerp') }} || ' ' || {{ bron }}.periode_zin || ' van ' || {{ bron }}.gebied_zin
|| coalesce(' (' || nullif({{ bron }}.uitsplitsing_zin, '') || ')', '') || ' ' || {{ bron }}.werkwoord || ' '
{%- endmacro %}

{#- The places of all cells behind one sum, in a fixed order: two builds of the same deliveries name the same ones. -#}
{% macro vindplaatsen(kolom) -%}
array_to_string(list(distinct {{ kolom }} order by {{ kolom }}) filter (where {{ kolom }} is not null)[:3], ' en ')
|| if(count(distinct {{ kolom }}) > 3, ' en nog ' || (count(distinct {{ kolom }}) - 3), '')
{%- endmacro %}
