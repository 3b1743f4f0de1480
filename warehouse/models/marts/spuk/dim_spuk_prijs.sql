select
    budgetjaar,
    component,
    groep,
    cohort_afstand,
    bedrag_eur,
    gewicht,
    status,
    artikel,
    tekst_datum,
    vindplaats,
    opmerking
from {{ ref('spuk_prijzen') }}
