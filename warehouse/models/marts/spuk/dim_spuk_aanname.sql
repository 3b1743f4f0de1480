select
    code,
    vraag,
    keuze,
    alternatief,
    gevolg,
    status,
    artikel,
    vindplaats
from {{ ref('spuk_aannames') }}
