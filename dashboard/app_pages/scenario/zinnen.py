"""Sentences and table rows on a scenario, made by rules from the figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dashboard.app_pages.scenario import woorden
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.components.opmaak import letterlijk
from dashboard.components.tabel import vet
from dashboard.data.spuk_scenario import Doorrekening, Jaaruitkomst, Jaarvergelijking
from dashboard.data.spuk_wijziging import PLAFOND
from dashboard.theme.notatie import aantal_met, euro, euro_verschil, euro_zin, opsomming

WEL = (
    "De basis is één manier om de cijfers te lezen. Het scenario is dezelfde berekening met uw wijzigingen. Het"
    " verschil is stap voor stap verdeeld: eerst andere aantallen, dan prijzen, besteding, moment en als laatste de"
    " regel. In een andere volgorde wordt de verdeling anders, het totaal niet."
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
VLOER_UITLEG = (
    "Zo veel moet in dat jaar ten minste aan voorzieningen zijn besteed, anders wordt het verschil teruggevorderd."
    " Let op: besteden om geld te houden is geen doel. Het gaat om voorzieningen die inburgeraars nodig hebben."
)
JAAR_UITLEG = (
    "Te betalen: het verschil bij de vaststelling, de teruggevorderde onderbesteding en wat fout of onzeker is, samen."
    " Boven plafond: de onderbesteding die terug moet. Reserve: op 31 december. Hele euro’s; de centen staan in de"
    " spreadsheet."
)
OORZAAK_UITLEG = "Elke stap komt boven op de stappen ervoor. De reserve is die aan het eind van het genoemde jaar."
KOLOMMEN_VLOER = ["Jaar", "Ten minste", "Besteed", "Terugvordering"]
ONDERWERPEN = ("spuk", "geld", "baten_lasten")
NIET_TE_BEREKENEN = "niet te berekenen"
MEESTE_GATEN = 3
KOLOMMEN = ["Wat", "Basis", "Scenario", "Verschil"]
MATEN = {
    "te_betalen": "te betalen",
    "terugvordering": "boven plafond",
    "te_ontvangen": "te ontvangen",
    "reserve_eind": "reserve",
}


def question(naam: str | None) -> str:
    """The question of this page."""
    return f"Wat verandert er voor {naam} als het anders loopt?" if naam else "Wat verandert er als het anders loopt?"


def answer(naam: str | None, beeld: Beeld | str) -> str:
    """What is payable in the scenario beside the base, over the years that can be computed."""
    if isinstance(beeld, str):
        return beeld
    som = beeld.rekening.som
    if som is None:
        return f"**De basis van {naam} is niet door te rekenen.** {missing(beeld.jaren)}"
    eerste, laatste = som.jaren[0], som.jaren[-1]
    wanneer = f"over {eerste}" if eerste == laatste else f"over {eerste} tot en met {laatste}"
    if not beeld.tellend:
        return (
            f"**In de basis ‘{beeld.basis.naam}’ moet {naam} {wanneer} {amount(som.basis)} terugbetalen.** Verander"
            " hieronder wat anders kan lopen en kies ‘Reken door’."
        )
    richting = "meer dan" if som.verschil > 0 else "minder dan"
    hoeveel = f"{euro_zin(abs(som.verschil))} {richting}" if som.verschil else "evenveel als"
    return (
        f"**In dit scenario moet {naam} {wanneer} {amount(som.scenario)} terugbetalen: {hoeveel} in de basis"
        f" ‘{beeld.basis.naam}’ ({amount(som.basis)}).**"
    )


def amount(waarde: Decimal) -> str:
    """An amount in a sentence; nothing is a word."""
    return euro_zin(waarde) if waarde else "niets"


def missing(jaren: Iterable[Jaaruitkomst]) -> str:
    """Per year that can't be computed what is missing; a long list says how much more there is."""
    return " ".join(f"{j.jaar} is niet te berekenen. {_gaten(j)}" for j in jaren if j.te_betalen is None)


def _gaten(j: Jaaruitkomst) -> str:
    wat = "; ".join(j.ontbreekt[:MEESTE_GATEN]) or "het betaalde bedrag"
    meer = len(j.ontbreekt) - MEESTE_GATEN
    rest = f"; en nog {meer} {'gegeven' if meer == 1 else 'gegevens'} (zie de spreadsheet)" if meer > 0 else ""
    return f"Er ontbreekt: {letterlijk(wat)}{rest}."


def incomplete(r: Doorrekening) -> str:
    """Years that are computed while something is missing."""
    jaren = [str(j.jaar) for j in r.jaren if j.scenario.te_betalen is not None and not j.scenario.is_volledig]
    if not jaren:
        return ""
    return (
        f"Over {opsomming(jaren)} ontbreken gegevens. Daar is niet mee gerekend; het echte bedrag kan anders zijn. Wat"
        " ontbreekt, staat in de spreadsheet."
    )


def remarks(beeld: Beeld) -> list[str]:
    """What a reader must know before using the figures."""
    gezegd = [GEBUNDELD] if beeld.opzet.dossier.is_gebundeld else []
    if any(j.scenario.regel_status == "afgeleid" or j.basis.regel_status == "afgeleid" for j in beeld.rekening.jaren):
        gezegd.append(AFGELEID)
    gezegd += [incomplete(beeld.rekening), missing(j.scenario for j in beeld.rekening.jaren)]
    if beeld.opzet.dossier.reserve_regel != PLAFOND:
        gezegd.append(GEEN_RESERVEREGEL)
    return [zin for zin in gezegd if zin]


