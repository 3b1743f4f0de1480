-- An applied correction must find the wrong value that it expects.
-- A failure means that the source repaired it: then the correction has to go.
with

correcties as (
    select * from {{ ref('correcties') }}
    where status = 'toegepast'
),

waarnemingen as (
    select * from {{ ref('fct_waarneming') }}
    where is_actueel
)

select correcties.*
from correcties
left join waarnemingen
    on
        correcties.sleutel = waarnemingen.waarneming_sleutel
        and cast(correcties.verwacht as decimal(18, 4)) = waarnemingen.waarde
where waarnemingen.waarneming_sleutel is null or correcties.kolom <> 'waarde'
