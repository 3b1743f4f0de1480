"""Rows of the tables on a scenario: finished text, no arithmetic."""

from __future__ import annotations

from decimal import Decimal

from dashboard.app_pages.scenario import woorden
from dashboard.app_pages.scenario.opbouw import Beeld
from dashboard.components.tabel import vet
from dashboard.data.spuk_scenario import (
    Doorrekening,
    Jaaruitkomst,
    Jaarvergelijking,
    Vloer,
    hides_settlement,
)
from dashboard.data.spuk_scenario_gaten import PM, Gaten, count_gaten, no_amount
from dashboard.theme.notatie import NIET_BEKEND, aantal_met, euro, euro_verschil, opsomming

NIET_TE_BEREKENEN = woorden.NIET_TE_BEREKENEN
NIET_TE_ZIEN = "niet te zien"
ZONDER_VASTSTELLING = "zonder vaststelling"
SAMEN_TE_ONTVANGEN = "Samen te ontvangen"
JAAR_UITLEG = (
    "Te betalen: het verschil bij de vaststelling, de teruggevorderde onderbesteding en wat fout of onzeker is, samen."
    " Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na. “Niet te zien” is geen nul: de bron"
    " geeft één bedrag, en ‘te betalen’ is dan zonder vaststelling. Boven plafond: de onderbesteding die niet"
    " in de reserve past. Reserve: op 31 december. Hele euro’s; de centen staan in de spreadsheet."
)
ZONDER_RESERVE_UITLEG = (
    "Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na. “Niet te zien” is geen nul: de bron"
    " geeft één bedrag. Te betalen is niet te berekenen: of een overschot mag blijven staan, is niet bekend."
)
OORZAAK_UITLEG = (
    "Elke stap komt boven op de stappen ervoor. Te betalen is zonder wat de gemeente na krijgt. De reserve is die aan"
    " het eind van het genoemde jaar."
)
VLOER_UITLEG = (
    "Wordt in een jaar minder dan ‘ten minste’ aan voorzieningen besteed, dan is het verschil volgens deze regel terug"
    " te vorderen. Let op: besteden om geld te houden is geen doel. Het gaat om voorzieningen die inburgeraars nodig"
    " hebben."
)
KOLOMMEN_VLOER = ["Jaar", "Ten minste", "Besteed", "Terugvordering"]
KOLOMMEN = ["Wat", "Basis", "Scenario", "Verschil"]
MATEN = {
    "te_betalen": "te betalen",
    "vaststelling_verschil": "vaststelling",
    "terugvordering": "boven plafond",
    "reserve_eind": "reserve",
}
VASTSTELLING = ("vaststelling_verschil", "te_ontvangen")
HANGT_AF_VAN_RESERVE = ("te_betalen", "terugvordering", "reserve_eind")


def value(j: Jaaruitkomst, maat: str, kent_reserve: bool) -> Decimal | str:
    """One amount of a year, or the words that stand in its place.

    A settlement that can't be seen is no nil. Without a known rule for the reserve nobody can say what is payable.
    """
    waarde: Decimal | None = getattr(j, maat)
    if maat in VASTSTELLING and hides_settlement(j):
        return NIET_TE_ZIEN
    gaten = count_gaten(j)
    if maat == "besteed" and (waarde is None or (not waarde and gaten.posten)):
        return no_amount(gaten)
    return NIET_TE_BEREKENEN if waarde is None or (maat in HANGT_AF_VAN_RESERVE and not kent_reserve) else waarde


def change(j: Jaarvergelijking, maat: str, kent_reserve: bool) -> Decimal | str:
    """Scenario minus base, or why there is no such difference."""
    voor, na = (value(kant, maat, kent_reserve) for kant in (j.basis, j.scenario))
    if isinstance(voor, Decimal) and isinstance(na, Decimal):
        return j.verschil[maat] if j.verschil[maat] is not None else NIET_TE_BEREKENEN  # type: ignore[return-value]
    return NIET_TE_ZIEN if NIET_TE_ZIEN in (voor, na) else NIET_TE_BEREKENEN


def cell(waarde: Decimal | str) -> str:
    """An amount for a table, in whole euros; the cents are in the download."""
    return waarde if isinstance(waarde, str) else euro(waarde)


