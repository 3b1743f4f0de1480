"""Rows of the overview on what may have to go back of the SPUK, in the words of the page on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.app_pages.terugbetaling.betalen import NIET_TE_BEREKENEN, outcomes, range_words
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Risico
from dashboard.theme.notatie import jaren_zin, opsomming

ZONDER_JAAR = "van geen enkel jaar een uitkomst"
INDICATIE = "een indicatie, geen beschikking"


def payback_rows(risico: Sequence[Risico], code: str, namen: Mapping[str, str]) -> list[list[str]]:
    """One row per grant of the gemeente, from its first year up to the newest that can be computed."""
    per: dict[str, list[Risico]] = {}
    for r in risico:
        if r.gemeentecode == code:
            per.setdefault(r.regeling, []).append(r)
    if not per:
        return [[_onderwerp(""), NIET_TE_BEREKENEN, ZONDER_JAAR]]
    return [_rij(rows, letterlijk(namen.get(welke, welke)) if len(per) > 1 else "") for welke, rows in per.items()]


def _rij(rows: Sequence[Risico], naam: str) -> list[str]:
    jongste = next((r for r in rows if r.is_jongste_jaar), None)
    if jongste is None:
        return [_onderwerp(naam), NIET_TE_BEREKENEN, ZONDER_JAAR]
    uit = outcomes(jongste, "cumulatief_")
    jaren = [r.jaar for r in rows if r.jaar <= jongste.jaar]
    leeg = [scenario for scenario, waarde in uit.items() if waarde is None]
    mist = f"; scenario{'’s' if len(leeg) > 1 else ''} {opsomming(leeg)}: {NIET_TE_BEREKENEN}" if leeg else ""
    bereik = range_words(uit, jongste.cumulatief_is_zonder_vaststelling)
    return [_onderwerp(naam), bereik, f"{jaren_zin(jaren)}; {INDICATIE}{mist}"]


def _onderwerp(naam: str) -> str:
    return f"SPUK{f' ({naam})' if naam else ''}: misschien terug te betalen"
