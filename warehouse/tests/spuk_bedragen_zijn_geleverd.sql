-- Every amount of the SPUK is the one that was delivered, and no amount is made up.
-- A failure is a mistake in a model of this project, never in a delivery.
with

bedragen as (

    select
        'fct_beschikking' as plaats,
        waarde_status,
        bedrag_eur
    from {{ ref('fct_beschikking') }}
    union all
    select
        'fct_besteding' as plaats,
        waarde_status,
        bedrag_eur
    from {{ ref('fct_besteding') }}

),

-- What the calculation says was granted by letter, beside the amount in that letter.
toegekend as (

    select
        verloop.toegekend_eur,
        brieven.bedrag_eur
    from {{ ref('fct_spuk_verloop') }} as verloop
    left join {{ ref('fct_beschikking') }} as brieven
        on
            verloop.gemeentecode = brieven.gemeentecode
            and verloop.jaar = brieven.jaar
            and verloop.regeling = brieven.regeling
            and brieven.soort = 'definitief'
    where verloop.toegekend_herkomst = 'beschikking'

),

gekozen as (
    select * from {{ ref('fct_cohort_telling') }}
    where is_gekozen
)

select
    plaats,
    'bedrag bij een status zonder bedrag' as regel
from bedragen
where waarde_status in ('pm', 'niet_geleverd', 'onderdrukt', 'onleesbaar') and bedrag_eur is not null
union all
select
    'fct_spuk_verloop' as plaats,
    'toegekend volgens de beschikking is niet het bedrag van de definitieve beschikking' as regel
from toegekend
where toegekend_eur is distinct from bedrag_eur
union all
select
    'fct_cohort_telling' as plaats,
    'meer dan één gekozen telling' as regel
from gekozen
group by gemeentecode, cohort, groep, budgetjaar
having count(*) > 1
