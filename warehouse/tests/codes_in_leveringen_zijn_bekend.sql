-- A source may start to use a code that the code lists do not hold yet; the figures stay, the label is missing.
{{ config(severity='warn') }}
{%- set lijsten = [
    'doelgroep', 'leeftijdsgroep', 'geslacht', 'leerroute', 'post', 'status_bedrag', 'waarde_status', 'bron'
] -%}
with

waarnemingen as (select * from {{ ref('fct_waarneming') }}),

codes as (
    select
        lijst,
        code
    from {{ ref('codelijst') }}
),

gebruikt as (

    {%- for lijst in lijsten %}
        select distinct
            '{{ lijst }}' as lijst,
            {{ lijst }} as code
        from waarnemingen
        where {{ lijst }} is not null
        {%- if not loop.last %} union all{% endif %}
    {%- endfor %}

)

select
    gebruikt.lijst,
    gebruikt.code
from gebruikt
left join codes on gebruikt.lijst = codes.lijst and gebruikt.code = codes.code
where codes.code is null
