with

indicatoren as (
    select * from {{ ref('indicatoren') }}
    where indicator_code = 'lasten'
),

regelingen as (

    select list(regeling order by volgorde) as alle
    from {{ ref('spuk_regelingen') }}
    where regeling <> 'gebundeld'

),

per_jaar as (

    select
        gemeentecode as gebied,
        max(gemeentenaam) as gemeentenaam,
        jaar,
        bool_or(is_beschikt) as is_beschikt,
        bool_or(is_deels_herkend) as is_deels_herkend,
        list(distinct regeling order by regeling) filter (where regeling is not null) as nabij,
        list(distinct zin order by zin) as zinnen,
        {{ vindplaatsen('vindplaats') }} as vindplaats,
        min(bron_id) as bron_id,
        min(levering_id) as levering_id
    from {{ ref('int_spuk__sisa_gemist') }}
    group by gemeentecode, jaar

),

treffers as (

    select
        per_jaar.*,
        if(per_jaar.is_deels_herkend, per_jaar.nabij, regelingen.alle) as regelingen,
        per_jaar.zinnen[:8] as eerste_zinnen,
        len(per_jaar.zinnen) - 8 as rest_aantal
    from per_jaar
    cross join regelingen

)

select
    'sisa_niet_herkend' as controle_code,
    concat_ws('|', treffers.gebied, treffers.jaar) as onderwerpsleutel,
    indicatoren.indicator_code,
    indicatoren.thema,
    treffers.gebied,
    treffers.jaar,
    cast(treffers.jaar as varchar) as periode,
    indicatoren.eenheid,
    cast(null as decimal(18, 4)) as gedrukt,
    cast(null as decimal(18, 4)) as herrekend,
    -- without a letter no calculation misses the amount
    if(treffers.is_beschikt, 'hoog', 'laag') as ernst,
    'In de SiSa-bijlage over ' || treffers.jaar || ' van ' || treffers.gemeentenaam || ' is geen besteding herkend van '
    || {{ nl_opsomming('treffers.regelingen') }} || '; daarmee is dus niet gerekend. Wel geleverd: '
    || case
        when treffers.rest_aantal > 0
            then array_to_string(treffers.eerste_zinnen, ', ') || ' en nog ' || treffers.rest_aantal
        else {{ nl_opsomming('treffers.zinnen') }}
    end
    || if(
        treffers.nabij is null,
        '. Staat de besteding onder een van deze codes, laat de beheerder dan de herkenning aanvullen '
        || '(spuk_sisa_herkenning). Lever anders ook het deel van de bijlage met '
        || {{ nl_opsomming('treffers.regelingen') }} || ' aan.',
        '. Staat de besteding hierbij, laat de beheerder dan de herkenning aanvullen (spuk_sisa_herkenning) met de '
        || 'woorden van die indicator. Zonder omschrijving is niets te herkennen; lever die mee.'
    ) as toelichting,
    cast(null as varchar) as verklaring,
    cast(null as varchar) as tabel,
    treffers.bron_id,
    treffers.levering_id,
    treffers.vindplaats
from treffers
cross join indicatoren
