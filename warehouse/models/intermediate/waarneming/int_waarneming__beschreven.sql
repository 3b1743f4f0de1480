with

waarnemingen as (select * from {{ ref('int_waarneming__alle') }}),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

indicatoren as (select * from {{ ref('indicatoren') }}),

codes as (select * from {{ ref('codelijst') }}),

splitsingen as (

    select
        waarnemingen.*,
        gebieden.gemeentenaam,
        gebieden.gebied_zin,
        gebieden.gemeenten_aantal,
        coalesce(indicatoren.thema, 'inburgering') as thema,
        coalesce(indicatoren.naam, waarnemingen.indicator_code) as indicator_naam,
        coalesce(indicatoren.zin_onderwerp, 'het gedrukte cijfer “' || waarnemingen.indicator_code || '”')
            as zin_onderwerp,
        coalesce(indicatoren.zin_meervoud, 'personen') as zin_meervoud,
        coalesce(indicatoren.periode_woord, 'over') as periode_woord,
        coalesce(indicatoren.werkwoord, 'is') as werkwoord,
        status_bedrag_code.volgorde as status_volgorde,
        if({{ is_persoonstelling('waarnemingen.bron') }}, lijsten.voorrang, 0) as bron_volgorde,
        {%- for lijst in ['doelgroep', 'geslacht', 'leeftijdsgroep', 'leerroute', 'post'] %}
            coalesce({{ lijst }}_code.label, waarnemingen.{{ lijst }}) as {{ lijst }}_label,
            coalesce({{ lijst }}_code.zin_label, waarnemingen.{{ lijst }}) as {{ lijst }}_zin,
        {%- endfor %}
        coalesce(status_code.zin_label, waarnemingen.waarde_status) as waarde_status_zin
    from waarnemingen
    left join gebieden on waarnemingen.gebied = gebieden.gebied
    left join indicatoren on waarnemingen.indicator_code = indicatoren.indicator_code
    left join {{ ref('int_persoon__lijst') }} as lijsten
        on waarnemingen.bron = lijsten.bron and waarnemingen.gemeentecode = lijsten.gemeentecode
    {%- for lijst in ['doelgroep', 'geslacht', 'leeftijdsgroep', 'leerroute', 'post', 'status_bedrag'] %}
        left join codes as {{ lijst }}_code
            on {{ lijst }}_code.lijst = '{{ lijst }}' and waarnemingen.{{ lijst }} = {{ lijst }}_code.code
    {%- endfor %}
    left join codes as status_code
        on status_code.lijst = 'waarde_status' and waarnemingen.waarde_status = status_code.code

),

in_woorden as (

    select
        *,
        concat_ws(' · ', doelgroep_label, geslacht_label, leeftijdsgroep_label, leerroute_label, post_label, kenmerk)
            as uitsplitsing,
        concat_ws(
            ', ',
            nullif(doelgroep_zin, 'alle doelgroepen'),
            nullif(geslacht_zin, 'mannen en vrouwen'), nullif(leeftijdsgroep_zin, 'alle leeftijden'),
            nullif(leerroute_zin, 'alle leerroutes'), nullif(post_zin, 'alle posten'), kenmerk
        ) as uitsplitsing_zin,
        case
            when is_peildatum_in_sleutel and peildatum is not null then 'op ' || {{ nl_datum('peildatum') }}
            when periode = 'totaal' then 'over alle jaren samen'
            when halfjaar = 1 then periode_woord || ' het eerste halfjaar van ' || jaar
            when halfjaar = 2 then periode_woord || ' het tweede halfjaar van ' || jaar
            when periode_soort = 'tijdvak' then 'over de periode ' || replace(periode, '/', ' tot en met ')
            else periode_woord || ' ' || periode
        end as periode_zin,
        concat_ws(
            ', ',
            bestand, 'blad ' || blad,
            case
                when bron_volgorde > 0 then 'kolom ' || kolom || ', ' || toelichting_cel
                when blad is null then 'regel ' || rij || ', kolom ' || kolom
                else 'cel ' || kolom || rij
            end,
            case when tabel ~ '^[0-9]+\.[0-9]' then 'tabel ' || tabel else tabel end, 'p. ' || bladzijde
        ) as vindplaats,
        waarde_status in ('onderdrukt', 'ondergrens', 'pm', 'niet_geleverd', 'onleesbaar') and not is_gecorrigeerd
            as is_ontbrekend,
        coalesce(periode_soort = 'totaal', false) or deelnemers is not null
        or 'totaal' in (doelgroep, leeftijdsgroep, geslacht, leerroute, post, kenmerk) as is_totaal_ruw
    from splitsingen

),

met_rangdatum as (

    select
        *,
        if(bool_and(peildatum_cel is not null) over (partition by onderwerpsleutel, is_actueel), peildatum_cel, null)
            as rangdatum,
        -- a printed figure goes before a count of persons: sums and checks never mix the two under one indicator
        bron_volgorde = 0 or bron_volgorde = min(if(is_actueel and rekenwaarde is not null, bron_volgorde, null)) over (
            partition by indicator_code, gebied
        ) and not coalesce(is_totaal_ruw, false) and halfjaar is null as is_bron_gekozen
    from in_woorden

),

-- One row per subject for arithmetic: the firmest status of an amount, then the newest delivery.
gekozen as (

    select
        * exclude (is_totaal_ruw, rangdatum, is_bron_gekozen),
        coalesce(is_totaal_ruw, false) as is_totaal,
        is_actueel
        and coalesce(status_bedrag, '') <> 'terugvordering'
        and is_bron_gekozen
        and row_number() over (
            partition by
                onderwerpsleutel, is_actueel and is_bron_gekozen and coalesce(status_bedrag, '') <> 'terugvordering'
            order by status_volgorde asc nulls last, rangdatum desc nulls last, volgnummer desc, rij desc, kolom desc
        ) = 1 as is_rekencel
    from met_rangdatum

)

select * from gekozen
