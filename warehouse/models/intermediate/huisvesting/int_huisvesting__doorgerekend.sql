with recursive

perioden as (

    select
        *,
        taakstelling + correctie - gerealiseerd as mutatie,
        stand_begin + taakstelling + correctie - gerealiseerd as eindstand
    from {{ ref('int_huisvesting__periode') }}

),

-- The previous period is the one that ends right before this one begins, be it a year or a half-year.
met_vorige as (

    select
        perioden.*,
        vorige.periode as vorige_periode,
        vorige.eindstand as vorige_eindstand
    from perioden
    left join perioden as vorige
        on
            perioden.gemeentecode = vorige.gemeentecode
            and perioden.begin_volgorde = vorige.eind_volgorde + 1
    qualify row_number() over (
        partition by perioden.gemeentecode, perioden.periode
        order by case when vorige.periode_soort = perioden.periode_soort then 0 else 1 end
    ) = 1

),

-- The roll starts with the first period and stops where one is missing or incomplete: from there it would be a guess.
doorrekening as (

    select
        gemeentecode,
        periode,
        stand_begin as stand_begin_doorgerekend,
        stand_begin + mutatie as achterstand_doorgerekend
    from met_vorige
    qualify begin_volgorde = min(begin_volgorde) over (partition by gemeentecode)
    union all
    select
        met_vorige.gemeentecode,
        met_vorige.periode,
        doorrekening.achterstand_doorgerekend as stand_begin_doorgerekend,
        doorrekening.achterstand_doorgerekend + met_vorige.mutatie as achterstand_doorgerekend
    from doorrekening
    inner join met_vorige
        on
            doorrekening.gemeentecode = met_vorige.gemeentecode
            and doorrekening.periode = met_vorige.vorige_periode

)

select
    met_vorige.gemeentecode,
    met_vorige.periode,
    doorrekening.stand_begin_doorgerekend,
    doorrekening.achterstand_doorgerekend,
    met_vorige.stand_begin - met_vorige.vorige_eindstand as aansluitverschil,
    coalesce(
        met_vorige.achterstand, met_vorige.totale_taakstelling - met_vorige.gerealiseerd, met_vorige.eindstand
    ) as achterstand,
    coalesce(
        met_vorige.totale_taakstelling, met_vorige.stand_begin + met_vorige.taakstelling + met_vorige.correctie
    ) as totale_taakstelling,
    row_number() over (
        partition by met_vorige.gemeentecode
        order by met_vorige.eind_volgorde desc, met_vorige.begin_volgorde desc
    ) = 1 as is_laatste_periode
from met_vorige
left join doorrekening
    on met_vorige.gemeentecode = doorrekening.gemeentecode and met_vorige.periode = doorrekening.periode
