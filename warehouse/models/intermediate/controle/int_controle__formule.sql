with

waarnemingen as (

    select
        *,
        jaar * 2 + coalesce(halfjaar, 0) as periode_volgorde
    from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and periode_soort in ('jaar', 'halfjaar', 'totaal')

),

-- Over all years a term is the count per gemeente, whatever the tables it was split over.
termbron as (

    select
        gebied,
        indicator_code,
        periode_soort,
        periode_volgorde,
        doelgroep,
        kenmerk,
        periode_zin,
        rekenwaarde,
        is_ontbrekend or rekenwaarde is null as is_ontbrekend
    from waarnemingen
    where periode_soort <> 'totaal'
    union all by name
    select
        gemeentecode as gebied,
        indicator_code,
        'totaal' as periode_soort,
        'over alle jaren samen' as periode_zin,
        sum(aantal) as rekenwaarde,
        not bool_and(is_volledig) as is_ontbrekend
    from {{ ref('int_waarneming__peil') }}
    where periode = 'totaal' and leerroute = 'totaal'
    group by all

),

formules as (select * from {{ ref('formules') }}),

termen_per_formule as (

    select
        controle_code,
        count(*) as termen_aantal
    from formules
    where is_verplicht
    group by controle_code

),

-- One period back is one year for a year row and one half-year for a half-year row.
termen as (

    select
        doel.sleutel,
        formules.controle_code,
        formules.volgorde,
        formules.factor,
        formules.is_verplicht,
        formules.term_zin,
        term.rekenwaarde,
        term.periode_zin,
        term.is_ontbrekend
    from waarnemingen as doel
    inner join formules on doel.indicator_code = formules.doel_indicator_code
    inner join termbron as term
        on
            formules.term_indicator_code = term.indicator_code
            and doel.gebied = term.gebied
            and doel.periode_soort = term.periode_soort
            and term.periode_volgorde is not distinct from
            doel.periode_volgorde + formules.verschuiving * case when doel.periode_soort = 'jaar' then 2 else 1 end
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
    having
        count(*) filter (where termen.is_verplicht) = termen_per_formule.termen_aantal
        and not bool_or(termen.is_ontbrekend)

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
