with

termijnen as (

    select
        *,
        unnest(string_split(geldt_voor, '|')) as regeling
    from {{ ref('spuk_termijnen') }}

),

-- Every year for which money came and the two after it: the letter for a year comes in the year before it.
jaren as (

    select distinct unnest([jaar, jaar + 1, jaar + 2]) as jaar
    from {{ ref('fct_beschikking') }}

)

select
    termijnen.regeling,
    cast(jaren.jaar as integer) as jaar,
    termijnen.termijn,
    make_date(jaren.jaar + termijnen.jaar_verschil, termijnen.maand, termijnen.dag) as datum,
    termijnen.naam,
    termijnen.wat,
    termijnen.wie,
    termijnen.volgorde,
    termijnen.status,
    termijnen.artikel,
    termijnen.tekst_datum,
    termijnen.opmerking as toelichting
from termijnen
inner join jaren on termijnen.geldig_vanaf_jaar <= jaren.jaar
-- a term that changed has a newer row; the years before keep the old one
qualify row_number() over (
    partition by termijnen.regeling, termijnen.termijn, jaren.jaar
    order by termijnen.geldig_vanaf_jaar desc
) = 1
