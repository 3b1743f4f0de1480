"""Sentences on what may have to go back, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from dashboard.app_pages.terugbetaling.antwoord import period
from dashboard.app_pages.terugbetaling.betalen import (
    ONVOLLEDIG,
    ZONDER_VASTSTELLING,
    euro_zin,
    hides_settlement,
    is_whole_range,
    outcomes,
    thousands,
)
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.kosten import with_pm
from dashboard.app_pages.terugbetaling.vaststelling import why_hidden, years
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import STATUSWOORDEN, Scenario, Verloop
from dashboard.data.spuk_regelingen import GEBUNDELD as SOM
from dashboard.data.spuk_regelingen import Beschikking
from dashboard.theme.notatie import euro, hoofdletter, opsomming

WEL = (
    "De SPUK is de uitkering van het rijk voor inburgering. Er zijn twee soorten terugbetaling. Bij de **vaststelling**"
    " verrekent het rijk in één keer wat het vooraf te veel betaalde; dat geld mag niet mee naar een volgend jaar."
    " Bij **onderbesteding** vordert het rijk terug wat de gemeente niet aan voorzieningen uitgaf, voor zover dat"
    " boven de toegestane reserve uitkomt (het plafond). De reserve zelf mag de gemeente nog uitgeven."
)
WEL_ZONDER_REGEL = (
    "Van deze uitkering ({}) kennen wij de regels niet: hoe het rijk haar vaststelt, of een rest mee mag naar een"
    " volgend jaar en hoe het rijk geld terugvordert, is niet gevonden. De bedragen hier zijn alleen wat te zien is:"
    " te veel betaald volgens de beschikkingen, en wat de accountant fout of onzeker noemt. Of er ook onderbesteding"
    " terug moet, is niet bekend."
)
NIET = (
    "Dit is een indicatie, geen beschikking: alleen het rijk stelt de uitkering vast.{terug} De laagste en de hoogste"
    " uitkomst zijn geen grenzen; zij horen bij de aannames van onze scenario’s. De reserve is een stand op 31"
    " december: tel haar niet op over de jaren."
)
GEEN_TERUG = " Of een deel al is terugbetaald, staat niet in de leveringen."
WAAROM_GEDRUKT = (
    "Wij beginnen hiermee omdat er geen raming van ons in zit. Het is niet de verwachting: wat niet is geleverd, telt"
    " als niets."
)
GEBUNDELD = (
    "**Let op: één som van drie uitkeringen.** De bron drukt één bedrag voor G10, G13 en A38 samen. De regel over de"
    " reserve geldt alleen voor G10; hier is zij op de hele som toegepast."
)
RAMING_GEBUNDELD = "Onze raming uit aantallen dekt ook alleen G10; daardoor valt het hoogste bedrag te hoog uit."
HERKOMSTEN = {
    "beschikking": "een definitieve beschikking",
    "gelijkgesteld": "gelijk aan betaald, want er is maar één bedrag",
    "telling": "onze raming uit aantallen",
    "realisatiegraad": "onze raming naar een eerder jaar",
    "onbekend": "niet bekend",
}
GERAAMD = {"telling", "realisatiegraad"}
ZONDER_RESERVE = "reserve_nul_"


def meaning(inhoud: Inhoud) -> str:
    """What the figures mean; the two kinds of repayment are only known for a grant whose rules are known."""
    return WEL if inhoud.kent_reserve else WEL_ZONDER_REGEL.format(letterlijk(inhoud.uitkering or inhoud.regeling))


def limits(terugvorderingen: Sequence[Beschikking] | None = None) -> str:
    """What this page does not say; a claim that was delivered is named. None: no gemeente was chosen."""
    delen = [
        f"{euro(b.bedrag_eur, 2)} ({'G10, G13 en A38 samen' if b.regeling == SOM else b.regeling}, {b.jaar})"
        for b in terugvorderingen or ()
    ]
    al = f" Het rijk vorderde volgens de leveringen al {opsomming(delen)} terug; dat is hier niet afgetrokken."
    return NIET.format(terug=al if delen else "" if terugvorderingen is None else GEEN_TERUG)


def question(naam: str | None) -> str:
    """The h1."""
    return f"Hoeveel SPUK moet {naam or 'een gemeente'} misschien terugbetalen?"


def pooled(inhoud: Inhoud) -> str:
    """What a printed sum of more grants does to the outcome; nothing when there is no such sum."""
    if not inhoud.is_gebundeld:
        return ""
    heeft_raming = inhoud.jongste is not None and inhoud.jongste.cumulatief_hoog_eur is not None
    return f"{GEBUNDELD} {RAMING_GEBUNDELD}" if heeft_raming else GEBUNDELD


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
    regels = " De regels bepalen welk deel daarvan terug moet en welk deel nog besteed mag worden."
    betaald, besteed, verschil = _adding_up(j.cumulatief_betaald_eur, j.cumulatief_besteed_eur, j.niet_besteed_eur)
    return (
        f"{inhoud.naam} ontving over {period(inhoud)} {betaald} en besteedde, voor zover geleverd, {besteed} aan"
        f" voorzieningen. Het verschil is {verschil}.{regels if inhoud.kent_reserve else ''}"
    )


def _adding_up(*bedragen: Decimal | None) -> list[str]:
    """In thousands when the difference still fits, else in whole euros."""
    bekend = [b for b in bedragen if b is not None]
    rond = [thousands(b) for b in bekend]
    past = len(rond) == 3 and rond[0] - rond[1] == rond[2] and all(abs(b) >= 1000 for b in bekend)
    return [euro_zin(b) if past else euro(b) for b in bedragen]


def chart_note(inhoud: Inhoud) -> str:
    """What is in the chart, and what can't be seen in it."""
    rijen = [outcomes(r) for r in inhoud.risico.values()]
    heel = any(is_whole_range(uit) for uit in rijen)
    los = any(any(w is not None for w in uit.values()) and not is_whole_range(uit) for uit in rijen)
    delen = [
        f"Euro’s per jaar, scenario {inhoud.scenario.naam.lower()}.",
        "De streep onder de staaf loopt van het laagste naar het hoogste scenario." if heel else "",
        "Losse streepjes: er is geen hoogste, want een scenario is niet te berekenen." if los else "",
        "Gearceerd: rust op onze raming, op een aangenomen besteding of op een regel die niet zeker is.",
        "De reserve is een stand: niet optellen over de jaren." if inhoud.kent_reserve else "",
    ]
    is_zonder = any(r.is_zonder_vaststelling for r in inhoud.risico.values())
    if is_zonder or any(hides_settlement(v) for v in inhoud.verloop.values()):
        delen.append(f"{ZONDER_VASTSTELLING} Zonder vaststelling: die is niet te zien. {why_hidden(inhoud)}")
    if any(v.te_ontvangen_eur or (v.reserve_eind_eur or 0) < 0 for v in inhoud.verloop.values()):
        delen.append("Geld dat de gemeente nog krijgt en een reserve onder nul staan in de tabel over de vaststelling.")
    if not all(v.is_volledig for v in inhoud.verloop.values()):
        delen.append(f"{letterlijk(ONVOLLEDIG)} Onvolledig: wat ontbreekt, staat onder de tabellen.")
    return " ".join(d for d in delen if d)


