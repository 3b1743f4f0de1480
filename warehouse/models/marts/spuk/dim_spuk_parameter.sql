select
    parameter,
    jaar,
    waarde,
    eenheid,
    status,
    artikel,
    tekst_datum,
    vindplaats,
    opmerking
from {{ ref('spuk_parameters') }}
