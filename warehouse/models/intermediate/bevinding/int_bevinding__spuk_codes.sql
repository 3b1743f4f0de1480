with

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'spuk_codes'
),

regelingen as (
    select * from {{ ref('spuk_regelingen') }}
    where regeling <> 'gebundeld'
),

vormen as (

    select
        vorm.*,
        vorm.vorm like '%kenmerk%' as is_per_code,
        {{ nl_waarde('vorm.waarde', 'vorm.eenheid') }} || ' (' || status_codes.zin_label || ')' as bedrag_zin
    from {{ ref('int_feit__vorm') }} as vorm
    left join {{ ref('codelijst') }} as status_codes
        on status_codes.lijst = 'status_bedrag' and vorm.status_bedrag = status_codes.code
    where vorm.indicator_code = 'baten' and vorm.post = 'spuk' and vorm.waarde is not null

),

geleverde_codes as (

    select distinct
        gemeentecode,
        periode,
        kenmerk
    from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and indicator_code = 'baten' and post = 'spuk' and rekenwaarde is not null and kenmerk is not null

),

gemeenten as (

    select distinct
        gemeentecode,
        periode
    from geleverde_codes

),

-- Which codes were delivered, and which are in the sum of all grants only.
codes as (

    select
        gemeenten.gemeentecode,
        gemeenten.periode,
        list(regelingen.regeling order by regelingen.volgorde) filter (where geleverde_codes.kenmerk is not null)
            as geleverd,
        list(regelingen.regeling order by regelingen.volgorde) filter (where geleverde_codes.kenmerk is null)
            as ontbreekt
    from gemeenten
    cross join regelingen
    left join geleverde_codes
        on
            gemeenten.gemeentecode = geleverde_codes.gemeentecode
            and gemeenten.periode = geleverde_codes.periode
            and regelingen.regeling = geleverde_codes.kenmerk
    group by gemeenten.gemeentecode, gemeenten.periode

),

-- One sum for all grants beside amounts per grant: the facts hold only one of the two.
treffers as (

    select
        gekozen.*,
        codes.geleverd,
        codes.ontbreekt,
        if(codes.ontbreekt is null, 'soort', 'ontbreekt') as drempel,
        per_code.bedrag_zin as code_zin,
        samen.bedrag_zin as samen_zin,
        ander.vindplaats as andere_vindplaats
    from vormen as gekozen
    inner join vormen as ander using (gemeentecode, periode)
    inner join vormen as samen using (gemeentecode, periode)
    inner join vormen as per_code using (gemeentecode, periode)
    inner join codes using (gemeentecode, periode)
    where
        gekozen.is_gekozen and not ander.is_gekozen and gekozen.is_per_code <> ander.is_per_code
        and not samen.is_per_code and per_code.is_per_code
        and gekozen.waarde <> ander.waarde
        and (codes.ontbreekt is not null or gekozen.status_bedrag is distinct from ander.status_bedrag)

)

select
    'spuk_codes' as controle_code,
    concat_ws('|', treffers.gemeentecode, treffers.periode) as onderwerpsleutel,
    treffers.indicator_code,
    treffers.thema,
    treffers.gemeentecode as gebied,
    treffers.jaar,
    treffers.periode,
    treffers.eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    signalen.ernst,
    concat_ws(
        ' ',
        'De SPUK over ' || treffers.periode || ' van ' || treffers.gebied_zin || ' is geleverd als één bedrag voor de '
        || 'regelingen samen, ' || treffers.samen_zin || ', en los voor ' || {{ nl_opsomming('treffers.geleverd') }}
        || ', ' || treffers.code_zin || '.',
        'Voor ' || {{ nl_opsomming('treffers.ontbreekt') }} || ' is los geen bedrag geleverd.',
        'De baten rekenen met ' || {{ nl_waarde('treffers.waarde', 'treffers.eenheid') }} || '.',
        signalen.uitleg
    ) as toelichting,
    cast(null as varchar) as verklaring,
    treffers.tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.vindplaats || ' en ' || treffers.andere_vindplaats as vindplaats
from treffers
inner join signalen on treffers.drempel = signalen.drempel
