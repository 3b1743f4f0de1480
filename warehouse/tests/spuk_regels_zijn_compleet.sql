-- Every rule of the SPUK says where it stands and how sure it is, and no rule is there for a part.
-- A confirmed rule that has no date of its text says in opmerking why not.
-- A failure is a mistake in a seed row, never in a delivery.
{% set regels = [
    'spuk_regelingen', 'spuk_prijzen', 'spuk_plafonds', 'spuk_parameters', 'spuk_termijnen', 'spuk_kostenposten'
] -%}
{% set zonder_artikel = ['spuk_scenarios', 'spuk_sisa_herkenning'] -%}
with

statussen as (

    {%- for seed in regels %}
        select
            '{{ seed }}' as plaats,
            status,
            artikel,
            tekst_datum is not null or opmerking ilike '%datum%' as is_gedateerd
        from {{ ref(seed) }}
        union all
    {%- endfor %}
    {%- for seed in zonder_artikel %}
        select
            '{{ seed }}' as plaats,
            status,
            'geen' as artikel,
            true as is_gedateerd
        from {{ ref(seed) }}
        union all
    {%- endfor %}
    select
        'spuk_aannames' as plaats,
        status,
        artikel,
        true as is_gedateerd
    from {{ ref('spuk_aannames') }}

),

prijzen as (select * from {{ ref('spuk_prijzen') }})

select
    plaats,
    'onbekende status, geen artikel, of bevestigd zonder datum' as regel
from statussen
where
    coalesce(status, '') not in ('bevestigd', 'afgeleid', 'onbekend')
    or status <> 'onbekend' and artikel is null
    or status = 'bevestigd' and not is_gedateerd
union all
select
    'spuk_prijzen' as plaats,
    'een budgetjaar zonder a, b, c, d of gezin' as regel
from prijzen
group by budgetjaar
having count(distinct component) filter (where component in ('a', 'b', 'c', 'd', 'gezin')) < 5
union all
select
    'spuk_kostenposten' as plaats,
    'de schakelaar van een scenario gaat over één post' as regel
from {{ ref('spuk_kostenposten') }}
where is_voorziening = 'discutabel'
having count(*) > 1
union all
select
    'spuk_prijzen' as plaats,
    'negatief bedrag of gewicht' as regel
from prijzen
where bedrag_eur < 0 or gewicht < 0
union all
select
    'spuk_termijnen en spuk_kostenposten' as plaats,
    'dubbele code' as regel
from (
    select concat_ws(' ', 'termijn', termijn, geldig_vanaf_jaar) as code from {{ ref('spuk_termijnen') }}
    union all
    select 'post ' || post as code from {{ ref('spuk_kostenposten') }}
)
group by code
having count(*) > 1