def cell(waarde: Decimal | None) -> str:
    """An amount for a table, in whole euros; the cents are in the download."""
    return NIET_TE_BEREKENEN if waarde is None else euro(waarde)


def difference(waarde: Decimal | None) -> str:
    """A change for a table; no change is said."""
    if waarde is None:
        return NIET_TE_BEREKENEN
    return euro_verschil(waarde) if waarde else "geen"


def year_rows(r: Doorrekening) -> list[list[str]]:
    """Base beside scenario, per year the amounts that exist in one of both; the sum of what is payable last."""
    rows = [
        [
            f"{j.jaar} {naam}",
            cell(getattr(j.basis, maat)),
            cell(getattr(j.scenario, maat)),
            difference(j.verschil[maat]),
        ]
        for j in r.jaren
        for maat, naam in MATEN.items()
        if _is_shown(j, maat)
    ]
    if r.som is None:
        return rows
    totaal = ["Samen te betalen", cell(r.som.basis), cell(r.som.scenario), difference(r.som.verschil)]
    return [*rows, vet(totaal)]


def _is_shown(j: Jaarvergelijking, maat: str) -> bool:
    """A year that can't be computed has one row; what is nothing on both sides has none."""
    if j.basis.te_betalen is None and j.scenario.te_betalen is None:
        return maat == "te_betalen"
    return maat == "te_betalen" or bool(getattr(j.basis, maat) or getattr(j.scenario, maat))


def cause_rows(r: Doorrekening) -> tuple[list[str], list[list[str]]]:
    """Every cause in the order in which it was put in, and the whole difference."""
    if not r.oorzaken or r.som is None:
        return [], []
    reserve = "Reserve" if r.reserve_jaar is None else f"Reserve 31-12-{r.reserve_jaar}"
    kolommen = ["Oorzaak", "Te betalen", reserve]
    rows = [
        [f"Stap {n}: {o.naam}", difference(o.te_betalen), difference(o.reserve_eind)]
        for n, o in enumerate(r.oorzaken, start=1)
    ]
    return kolommen, [*rows, vet(["Samen", difference(r.som.verschil), difference(r.reserve_verschil)])]


def floor_rows(r: Doorrekening) -> list[list[str]]:
    """The spend floor of each year, what is spent in the scenario, and what that costs."""
    return [[str(v.jaar), cell(v.ten_minste), cell(v.besteed), cell(v.terugvordering)] for v in r.vloeren]


def floor_sentence(naam: str | None, r: Doorrekening) -> str:
    """The newest year in which something is recovered and could be kept, or the first year still to come."""
    geraakt = [v for v in r.vloeren if v.terugvordering]
    open_ = [v for v in r.vloeren if v.terugvordering is None]
    if not geraakt and not open_:
        return f"In dit scenario hoeft {naam} in geen enkel jaar een reserve van het jaar ervoor te besteden."
    zinnen = [
        f"In {v.jaar} moest ten minste {euro(v.ten_minste)} zijn besteed; in dit scenario is het {cell(v.besteed)}."
        for v in geraakt[-1:]
    ]
    zinnen += [f"In {v.jaar} moet ten minste {euro(v.ten_minste)} worden besteed." for v in open_[:1]]
    return " ".join(zinnen)


def change_rows(beeld: Beeld) -> list[list[str]]:
    """What was changed: the base beside the scenario."""
    return [[woorden.veld_naam(w.veld), woorden.basis_tekst(w.veld), woorden.waarde_tekst(w)] for w in beeld.tellend]


def refusals(beeld: Beeld) -> str:
    """All texts that do not count, in one message."""
    uniek = dict.fromkeys(woorden.refusal(w, beeld.velden) for w in beeld.weigeringen)
    return "\n".join(f"- {zin}" for zin in uniek)


def other_snapshot(peil: str, snapshot_id: str) -> str:
    """The link was made on other figures."""
    return (
        f"Deze link is gemaakt op snapshot {letterlijk(peil[:40])}; u ziet nu {letterlijk(snapshot_id)}. De basis kan"
        " daardoor anders zijn dan toen. De wijzigingen zijn op de cijfers van nu toegepast."
    )


def other_gemeente(naam: str | None) -> str:
    """The scenario belonged to another gemeente."""
    return f"Een scenario is van één gemeente. Dat van de vorige gemeente is losgelaten; u ziet de basis van {naam}."


def subtitle(beeld: Beeld) -> str:
    """Base, period and unit of the charts."""
    jaren = sorted(j.jaar for j in beeld.jaren)
    wijzigingen = aantal_met(len(beeld.tellend), "wijziging", "wijzigingen")
    hoe = f"(blauw, vet) met {wijzigingen}" if beeld.tellend else "(blauw, vet) zonder wijzigingen"
    return f"Euro’s per jaar, {jaren[0]}–{jaren[-1]}; basis ‘{beeld.basis.naam}’ (grijs) en scenario {hoe}."
