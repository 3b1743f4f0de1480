select
    regeling,
    naam,
    naam_kort,
    verstrekker,
    grondslag,
    reserve_regel,
    volgorde,
    status,
    artikel,
    tekst_datum,
    vindplaats,
    opmerking
from {{ ref('spuk_regelingen') }}
