with

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_prijs'
),

prijzen as (
    select * from {{ ref('spuk_prijzen') }}
    -- the other components are no amount per person of a cohort
    where component in ('a', 'b', 'c', 'gezin')
),

geleverd as (

    select
        *,
        try_cast(replace(kenmerk, 'cohort ', '') as integer) as cohort
    from {{ ref('int_waarneming__beschreven') }}
    where is_actueel and indicator_code = 'spuk_prijs' and rekenwaarde is not null and doelgroep is not null

),

-- An amount for gezinsmigranten is one per year, whatever the cohort.
paren as (

    select
        geleverd.*,
        prijzen.bedrag_eur as regel_waarde,
        prijzen.vindplaats as regel_vindplaats,
        if(prijzen.bedrag_eur is null, 'onbekend', 'verschil') as drempel
    from geleverd
    left join prijzen
        on
            geleverd.jaar = prijzen.budgetjaar
            and geleverd.doelgroep = prijzen.groep
            and (prijzen.component = 'gezin' or geleverd.jaar - geleverd.cohort = prijzen.cohort_afstand)
    where geleverd.cohort is not null

),

treffers as (

    select
        paren.*,
        signalen.ernst as signaal_ernst,
        signalen.uitleg
    from paren
    inner join signalen on paren.drempel = signalen.drempel
    where paren.regel_waarde is null or abs(paren.rekenwaarde - paren.regel_waarde) > signalen.waarde

)

select
    'spuk_prijs' as controle_code,
    concat_ws('|', periode, doelgroep, kenmerk, bron) as onderwerpsleutel,
    {{ bevinding_onderwerp('treffers') }},
    rekenwaarde as gedrukt,
    cast(regel_waarde as decimal(18, 4)) as herrekend,
    signaal_ernst as ernst,
    'Het geleverde SPUK-bedrag per persoon over ' || jaar || ' (' || uitsplitsing_zin || ') is '
    || {{ nl_waarde('rekenwaarde', 'eenheid') }}
    || case
        when regel_waarde is null then '. In de lijst met bedragen staat daarvoor niets. '
        else
            '; volgens de lijst met bedragen (' || regel_vindplaats || ') is het '
            || {{ nl_waarde('regel_waarde', 'eenheid') }}
            || '. Het verschil is ' || {{ nl_waarde('abs(rekenwaarde - regel_waarde)', 'eenheid') }} || ' per persoon. '
    end || uitleg as toelichting,
    cast(null as varchar) as verklaring,
    {{ bevinding_herkomst('treffers') }}
from treffers
