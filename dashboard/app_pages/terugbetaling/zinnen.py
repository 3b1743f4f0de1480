"""Sentences on what may have to go back, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Risico, Scenario, Verloop, Vloer
from dashboard.theme import notatie
from dashboard.theme.notatie import VAST, Getal, euro, opsomming

WEL = (
    "De SPUK is de uitkering van het rijk voor inburgering. Er zijn twee soorten terugbetaling. Bij de **vaststelling**"
    " verrekent het rijk in één keer wat het vooraf te veel betaalde; dat geld mag niet mee naar een volgend jaar."
    " Bij **onderbesteding** vordert het rijk terug wat de gemeente niet aan voorzieningen uitgaf, voor zover dat"
    " boven de toegestane reserve uitkomt (het plafond). De reserve zelf mag de gemeente nog uitgeven."
)
NIET = (
    "Dit is een indicatie, geen beschikking: alleen het rijk stelt de uitkering vast. Of een deel al is terugbetaald,"
    " staat niet in de leveringen. De laagste en de hoogste uitkomst zijn geen grenzen; zij horen bij de aannames van"
    " onze scenario’s. De reserve is een stand op 31 december: tel haar niet op over de jaren."
)
WAAROM_GEDRUKT = (
    "Wij beginnen hiermee omdat er geen raming van ons in zit. Het is niet de verwachting: wat niet is geleverd, telt"
    " als niets."
)
GEBUNDELD = (
    "**Let op: één som van drie uitkeringen.** De bron drukt één bedrag voor G10, G13 en A38 samen. De regel over de"
    " reserve geldt alleen voor G10; hier is zij op de hele som toegepast."
)
RAMING_GEBUNDELD = "Onze raming uit aantallen dekt ook alleen G10; daardoor valt het hoogste bedrag te hoog uit."
VOORBEHOUD = (
    "Geld uitgeven om het niet te hoeven terugbetalen is geen doel. Het gaat om voorzieningen die inburgeraars nodig"
    " hebben. Dit is een indicatie, geen beschikking."
)
STATUSSEN = {
    "bevestigd": "bevestigd in de wetstekst",
    "afgeleid": "afgeleid, niet zeker",
    "onbekend": "niet bekend",
}
HERKOMSTEN = {
    "beschikking": "een definitieve beschikking",
    "gelijkgesteld": "het enige bedrag van de bron",
    "telling": "onze raming uit aantallen",
    "realisatiegraad": "onze raming naar een eerder jaar",
    "onbekend": "niet bekend",
}
GERAAMD = {"telling", "realisatiegraad"}


def euro_zin(waarde: Getal | None) -> str:
    """An amount for a sentence, whose sign never stands at the end of a line without its number."""
    return notatie.euro_zin(waarde).replace(" ", VAST)


def question(naam: str | None) -> str:
    """The h1."""
    return f"Hoeveel SPUK moet {naam or 'een gemeente'} misschien terugbetalen?"


def answer(inhoud: Inhoud) -> str:
    """The range since the first year, and the amount as printed."""
    jongste = inhoud.jongste
    if jongste is None:
        return (
            f"**Wat {inhoud.naam} misschien moet terugbetalen, is van geen enkel jaar te berekenen.** {_later(inhoud)}"
        )
    over = f"over {period(inhoud)}"
    laagste, hoogste = jongste.cumulatief_laagste_eur, jongste.cumulatief_hoogste_eur
    gedrukt = euro_zin(jongste.cumulatief_gedrukt_eur) if jongste.cumulatief_gedrukt_eur else "niets"
    bron = f"met de bedragen zoals de bron ze geeft is dat {gedrukt}"
    if not hoogste:
        zin = f"{inhoud.naam} hoeft {over} in geen enkel scenario SPUK terug te betalen"
        zin += "" if gedrukt == "niets" else f"; {bron}"
    else:
        zin = f"{inhoud.naam} moet {over} misschien {_van_tot(laagste, hoogste)} SPUK terugbetalen; {bron}"
    return f"**{zin}.** {_caution(inhoud, jongste)}"


def pooled(inhoud: Inhoud) -> str:
    """What a printed sum of more grants does to the outcome; nothing when there is no such sum."""
    if not inhoud.is_gebundeld:
        return ""
    heeft_raming = inhoud.jongste is not None and inhoud.jongste.cumulatief_hoog_eur is not None
    return f"{GEBUNDELD} {RAMING_GEBUNDELD}" if heeft_raming else GEBUNDELD


def _not_computed(jongste: Risico) -> str:
    """Which scenarios are not in the range, because something for them was not delivered."""
    sommen = {"midden": jongste.cumulatief_midden_eur, "hoog": jongste.cumulatief_hoog_eur}
    namen = [f"‘{naam}’" for naam, som in sommen.items() if som is None]
    if not namen:
        return ""
    zijn = "is" if len(namen) == 1 else "zijn"
    return f" Scenario {opsomming(namen)} {zijn} niet te berekenen: daarvoor ontbreken aantallen of bedragen."


def _caution(inhoud: Inhoud, jongste: Risico) -> str:
    heel = "" if jongste.cumulatief_is_volledig else " Niet alles is geleverd; wat ontbreekt, staat hieronder per jaar."
    jaren = [str(j) for j in inhoud.zonder_kosten]
    kaal = (
        f" Over {opsomming(jaren)} zijn geen kosten geleverd; met kosten erbij wordt het bedrag lager." if jaren else ""
    )
    return f"Dit is een indicatie, geen beschikking.{kaal or heel}{_not_computed(jongste)} {_later(inhoud)}".strip()


def _van_tot(laagste: Decimal | None, hoogste: Decimal) -> str:
    van, tot = euro_zin(laagste), euro_zin(hoogste)
    return tot if van == tot else f"tussen {van} en {tot}"


def period(inhoud: Inhoud) -> str:
    """`2022 tot en met 2025`, up to the newest year that can be computed."""
    jaren = [j for j in inhoud.risico if inhoud.jongste and j <= inhoud.jongste.jaar]
    if not jaren:
        return "geen enkel jaar"
    return str(max(jaren)) if len(jaren) == 1 else f"{min(jaren)} tot en met {max(jaren)}"


def _later(inhoud: Inhoud) -> str:
    na = inhoud.jongste.jaar if inhoud.jongste else 0
    jaren = [str(j) for j in sorted(inhoud.risico) if j > na]
    return f"Over {opsomming(jaren)} is nog geen uitkomst." if jaren and na else ""


def no_answer(naam: str | None, heeft_cijfers: bool) -> str:
    """Without a gemeente, without figures of this gemeente, or without any figures on the SPUK."""
    if not heeft_cijfers:
        return "In deze gegevens staat geen berekening van de SPUK, de uitkering van het rijk voor inburgering."
    if naam:
        return f"Voor {naam} is geen beschikking van de SPUK geleverd; er valt niets te berekenen."
    return (
        "**Kies bovenaan een gemeente.** Dan ziet u per jaar wat er misschien terug moet van de SPUK (de uitkering"
        " van het rijk voor inburgering), waarom, en volgens welke regel. De tabel hieronder geeft de uitkomst per"
        " gemeente."
    )


def spread(inhoud: Inhoud) -> str:
    """What was received and not spent: the money that the rules are about."""
    j = inhoud.jongste
    if j is None or j.niet_besteed_eur is None:
        return ""
    return (
        f"{inhoud.naam} ontving over {period(inhoud)} {euro_zin(j.cumulatief_betaald_eur)} en besteedde, voor zover"
        f" geleverd, {euro_zin(j.cumulatief_besteed_eur)} aan voorzieningen. Het verschil is"
        f" {euro_zin(j.niet_besteed_eur)}. De regels bepalen welk deel daarvan terug moet en welk deel nog besteed mag"
        " worden."
    )


def chart_note(inhoud: Inhoud) -> str:
    """What is in the chart, and what can't be seen in it."""
    delen = [
        f"Euro’s per jaar, scenario {inhoud.scenario.naam.lower()}. De streep onder de staaf loopt van het laagste naar"
        " het hoogste scenario. Gearceerd: geraamd of afgeleid. De reserve is een stand: niet optellen over de jaren."
    ]
    onzichtbaar = [str(v.jaar) for v in inhoud.verloop.values() if hides_settlement(v)]
    if onzichtbaar:
        delen.append(f"De vaststelling van {opsomming(onzichtbaar)} is niet te zien: de bron geeft één bedrag.")
    return " ".join(delen)


