select
    norm_code,
    indicator_code,
    omschrijving,
    cast(waarde as decimal(18, 2)) as waarde,
    eenheid,
    artikel,
    vindplaats
from {{ ref('normen') }}
