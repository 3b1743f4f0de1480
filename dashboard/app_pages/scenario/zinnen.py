"""Sentences on a scenario, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.app_pages.scenario import woorden
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.app_pages.scenario.tabellen import VLOER_UITLEG, floor_spent, missing_posts
from dashboard.components.opmaak import klein, letterlijk
from dashboard.data.spuk_scenario import Jaaruitkomst, Jaarvergelijking, hides_settlement
from dashboard.data.spuk_wijziging import BEGIN, BESTEDING
from dashboard.theme import notatie
from dashboard.theme.notatie import VAST, aantal_met, euro, opsomming

WEL = (
    "De basis is één manier om de cijfers te lezen. Het scenario is dezelfde berekening met uw wijzigingen. Het"
    " verschil is stap voor stap verdeeld: eerst een andere beginreserve, dan aantallen, prijzen, besteding, moment en"
    " als laatste de regel. In een andere volgorde wordt de verdeling anders, het totaal niet."
)
NIET = (
    "Een scenario is geen voorspelling en geen vastgesteld cijfer. Er wordt niets bewaard: het staat alleen in het"
    " adres van deze pagina. Wat het rijk terugvraagt, staat in de beschikking."
)
BANNER = "**Scenario — geen vastgesteld cijfer.** Indicatie, geen beschikking. Niets op deze pagina wordt bewaard."
GEBUNDELD = (
    "De bron geeft voor G10, G13 en A38 één bedrag. De regel voor de reserve geldt alleen voor G10; op het hele bedrag"
    " is de uitkomst een indicatie. Aantallen maal prijzen gaan alleen over G10."
)
AFGELEID = (
    "Het nieuwe plafond is afgeleid, niet zeker: de formule en het eerste jaar staan niet leesbaar in de wetstekst."
)
GEEN_RESERVEREGEL = (
    "Van deze uitkering is niet bekend of geld mee mag naar een volgend jaar. Alleen de vaststelling is te berekenen,"
    " en die verandert niet door besteding of plafond. Er valt hier daarom niets te veranderen."
)
ONDERWERPEN = ("spuk", "geld", "baten_lasten")
MEESTE_GATEN = 3
RESERVE_BEKEND = "Kent u de reserve op 1 januari uit de jaarrekening? Vul haar dan hieronder in. "
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
    zicht = _hidden(r.jaren, r.som.jaren)
    uit = f"komt de berekening voor {naam} {_over(r.som.jaren)} uit op {amount(r.som.scenario)} terug te betalen"
    if not beeld.tellend:
        return f"**In de basis ‘{beeld.basis.naam}’ {uit}{zicht}.** {VERANDER}"
    if not r.som.verschil:
        return f"**In dit scenario {uit}, evenveel als in de basis ‘{beeld.basis.naam}’{zicht}.**"
    richting = "meer" if r.som.verschil > 0 else "minder"
    return (
        f"**In dit scenario {uit}: {amount(abs(r.som.verschil))} {richting} dan in de basis ‘{beeld.basis.naam}’"
        f" ({amount(r.som.basis)}){zicht}.**"
    )


def _without_base(naam: str | None, beeld: Beeld) -> str:
    """No year can be compared; the scenario alone may still have an outcome."""
    alleen = beeld.rekening.alleen_scenario
    if alleen is None or not beeld.tellend:
        vraag = RESERVE_BEKEND if any(j.reserve_begin is None and j.betaald is not None for j in beeld.jaren) else ""
        return f"**De basis van {naam} is niet te berekenen.** {vraag}{missing(beeld.jaren)}"
    return (
        f"**In dit scenario komt de berekening voor {naam} {_over(alleen.jaren)} uit op {amount(alleen.scenario)} terug"
        f" te betalen{_hidden(beeld.rekening.jaren, alleen.jaren)}.** De basis ‘{beeld.basis.naam}’ is voor deze"
        " jaren niet te berekenen; er is geen verschil te geven."
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


def _hidden(vergeleken: Iterable[Jaarvergelijking], jaren: Sequence[int]) -> str:
    """What the amount leaves out: one printed amount stands for both paid and granted."""
    weg = [str(v.jaar) for v in vergeleken if v.jaar in jaren and any(map(hides_settlement, (v.basis, v.scenario)))]
    if not weg:
        return ""
    van = "" if len(weg) == len(jaren) else f" van {opsomming(weg)}"
    return f"; de vaststelling{van} is daarin niet te zien"


def amount(waarde: Decimal) -> str:
    """An amount in a sentence, whose sign never stands at the end of a line without its number."""
    return notatie.euro_zin(waarde).replace(" ", VAST)


def missing(jaren: Iterable[Jaaruitkomst]) -> str:
    """Per year that can't be computed what is missing; a long list says how much more there is."""
    return " ".join(f"{j.jaar} is niet te berekenen. {_gaten(j)}" for j in jaren if j.te_betalen is None)


