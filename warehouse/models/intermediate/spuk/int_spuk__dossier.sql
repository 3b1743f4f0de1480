{{ config(materialized='ephemeral') }}

with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where gemeentecode is not null and doelgroep in ('statushouder', 'gezinsmigrant')
),

feiten as (
    select * from {{ ref('int_feit__vorm') }}
    where is_gekozen and indicator_code = 'instroom' and doelgroep in ('statushouder', 'gezinsmigrant')
),

afgelopen as (select * from {{ ref('int_spuk__afgelopen') }}),

-- A source that splits to age and one that does not tell the same people: one way of splitting counts, complete first.
per_splitsing as (

    select
        gemeentecode,
        jaar as cohort,
        doelgroep as groep,
        sum(waarde) as aantal,
        bool_or(ontbrekend_aantal > 0 or mist_halfjaar or waarde is null) as mist_deel,
        arg_max(waarde_status, (waarde is null, waarde_status)) as ontbrekende_status,
        min(vindplaats) || if(count(*) > 1, ' en ' || (count(*) - 1) || ' andere cellen', '') as vindplaats,
        arg_max(bron_id, volgnummer) as bron_id,
        arg_max(levering_id, volgnummer) as levering_id
    from feiten
    group by gemeentecode, jaar, doelgroep, leeftijdsgroep is null, geslacht is null
    qualify row_number() over (
        partition by gemeentecode, jaar, doelgroep
        order by mist_deel asc, max(volgnummer) desc, leeftijdsgroep is null asc, geslacht is null asc
    ) = 1

),

gedrukt as (

    select
        gemeentecode,
        jaar as cohort,
        doelgroep as groep,
        rekenwaarde as aantal,
        vindplaats,
        bron_id,
        levering_id
    from waarnemingen
    where
        is_rekencel and is_totaal and not is_ontbrekend and indicator_code = 'instroom' and periode_soort = 'jaar'
        and coalesce(leeftijdsgroep, 'totaal') = 'totaal' and coalesce(geslacht, 'totaal') = 'totaal'
        and coalesce(leerroute, 'totaal') = 'totaal' and coalesce(kenmerk, 'totaal') = 'totaal'
    qualify row_number() over (partition by gemeentecode, jaar, doelgroep order by volgnummer desc, rij desc) = 1

),

-- The printed total goes before cells of which one is missing.
naast_elkaar as (

    select
        coalesce(cellen.gemeentecode, gedrukt.gemeentecode) as gemeentecode,
        coalesce(cellen.cohort, gedrukt.cohort) as cohort,
        coalesce(cellen.groep, gedrukt.groep) as groep,
        cellen.ontbrekende_status,
        coalesce(cellen.mist_deel, true) as mist_deel,
        if(coalesce(cellen.mist_deel, true) and gedrukt.aantal is not null, 'gedrukt', 'cellen') as basis,
    {%- for kolom in ['aantal', 'vindplaats', 'bron_id', 'levering_id'] %}
        if(basis = 'gedrukt', gedrukt.{{ kolom }}, cellen.{{ kolom }}) as {{ kolom }}{{ ',' if not loop.last }}
    {%- endfor %}
    from per_splitsing as cellen
    full outer join gedrukt
        on
            cellen.gemeentecode = gedrukt.gemeentecode
            and cellen.cohort = gedrukt.cohort
            and cellen.groep = gedrukt.groep

),

dossier as (

    select
        naast_elkaar.gemeentecode,
        naast_elkaar.cohort,
        naast_elkaar.groep,
        'dossier' as telling_bron,
        cast(null as date) as peildatum,
        aantal,
        case
            when aantal is null then ontbrekende_status
            when basis = 'cellen' and mist_deel then 'ondergrens'
            when aantal = 0 then 'nul'
            else 'gemeten'
        end as waarde_status,
        (basis = 'gedrukt' or not mist_deel) and coalesce(afgelopen.is_afgelopen, false) as is_volledig,
        vindplaats,
        bron_id,
        naast_elkaar.levering_id
    from naast_elkaar
    left join afgelopen
        on
            naast_elkaar.levering_id = afgelopen.levering_id
            and naast_elkaar.gemeentecode = afgelopen.gemeentecode
            and naast_elkaar.cohort = afgelopen.jaar
            and naast_elkaar.groep = afgelopen.doelgroep

)

select * from dossier
