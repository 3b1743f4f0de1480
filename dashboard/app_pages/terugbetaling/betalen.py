"""What is to be paid, in words: an amount of which a part can't be seen or computed is never a certainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from dashboard.data.spuk import Risico, Verloop
from dashboard.theme import notatie
from dashboard.theme.notatie import VAST, Getal, euro, getal, opsomming

NIET_TE_BEREKENEN = "niet te berekenen"
NIET_TE_ZIEN = "niet te zien"
# Signs behind an amount or a year; wherever one stands, signs_note explains it.
ONVOLLEDIG, ZONDER_VASTSTELLING, ZONDER_ONDERBESTEDING, AANGENOMEN = "*", "†", "‡", "°"
ZONDER = "zonder vaststelling"
SCENARIOS = ("laag", "gedrukt", "midden", "hoog")
BETEKENIS = {
    ZONDER_VASTSTELLING: "Zonder vaststelling: die is niet te zien, het kan meer worden.",
    ZONDER_ONDERBESTEDING: "Zonder onderbesteding: die is niet te berekenen, het kan meer worden.",
    AANGENOMEN: "Aangenomen: in dit scenario geldt de besteding van een eerder jaar.",
}


def thousands(waarde: Getal) -> int:
    """Rounded to thousands of euros, as `euro_zin` writes an amount of 1.000 or more."""
    return int((Decimal(str(waarde)) / 1000).quantize(Decimal(1), ROUND_HALF_UP))


def euro_zin(waarde: Getal | None) -> str:
    """An amount for a sentence, never in millions: amounts in one sentence must add up.

    Its sign never stands at the end of a line without its number.
    """
    if waarde is None or abs(Decimal(str(waarde))) < 1_000:
        return notatie.euro_zin(waarde).replace(" ", VAST)
    return f"{notatie.MIN if waarde < 0 else ''}€{VAST}{getal(abs(thousands(waarde)))}.000"


def amount(waarde: Decimal | None) -> str:
    """Whole euros, or the words that say there is no outcome."""
    return NIET_TE_BEREKENEN if waarde is None else euro(waarde)


def marked(tekst: str, *tekens: str) -> str:
    """An amount with its signs; they stay on its line."""
    return "".join([tekst, *(f"{VAST}{teken}" for teken in tekens if teken)])


def signs_note(teksten: Iterable[str]) -> str:
    """What the signs in these cells mean; nothing about a sign that is not there."""
    alles = " ".join(teksten)
    return " ".join(f"{teken} {uitleg}" for teken, uitleg in BETEKENIS.items() if teken in alles)


def hides_settlement(v: Verloop) -> bool:
    """One amount stands for both paid and granted: their difference is unknown, not nil."""
    return v.toegekend_herkomst == "gelijkgesteld" and v.betaald_eur is not None


def known_payable(v: Verloop) -> Decimal | None:
    """What can be seen of what is to be paid: a settlement by letters does not wait for the spending.

    With neither of the two kinds of repayment known, nil says nothing and an amount is what the accountant found.
    """
    if hides_settlement(v) and v.terugvordering_eur is None:
        return v.te_betalen_eur or None
    if v.te_betalen_eur is not None:
        return v.te_betalen_eur
    verschil = v.vaststelling_verschil_eur
    return verschil if v.toegekend_herkomst == "beschikking" and verschil and verschil > 0 else None


def payable(v: Verloop | None) -> str:
    """For a table: with a sign where the settlement or the underspending is not in the amount."""
    bedrag = known_payable(v) if v else None
    if v is None or bedrag is None:
        return NIET_TE_BEREKENEN
    return marked(
        euro(bedrag),
        ZONDER_VASTSTELLING if hides_settlement(v) else "",
        ZONDER_ONDERBESTEDING if v.terugvordering_eur is None else "",
    )


def payable_line(v: Verloop) -> str:
    """The same to the cent, in words, for the calculation line by line."""
    bedrag = known_payable(v)
    if bedrag is None:
        return NIET_TE_BEREKENEN
    zonder = "; de onderbesteding is niet te berekenen" if v.terugvordering_eur is None else ""
    return f"{euro(bedrag, 2)}{f' {ZONDER}' if hides_settlement(v) else ''}{zonder}"


def sum_cell(waarde: Decimal | None, is_zonder: bool | None, kent_reserve: bool = True) -> str:
    """A sum over years, with a sign when a settlement in them can't be seen or no underspending is in it."""
    if waarde is None:
        return NIET_TE_BEREKENEN
    return marked(
        euro(waarde), ZONDER_VASTSTELLING if is_zonder else "", "" if kent_reserve else ZONDER_ONDERBESTEDING
    )  # fmt: skip


def outcomes(r: Risico, begin: str = "") -> dict[str, Decimal | None]:
    """The four scenarios of one year, or with `cumulatief_` since the first year."""
    return {naam: getattr(r, f"{begin}{naam}_eur") for naam in SCENARIOS}


def is_whole_range(uit: Mapping[str, Decimal | None]) -> bool:
    """Only when every scenario has an outcome, the lowest and the highest are a range."""
    return all(waarde is not None for waarde in uit.values())


def range_words(uit: Mapping[str, Decimal | None], is_zonder: bool | None) -> str:
    """`€ 2.000 † – € 107.000`; with a scenario missing only what is known: `€ 0 † (laag) of € 429.000 † (gedrukt)`."""
    teken = ZONDER_VASTSTELLING if is_zonder else ""
    if not is_whole_range(uit):
        return per_scenario(uit, teken) or NIET_TE_BEREKENEN
    waarden = [w for w in uit.values() if w is not None]
    laag = teken if min(waarden) in (uit["laag"], uit["gedrukt"]) else ""
    van, tot = marked(euro_zin(min(waarden)), laag), euro_zin(max(waarden))
    return van if min(waarden) == max(waarden) else f"{van} – {tot}"


def per_scenario(uit: Mapping[str, Decimal | None], teken: str = "", tussen: str = " of ") -> str:
    """Each amount with the scenarios that give it; `teken` belongs to the two without an estimate of ours."""
    per: dict[str, list[str]] = {}
    for naam, waarde in uit.items():
        if waarde is not None:
            per.setdefault(marked(euro_zin(waarde), teken if naam in ("laag", "gedrukt") else ""), []).append(naam)
    return tussen.join(f"{bedrag} ({opsomming(namen)})" for bedrag, namen in per.items())


def span_words(uit: Mapping[str, Decimal | None]) -> str:
    """`tussen € 88.000 (laag) en € 491.000 (gedrukt)`, or the one amount that every scenario gives."""
    waarden = {naam: w for naam, w in uit.items() if w is not None}
    laagste, hoogste = min(waarden.values()), max(waarden.values())
    if euro_zin(laagste) == euro_zin(hoogste):
        return euro_zin(hoogste)
    van, tot = ([n for n, w in waarden.items() if w == grens] for grens in (laagste, hoogste))
    return f"tussen {euro_zin(laagste)} ({opsomming(van)}) en {euro_zin(hoogste)} ({opsomming(tot)})"


def missing_words(uit: Mapping[str, Decimal | None]) -> str:
    """`midden en hoog zijn niet te berekenen`."""
    namen = [naam for naam, waarde in uit.items() if waarde is None]
    return f"{opsomming(namen)} {'is' if len(namen) == 1 else 'zijn'} niet te berekenen" if namen else ""
