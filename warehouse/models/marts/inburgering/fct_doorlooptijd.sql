with

lijsten as (select * from {{ ref('int_persoon__lijst') }}),

-- Two lists of persons are not added up: per gemeente and term the list that goes first.
trajecten as (

    select
        trajecten.*,
        lijsten.voorrang
    from {{ ref('int_persoon__traject') }} as trajecten
    inner join lijsten on trajecten.bron = lijsten.bron and trajecten.gemeentecode = lijsten.gemeentecode
    qualify lijsten.voorrang = min(lijsten.voorrang) over (partition by trajecten.gemeentecode, trajecten.traject)

),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

normen as (select * from {{ ref('normen') }}),

-- An open case lasts longer than any finished one: the n-th shortest is known when at least n cases have finished.
geteld as (

    select
        gemeentecode,
        jaar,
        doelgroep,
        traject,
        norm_code,
        bron,
        count(*) as gestart,
        count(*) filter (where is_afgerond) as afgerond,
        count(*) filter (where is_afgerond and is_binnen_norm) as binnen_norm,
        count(*) filter (where is_afgerond and not is_binnen_norm) as te_laat,
        count(*) filter (where not is_afgerond) as lopend,
        count(*) filter (where not is_afgerond and is_binnen_norm) as lopend_binnen_norm,
        count(*) filter (where not is_afgerond and not is_binnen_norm) as lopend_over_norm,
        list_sort(list(dagen) filter (where is_afgerond)) as dagen_lijst,
        max(peildatum) as peildatum,
        arg_max(levering_id, volgnummer) as levering_id
    from trajecten
    group by all

)

select
    ---------- sleutels
    geteld.gemeentecode,
    coalesce(gebieden.gemeentenaam, geteld.gemeentecode) as gemeentenaam,
    cast(geteld.jaar as integer) as jaar,
    geteld.doelgroep,
    geteld.traject,
    ---------- norm
    cast(round(normen.waarde * if(normen.eenheid = 'weken', 7, 365.25 / 12)) as integer) as norm_dagen,
    normen.omschrijving as norm,
    normen.artikel as norm_bron,
    ---------- aantallen
    cast(geteld.gestart as integer) as gestart_aantal,
    cast(geteld.afgerond as integer) as afgerond_aantal,
    cast(geteld.binnen_norm as integer) as binnen_norm_aantal,
    cast(geteld.te_laat as integer) as te_laat_aantal,
    cast(geteld.lopend as integer) as open_aantal,
    cast(geteld.lopend_binnen_norm as integer) as open_binnen_norm_aantal,
    cast(geteld.lopend_over_norm as integer) as open_over_norm_aantal,
    ---------- duur: het kleinste aantal dagen waarin de helft, en vier van de vijf, klaar was
    cast(geteld.dagen_lijst[cast(ceil(geteld.gestart * 0.5) as integer)] as integer) as mediaan_dagen,
    cast(geteld.dagen_lijst[cast(ceil(geteld.gestart * 0.8) as integer)] as integer) as p80_dagen,
    ---------- herkomst
    geteld.peildatum,
    geteld.bron,
    substr(geteld.levering_id, 1, 12) as bron_id,
    geteld.levering_id
from geteld
inner join normen on geteld.norm_code = normen.norm_code
left join gebieden on geteld.gemeentecode = gebieden.gebied