def difference(waarde: Decimal | str | None) -> str:
    """A change for a table; no change is said."""
    if waarde is None:
        return NIET_TE_BEREKENEN
    if isinstance(waarde, str):
        return waarde
    return euro_verschil(waarde) if waarde else "geen"


def year_rows(beeld: Beeld) -> list[list[str]]:
    """Base beside scenario, per year the amounts that exist in one of both; the sum of what is payable last."""
    r, kent = beeld.rekening, beeld.kent_reserve
    rows = [
        [
            row_name(j, maat, kent),
            cell(value(j.basis, maat, kent)),
            cell(value(j.scenario, maat, kent)),
            difference(change(j, maat, kent)),
        ]
        for j in r.jaren
        for maat in MATEN
        if _is_shown(j, maat, kent)
    ]
    if r.som is None or not kent:
        return rows
    zonder = f" ({ZONDER_VASTSTELLING})" if r.ontvangst.verborgen else ""
    totaal = [f"Samen te betalen{zonder}", cell(r.som.basis), cell(r.som.scenario), difference(r.som.verschil)]
    return [*rows, vet(totaal), *([vet(received_row(r))] if r.ontvangst.is_er else [])]


def row_name(j: Jaarvergelijking, maat: str, kent_reserve: bool) -> str:
    """Year and amount; what leaves out the settlement says so here, so that the column stays one of figures."""
    verborgen = maat == "te_betalen" and kent_reserve and (hides_settlement(j.basis) or hides_settlement(j.scenario))
    return f"{j.jaar} {MATEN[maat]}" + (f" ({ZONDER_VASTSTELLING})" if verborgen else "")


def received_row(r: Doorrekening) -> list[str]:
    """What still comes in over the years together; never subtracted from what is payable."""
    o = r.ontvangst
    deels = f" ({opsomming([str(j) for j in o.verborgen])} niet te zien)" if o.verborgen else ""
    return [
        f"{SAMEN_TE_ONTVANGEN}{deels}",
        *(NIET_TE_ZIEN if kant is None else euro(kant) for kant in (o.basis, o.scenario)),
        difference(NIET_TE_ZIEN if o.basis is None or o.scenario is None else o.scenario - o.basis),
    ]


def _is_shown(j: Jaarvergelijking, maat: str, kent_reserve: bool) -> bool:
    """A year that can't be computed has no more than its settlement; what is nothing on both sides has no row."""
    if j.basis.te_betalen is None and j.scenario.te_betalen is None:
        return maat == "te_betalen" or (maat == "vaststelling_verschil" and bool(j.verschil[maat] is not None))
    if not kent_reserve:
        return maat in ("te_betalen", "vaststelling_verschil")
    if maat == "vaststelling_verschil" and (hides_settlement(j.basis) or hides_settlement(j.scenario)):
        return True
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
    return [[str(v.jaar), euro(v.ten_minste), floor_spent(v), floor_recovered(v)] for v in r.vloeren]


def floor_spent(v: Vloer) -> str:
    """What is spent: posts without amount make it a lower bound, and nothing at all with posts missing is no nil."""
    geen = no_amount(Gaten(v.ontbrekend, v.pm))
    if v.besteed is None:
        return NIET_BEKEND if v.terugvordering is None and not v.ontbrekend else geen
    if not v.ontbrekend:
        return euro(v.besteed)
    return f"{euro(v.besteed)} of meer" if v.besteed else geen


def floor_recovered(v: Vloer) -> str:
    """What is recovered in that year, or that it can't be worked out yet."""
    return NIET_TE_BEREKENEN if v.terugvordering is None else euro(v.terugvordering)


def missing_posts(gaten: Gaten) -> str:
    """How many posts of costs have no amount, and why; nothing when all have one."""
    weg = gaten.posten - gaten.pm
    delen = [f"{aantal_met(weg, 'post', 'posten')} niet geleverd"] if weg else []
    delen += [f"{aantal_met(gaten.pm, 'post', 'posten')} {PM}"] if gaten.pm else []
    return opsomming(delen)


def change_rows(beeld: Beeld) -> list[list[str]]:
    """What was changed: the base beside the scenario."""
    return [[woorden.veld_naam(w.veld), woorden.basis_tekst(w.veld), woorden.waarde_tekst(w)] for w in beeld.tellend]
