"""What is to be paid, in words: an amount of which a part can't be seen or computed is never a certainty."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dashboard.data.spuk import Risico, Verloop
from dashboard.theme import notatie
from dashboard.theme.notatie import VAST, Getal, euro, opsomming

NIET_TE_BEREKENEN = "niet te berekenen"
NIET_TE_ZIEN = "niet te zien"
OF_MEER = " of meer"
ZONDER = "zonder vaststelling"
SCENARIOS = ("laag", "gedrukt", "midden", "hoog")


def euro_zin(waarde: Getal | None) -> str:
    """An amount for a sentence, whose sign never stands at the end of a line without its number."""
    return notatie.euro_zin(waarde).replace(" ", VAST)


def amount(waarde: Decimal | None) -> str:
    """Whole euros, or the words that say there is no outcome."""
    return NIET_TE_BEREKENEN if waarde is None else euro(waarde)


def hides_settlement(v: Verloop) -> bool:
    """One amount stands for both paid and granted: their difference is unknown, not nil."""
    return v.toegekend_herkomst == "gelijkgesteld" and v.betaald_eur is not None


def known_payable(v: Verloop) -> Decimal | None:
    """What can be seen of what is to be paid: a settlement by letters does not wait for the spending."""
    if hides_settlement(v) and v.terugvordering_eur is None:
        return None
    if v.te_betalen_eur is not None:
        return v.te_betalen_eur
    verschil = v.vaststelling_verschil_eur
    return verschil if v.toegekend_herkomst == "beschikking" and verschil and verschil > 0 else None


def payable(v: Verloop | None) -> str:
    """For a table: `of meer` where the settlement or the underspending is not in the amount."""
    bedrag = known_payable(v) if v else None
    if v is None or bedrag is None:
        return NIET_TE_BEREKENEN
    return euro(bedrag) + (OF_MEER if hides_settlement(v) or v.terugvordering_eur is None else "")


def payable_line(v: Verloop) -> str:
    """The same to the cent, for the calculation line by line."""
    bedrag = known_payable(v)
    if bedrag is None:
        return NIET_TE_BEREKENEN
    if hides_settlement(v):
        return (
            f"ten minste {euro(bedrag, 2)}; de vaststelling is {NIET_TE_ZIEN}" if bedrag else f"{euro(0, 2)} {ZONDER}"
        )
    zonder = "; de onderbesteding is niet te berekenen" if v.terugvordering_eur is None else ""
    return f"ten minste {euro(bedrag, 2)}{zonder}" if zonder else euro(bedrag, 2)


def sum_cell(waarde: Decimal | None, is_zonder: bool | None) -> str:
    """A sum over years, `of meer` when a settlement in them can't be seen."""
    return amount(waarde) + (OF_MEER if waarde is not None and is_zonder else "")


def outcomes(r: Risico, begin: str = "") -> dict[str, Decimal | None]:
    """The four scenarios of one year, or with `cumulatief_` since the first year."""
    return {naam: getattr(r, f"{begin}{naam}_eur") for naam in SCENARIOS}


def is_whole_range(uit: Mapping[str, Decimal | None]) -> bool:
    """Only when every scenario has an outcome, the lowest and the highest are a range."""
    return all(waarde is not None for waarde in uit.values())


def range_words(uit: Mapping[str, Decimal | None], is_zonder: bool | None) -> str:
    """`€ 2.000 – € 107.000`; with a scenario missing only what is known: `€ 0 (laag) of € 429.000 (gedrukt)`."""
    if not is_whole_range(uit):
        return loose_words(uit, {}) + (f", {ZONDER}" if is_zonder and not _has_paid(uit) else "")
    waarden = [w for w in uit.values() if w is not None]
    van, tot = euro_zin(min(waarden)), euro_zin(max(waarden))
    zonder = is_zonder and min(waarden) in (uit["laag"], uit["gedrukt"])
    if van == tot:
        return f"{van} {ZONDER}" if zonder else van
    return f"{van} ({ZONDER}) – {tot}" if zonder else f"{van} – {tot}"


def loose_words(uit: Mapping[str, Decimal | None], noten: Mapping[str, str]) -> str:
    """Each amount with the scenarios that give it, and what a reader must know about one of them."""
    per: dict[str, list[str]] = {}
    for naam, waarde in uit.items():
        if waarde is not None:
            per.setdefault(euro_zin(waarde), []).append(naam)
    delen = []
    for bedrag, namen in per.items():
        noot = "".join(f"; {noten[n]}" for n in namen if noten.get(n))
        delen.append(f"{bedrag} ({opsomming(namen)}{noot})")
    return " of ".join(delen) or NIET_TE_BEREKENEN


def _has_paid(uit: Mapping[str, Decimal | None]) -> bool:
    return any(uit.values())


def missing_words(uit: Mapping[str, Decimal | None]) -> str:
    """`midden en hoog zijn niet te berekenen`."""
    namen = [naam for naam, waarde in uit.items() if waarde is None]
    return f"{opsomming(namen)} {'is' if len(namen) == 1 else 'zijn'} niet te berekenen" if namen else ""
