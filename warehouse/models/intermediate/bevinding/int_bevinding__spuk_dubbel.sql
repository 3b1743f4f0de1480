with

signalen as (
    select * from {{ ref('spuk_signalen') }}
    where controle_code = 'dubbele_beschikking'
),

beschikkingen as (

    select
        *,
        replace(status_bedrag, '_', ' ') as status_zin,
        {{ nl_waarde('rekenwaarde', 'eenheid') }}
        || coalesce(
            ' (' || nullif(concat_ws(
                ', ',
                case when layout = 'spuk_beschikkingen' then 'brief ' || toelichting_cel end,
                {{ nl_datum('peildatum_cel') }}
            ), '') || ')', ''
        ) as bedrag_zin
    from {{ ref('int_waarneming__beschreven') }}
    where
        indicator_code = 'baten'
        and post = 'spuk'
        and status_bedrag in ('voorlopig', 'nader_voorlopig', 'definitief')
        and gemeentecode is not null
        and rekenwaarde is not null
        and not is_totaal

),

-- The amount that counts, beside every other amount that was delivered for the same beschikking.
vervangen as (

    select
        nu.sleutel,
        arg_max(ander.rekenwaarde, ander.volgnummer) as andere_waarde,
        list(distinct ander.bedrag_zin order by ander.bedrag_zin) as andere_zinnen,
        {{ vindplaatsen('ander.vindplaats') }} as andere_vindplaats,
        coalesce(bool_and(ander.peildatum_cel < nu.peildatum_cel), false)
        and count(*) = count(ander.peildatum_cel) as is_verklaard
    from beschikkingen as nu
    inner join beschikkingen as ander on nu.sleutel = ander.sleutel and nu.rekenwaarde <> ander.rekenwaarde
    where nu.is_actueel and not ander.is_actueel
    group by nu.sleutel

),

treffers as (

    select
        beschikkingen.*,
        vervangen.* exclude (sleutel),
        signalen.ernst as signaal_ernst,
        signalen.uitleg
    from beschikkingen
    inner join vervangen on beschikkingen.sleutel = vervangen.sleutel
    inner join signalen on signalen.drempel = if(vervangen.is_verklaard, 'verklaard', 'onzeker')
    where beschikkingen.is_actueel

)

select
    'dubbele_beschikking' as controle_code,
    sleutel as onderwerpsleutel,
    {{ bevinding_onderwerp('treffers') }},
    andere_waarde as gedrukt,
    rekenwaarde as herrekend,
    signaal_ernst as ernst,
    concat_ws(
        ' ',
        'Voor de SPUK over ' || jaar || ' van ' || gebied_zin || coalesce(' (' || kenmerk || ')', '')
        || ' is meer dan één ' || status_zin || ' bedrag geleverd: ' || bedrag_zin || ' en '
        || array_to_string(andere_zinnen, ' en ') || '.',
        'Hier is gerekend met ' || {{ nl_waarde('rekenwaarde', 'eenheid') }}
        || case when is_verklaard then ', uit de nieuwste brief.' else ', het bedrag dat het laatst is geleverd.' end,
        uitleg
    ) as toelichting,
    case when is_verklaard then 'De brief van ' || {{ nl_datum('peildatum_cel') }} || ' vervangt wat eerder kwam.' end
        as verklaring,
    tabel,
    bron_id,
    levering_id,
    vindplaats || ' en ' || andere_vindplaats as vindplaats
from treffers