def hides_settlement(v: Verloop) -> bool:
    """One amount stands for both paid and granted: their difference is unknown, not nil."""
    return v.toegekend_herkomst == "gelijkgesteld" and v.betaald_eur is not None


def incomplete(inhoud: Inhoud) -> list[str]:
    """Per year what is missing, in the words of the calculation."""
    return [
        f"**{v.jaar}:** {letterlijk(v.ontbreekt) if v.ontbreekt else 'niet alles is bekend'}."
        for v in inhoud.verloop.values()
        if not v.is_volledig
    ]


def grant_origin(verloop: Mapping[int, Verloop]) -> str:
    """Where the definitief amount of each year comes from."""
    per: dict[str, list[str]] = {}
    for v in verloop.values():
        per.setdefault(v.toegekend_herkomst or "onbekend", []).append(str(v.jaar))
    return " ".join(f"Toegekend in {opsomming(j)}: {HERKOMSTEN.get(h, h)}." for h, j in per.items())


def spending_status(inhoud: Inhoud) -> str:
    """Which costs are realised and which only budgeted."""
    per: dict[str, list[str]] = {}
    for s in inhoud.statussen:
        per.setdefault(s.status_bedrag.replace("_", " "), []).append(str(s.jaar))
    return " ".join(f"Besteding in {opsomming(jaren)}: {status}." for status, jaren in per.items())


