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
    count_ontbrekende_posten,
    hides_settlement,
)
from dashboard.theme.notatie import NIET_BEKEND, aantal_met, euro, euro_verschil

NIET_TE_BEREKENEN = woorden.NIET_TE_BEREKENEN
NIET_TE_ZIEN = "niet te zien"
NIET_GELEVERD = woorden.NIET_GELEVERD
JAAR_UITLEG = (
    "Te betalen: het verschil bij de vaststelling, de teruggevorderde onderbesteding en wat fout of onzeker is, samen."
    " Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na. “Niet te zien” is geen nul: de bron"
    " geeft één bedrag, en in ‘te betalen’ zit de vaststelling dan niet. Boven plafond: de onderbesteding die niet"
    " in de reserve past. Reserve: op 31 december. Hele euro’s; de centen staan in de spreadsheet."
)
ZONDER_RESERVE_UITLEG = (
    "Vaststelling: betaald min toegekend; onder nul krijgt de gemeente geld na. “Niet te zien” is geen nul: de bron"
    " geeft één bedrag. Te betalen is niet te berekenen: of een overschot mag blijven staan, is niet bekend."
)
OORZAAK_UITLEG = "Elke stap komt boven op de stappen ervoor. De reserve is die aan het eind van het genoemde jaar."
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
    if maat == "besteed" and (waarde is None or (not waarde and count_ontbrekende_posten(j))):
        return NIET_GELEVERD
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
            f"{j.jaar} {naam}",
            cell(value(j.basis, maat, kent)),
            cell(value(j.scenario, maat, kent)),
            difference(change(j, maat, kent)),
        ]
        for j in r.jaren
        for maat, naam in MATEN.items()
        if _is_shown(j, maat, kent)
    ]
    if r.som is None or not kent:
        return rows
    totaal = ["Samen te betalen", cell(r.som.basis), cell(r.som.scenario), difference(r.som.verschil)]
    return [*rows, vet(totaal)]


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
    """What is spent: posts that did not come make it a lower bound, and nothing at all with posts missing is no nil."""
    if v.besteed is None:
        return NIET_BEKEND if v.terugvordering is None and not v.ontbrekend else NIET_GELEVERD
    if not v.ontbrekend:
        return euro(v.besteed)
    return f"{euro(v.besteed)} of meer" if v.besteed else NIET_GELEVERD


def floor_recovered(v: Vloer) -> str:
    """What is recovered in that year, or that it can't be worked out yet."""
    return NIET_TE_BEREKENEN if v.terugvordering is None else euro(v.terugvordering)


def missing_posts(v: Vloer) -> str:
    """How many posts of costs did not come; nothing when all did."""
    return f"{aantal_met(v.ontbrekend, 'post', 'posten')} niet geleverd" if v.ontbrekend else ""


def change_rows(beeld: Beeld) -> list[list[str]]:
    """What was changed: the base beside the scenario."""
    return [[woorden.veld_naam(w.veld), woorden.basis_tekst(w.veld), woorden.waarde_tekst(w)] for w in beeld.tellend]
