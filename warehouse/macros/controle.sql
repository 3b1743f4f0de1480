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