def status_words(status: str | None) -> str:
    """How sure a rule or an assumption is."""
    return STATUSSEN.get(status or "onbekend", status or "")


def floor(inhoud: Inhoud) -> str:
    """What must at least be spent in the year after the newest one, and under which version of the rule."""
    jongste = inhoud.jongste
    if jongste is None:
        return "Wat er ten minste besteed moet worden, is niet te berekenen."
    vloer = inhoud.vloeren.get(jongste.jaar) or _without_line(inhoud, jongste)
    jaar = jongste.jaar + 1
    if vloer.bedrag_eur is None:
        waarom = f" {letterlijk(vloer.toelichting)}" if vloer.toelichting else ""
        return f"Wat er in {jaar} ten minste besteed moet worden, is niet te berekenen.{waarom}"
    regel = f"Dit volgt uit de regel {rule_name(vloer.regelversie)} ({status_words(vloer.status)})."
    if vloer.bedrag_eur == 0:
        return f"Voor {jaar} geldt in dit scenario geen minimum: er staat geen reserve die anders vervalt. {regel}"
    eerder = inhoud.verloop.get(jongste.jaar)
    besteed = eerder.besteed_eur if eerder else None
    was = "" if besteed is None else f" In {jongste.jaar} rekent dit scenario met {euro(besteed)} aan besteding."
    return (
        f"**Besteed in {jaar} ten minste {euro(vloer.bedrag_eur)} aan voorzieningen; anders wordt het verschil"
        f" teruggevorderd.**{was} {regel}"
    )


def _without_line(inhoud: Inhoud, jongste: Risico) -> Vloer:
    v = inhoud.verloop.get(jongste.jaar)
    return Vloer(jongste.jaar, v.bestedingsvloer_eur if v else None, v.regel_status if v else None, None, None)


def rule_name(regelversie: str | None) -> str:
    """`besluit-2022` in words."""
    return f"“{letterlijk(regelversie)}”" if regelversie else "over de reserve"


def assumptions(scenarios: Sequence[Scenario]) -> list[str]:
    """What each scenario assumes, one line each."""
    return [
        f"**{letterlijk(s.naam)}**: {letterlijk(s.omschrijving)} ({status_words(s.status)})"
        for s in scenarios
        if s.groep == "scenario"
    ]
