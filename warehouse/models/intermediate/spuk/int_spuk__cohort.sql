{{ config(materialized='ephemeral') }}

with

waarnemingen as (
    select * from {{ ref('int_waarneming__beschreven') }}
    where gemeentecode is not null and doelgroep in ('statushouder', 'gezinsmigrant')
),

dossier as (select * from {{ ref('int_spuk__dossier') }}),

-- DUO tells a cohort again at every reference date; people move, so the newest date counts.
duo as (

    select
        gemeentecode,
        cast(split_part(kenmerk, ' ', 2) as integer) as cohort,
        doelgroep as groep,
        'duo' as telling_bron,
        peildatum,
        rekenwaarde as aantal,
        waarde_status,
        not is_ontbrekend and rekenwaarde is not null as is_volledig,
        vindplaats,
        bron_id,
        levering_id
    from waarnemingen
    where is_actueel and indicator_code = 'duo_inburgeringsplichtig' and kenmerk similar to 'cohort [0-9]{4}'
    qualify row_number() over (
        partition by gemeentecode, kenmerk, doelgroep order by peildatum desc nulls last, volgnummer desc, rij desc
    ) = 1

)

select * from duo
union all by name
select * from dossier
