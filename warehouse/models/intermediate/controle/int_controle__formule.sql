with

waarnemingen as (

    select
        *,
        jaar * 2 + coalesce(halfjaar, 0) as periode_volgorde
    from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and periode_soort in ('jaar', 'halfjaar')

),

formules as (select * from {{ ref('formules') }}),

termen_per_formule as (

    select
        controle_code,
        count(*) as termen_aantal
    from formules
    group by controle_code

),

-- One period back is one year for a year row and one half-year for a half-year row.
termen as (

    select
        doel.sleutel,
        formules.controle_code,
        formules.volgorde,
        formules.factor,
        formules.term_zin,
        term.rekenwaarde,
        term.periode_zin,
        term.is_ontbrekend or term.rekenwaarde is null as is_ontbrekend
    from waarnemingen as doel
    inner join formules on doel.indicator_code = formules.doel_indicator_code
    inner join waarnemingen as term
        on
            formules.term_indicator_code = term.indicator_code
            and doel.gebied = term.gebied
            and doel.periode_soort = term.periode_soort
            and term.periode_volgorde
            = doel.periode_volgorde + formules.verschuiving * case when doel.periode_soort = 'jaar' then 2 else 1 end
            and doel.doelgroep is not distinct from term.doelgroep
            and doel.kenmerk is not distinct from term.kenmerk

),

herrekend as (

    select
        termen.sleutel,
        termen.controle_code,
        sum(termen.factor * termen.rekenwaarde) as herrekend,
        string_agg(
            case
                when termen.volgorde = 1 then ''
                when termen.factor * termen.rekenwaarde < 0 then ' − '
                else ' + '
            end
            || case
                when termen.volgorde = 1 then {{ nl_getal('termen.factor * termen.rekenwaarde') }}
                else {{ nl_getal('abs(termen.rekenwaarde)') }}
            end
            || ' (' || termen.term_zin || ' ' || termen.periode_zin || ')',
            '' order by termen.volgorde
        ) as berekening
    from termen
    inner join termen_per_formule on termen.controle_code = termen_per_formule.controle_code
    group by termen.sleutel, termen.controle_code, termen_per_formule.termen_aantal
    having count(*) = termen_per_formule.termen_aantal and not bool_or(termen.is_ontbrekend)

)

select
    waarnemingen.*,
    herrekend.controle_code,
    waarnemingen.rekenwaarde as gedrukt,
    herrekend.herrekend,
    herrekend.herrekend - waarnemingen.rekenwaarde as verschil,
    herrekend.berekening
from herrekend
inner join waarnemingen on herrekend.sleutel = waarnemingen.sleutel
where not waarnemingen.is_ontbrekend and herrekend.herrekend <> waarnemingen.rekenwaarde