def _gaten(j: Jaaruitkomst) -> str:
    wat = "; ".join(j.ontbreekt[:MEESTE_GATEN]) or "het betaalde bedrag"
    meer = len(j.ontbreekt) - MEESTE_GATEN
    rest = f"; en nog {meer} {'gegeven' if meer == 1 else 'gegevens'} (zie de spreadsheet)" if meer > 0 else ""
    return f"Er ontbreekt: {letterlijk(wat)}{rest}."


def incomplete(beeld: Beeld) -> str:
    """Years that are computed while something is missing."""
    jaren = [
        str(j.jaar) for j in beeld.rekening.jaren if j.scenario.te_betalen is not None and not j.scenario.is_volledig
    ]
    if not jaren or not beeld.kent_reserve:
        return ""
    return (
        f"Over {opsomming(jaren)} ontbreken gegevens. Daar is niet mee gerekend; het echte bedrag kan anders zijn. Wat"
        " ontbreekt, staat in de spreadsheet."
    )


def remarks(beeld: Beeld) -> list[str]:
    """What a reader must know before using the figures."""
    r = beeld.rekening
    gezegd = [GEBUNDELD] if beeld.opzet.dossier.is_gebundeld else []
    if any(j.scenario.regel_status == "afgeleid" or j.basis.regel_status == "afgeleid" for j in r.jaren):
        gezegd.append(AFGELEID)
    gezegd += [later_begin(beeld), kept_spending(beeld), incomplete(beeld), missing(j.scenario for j in r.jaren)]
    if not beeld.kent_reserve:
        gezegd.append(GEEN_RESERVEREGEL)
    return [zin for zin in gezegd if zin]


def later_begin(beeld: Beeld) -> str:
    """The scenario begins with a reserve of the reader, so that earlier years are no part of it."""
    begin = next((w for w in beeld.tellend if w.veld.oorzaak == BEGIN), None)
    if begin is None:
        return ""
    zin = f"Het scenario begint op 1 januari {begin.veld.jaar} met een reserve van {woorden.waarde_tekst(begin)}."
    weg = [str(j) for j in beeld.rekening.vervallen]
    return f"{zin} {opsomming(weg)} {'valt' if len(weg) == 1 else 'vallen'} weg, ook uit de basis." if weg else zin


def kept_spending(beeld: Beeld) -> str:
    """A base that repeats the spending of one year does not follow a change in that year: say what stays."""
    keuze = beeld.opzet.scenario
    anders = {w.veld.jaar for w in beeld.tellend if w.veld.oorzaak == BESTEDING}
    if keuze.besteding == "geleverd" or keuze.peiljaar not in anders:
        return ""
    blijft = [
        f"{v.jaar} blijft {euro(v.basis)}"
        for v in beeld.velden
        if v.oorzaak == BESTEDING and v.jaar > keuze.peiljaar and v.jaar not in anders and v.basis is not None
    ]
    return f"Besteed {opsomming(blijft)} (uit de basis); wijzig het apart." if blijft else ""


