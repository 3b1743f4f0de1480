{{ config(materialized='ephemeral') }}

with

-- A redelivery of the same peildatum is a correction, not a next version.
versies as (

    select * from {{ ref('int_persoon__versie') }}
    where is_persoon_actueel and not is_intrekking and is_vervallen is distinct from true and leerroute is not null
    qualify row_number() over (partition by persoonsleutel, peildatum order by versie desc) = 1

),

norm as (
    select * from {{ ref('normen') }}
    where norm_code = 'leerroute_wissel'
),

opeenvolgend as (

    select
        *,
        lag(leerroute) over vorige as van_leerroute,
        lag(leerroute_letter) over vorige as van_letter,
        lag(niveau) over vorige as van_niveau,
        lag(datum_actuele_pip) over vorige as vorige_pip
    from versies
    window vorige as (partition by persoonsleutel order by versie)

),

-- The PIP is adjusted on a switch (Besluit art. 5.3 lid 5): its date when that is new, else the first peildatum that
-- shows the switch. The term starts the day after the first PIP (Wet art. 11).
wissels as (

    select
        *,
        if(
            datum_actuele_pip > coalesce(vorige_pip, datum_eerste_pip) and datum_actuele_pip <= peildatum,
            datum_actuele_pip, peildatum
        ) as wissel_datum,
        coalesce(startdatum_termijn, datum_eerste_pip + 1) as termijn_begin
    from opeenvolgend
    where
        leerroute <> van_leerroute
        -- a level that was not known before is no change of level
        and (leerroute_letter <> van_letter or niveau is not null and van_niveau is not null)

)

select
    wissels.bron,
    wissels.gemeentecode,
    wissels.doelgroep,
    wissels.van_leerroute,
    wissels.leerroute as naar_leerroute,
    if(wissels.leerroute_letter <> wissels.van_letter, 'leerroute', 'niveau') as soort_wissel,
    -- Besluit art. 5.4 lid 1: from the onderwijsroute to the B1-route at any time; a level has a rule of its own (5.5)
    wissels.leerroute_letter <> wissels.van_letter
    and not (wissels.van_letter = 'O' and wissels.leerroute_letter = 'B') as heeft_termijn,
    wissels.wissel_datum,
    wissels.wissel_datum < wissels.termijn_begin + to_months(cast(norm.waarde as integer)) as is_binnen_termijn,
    wissels.volgnummer,
    wissels.levering_id
from wissels
cross join norm
