{#- Dutch notation for the sentences of findings: 2083236.5 becomes 2.083.236,50; the minus is a real minus sign. -#}
{% macro nl_getal(getal, decimalen=0) -%}
(
    case when round({{ getal }}, {{ decimalen }}) < 0 then '−' else '' end
    || replace(format('{:,}', cast(trunc(abs(round({{ getal }}, {{ decimalen }}))) as bigint)), ',', '.')
    {%- if decimalen > 0 %}
    || ',' || lpad(
        cast(cast(abs(round({{ getal }}, {{ decimalen }})) * {{ 10 ** decimalen }} as bigint) % {{ 10 ** decimalen }} as varchar),
        {{ decimalen }}, '0'
    )
    {%- endif %}
)
{%- endmacro %}

{#- A value with its unit: '€ 2.083.236', '51,3%', '268'. Decimals appear only when there are any. -#}
{% macro nl_waarde(getal, eenheid) -%}
(
    case
        when {{ eenheid }} = 'euro' and round({{ getal }}, 0) = {{ getal }} then '€ ' || {{ nl_getal(getal) }}
        when {{ eenheid }} = 'euro' then '€ ' || {{ nl_getal(getal, 2) }}
        when {{ eenheid }} = 'procent' and round({{ getal }}, 0) = {{ getal }} then {{ nl_getal(getal) }} || '%'
        when {{ eenheid }} = 'procent' then {{ nl_getal(getal, 1) }} || '%'
        when {{ eenheid }} = 'uur' then {{ nl_getal(getal) }} || ' uur'
        else {{ nl_getal(getal) }}
    end
)
{%- endmacro %}

{#- 1 to 12 as a word, larger numbers in digits. -#}
{% macro nl_telwoord(getal) -%}
coalesce(
    list_extract(
        ['één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
        cast({{ getal }} as bigint)
    ),
    cast({{ getal }} as varchar)
)
{%- endmacro %}

{#- How many of the figures, up to the word that says what they are: 'van de 5 cijfers zijn er drie '. -#}
{% macro nl_deel_van(aantal, geheel) -%}
case
    when {{ geheel }} = 1 then 'het cijfer is '
    when {{ aantal }} = {{ geheel }} and {{ aantal }} = 2 then 'beide cijfers zijn '
    when {{ aantal }} = {{ geheel }} then 'alle ' || {{ nl_telwoord(aantal) }} || ' cijfers zijn '
    when {{ aantal }} = 1 then 'van de ' || {{ geheel }} || ' cijfers is er één '
    else 'van de ' || {{ geheel }} || ' cijfers zijn er ' || {{ nl_telwoord(aantal) }} || ' '
end
{%- endmacro %}

{#- A list as prose: 'a, b en c'. -#}
{% macro nl_opsomming(lijst) -%}
(
    case
        when len({{ lijst }}) <= 1 then list_extract({{ lijst }}, 1)
        else array_to_string(list_slice({{ lijst }}, 1, len({{ lijst }}) - 1), ', ')
            || ' en ' || list_extract({{ lijst }}, len({{ lijst }}))
    end
)
{%- endmacro %}

{#- First letter as a capital, the rest as it is. -#}
{% macro nl_hoofdletter(tekst) -%}
(upper({{ tekst }}[1]) || {{ tekst }}[2:])
{%- endmacro %}

{#- A date in a sentence: '1 augustus 2024'. -#}
{% macro nl_datum(datum) -%}
(
    day({{ datum }}) || ' '
    || list_extract(
        ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
         'november', 'december'],
        month({{ datum }})
    )
    || ' ' || year({{ datum }})
)
{%- endmacro %}
