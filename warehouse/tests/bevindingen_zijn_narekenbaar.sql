-- A finding says what it compared, of a known kind, and its difference is recomputed minus printed.
select
    bevinding_id,
    controle_code,
    soort,
    ernst,
    gedrukt,
    herrekend,
    verschil,
    toelichting
from {{ ref('fct_bevinding') }}
where
    verschil is distinct from herrekend - gedrukt
    or toelichting is null
    or onderwerp is null
    or soort not in ('optelling', 'aansluiting', 'regel', 'bronverschil', 'volledigheid', 'plausibiliteit')
    or ernst not in ('hoog', 'middel', 'laag')
    or status not in ('open', 'verklaard')
