{#- The grain holds: no two rows share these columns, and only the columns named in mag_leeg may be null. -#}
{% test grein(model, kolommen, mag_leeg=[]) %}
    

select
    {{ kolommen | join(', ') }},
    count(*) as rijen_aantal
from {{ model }}
group by {{ kolommen | join(', ') }}
having
    count(*) > 1
    {%- for kolom in kolommen if kolom not in mag_leeg %}
    or {{ kolom }} is null
    {%- endfor %}

{% endtest %}
