{{ config(materialized='ephemeral') }}

with

brieven as (
    select * from {{ ref('int_spuk__beschikking') }}
    where soort <> 'terugvordering'
)

select distinct
    brieven.gemeentecode,
    brieven.jaar,
    regelingen.regeling
from brieven
-- a sum that a source printed is of all regelingen; a sum of letters is of the regelingen that have one
inner join {{ ref('spuk_regelingen') }} as regelingen
    on brieven.regeling in ('gebundeld', regelingen.regeling)
where regelingen.regeling <> 'gebundeld'
