with

gebeurtenissen as (select * from {{ ref('int_persoon__gebeurtenis') }}),

beschikbaar as (select * from {{ ref('int_persoon__beschikbaar') }}),

niveaus as (

    select
        *,
        unnest({{ telniveaus('indicator_code') }}) as niveau
    from gebeurtenissen

),

tellingen as (

    select
        bron,
        gemeentecode,
        indicator_code,
        niveau,
        jaar,
        if(niveau = 'halfjaar', halfjaar, null) as halfjaar,
        if(niveau = 'alles', 'totaal', doelgroep) as doelgroep,
        if(indicator_code = 'instroom' and niveau <> 'cel', 'totaal', leeftijdsgroep) as leeftijdsgroep,
        if(indicator_code = 'instroom' and niveau <> 'cel', 'totaal', geslacht) as geslacht,
        if(indicator_code in ('leerroute', 'uitstroom') and niveau <> 'cel', 'totaal', leerroute) as leerroute,
        1 as personen_aantal,
        levering_id,
        rij
    from niveaus
    union all
    select
        *,
        0 as personen_aantal,
        cast(null as varchar) as levering_id,
        cast(null as integer) as rij
    from {{ ref('int_persoon__raster') }}

),

-- One person whose group, age or level is unknown could belong to any cell of that year.
onzeker as (

    select
        bron,
        gemeentecode,
        indicator_code,
        jaar,
        bool_or(is_groep_onbekend) as is_groep_onzeker,
        bool_or(is_groep_onbekend or is_splitsing_onzeker) as is_splitsing_onzeker
    from gebeurtenissen
    group by all

),

opgeteld as (

    select
        tellingen.bron as layout,
        cast(null as varchar) as blad,
        -- the first row that counts, or the heading when none does
        cast(coalesce(min(tellingen.rij) filter (where tellingen.levering_id = b.levering_id), 1) as integer) as rij,
        b.kolom,
        b.levering_id,
        b.peildatum,
        b.leveringen_aantal,
        tellingen.indicator_code as indicator,
        tellingen.gemeentecode,
        cast(tellingen.jaar as integer) as jaar,
        cast(tellingen.halfjaar as integer) as halfjaar,
        tellingen.doelgroep,
        tellingen.leeftijdsgroep,
        tellingen.geslacht,
        tellingen.leerroute,
        case
            when niveau = 'cel' and onzeker.is_splitsing_onzeker or niveau = 'doelgroep' and onzeker.is_groep_onzeker
                then 'uitsplitsing bij benadering'
        end as kenmerk,
        sum(tellingen.personen_aantal) as waarde,
        count(distinct tellingen.levering_id) as bronleveringen_aantal
    from tellingen
    inner join beschikbaar as b using (bron, gemeentecode, indicator_code)
    left join onzeker using (bron, gemeentecode, indicator_code, jaar)
    group by all

),

cellen as (

    select
        *,
        concat_ws('-', jaar, halfjaar) as periode,
        make_date(jaar, if(halfjaar = 2, 7, 1), 1) as periode_van_datum,
        least(make_date(jaar, if(halfjaar = 1, 6, 12), if(halfjaar = 1, 30, 31)), peildatum) as periode_tot_datum,
        'personen' as eenheid,
        cast(waarde as varchar) as waarde_ruw,
        if(waarde = 0, 'nul', 'gemeten') as waarde_status,
        'geteld uit ' || waarde || if(waarde = 1, ' persoon in ', ' personen in ')
        || if(waarde = 0, leveringen_aantal, bronleveringen_aantal)
        || if(if(waarde = 0, leveringen_aantal, bronleveringen_aantal) = 1, ' levering', ' leveringen') as toelichting,
        cast(null as varchar) as tabel,
        cast(null as varchar) as bladzijde,
        cast(null as varchar) as gemeentenaam,
        cast(null as varchar) as deelnemers,
        cast(null as varchar) as post,
        cast(null as varchar) as status_bedrag
    from opgeteld

)

select
    {{ cel_kolommen() }}
from cellen
-- a half-year that had not begun on the peildatum is no nil, nor is a group that someone of unknown group may belong to
where periode_van_datum <= peildatum and not (waarde = 0 and kenmerk is not null)
