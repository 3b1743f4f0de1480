with

versies as (
    select * from {{ ref('int_persoon__versie') }}
    where is_actueel
),

controles as (
    select * from {{ ref('controles') }}
    where controle_code = 'personenlijst_voorrang'
),

bronnen as (
    select * from {{ ref('codelijst') }}
    where lijst = 'bron'
),

geteld as (

    select
        versies.bron,
        versies.gemeentecode,
        bronnen.volgorde as bron_volgorde,
        bronnen.zin_label as bron_zin,
        -- TVS is about housing and about nobody else's figures
        versies.bron = 'tvs_personen' as is_huisvesting,
        count(*) as personen_aantal,
        arg_max(versies.levering_id, versies.volgnummer) as levering_id
    from versies
    inner join bronnen on versies.bron = bronnen.code
    group by all

),

vergeleken as (

    select
        geteld.*,
        controles.grens as grens_pct,
        max(geteld.personen_aantal) over (partition by geteld.gemeentecode, geteld.is_huisvesting) as grootste_aantal
    from geteld
    cross join controles

)

-- The gemeente sets PIP, leerroute, PVT and MAP itself, so its list goes first; not when it holds only a part.
select
    * exclude (bron_volgorde),
    bron = 'gemeente_personen' and 100 * personen_aantal >= grens_pct * grootste_aantal as is_eigen_en_groot_genoeg,
    row_number() over (
        partition by gemeentecode
        order by
            is_huisvesting asc,
            bron = 'gemeente_personen' and 100 * personen_aantal >= grens_pct * grootste_aantal desc,
            personen_aantal desc, bron_volgorde asc
    ) as voorrang
from vergeleken