def incomplete(inhoud: Inhoud) -> list[str]:
    """Per year what is missing, in the words of the calculation."""
    return [
        f"**{v.jaar}:** {letterlijk(with_pm(v.ontbreekt, inhoud.gaten)) if v.ontbreekt else 'niet alles is bekend'}."
        for v in inhoud.verloop.values()
        if not v.is_volledig
    ]


def grant_origin(verloop: Mapping[int, Verloop], peiljaar: int | None) -> str:
    """Where the definitief amount of each year comes from."""
    mist = _lacking(verloop.values())
    per: dict[str, list[str]] = {}
    for v in verloop.values():
        per.setdefault(v.toegekend_herkomst or "onbekend", []).append(str(v.jaar))
    uitleg = {h: _same_share(j, peiljaar, mist) for h, j in per.items() if h == "realisatiegraad"}
    return " ".join(f"Toegekend in {opsomming(j)}: {uitleg.get(h, HERKOMSTEN.get(h, h))}." for h, j in per.items())


def _lacking(verloop: Iterable[Verloop]) -> str:
    """What the granted amount waits for: without counts that price a grant only a letter can tell."""
    wacht_op_brief = any(f"definitieve beschikking {v.jaar}" in (v.ontbreekt or "") for v in verloop)
    return "ontbreekt de definitieve beschikking" if wacht_op_brief else "ontbreken aantallen"


