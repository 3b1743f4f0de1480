select
    lijst,
    code,
    label,
    zin_label,
    cast(volgorde as integer) as volgorde,
    definitie,
    bron
from {{ ref('codelijst') }}
