with

inwoners as (select * from {{ ref('gemeente_inwoners') }}),

gebieden as (select * from {{ ref('int_waarneming__gebied') }})

select
    inwoners.gemeentecode,
    gebieden.gemeentenaam,
    cast(inwoners.jaar as integer) as jaar,
    cast(inwoners.inwoners_aantal as integer) as inwoners_aantal
from inwoners
inner join gebieden on inwoners.gemeentecode = gebieden.gemeentecode
