{{ config(materialized='ephemeral') }}

with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where gemeentecode is not null and doelgroep in ('statushouder', 'gezinsmigrant')
),

prijzen as (select * from {{ ref('spuk_prijzen') }}),

termijnen as (
    select * from {{ ref('spuk_termijnen') }}
    where termijn = 'peildatum'
),

dossier as (select * from {{ ref('int_spuk__dossier') }}),

geteld as (

    select
        *,
        cast(split_part(kenmerk, ' ', 2) as integer) as cohort
    from waarnemingen
    where is_actueel and indicator_code = 'duo_inburgeringsplichtig' and kenmerk similar to 'cohort [0-9]{4}'

),

-- A budget year counts each cohort that it pays for as it lives here on the reference date of that year.
budgetjaren as (

    select
        prijzen.budgetjaar,
        prijzen.groep,
        prijzen.budgetjaar - prijzen.cohort_afstand as cohort,
        arg_max(
            make_date(prijzen.budgetjaar + termijnen.jaar_verschil, termijnen.maand, termijnen.dag),
            termijnen.geldig_vanaf_jaar
        ) as teldag
    from prijzen
    inner join termijnen on prijzen.budgetjaar >= termijnen.geldig_vanaf_jaar
    group by prijzen.budgetjaar, prijzen.groep, prijzen.cohort_afstand

),

-- A count of two years later is of other people; then no count of DUO is better than that one.
per_budgetjaar as (

    select
        geteld.*,
        budgetjaren.budgetjaar,
        budgetjaren.teldag,
        coalesce(geteld.peildatum = budgetjaren.teldag, false) as is_op_teldag
    from geteld
    inner join budgetjaren on geteld.cohort = budgetjaren.cohort and geteld.doelgroep = budgetjaren.groep
    where geteld.peildatum is null or geteld.peildatum <= budgetjaren.teldag + interval 1 year
    qualify row_number() over (
        partition by geteld.gemeentecode, geteld.cohort, geteld.doelgroep, budgetjaren.budgetjaar
        order by
            geteld.rekenwaarde is null asc,
            is_op_teldag desc,
            geteld.peildatum > budgetjaren.teldag desc nulls last,
            abs(date_diff('day', budgetjaren.teldag, geteld.peildatum)) asc nulls last,
            geteld.volgnummer desc,
            geteld.rij desc
    ) = 1

),

duo as (

    select
        gemeentecode,
        cohort,
        doelgroep as groep,
        'duo' as telling_bron,
        budgetjaar,
        peildatum,
        rekenwaarde as aantal,
        waarde_status,
        is_op_teldag and not is_ontbrekend and rekenwaarde is not null as is_volledig,
        vindplaats || case
            when is_op_teldag then ''
            when peildatum is null then ', zonder peildatum'
            else ', geteld op ' || {{ nl_datum('peildatum') }} || ' en niet op ' || {{ nl_datum('teldag') }}
        end as vindplaats,
        bron_id,
        levering_id
    from per_budgetjaar

)

select * from duo
union all by name
select * from dossier
