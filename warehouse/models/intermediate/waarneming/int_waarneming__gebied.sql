with

waarnemingen as (select * from {{ ref('int_waarneming__alle') }}),

gemeenten as (select * from {{ ref('gemeenten') }}),

-- A gemeente outside the seed gets the name of its newest delivery, so that any next gemeente works.
geleverde_namen as (

    select
        gemeentecode,
        arg_max(gemeentenaam_levering, (volgnummer, gemeentenaam_levering)) as gemeentenaam
    from waarnemingen
    where gemeentecode is not null
    group by gemeentecode

),

-- A list of persons, a SiSa sheet or Iv3 may be all that a gemeente delivered.
met_rijen as (
    select gemeentecode from {{ ref('int_persoon__versie') }}
    union
    select gemeentecode from {{ ref('stg_spuk__sisa') }}
    union
    select gemeentecode from {{ ref('stg_iv3__bedragen') }}
),

-- None of those three keeps a name; the list of CBS has it.
cbs_namen as (
    select
        gemeentecode,
        arg_max(gemeentenaam, jaar) as gemeentenaam
    from {{ ref('stg_cbs__gemeenten') }}
    group by gemeentecode
),

namen as (

    select
        gemeentecode,
        coalesce(gemeenten.gemeentenaam, geleverde_namen.gemeentenaam, cbs_namen.gemeentenaam, gemeentecode)
            as gemeentenaam
    from gemeenten
    full outer join geleverde_namen using (gemeentecode)
    full outer join met_rijen using (gemeentecode)
    left join cbs_namen using (gemeentecode)
    where gemeentecode is not null

),

gemeente_gebieden as (

    select
        gemeentecode as gebied,
        gemeentecode,
        gemeentenaam,
        gemeentenaam as gebied_zin,
        1 as gemeenten_aantal,
        [gemeentecode] as gemeentecodes
    from namen

),

deelnemers as (
    select distinct
        deelnemers as gebied,
        unnest(string_split(deelnemers, '|')) as gemeentecode
    from waarnemingen
    where deelnemers is not null
),

groep_gebieden as (

    select
        deelnemers.gebied,
        cast(null as varchar) as gemeentecode,
        cast(count(*) as varchar) || ' gemeenten' as gemeentenaam,
        list(coalesce(namen.gemeentenaam, deelnemers.gemeentecode) order by namen.gemeentenaam) as namen_lijst,
        count(*) as gemeenten_aantal,
        list(deelnemers.gemeentecode order by deelnemers.gemeentecode) as gemeentecodes
    from deelnemers
    left join namen on deelnemers.gemeentecode = namen.gemeentecode
    group by deelnemers.gebied

),

groepen_in_woorden as (

    select
        gebied,
        gemeentecode,
        gemeentenaam,
        case
            when gemeenten_aantal <= 3 then {{ nl_opsomming('namen_lijst') }} || ' samen'
            else 'de ' || {{ nl_telwoord('gemeenten_aantal') }} || ' gemeenten samen'
        end as gebied_zin,
        gemeenten_aantal,
        gemeentecodes
    from groep_gebieden

),

landelijk as (

    select
        'landelijk' as gebied,
        cast(null as varchar) as gemeentecode,
        'landelijk' as gemeentenaam,
        'heel Nederland' as gebied_zin,
        cast(null as bigint) as gemeenten_aantal,
        cast([] as varchar[]) as gemeentecodes

)

select * from gemeente_gebieden
union all
select * from groepen_in_woorden
union all
select * from landelijk
