"""The answer under the question: what may have to go back, from what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.app_pages.terugbetaling import betalen
from dashboard.app_pages.terugbetaling.betalen import euro_zin
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.kosten import missing_costs
from dashboard.app_pages.terugbetaling.vaststelling import which_years, why_hidden
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Risico
from dashboard.theme.notatie import hoofdletter, opsomming

NIET_TE_ZIEN = "De vaststelling{welke} is niet te zien; daardoor kan het hoger worden."
GEEN_REGEL = "Of een rest ook terug moet, is niet bekend: die regel is niet gevonden."


def answer(inhoud: Inhoud) -> str:
    """The range since the first year and the amount as printed; else what the settlements say."""
    jongste = inhoud.jongste
    if jongste is None:
        return _without_outcome(inhoud)
    uit = betalen.outcomes(jongste, "cumulatief_")
    later = known_settlements([r for r in inhoud.risico.values() if r.jaar > jongste.jaar], inhoud.naam)
    delen = [
        f"**{_ranges(inhoud, jongste, uit)}**",
        f"{hoofdletter(later)}." if later else "",
        *_as_printed(inhoud, jongste, uit["gedrukt"]),
        "Dit is een indicatie, geen beschikking.",
        _later(inhoud),
    ]
    return " ".join(d for d in delen if d)


def _what(inhoud: Inhoud) -> str:
    return f"SPUK ({letterlijk(inhoud.uitkering)})" if inhoud.uitkering else "SPUK"


def _ranges(inhoud: Inhoud, jongste: Risico, uit: dict[str, Decimal | None]) -> str:
    """What holds without a settlement and what holds with our estimate of it: never one range of both."""
    zonder = _without_settlement(inhoud, jongste)
    kaal = {naam: w for naam, w in uit.items() if naam in zonder and w is not None}
    met = {naam: w for naam, w in uit.items() if naam not in zonder}
    if not kaal:
        rest = f" Het kan ook meer zijn: {betalen.missing_words(uit)}." if not betalen.is_whole_range(uit) else ""
        return f"{_sentence(inhoud, uit, [])}{rest}"
    if not any(w is not None for w in met.values()):
        rest = f" Met de vaststelling kan het meer zijn: {betalen.missing_words(met)}." if met else ""
    else:
        rest = f" Met onze raming van de vaststelling erbij is dat {betalen.span_words(met)}."
    return f"{_sentence(inhoud, kaal, [f'de vaststelling{which_years(inhoud)}'])}{rest}"


def _without_settlement(inhoud: Inhoud, jongste: Risico) -> set[str]:
    """The scenarios whose sum lacks a settlement; without rows per scenario: the two that believe the source."""
    per = {v.scenario: v.cumulatief_is_zonder_vaststelling for v in inhoud.alle if v.jaar == jongste.jaar}
    if not jongste.cumulatief_is_zonder_vaststelling:
        return set()
    return {naam for naam in betalen.SCENARIOS if per.get(naam, naam in ("laag", "gedrukt"))}


def _sentence(inhoud: Inhoud, uit: Mapping[str, Decimal | None], zonder: list[str]) -> str:
    """One range in one sentence; what is not in it stands in front."""
    zonder = [*zonder, *([] if inhoud.kent_reserve else ["de onderbesteding"])]
    over, wat = f"over {period(inhoud)}", _what(inhoud)
    werkwoord, rest = "moet", f"misschien {betalen.span_words(uit)} {wat} terugbetalen"
    if not any(uit.values()):
        is_zeker = betalen.is_whole_range(uit) and not zonder
        werkwoord = "hoeft"
        rest = f"{f'in geen enkel scenario {wat}' if is_zeker else f'misschien geen {wat}'} terug te betalen"
    voor = f"Zonder {opsomming(zonder)} {werkwoord} {inhoud.naam}" if zonder else f"{inhoud.naam} {werkwoord}"
    return f"{voor} {over} {rest}."


def _as_printed(inhoud: Inhoud, jongste: Risico, gedrukt: Decimal | None) -> list[str]:
    """The amount of the source, and what would make it lower or higher."""
    kosten = missing_costs(inhoud, gedrukt)
    onvolledig = inhoud.kent_reserve and not kosten and not jongste.cumulatief_is_volledig
    welke = opsomming([s for s in betalen.SCENARIOS if _is_incomplete(inhoud, s, jongste.jaar)])
    wie = f"Voor {welke} is niet alles" if welke and "gedrukt" not in welke else "Niet alles is"
    return [
        f"Met de bedragen van de bron: {euro_zin(gedrukt)}.",
        kosten,
        f"{wie} geleverd; kies een scenario om te zien wat ontbreekt." if onvolledig else "",
        NIET_TE_ZIEN.format(welke=which_years(inhoud)) if jongste.cumulatief_is_zonder_vaststelling else "",
        "" if inhoud.kent_reserve else GEEN_REGEL,
    ]


def _is_incomplete(inhoud: Inhoud, scenario: str, tot: int) -> bool:
    return any(not v.is_volledig for v in inhoud.in_scenario(scenario).values() if v.jaar <= tot)


def _without_outcome(inhoud: Inhoud) -> str:
    """No sum has an outcome; a settlement that is known, or what the accountant found, is still known."""
    rows = list(inhoud.risico.values())
    fouten = [f"{euro_zin(f.fout_onzeker_eur)} over {f.jaar}" for f in inhoud.fouten if f.jaar in inhoud.risico]
    fout = f"wat de accountant fout of onzeker noemt, moet misschien terug: {opsomming(fouten)}" if fouten else ""
    bekend = "; ".join(deel for deel in (known_settlements(rows, inhoud.naam), fout) if deel)
    if not bekend:
        kern = f"Wat {inhoud.naam} misschien moet terugbetalen van {_what(inhoud)}, is van geen enkel jaar te berekenen"
        zonder = any(r.is_zonder_vaststelling for r in rows)
        waarom = f" De vaststelling is niet te zien. {why_hidden(inhoud)}".rstrip() if zonder else ""
        return f"**{kern}.**{waarom} {hoofdletter(why_no_underspending(inhoud))}."
    som = next((r.vaststelling_terug_bekend_eur for r in rows), None)
    meer = sum(1 for r in rows if (r.vaststelling_bekend_eur or 0) > 0) > 1
    samen = f" Samen moet uit de vaststelling ten minste {euro_zin(som)} terug." if meer and som else ""
    return (
        f"**{_what(inhoud)}: {bekend}; de onderbesteding is niet te berekenen.**{samen}"
        f" {hoofdletter(why_no_underspending(inhoud))}. Dit is een indicatie, geen beschikking."
    )


def known_settlements(rows: Sequence[Risico], naam: str) -> str:
    """Per year what the letters say: what must go back, what is received afterwards, or nil."""
    delen = []
    for r in rows:
        verschil = r.vaststelling_bekend_eur
        if verschil is not None and verschil > 0:
            delen.append(f"uit de vaststelling van {r.jaar} moet ten minste {euro_zin(verschil)} terug")
        elif verschil is not None and verschil < 0:
            delen.append(f"over {r.jaar} krijgt {naam} {euro_zin(-verschil)} na")
    nul = [str(r.jaar) for r in rows if r.vaststelling_bekend_eur == 0]
    return "; ".join(delen + ([f"de vaststelling van {opsomming(nul)} kwam uit op nul"] if nul else []))


def why_no_underspending(inhoud: Inhoud) -> str:
    """Why the second kind of repayment can't be computed."""
    if not inhoud.kent_reserve:
        return "of een rest mee mag naar een volgend jaar, is van deze uitkering niet bekend"
    jaren = [str(v.jaar) for v in inhoud.verloop.values() if v.betaald_eur is not None and v.besteed_eur is None]
    if jaren:
        return f"over {opsomming(jaren)} is van deze uitkering geen besteding geleverd"
    return "daarvoor ontbreken gegevens; per jaar staat hieronder welke"


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
