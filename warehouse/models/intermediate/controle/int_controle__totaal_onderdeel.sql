{%- set dimensies = ['doelgroep', 'leeftijdsgroep', 'geslacht', 'leerroute', 'post', 'kenmerk'] -%}
with

waarnemingen as (

    select * from {{ ref('int_waarneming__beschreven') }}
    where is_rekencel and eenheid <> 'procent' and optelbaar_over <> 'niets'

),

gebieden as (select * from {{ ref('int_waarneming__gebied') }}),

-- Every printed total, with the list of splits along which it is a total.
totalen as (

    select
        waarnemingen.*,
        gebieden.gemeentecodes,
        list_filter(
            [
                {% for d in dimensies %}
                    case when waarnemingen.{{ d }} = 'totaal' then '{{ d }}' end,
                {% endfor %}
                case when waarnemingen.deelnemers is not null then 'gebied' end,
                case when waarnemingen.periode_soort = 'totaal' then 'jaar' end
            ],
            lambda d: d is not null and (d = 'gebied' or waarnemingen.optelbaar_over = 'alles')
        ) as totaal_over
    from waarnemingen
    inner join gebieden on waarnemingen.gebied = gebieden.gebied
    where waarnemingen.is_totaal and not waarnemingen.is_ontbrekend and waarnemingen.rekenwaarde is not null

),

-- The ways to recompute a total: along each split alone, and from all loose cells at once.
routes as (

    select
        *,
        unnest(totaal_over) as route,
        false as is_alles
    from totalen
    union all
    select
        *,
        'alles' as route,
        true as is_alles
    from totalen
    where len(totaal_over) > 1

),

gekoppeld as (

    select
        routes.sleutel as totaal_sleutel,
        routes.route,
        waarnemingen.sleutel as onderdeel_sleutel,
        waarnemingen.gemeentecode as onderdeel_gemeentecode,
        waarnemingen.rekenwaarde,
        waarnemingen.is_ontbrekend,
        waarnemingen.waarde_status,
        -- cells of the same source go first; years go before half-years
        rank() over (
            partition by routes.sleutel, routes.route, waarnemingen.gebied
            order by
                case when waarnemingen.bron = routes.bron then 0 else 1 end,
                case when routes.periode_soort = 'totaal' and waarnemingen.periode_soort = 'halfjaar' then 1 else 0 end,
                waarnemingen.bron
        ) as voorkeur
    from routes
    inner join waarnemingen
        on
            routes.indicator_code = waarnemingen.indicator_code
            and routes.eenheid = waarnemingen.eenheid
            and routes.sleutel <> waarnemingen.sleutel
            -- area: one of the participants, or the same area
            and case
                when routes.route = 'gebied' or (routes.is_alles and list_contains(routes.totaal_over, 'gebied'))
                    then list_contains(routes.gemeentecodes, waarnemingen.gemeentecode)
                else routes.gebied = waarnemingen.gebied
            end
            and case
                when routes.route = 'jaar' or (routes.is_alles and list_contains(routes.totaal_over, 'jaar'))
                    then waarnemingen.periode_soort in ('jaar', 'halfjaar')
                else routes.periode = waarnemingen.periode
            end
            {%- for d in dimensies %}
                and case
                    when routes.route = '{{ d }}' or (routes.is_alles and list_contains(routes.totaal_over, '{{ d }}'))
                        then coalesce(waarnemingen.{{ d }}, 'totaal') <> 'totaal'
                    else routes.{{ d }} is not distinct from waarnemingen.{{ d }}
                end
            {%- endfor %}

)

select * exclude (voorkeur) from gekoppeld
where voorkeur = 1
