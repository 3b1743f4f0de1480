"""What must at least be spent in the next year: by which rule, how sure that is, and what had to be spent before."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.app_pages.terugbetaling.betalen import SCENARIOS, amount
from dashboard.app_pages.terugbetaling.inhoud import EERSTE_SCENARIO, Inhoud
from dashboard.app_pages.terugbetaling.kosten import spent
from dashboard.app_pages.terugbetaling.regelnaam import certainty, rule_cell, rule_line, rule_name
from dashboard.app_pages.terugbetaling.tabellen import year
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Risico, Vloer
from dashboard.theme.notatie import euro, opsomming

KOLOMMEN = ("Jaar", "Ten minste", "Besteed", "Regel")
VOORBEHOUD = (
    "Geld uitgeven om het niet te hoeven terugbetalen is geen doel. Het gaat om voorzieningen die inburgeraars nodig"
    " hebben. Dit is een indicatie, geen beschikking."
)
NIET_BEKEND = "Wat er ten minste besteed moet worden, is niet te berekenen."
BUNDEL = "Dit is gerekend over de som van drie uitkeringen (G10, G13 en A38), terwijl de regel alleen van G10 is."


def floor(inhoud: Inhoud) -> str:
    """By the rule of the printed amounts, by the inferred newer one, and over the scenarios."""
    jongste = inhoud.jongste
    vloer = inhoud.gedrukte_vloeren.get(jongste.jaar) if jongste else None
    if jongste is None or vloer is None:
        return NIET_BEKEND
    jaar = jongste.jaar + 1
    if vloer.bedrag_eur is None:
        waarom = f" {letterlijk(vloer.toelichting)}" if vloer.toelichting else ""
        return f"Wat er in {jaar} ten minste besteed moet worden, is niet te berekenen.{waarom}"
    nieuw = inhoud.nieuwe_vloeren.get(jongste.jaar)
    delen = [_old_rule(inhoud, vloer, jaar), _new_rule(inhoud, vloer, nieuw, jaar), _scenarios(inhoud, jongste)]
    delen += [BUNDEL if inhoud.is_gebundeld else "", _spent_before(inhoud, jongste)]
    return " ".join(d for d in delen if d)


def _old_rule(inhoud: Inhoud, vloer: Vloer, jaar: int) -> str:
    """What the rule does, not an order to spend; the condition stands in the same sentence as the amount."""
    als = f"Geldt de {rule_name(inhoud, vloer.regelversie)} ook in {jaar},"
    hoe = f" Hoe zeker: {certainty(inhoud, vloer)}. Of de regel in {jaar} nog geldt, is niet zeker."
    if vloer.bedrag_eur == 0:
        return f"{als} dan hoeft er niets terug: er staat geen reserve die anders vervalt.{hoe}"
    return (
        f"**{als.removesuffix(',')} en besteedt {inhoud.naam} in {jaar} niet ten minste {euro(vloer.bedrag_eur)}"
        f" aan voorzieningen, dan wordt het verschil teruggevorderd.**{hoe}"
    )


def _new_rule(inhoud: Inhoud, oud: Vloer, nieuw: Vloer | None, jaar: int) -> str:
    if nieuw is None or nieuw.bedrag_eur is None or nieuw.regelversie == oud.regelversie:
        return ""
    als = f"Geldt in {jaar} de {rule_name(inhoud, nieuw.regelversie)}, dan"
    hoe = f"Hoe zeker: {certainty(inhoud, nieuw)}."
    if nieuw.bedrag_eur == 0:
        return f"{als} hoeft er niets terug. {hoe}"
    return f"{als} is die grens {euro(nieuw.bedrag_eur)}. {hoe}"


def _scenarios(inhoud: Inhoud, jongste: Risico) -> str:
    laagste, hoogste = jongste.vloer_laagste_eur, jongste.vloer_hoogste_eur
    if laagste is None or hoogste is None or laagste == hoogste:
        return ""
    onbekend = {v.scenario for v in inhoud.per_jaar(jongste.jaar) if v.bestedingsvloer_eur is None}
    leeg = [naam for naam in SCENARIOS if naam in onbekend]
    rest = f"; van {opsomming(leeg)} is het niet te berekenen" if leeg else ""
    return f"Over de scenario’s is die grens {euro(laagste)} – {euro(hoogste)}{rest}."


def _spent_before(inhoud: Inhoud, jongste: Risico) -> str:
    """What the calculation took as spent in the newest year; nothing delivered is not nothing spent."""
    eerder = inhoud.verloop.get(jongste.jaar)
    zonder = jongste.jaar in inhoud.zonder_kosten
    if zonder and inhoud.scenario.scenario == EERSTE_SCENARIO:
        return f"Over {jongste.jaar} is er nog geen bedrag aan kosten; gerekend is met niets."
    if eerder is None or eerder.besteed_eur is None:
        return ""
    kaal = f"Over {jongste.jaar} is er nog geen bedrag aan kosten. " if zonder else ""
    return f"{kaal}In {jongste.jaar} rekent dit scenario met {euro(eerder.besteed_eur)} aan besteding."


def floor_rows(inhoud: Inhoud) -> list[list[str]]:
    """What had to be spent in a year, beside what was spent in it."""
    rows = []
    for vorig, v in inhoud.verloop.items():
        van_jaar = inhoud.verloop.get(vorig + 1)
        if v.bestedingsvloer_eur is None and van_jaar is None:
            continue
        besteed = spent(inhoud, van_jaar) if van_jaar else "nog niet bekend"
        jaar = year(van_jaar) if van_jaar else str(vorig + 1)
        rows.append([jaar, amount(v.bestedingsvloer_eur), besteed, rule_cell(inhoud, inhoud.vloeren.get(vorig))])
    return rows


def floor_table(inhoud: Inhoud) -> tuple[Sequence[str], list[list[str]], str]:
    """Columns, rows and what is to be said of the rule: one rule for every year needs no column of its own."""
    rows = floor_rows(inhoud)
    regels = {v.regelversie: rule_line(inhoud, v) for v in inhoud.vloeren.values() if v.regelversie}
    if len({row[-1] for row in rows}) != 1:
        return KOLOMMEN, rows, " ".join(regels.values())
    eerste = f"In alle jaren: {rows[0][-1]}." if rows else ""
    return KOLOMMEN[:-1], [row[:-1] for row in rows], " ".join([eerste, *regels.values()])
