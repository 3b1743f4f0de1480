"""Sentences on a scenario, made by rules from the figures."""

from __future__ import annotations

from dashboard.app_pages.scenario import woorden
from dashboard.app_pages.scenario.antwoord import hidden, missing
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.app_pages.scenario.tabellen import VLOER_UITLEG, floor_spent, missing_posts
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk_scenario_gaten import Gaten
from dashboard.data.spuk_wijziging import BEGIN, BESTEDING
from dashboard.theme.notatie import aantal_met, euro, opsomming

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
    gaten = [f"{v.jaar}: {missing_posts(Gaten(v.ontbrekend, v.pm))}" for v in r.vloeren if v.ontbrekend]
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
    zicht = hidden(beeld.rekening.jaren, jaren) if is_betaling else ""
    return f"{zin} {zicht.removeprefix(', ').capitalize()}: de bron geeft één bedrag." if zicht else zin
