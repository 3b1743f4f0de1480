"""Rows of the tables on what may have to go back: finished text, no arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.app_pages.terugbetaling.betalen import (
    NIET_TE_BEREKENEN,
    NIET_TE_ZIEN,
    ONVOLLEDIG,
    ZONDER_VASTSTELLING,
    amount,
    hides_settlement,
    is_whole_range,
    known_payable,
    marked,
    missing_words,
    outcomes,
    payable,
    range_words,
    sum_cell,
)
from dashboard.app_pages.terugbetaling.charts import Jaarbeeld
from dashboard.app_pages.terugbetaling.inhoud import EERSTE_SCENARIO, Inhoud
from dashboard.app_pages.terugbetaling.kosten import spent
from dashboard.app_pages.terugbetaling.zinnen import GERAAMD
from dashboard.components.tabel import vet
from dashboard.data.spuk import Risico, Scenario, Vergelijking, Verloop
from dashboard.theme.notatie import VAST, euro, euro_verschil

STER = f"{VAST}\\*"
# A table that is wider than a phone scrolls, and a keyboard can't reach what scrolls: four narrow columns at most.
OVER = ("Jaar", "Reserve 1 jan.", "Toegekend", "Besteed")
TERUG = ("Jaar", "Over", "Plafond", "Terug")
BETALEN = ("Jaar", "Vaststelling", "Te betalen", "Reserve 31 dec.")
PAREN = (("gedrukt", "laag"), ("midden", "hoog"))
VARIANTEN = ("Wat er anders is", "Te betalen", "Verschil")
RESERVES = ("Wat er anders is", "Reserve", "Verschil")
GEMEENTEN = ("Gemeente", "Laagste en hoogste", "Gedrukt")


def pictures(inhoud: Inhoud) -> list[Jaarbeeld]:
    """The years of the chart; what rests on an estimate keeps doing so in the reserve of every later year."""
    beelden, rust_op_raming = [], False
    for v in inhoud.verloop.values():
        rust_op_raming = rust_op_raming or _is_estimated(inhoud, v)
        beelden.append(_picture(inhoud, v, rust_op_raming))
    return beelden


def _is_estimated(inhoud: Inhoud, v: Verloop) -> bool:
    """The grant is ours, the spending is assumed, or the rule is not certain."""
    return v.toegekend_herkomst in GERAAMD or v.regel_status != "bevestigd" or inhoud.is_aangenomen(v)


def _picture(inhoud: Inhoud, v: Verloop, rust_op_raming: bool) -> Jaarbeeld:
    bedrag, risico = inhoud.bedragen.get(v.jaar), inhoud.risico.get(v.jaar)
    uit = outcomes(risico) if risico else {}
    geraamd = {"vaststelling"} if v.toegekend_herkomst in GERAAMD else set()
    return Jaarbeeld(
        jaar=v.jaar,
        vaststelling=bedrag.vaststelling_terug_eur if bedrag else None,
        terugvordering=bedrag.terugvordering_eur if bedrag else None,
        reserve=bedrag.reserve_te_besteden_eur if bedrag else None,
        fout=next((f.fout_onzeker_eur for f in inhoud.fouten if f.jaar == v.jaar), None),
        uitkomsten=tuple(w for w in uit.values() if w is not None),
        is_bereik=bool(uit) and is_whole_range(uit),
        woorden=_words(uit, risico, v),
        geraamd=frozenset(geraamd | ({"terugvordering", "reserve"} if rust_op_raming else set())),
        noten=tuple(_chart_notes(v)),
    )


def _words(uit: dict[str, Decimal | None], risico: Risico | None, v: Verloop) -> str:
    """What stands under the bar of a year."""
    if risico is None or all(w is None for w in uit.values()):
        is_deel = known_payable(v) is not None
        return "onderbesteding: niet te berekenen" if is_deel else "laagste en hoogste: niet te berekenen"
    return f"te betalen: {range_words(uit, risico.is_zonder_vaststelling)}"


def _chart_notes(v: Verloop) -> list[str]:
    """Signs behind the year; the words stand in zinnen.chart_note, beside the axis there is no room for them."""
    return [*([] if v.is_volledig else [ONVOLLEDIG]), *([ZONDER_VASTSTELLING] if hides_settlement(v) else [])]


def left_rows(inhoud: Inhoud) -> list[list[str]]:
    """Reserve, granted, spent and what is left over."""
    return [
        [year(v), amount(v.reserve_begin_eur), amount(v.toegekend_eur), spent(inhoud, v)]
        for v in inhoud.verloop.values()
    ]


def back_rows(verloop: Sequence[Verloop]) -> list[list[str]]:
    """What is left over, how much of it may stay, what goes back."""
    return [[year(v), *(amount(b) for b in (v.overschot_eur, v.plafond_eur, v.terugvordering_eur))] for v in verloop]


def pay_rows(verloop: Sequence[Verloop]) -> list[list[str]]:
    """The settlement (below nil: received afterwards), all that is to be paid, and the reserve that stays."""
    return [
        [
            year(v),
            NIET_TE_ZIEN if hides_settlement(v) else _settlement(v.vaststelling_verschil_eur),
            payable(v),
            amount(v.reserve_eind_eur),
        ]
        for v in verloop
    ]


def _settlement(verschil: Decimal | None) -> str:
    return NIET_TE_BEREKENEN if verschil is None else euro_verschil(verschil)


def year(v: Verloop) -> str:
    """The year, and whether anything of it is missing."""
    return str(v.jaar) if v.is_volledig else f"{v.jaar}{STER}"


def scenario_rows(inhoud: Inhoud, codes: Sequence[str]) -> list[list[str]]:
    """To be paid per year in these scenarios, with the sum up to the newest year of all."""
    per = {code: inhoud.in_scenario(code) for code in codes}
    rows = [[str(jaar), *(payable(per[code].get(jaar)) for code in codes)] for jaar in inhoud.risico]
    j = inhoud.jongste
    van = {v.scenario: v for v in inhoud.alle if j and v.jaar == j.jaar}
    sommen = [_sum(inhoud, van[code]) if code in van else NIET_TE_BEREKENEN for code in codes]
    return [*rows, vet(["Samen", *sommen])] if rows else []


def scenario_columns(scenarios: Sequence[Scenario], codes: Sequence[str]) -> list[str]:
    """The names that the seed gives them."""
    namen = {s.scenario: s.naam for s in scenarios}
    return ["Jaar", *(namen.get(code, code) for code in codes)]


def variant_rows(inhoud: Inhoud, scenarios: Sequence[Scenario]) -> tuple[list[list[str]], list[list[str]]]:
    """What is to be paid and what stays in reserve, with one other assumption; sums up to the newest year."""
    jongste = inhoud.jongste
    if jongste is None:
        return [], []
    van = {v.scenario: v for v in inhoud.alle if v.jaar == jongste.jaar}
    gekozen = [(s.naam, van[s.scenario]) for s in scenarios if s.groep == "variant" and s.scenario in van]
    betalen = [[naam, _sum(inhoud, v), _difference(v.cumulatief_verschil_eur)] for naam, v in gekozen]
    reserve = [[naam, amount(v.reserve_te_besteden_eur), _difference(v.reserve_verschil_eur)] for naam, v in gekozen]
    if not gekozen:
        return [], []
    gedrukt = van.get(EERSTE_SCENARIO)
    basis = amount(gedrukt.reserve_te_besteden_eur if gedrukt else None)
    som = _sum(inhoud, gedrukt) if gedrukt else NIET_TE_BEREKENEN
    return [vet(["Gedrukt", som, "–"]), *betalen], [vet(["Gedrukt", basis, "–"]), *reserve]


def _sum(inhoud: Inhoud, v: Vergelijking) -> str:
    return sum_cell(v.cumulatief_eur, v.cumulatief_is_zonder_vaststelling, inhoud.kent_reserve)


def _difference(waarde: Decimal | None) -> str:
    if waarde is None:
        return NIET_TE_BEREKENEN
    return "geen" if waarde == 0 else euro_verschil(waarde)


def _range(r: Risico) -> str:
    """Lowest to highest; with a scenario missing there is no highest, and every amount names its scenario."""
    uit, zonder = outcomes(r, "cumulatief_"), r.cumulatief_is_zonder_vaststelling
    if r.cumulatief_laagste_eur is None or r.cumulatief_hoogste_eur is None:
        return NIET_TE_BEREKENEN
    teken = ZONDER_VASTSTELLING if zonder else ""
    if not is_whole_range(uit):
        bekend = [f"{marked(euro(w), teken)} ({naam})" for naam, w in uit.items() if w is not None]
        return f"{', '.join(bekend)}; {missing_words(uit)}"
    laagste = marked(euro(r.cumulatief_laagste_eur), teken if r.cumulatief_laagste_eur == uit["laag"] else "")
    if r.cumulatief_laagste_eur == r.cumulatief_hoogste_eur:
        return laagste
    return f"{laagste} – {euro(r.cumulatief_hoogste_eur)}"


def municipality_rows(risico: Sequence[Risico], namen: dict[str, str]) -> list[list[str]]:
    """Every gemeente by name, up to its newest computable year; a grant of its own is a row of its own."""
    eerste: dict[tuple[str, str], int] = {}
    for r in risico:
        sleutel = (r.gemeentecode, r.regeling)
        eerste[sleutel] = min(r.jaar, eerste.get(sleutel, r.jaar))
    meer = len({r.regeling for r in risico}) > 1
    return [
        [
            f"{r.gemeentenaam}{f', {namen.get(r.regeling, r.regeling)}' if meer else ''},"
            f" {eerste[r.gemeentecode, r.regeling]}–{r.jaar}",
            _range(r),
            sum_cell(r.cumulatief_gedrukt_eur, r.cumulatief_is_zonder_vaststelling),
        ]
        for r in risico
        if r.is_jongste_jaar
    ]
