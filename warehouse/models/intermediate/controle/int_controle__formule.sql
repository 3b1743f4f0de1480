with

waarnemingen as (
    select
        *,
        {{ halfjaar_begin('beschreven') }} as begin_volgorde,
        {{ halfjaar_eind('beschreven') }} as eind_volgorde
    from {{ ref('int_waarneming__beschreven') }} as beschreven
    where is_rekencel and periode_soort in ('jaar', 'halfjaar', 'totaal')
),

termbron as (
    select
        * exclude (is_ontbrekend),
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
        count(*) filter (where is_verplicht) as termen_aantal
    from formules
    group by controle_code

),

-- One period back is the one that ends right before this one begins, be it a year or a half-year.
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
        term.is_ontbrekend,
        -- the last day of a previous period that stops before its last month
        case
            when formules.verschuiving < 0 and month(term.peildatum_cel) < 12 - 6 * (term.eind_volgorde % 2)
                then term.peildatum_cel
        end as vorige_peildatum
    from waarnemingen as doel
    inner join formules on doel.indicator_code = formules.doel_indicator_code
    inner join termbron as term
        on
            formules.term_indicator_code = term.indicator_code
            and doel.gebied = term.gebied
            and case
                when doel.periode_soort = 'totaal' then term.periode_soort = 'totaal' and formules.verschuiving = 0
                when formules.verschuiving = 0 then doel.periode = term.periode
                else term.eind_volgorde + 1 = doel.begin_volgorde
            end
            and doel.doelgroep is not distinct from term.doelgroep
            and doel.kenmerk is not distinct from term.kenmerk
    qualify rank() over (
        partition by doel.sleutel, formules.controle_code, formules.verschuiving
        order by case when doel.periode_soort = term.periode_soort then 0 else 1 end
    ) = 1

),

herrekend as (

    select
        termen.sleutel,
        termen.controle_code,
        sum(termen.factor * termen.rekenwaarde) as herrekend,
        max(termen.vorige_peildatum) as vorige_peildatum,
        string_agg(
            case
                when termen.volgorde = 1 then {{ nl_getal('termen.factor * termen.rekenwaarde') }}
                else
                    if(termen.factor * termen.rekenwaarde < 0, ' − ', ' + ')
                    || {{ nl_getal('abs(termen.rekenwaarde)') }}
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
    waarnemingen.* exclude (begin_volgorde, eind_volgorde),
    herrekend.vorige_peildatum,
    herrekend.controle_code,
    waarnemingen.rekenwaarde as gedrukt,
    herrekend.herrekend,
    herrekend.herrekend - waarnemingen.rekenwaarde as verschil,
    herrekend.berekening
from herrekend
inner join waarnemingen on herrekend.sleutel = waarnemingen.sleutel
where not waarnemingen.is_ontbrekend and herrekend.herrekend <> waarnemingen.rekenwaarde
