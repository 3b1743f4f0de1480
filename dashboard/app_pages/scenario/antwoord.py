"""The answer on a scenario: what is payable and what still comes in, over the years that can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.app_pages.scenario.tabellen import ZONDER_VASTSTELLING
from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk_scenario import Jaaruitkomst, Jaarvergelijking, hides_settlement
from dashboard.theme import notatie
from dashboard.theme.notatie import VAST, opsomming

MEESTE_GATEN = 3
RESERVE_BEKEND = "Kent u de reserve op 1 januari uit de jaarrekening? Vul haar dan hieronder in. "
LANDELIJK, BETAALD = "landelijke", "betaald"
VERDEELD = (
    "Over dit jaar verdeelt het rijk een landelijk bedrag: zonder definitieve beschikking is het toegekende bedrag"
    " alleen te berekenen als ook de landelijke cijfers er zijn. "
)
VERANDER = "Verander hieronder wat anders kan lopen en kies ‘Reken door’."


def question(naam: str | None) -> str:
    """The question of this page."""
    return f"Wat verandert er voor {naam} als het anders loopt?" if naam else "Wat verandert er als het anders loopt?"


def under_title(naam: str | None, beeld: Beeld | str) -> str:
    """Which grant this is about, and the answer."""
    if isinstance(beeld, str):
        return beeld
    return f"{klein(f'Uitkering: {letterlijk(beeld.regeling.naam)}')}\n\n{answer(naam, beeld)}"


def answer(naam: str | None, beeld: Beeld) -> str:
    """What is payable in the scenario beside the base, over the years that can be computed; never as a certainty."""
    r = beeld.rekening
    if not beeld.kent_reserve:
        return _without_rule(naam, beeld)
    if r.som is None:
        return _without_base(naam, beeld)
    zicht = hidden(r.jaren, r.som.jaren)
    uit = f"komt de berekening voor {naam} {_over(r.som.jaren)} uit op {amount(r.som.scenario)} terug te betalen"
    na = received(beeld)
    if not beeld.tellend:
        return f"**In de basis ‘{beeld.basis.naam}’ {uit}{zicht}{na}.** {VERANDER}"
    if not r.som.verschil:
        return f"**In dit scenario {uit}, evenveel als in de basis ‘{beeld.basis.naam}’{zicht}{na}.**"
    richting = "meer" if r.som.verschil > 0 else "minder"
    return (
        f"**In dit scenario {uit}: {amount(abs(r.som.verschil))} {richting} dan in de basis ‘{beeld.basis.naam}’"
        f" ({amount(r.som.basis)}){zicht}{na}.**"
    )


def received(beeld: Beeld) -> str:
    """What the gemeente still gets is no part of what is payable, and may be the larger change."""
    o = beeld.rekening.ontvangst
    if not o.is_er:
        return ""
    krijgt = f"krijgt de gemeente {amount(o.scenario)} na" if o.scenario else "krijgt de gemeente niets na"
    anders = beeld.tellend and beeld.rekening.som is not None and o.basis != o.scenario
    was = f" (in de basis {amount(o.basis) if o.basis else 'niets'})" if anders else ""
    return f"; daarnaast {krijgt}{was}"


def _without_base(naam: str | None, beeld: Beeld) -> str:
    """No year can be compared; the scenario alone may still have an outcome."""
    alleen = beeld.rekening.alleen_scenario
    if alleen is None or not beeld.tellend:
        vraag = RESERVE_BEKEND if any(j.reserve_begin is None and j.betaald is not None for j in beeld.jaren) else ""
        return f"**De basis van {naam} is niet te berekenen.** {vraag}{missing(beeld.jaren)}"
    return (
        f"**In dit scenario komt de berekening voor {naam} {_over(alleen.jaren)} uit op {amount(alleen.scenario)} terug"
        f" te betalen{hidden(beeld.rekening.jaren, alleen.jaren)}{received(beeld)}.** De basis"
        f" ‘{beeld.basis.naam}’ is voor deze jaren niet te berekenen; er is geen verschil te geven."
    )


def _without_rule(naam: str | None, beeld: Beeld) -> str:
    """Neither the rule for the reserve nor, often, the spending is known: nothing can be said on what goes back."""
    besteed = any(j.besteed is not None for j in beeld.jaren)
    en = "" if besteed else " en de besteding is niet geleverd"
    return (
        f"**Wat {naam} van deze uitkering misschien terugbetaalt, is niet te berekenen.** Of geld mee mag naar een"
        f" volgend jaar, is niet bekend{en}."
    )


def _over(jaren: Sequence[int]) -> str:
    """`over 2022 tot en met 2025`; years with a gap between them one by one."""
    eerste, laatste = min(jaren), max(jaren)
    if len(jaren) > 2 and laatste - eerste + 1 == len(jaren):
        return f"over {eerste} tot en met {laatste}"
    return f"over {opsomming([str(j) for j in sorted(jaren)])}"


def hidden(vergeleken: Iterable[Jaarvergelijking], jaren: Sequence[int]) -> str:
    """What the amount leaves out: one printed amount stands for both paid and granted."""
    weg = [str(v.jaar) for v in vergeleken if v.jaar in jaren and any(map(hides_settlement, (v.basis, v.scenario)))]
    if not weg:
        return ""
    return f", {ZONDER_VASTSTELLING}" + ("" if len(weg) == len(jaren) else f" van {opsomming(weg)}")


def amount(waarde: Decimal) -> str:
    """An amount in a sentence, whose sign never stands at the end of a line without its number."""
    return notatie.euro_zin(waarde).replace(" ", VAST)


def missing(jaren: Iterable[Jaaruitkomst]) -> str:
    """Per year that can't be computed what is missing; a long list says how much more there is."""
    return " ".join(f"{j.jaar} is niet te berekenen. {_gaten(j)}" for j in jaren if j.te_betalen is None)


def _gaten(j: Jaaruitkomst) -> str:
    landelijk = [wat for wat in j.ontbreekt if LANDELIJK in wat]
    eerst = [wat for wat in j.ontbreekt if wat.startswith(BETAALD)] + landelijk
    gaten = [*eerst, *(wat for wat in j.ontbreekt if wat not in eerst)]
    wat = "; ".join(g.removeprefix(f"raming {j.jaar}: ") for g in gaten[:MEESTE_GATEN]) or "het betaalde bedrag"
    meer = len(j.ontbreekt) - MEESTE_GATEN
    rest = f"; en nog {meer} {'gegeven' if meer == 1 else 'gegevens'} (zie de spreadsheet)" if meer > 0 else ""
    return f"{VERDEELD if landelijk else ''}Er ontbreekt: {letterlijk(wat)}{rest}."