def overspent(beeld: Beeld) -> str:
    """Years in which the changes make the spending higher than what there was to spend."""
    jaren = [
        str(j.jaar)
        for j in beeld.rekening.jaren
        if (j.scenario.overschot or 0) < 0 and j.scenario.overschot != j.basis.overschot
    ]
    if not jaren:
        return ""
    return f"In {opsomming(jaren)} is meer besteed dan er was (reserve en toegekend samen); de reserve wordt negatief."


def no_effect(beeld: Beeld) -> str:
    """Changes that count and alter nothing."""
    wat = [f"‘{woorden.veld_naam(w.veld)}: {woorden.waarde_tekst(w)}’" for w in beeld.rekening.zonder_effect]
    if not wat:
        return ""
    return f"{opsomming(wat)} {'verandert' if len(wat) == 1 else 'veranderen'} geen enkel bedrag."


def floor_sentences(naam: str | None, beeld: Beeld) -> str:
    """The newest year in which something is recovered and could be kept, and the first year still to come."""
    r = beeld.rekening
    if not r.vloeren:
        bekend = any(j.scenario.bestedingsvloer is not None for j in r.jaren)
        return f"In dit scenario hoeft {naam} in geen enkel jaar een reserve van het jaar ervoor te besteden." * bekend
    zinnen = [
        f"Om de hele reserve te houden was in {v.jaar} ten minste {euro(v.ten_minste)} aan besteding nodig; in dit"
        f" scenario is het {floor_spent(v)}."
        for v in [v for v in r.vloeren if v.terugvordering][-1:]
    ]
    zinnen += [
        f"Om de hele reserve te houden is in {v.jaar} ten minste {euro(v.ten_minste)} aan besteding nodig."
        for v in [v for v in r.vloeren if v.terugvordering is None][:1]
    ]
    gaten = [f"{v.jaar}: {missing_posts(v)}" for v in r.vloeren if v.ontbrekend]
    if gaten:
        zinnen.append(f"Niet alle besteding is bekend ({'; '.join(gaten)}). Met die posten erbij kan er minder terug.")
    return " ".join([*zinnen, VLOER_UITLEG])


def refusals(beeld: Beeld) -> str:
    """All texts that do not count, in one message."""
    uniek = dict.fromkeys(woorden.refusal(w, beeld.velden) for w in beeld.weigeringen)
    return "\n".join(f"- {zin}" for zin in uniek)


def other_snapshot(peil: str, snapshot_id: str) -> str:
    """The link was made on other figures."""
    return (
        f"Deze link is gemaakt op snapshot {woorden.citaat(peil)}; u ziet nu {letterlijk(snapshot_id)}. De basis kan"
        " daardoor anders zijn dan toen. De wijzigingen zijn op de cijfers van nu toegepast."
    )


def other_gemeente(naam: str | None) -> str:
    """The scenario belonged to another gemeente."""
    return f"Een scenario is van één gemeente. Dat van de vorige gemeente is losgelaten; u ziet de basis van {naam}."


def subtitle(beeld: Beeld, is_betaling: bool) -> str:
    """Base, period and unit of a chart, and what can't be seen in it."""
    jaren = sorted(j.jaar for j in beeld.rekening.jaren)
    wijzigingen = aantal_met(len(beeld.tellend), "wijziging", "wijzigingen")
    hoe = f"(blauw, vet) met {wijzigingen}" if beeld.tellend else "(blauw, vet) zonder wijzigingen"
    zin = f"Euro’s per jaar, {jaren[0]}–{jaren[-1]}; basis ‘{beeld.basis.naam}’ (grijs) en scenario {hoe}."
    zicht = _hidden(beeld.rekening.jaren, jaren) if is_betaling else ""
    return f"{zin} {zicht.removeprefix('; ').capitalize()}: de bron geeft één bedrag." if zicht else zin