def _same_share(jaren: list[str], peiljaar: int | None, mist: str) -> str:
    als = f"in {peiljaar}" if peiljaar else "in een eerder jaar"
    return f"voor {opsomming(jaren)} {mist}; daarom hetzelfde deel van het betaalde bedrag als {als}"


def spending_status(inhoud: Inhoud) -> str:
    """Which costs are realised and which only budgeted; a year may be both."""
    per_jaar: dict[int, set[str]] = {}
    for s in inhoud.statussen:
        per_jaar.setdefault(s.jaar, set()).add(s.status_bedrag.replace("_", " "))
    heel: dict[str, list[int]] = {}
    gemengd = []
    for jaar, soorten in sorted(per_jaar.items()):
        if len(soorten) == 1:
            heel.setdefault(min(soorten), []).append(jaar)
        else:
            delen = [f"een deel {soort}" for soort in sorted(soorten, reverse=True)]
            gemengd.append(f"In {jaar} is {opsomming(delen)}.")
    zinnen = [f"Besteding in {years(jaren)}: {soort}." for soort, jaren in heel.items()]
    return " ".join([*zinnen, *gemengd])


def errors(inhoud: Inhoud) -> str:
    """What the accountant found wrong or uncertain is part of what is to be paid."""
    delen = [f"{euro(f.fout_onzeker_eur)} over {f.jaar}" for f in inhoud.fouten if f.jaar in inhoud.verloop]
    return f"Waarvan fout of onzeker volgens de accountant: {opsomming(delen)}." if delen else ""


def received(inhoud: Inhoud) -> str:
    """A settlement below nil is money that the gemeente still gets."""
    delen = [f"{euro(v.te_ontvangen_eur)} over {v.jaar}" for v in inhoud.verloop.values() if v.te_ontvangen_eur]
    return f"Te ontvangen: {opsomming(delen)}; dat is van te betalen niet afgetrokken." if delen else ""


def reserve_left_out(scenarios: Sequence[Scenario], inhoud: Inhoud) -> str:
    """What the variant without an opening reserve means; with a reserve below nil it makes things worse."""
    s = next((s for s in scenarios if s.scenario.startswith(ZONDER_RESERVE)), None)
    jaar = int(s.scenario.removeprefix(ZONDER_RESERVE)) if s else 0
    vorig = inhoud.in_scenario("gedrukt").get(jaar - 1)
    if s is None or vorig is None or vorig.reserve_eind_eur is None:
        return ""
    zin = (
        f"{letterlijk(s.naam)}: de reserve van vóór {jaar} telt niet mee, zoals wanneer het overschot al is"
        " terugbetaald."
    )
    if vorig.reserve_eind_eur >= 0:
        return zin
    return f"{zin} Die reserve is hier {euro(vorig.reserve_eind_eur)}: zonder haar kan er juist meer terug moeten."


def status_words(status: str | None) -> str:
    """How sure a rule or an assumption is."""
    return STATUSWOORDEN.get(status or "onbekend", status or "")


def assumptions(scenarios: Sequence[Scenario], inhoud: Inhoud) -> list[str]:
    """What each scenario assumes, one line each, and where this gemeente forces it to do otherwise."""
    return [
        f"**{letterlijk(s.naam)}**: {letterlijk(s.omschrijving)} {deviation(s, inhoud)}({status_words(s.status)})"
        for s in scenarios
        if s.groep == "scenario"
    ]


def deviation(s: Scenario, inhoud: Inhoud) -> str:
    """The years in which counts or a letter are missing, so that this scenario takes another way or has no outcome."""
    verloop = [v for v in inhoud.in_scenario(s.scenario).values() if v.betaald_eur is not None]
    deel = [str(v.jaar) for v in verloop if v.toegekend_herkomst == "realisatiegraad"]
    niets = [str(v.jaar) for v in verloop if v.toegekend_herkomst == "onbekend"]
    mist = _lacking(verloop)
    zinnen = [f"{hoofdletter(_same_share(deel, s.peiljaar, mist))}." if deel else ""]
    zinnen += [f"Voor {opsomming(niets)} {mist}; toegekend is niet te berekenen." if niets else ""]
    return "".join(f"{zin} " for zin in zinnen if zin)
