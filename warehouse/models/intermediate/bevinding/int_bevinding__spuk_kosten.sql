with

signalen as (select * from {{ ref('spuk_signalen') }}),

grenzen as (

    select
        max(waarde) filter (where drempel = 'factor') as factor,
        max(waarde) filter (where drempel = 'veelvoud') as veelvoud,
        max(waarde) filter (where drempel = 'rond_vanaf') as rond_vanaf,
        max(waarde) filter (where drempel = 'toename') as toename
    from signalen
    where controle_code = 'kosten_begroot'

),

lasten as (

    select
        *,
        status_bedrag in ('realisatie', 'definitief') as is_werkelijk
    from {{ ref('int_waarneming__beschreven') }}
    where
        is_rekencel
        and not is_totaal
        and not is_ontbrekend
        and indicator_code = 'lasten'
        and periode_soort = 'jaar'
        and gemeentecode is not null
        and rekenwaarde > 0

),

-- Each amount beside what the same post really cost the year before.
paren as (

    select
        nu.*,
        vorig.rekenwaarde as vorige_waarde,
        vorig.vindplaats as vorige_vindplaats,
        nu.rekenwaarde / vorig.rekenwaarde as factor
    from lasten as nu
    inner join lasten as vorig
        on nu.gemeentecode = vorig.gemeentecode and nu.post = vorig.post and nu.jaar = vorig.jaar + 1
    where vorig.is_werkelijk

),

-- An amount that is called real looks budgeted when it is round as well; one that is called a budget when it leaps.
treffers as (

    select
        paren.*,
        if(paren.is_werkelijk, 'rond_vanaf', 'toename') as drempel
    from paren
    cross join grenzen
    where
        paren.factor >= grenzen.factor
        and case
            when paren.is_werkelijk
                then paren.rekenwaarde >= grenzen.rond_vanaf and paren.rekenwaarde % grenzen.veelvoud = 0
            else paren.rekenwaarde - paren.vorige_waarde >= grenzen.toename
        end

)

select
    'kosten_begroot' as controle_code,
    concat_ws('|', treffers.gemeentecode, treffers.periode, treffers.post) as onderwerpsleutel,
    {{ bevinding_onderwerp('treffers') }},
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signalen.ernst,
    'De lasten over ' || treffers.jaar || ' van ' || treffers.gebied_zin || ' (' || treffers.post_zin || ') '
    || case
        when treffers.is_werkelijk then 'heten realisatie, maar lijken begroot: '
        else 'zijn begroot en veel hoger dan het jaar ervoor: '
    end
    || {{ nl_waarde('treffers.rekenwaarde', 'treffers.eenheid') }}
    || case when treffers.is_werkelijk then ' is een rond bedrag en ' else ' is ' end
    || {{ nl_getal('treffers.factor', 1) }} || ' keer de realisatie over ' || (treffers.jaar - 1) || ' ('
    || {{ nl_waarde('treffers.vorige_waarde', 'treffers.eenheid') }} || '). ' || signalen.uitleg as toelichting,
    cast(null as varchar) as verklaring,
    treffers.tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.vindplaats || ' en ' || treffers.vorige_vindplaats as vindplaats
from treffers
inner join signalen on signalen.controle_code = 'kosten_begroot' and treffers.drempel = signalen.drempel
