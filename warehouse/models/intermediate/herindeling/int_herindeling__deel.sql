with recursive

herindelingen as (select * from {{ ref('dim_herindeling') }}),

-- From a gemeente that ended, through every herindeling, to the gemeente of today. A code is met once per road.
keten as (

    select
        oude_gemeentecode as deel_code,
        oude_gemeentenaam as deel_naam,
        ingang_datum as deel_einde_datum,
        nieuwe_gemeentecode as doel_code,
        nieuwe_gemeentenaam as doel_naam,
        is_gesplitst,
        [oude_gemeentecode, nieuwe_gemeentecode] as codes
    from herindelingen
    union all
    select
        keten.deel_code,
        keten.deel_naam,
        keten.deel_einde_datum,
        herindelingen.nieuwe_gemeentecode as doel_code,
        herindelingen.nieuwe_gemeentenaam as doel_naam,
        keten.is_gesplitst or herindelingen.is_gesplitst as is_gesplitst,
        list_append(keten.codes, herindelingen.nieuwe_gemeentecode) as codes
    from keten
    inner join herindelingen
        on
            keten.doel_code = herindelingen.oude_gemeentecode
            and not list_contains(keten.codes, herindelingen.nieuwe_gemeentecode)

),

-- A gemeente of today that is new has its first figures later: by the CBS lists when they go back far enough, else by
-- the figures that were delivered.
lijst as (

    select
        gemeentecode,
        min(jaar) as eerste_jaar,
        min(min(jaar)) over () as lijst_begin_jaar
    from {{ ref('stg_cbs__gemeenten') }}
    group by gemeentecode

),

cijfers as (

    select
        gemeentecode,
        min(jaar) as eerste_jaar
    from {{ ref('int_waarneming__alle') }}
    where gemeentecode is not null
    group by gemeentecode

),

begin_van_deel as (

    select
        herindelingen.nieuwe_gemeentecode as deel_code,
        case
            when lijst.lijst_begin_jaar < year(min(herindelingen.ingang_datum))
                then nullif(lijst.eerste_jaar, lijst.lijst_begin_jaar)
            else cijfers.eerste_jaar
        end as deel_begin_jaar
    from herindelingen
    left join lijst on herindelingen.nieuwe_gemeentecode = lijst.gemeentecode
    left join cijfers on herindelingen.nieuwe_gemeentecode = cijfers.gemeentecode
    group by herindelingen.nieuwe_gemeentecode, lijst.lijst_begin_jaar, lijst.eerste_jaar, cijfers.eerste_jaar

),

opgegaan as (

    select
        deel_code,
        any_value(deel_naam) as deel_naam,
        max(deel_einde_datum) as deel_einde_datum,
        doel_code,
        any_value(doel_naam) as doel_naam,
        bool_or(is_gesplitst) as is_gesplitst
    from keten
    where doel_code not in (select herindelingen.oude_gemeentecode from herindelingen)
    group by deel_code, doel_code

),

-- The gemeente of today is a part of itself.
delen as (

    select * from opgegaan
    union all
    select
        doel_code as deel_code,
        any_value(doel_naam) as deel_naam,
        cast(null as date) as deel_einde_datum,
        doel_code,
        any_value(doel_naam) as doel_naam,
        false as is_gesplitst
    from opgegaan
    group by doel_code

)

select
    delen.deel_code,
    delen.deel_naam,
    begin_van_deel.deel_begin_jaar,
    delen.deel_einde_datum,
    delen.doel_code,
    delen.doel_naam,
    delen.is_gesplitst
from delen
left join begin_van_deel on delen.deel_code = begin_van_deel.deel_code
