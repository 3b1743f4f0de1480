with

grenzen as (

    select
        max(waarde) filter (where drempel = 'spreiding') as spreiding,
        max(waarde) filter (where drempel = 'gemeenten') as gemeenten,
        max(waarde) filter (where drempel = 'aandeel') as aandeel,
        max(ernst) filter (where drempel = 'spreiding') as ernst,
        max(uitleg) filter (where drempel = 'spreiding') as uitleg
    from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_sleutel'

),

beschikkingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and indicator_code = 'baten'
        and post = 'spuk'
        and status_bedrag = 'definitief'
        and periode_soort = 'jaar'
        and gemeentecode is not null
        and rekenwaarde > 0

),

-- The task of the whole year: printed for the year, or two half-years that are both there.
taakstellingen as (

    select
        gemeentecode,
        jaar,
        coalesce(
            max(taakstelling) filter (where periode_soort = 'jaar'),
            case
                when count(taakstelling) filter (where periode_soort = 'halfjaar') = 2
                    then sum(taakstelling) filter (where periode_soort = 'halfjaar')
            end
        ) as taakstelling
    from {{ ref('int_huisvesting__periode') }}
    group by gemeentecode, jaar

),

per_persoon as (

    select
        beschikkingen.*,
        taakstellingen.taakstelling,
        beschikkingen.rekenwaarde / taakstellingen.taakstelling as bedrag_pp,
        count(*) over (partition by beschikkingen.jaar, beschikkingen.kenmerk) as vergeleken_aantal
    from beschikkingen
    inner join taakstellingen
        on beschikkingen.gemeentecode = taakstellingen.gemeentecode and beschikkingen.jaar = taakstellingen.jaar
    where taakstellingen.taakstelling > 0

),

-- Gemeenten whose amount per person lies within the spread, counted from each amount upwards.
groepen as (

    select
        laagste.jaar,
        laagste.kenmerk,
        laagste.bedrag_pp as laagste_pp,
        max(ander.bedrag_pp) as hoogste_pp,
        count(*) as aantal
    from per_persoon as laagste
    cross join grenzen
    inner join per_persoon as ander
        on
            laagste.jaar = ander.jaar and laagste.kenmerk is not distinct from ander.kenmerk
            and ander.bedrag_pp between laagste.bedrag_pp and laagste.bedrag_pp * (1 + grenzen.spreiding / 100)
    group by laagste.jaar, laagste.kenmerk, laagste.gemeentecode, laagste.bedrag_pp, laagste.vergeleken_aantal
    having
        count(*) >= max(grenzen.gemeenten)
        and 100 * count(*) >= max(grenzen.aandeel) * laagste.vergeleken_aantal

),

treffers as (

    select
        per_persoon.*,
        groepen.laagste_pp,
        groepen.hoogste_pp,
        groepen.aantal
    from per_persoon
    inner join groepen
        on
            per_persoon.jaar = groepen.jaar and per_persoon.kenmerk is not distinct from groepen.kenmerk
            and per_persoon.bedrag_pp between groepen.laagste_pp and groepen.hoogste_pp
    qualify row_number() over (
        partition by per_persoon.sleutel order by groepen.aantal desc, groepen.laagste_pp asc
    ) = 1

)

select
    'spuk_sleutel' as controle_code,
    concat_ws('|', gemeentecode, periode, kenmerk) as onderwerpsleutel,
    {{ bevinding_onderwerp('treffers') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    grenzen.ernst,
    'De SPUK over ' || jaar || ' van ' || gebied_zin || coalesce(' (' || kenmerk || ')', '') || ' heet definitief ('
    || {{ nl_waarde('rekenwaarde', 'eenheid') }} || '), maar lijkt verdeeld naar de taakstelling. Gedeeld door de '
    || 'taakstelling van ' || {{ nl_getal('taakstelling') }} || ' is het € ' || {{ nl_getal('bedrag_pp') }}
    || ' per persoon, en bij ' || if(aantal = vergeleken_aantal, 'alle ', {{ nl_telwoord('aantal') }} || ' van de ')
    || {{ nl_telwoord('vergeleken_aantal') }} || ' gemeenten ligt dat tussen € ' || {{ nl_getal('laagste_pp') }}
    || ' en € ' || {{ nl_getal('hoogste_pp') }} || '. ' || grenzen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('treffers') }}
from treffers
cross join grenzen
