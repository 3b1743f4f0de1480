{%- set soorten = [
    'optelling', 'onvolledig_totaal', 'formule', 'vergelijking', 'percentage', 'volledigheid',
    'niet_geleverd', 'bronverschil', 'vorm', 'uitgever', 'duo', 'terugvordering', 'herindeling',
    'telverschil', 'persoonsregel', 'personenkolom', 'personenlijst', 'spuk_sleutel', 'spuk_aantallen',
    'spuk_kosten', 'spuk_formatie', 'spuk_prijs', 'spuk_dubbel', 'spuk_codes', 'spuk_sisa', 'spuk_geen_brief',
    'sisa_kostenposten', 'sisa_niet_herkend'
] -%}
with

bevindingen as (

    {% for soort in soorten %}
        select * from {{ ref('int_bevinding__' ~ soort) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

controles as (select * from {{ ref('controles') }}),

grenzen as (select * from {{ ref('ernstgrenzen') }}),

uitzonderingen as (select * from {{ ref('uitzonderingen') }}),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

met_verschil as (

    select
        *,
        herrekend - gedrukt as verschil
    from bevindingen

),

-- A tolerance or exception keeps the finding and explains it.
met_uitzondering as (

    select
        met_verschil.*,
        min(uitzonderingen.reden) as uitzondering_reden
    from met_verschil
    left join uitzonderingen
        on
            met_verschil.controle_code = uitzonderingen.controle_code
            and uitzonderingen.indicator_code in (met_verschil.indicator_code, '*')
            and uitzonderingen.gebied in (met_verschil.gebied, '*')
            and uitzonderingen.periode in (coalesce(met_verschil.periode, ''), '*')
            and abs(met_verschil.verschil) <= cast(uitzonderingen.max_verschil as decimal(18, 4))
    group by all

),

samengevoegd as (

    select
        ---------- sleutels
        {{ bevinding_id(['b.controle_code', 'b.onderwerpsleutel']) }} as bevinding_id,
        b.controle_code,
        controles.soort,
        case
            when b.uitzondering_reden is not null then 'laag'
            when b.ernst is not null then b.ernst
            else {{ ernst_naar_grootte(
                'b.verschil', 'cast(grenzen.grens_middel as decimal(18, 4))', 'cast(grenzen.grens_hoog as decimal(18, 4))'
            ) }}
        end as ernst,
        ---------- waarover
        b.thema as onderwerp,
        b.indicator_code,
        b.tabel,
        gebieden.gemeentecode,
        gebieden.gemeentenaam,
        case when gebieden.gemeentecode is null then b.gebied end as deelnemers,
        b.jaar,
        b.periode,
        ---------- cijfers
        cast(b.gedrukt as decimal(18, 2)) as gedrukt,
        cast(b.herrekend as decimal(18, 2)) as herrekend,
        cast(b.verschil as decimal(18, 2)) as verschil,
        b.eenheid,
        ---------- uitleg
        b.toelichting,
        coalesce(b.uitzondering_reden, b.verklaring) as verklaring,
        case
            when b.uitzondering_reden is not null or b.controle_code = 'correctie' then 'verklaard'
            -- a newer letter replaces an older one: told, and nothing is left to ask
            when b.controle_code = 'dubbele_beschikking' and b.verklaring is not null then 'verklaard'
            else 'open'
        end as status,
        ---------- herkomst
        b.bron_id,
        b.levering_id,
        b.vindplaats
    from met_uitzondering as b
    inner join controles on b.controle_code = controles.controle_code
    left join grenzen on b.eenheid = grenzen.eenheid
    left join gebieden on b.gebied = gebieden.gebied

)

select * from samengevoegd
