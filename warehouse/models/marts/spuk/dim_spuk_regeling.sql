select
    regeling,
    naam,
    naam_kort,
    verstrekker,
    grondslag,
    reserve_regel,
    plafond_van,
    telt_aantallen,
    volgorde,
    status,
    artikel,
    tekst_datum,
    vindplaats,
    opmerking
from {{ ref('spuk_regelingen') }}
