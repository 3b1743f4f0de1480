-- Every loaded cell reaches fct_waarneming once. A failure means that a layout has no staging model.
with

geladen as (
    select
        levering_id,
        layout,
        count(*) as aantal
    from {{ source('raw', 'cel') }}
    group by levering_id, layout
),

aangekomen as (
    select
        levering_id,
        count(*) as aantal
    from {{ ref('fct_waarneming') }}
    -- counted from persons, not loaded as a cell
    where not {{ is_persoonstelling('bron') }}
    group by levering_id
),

per_levering as (
    select
        levering_id,
        sum(aantal) as aantal
    from geladen
    group by levering_id
)

select
    per_levering.levering_id,
    per_levering.aantal,
    aangekomen.aantal as aangekomen_aantal
from per_levering
left join aangekomen on per_levering.levering_id = aangekomen.levering_id
where per_levering.aantal is distinct from aangekomen.aantal
