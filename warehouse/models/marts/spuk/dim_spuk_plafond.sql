select
    regelversie,
    regeling,
    geldig_vanaf_jaar,
    alpha,
    beta,
    beta_grondslag,
    status,
    artikel,
    tekst_datum,
    vindplaats,
    opmerking
from {{ ref('spuk_plafonds') }}
