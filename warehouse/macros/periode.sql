{#- Half-years on one scale, so that a year and a half-year connect: the first and the last one a period covers. -#}
{% macro halfjaar_begin(bron) -%}
({{ bron }}.jaar * 2 + coalesce({{ bron }}.halfjaar, 1))
{%- endmacro %}

{% macro halfjaar_eind(bron) -%}
({{ bron }}.jaar * 2 + coalesce({{ bron }}.halfjaar, 2))
{%- endmacro %}
