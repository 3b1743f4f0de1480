with

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_zonder_aantallen'
),

codes as (
    select * from {{ ref('codelijst') }}
    where lijst = 'doelgroep' and code <> 'totaal'
),

geld as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_actueel
        and status_bedrag = 'definitief'
        and post = 'spuk'
        and gemeentecode is not null
        and rekenwaarde is not null
        and not is_totaal

),

-- Only G10 is counted per person; an amount without code holds G10 as well.
beschikkingen as (

    select * from geld
    where is_rekencel and indicator_code = 'baten' and coalesce(kenmerk, 'G10') = 'G10'

),

ontbrekend as (

    select
        beschikkingen.sleutel,
        count(*) as ontbrekend_aantal,
        list(codes.zin_label order by codes.volgorde) as ontbreekt
    from beschikkingen
    cross join codes
    left join geld as aantallen
        on
            aantallen.indicator_code = 'spuk_aantal'
            and beschikkingen.gemeentecode = aantallen.gemeentecode
            and beschikkingen.periode = aantallen.periode
            and beschikkingen.kenmerk is not distinct from aantallen.kenmerk
            and codes.code = aantallen.doelgroep
    where aantallen.sleutel is null
    group by beschikkingen.sleutel

)

select
    'spuk_zonder_aantallen' as controle_code,
    concat_ws('|', beschikkingen.gemeentecode, beschikkingen.periode, beschikkingen.kenmerk) as onderwerpsleutel,
    {{ bevinding_onderwerp('beschikkingen') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signalen.ernst,
    'Bij de definitieve SPUK over ' || beschikkingen.jaar || ' van ' || beschikkingen.gebied_zin
    || coalesce(' (' || beschikkingen.kenmerk || ')', '') || ' van '
    || {{ nl_waarde('beschikkingen.rekenwaarde', 'beschikkingen.eenheid') }} || ' is het aantal '
    || {{ nl_opsomming('ontbrekend.ontbreekt') }} || ' niet geleverd. ' || signalen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('beschikkingen') }}
from beschikkingen
inner join ontbrekend on beschikkingen.sleutel = ontbrekend.sleutel
cross join signalen
