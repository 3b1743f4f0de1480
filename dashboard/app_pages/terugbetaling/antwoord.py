"""The answer under the question: what may have to go back, from what is known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.app_pages.terugbetaling import betalen
from dashboard.app_pages.terugbetaling.betalen import ZONDER, euro_zin
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.components.opmaak import letterlijk
from dashboard.data.spuk import Risico
from dashboard.theme.notatie import hoofdletter, opsomming

ZONDER_ZIN = " De bron geeft één bedrag per jaar: de vaststelling is niet te zien en kan er nog bij komen."


def answer(inhoud: Inhoud) -> str:
    """The range since the first year and the amount as printed; else what the settlements say."""
    jongste = inhoud.jongste
    if jongste is None:
        return _without_outcome(inhoud)
    uit = betalen.outcomes(jongste, "cumulatief_")
    zin = _range(inhoud, jongste, uit) if betalen.is_whole_range(uit) else _loose(inhoud, uit)
    later = known_settlements([r for r in inhoud.risico.values() if r.jaar > jongste.jaar], inhoud.naam)
    erbij = f" {hoofdletter(later)}." if later else ""
    return f"**{zin}.**{erbij} {_caution(inhoud, jongste)}"


def _what(inhoud: Inhoud) -> str:
    return f"SPUK ({letterlijk(inhoud.uitkering)})" if inhoud.uitkering else "SPUK"


def _range(inhoud: Inhoud, jongste: Risico, uit: dict[str, Decimal | None]) -> str:
    """All scenarios have an outcome."""
    over, zonder = f"over {period(inhoud)}", jongste.cumulatief_is_zonder_vaststelling
    laagste, hoogste, gedrukt = jongste.cumulatief_laagste_eur, jongste.cumulatief_hoogste_eur, uit["gedrukt"]
    bron = "niets" if not gedrukt and not zonder else euro_zin(gedrukt)
    bron = (f"ten minste {bron}, {ZONDER}" if gedrukt else f"{bron} {ZONDER}") if zonder else bron
    bron = f"met de bedragen zoals de bron ze geeft is dat {bron}"
    if not hoogste:
        return f"{inhoud.naam} hoeft {over} in geen enkel scenario {_what(inhoud)} terug te betalen" + (
            f"; {bron}" if zonder else ""
        )
    van, tot = euro_zin(laagste), euro_zin(hoogste)
    kaal = f" ({ZONDER})" if zonder and laagste in (uit["laag"], gedrukt) else ""
    bereik = tot if van == tot else f"tussen {van}{kaal} en {tot}"
    return f"{inhoud.naam} moet {over} misschien {bereik} {_what(inhoud)} terugbetalen; {bron}"


def _loose(inhoud: Inhoud, uit: dict[str, Decimal | None]) -> str:
    """A scenario is missing, so there is no upper end: each known amount with its scenario."""
    jaren = [str(j) for j in inhoud.zonder_kosten]
    noten = {"gedrukt": f"zonder kosten over {opsomming(jaren)}"} if jaren else {}
    return (
        f"{inhoud.naam} moet over {period(inhoud)} misschien {betalen.loose_words(uit, noten)} {_what(inhoud)}"
        f" terugbetalen; het kan ook meer zijn: {betalen.missing_words(uit)}"
    )


def _without_outcome(inhoud: Inhoud) -> str:
    """No year has an outcome; a settlement that is known is still known."""
    rows = list(inhoud.risico.values())
    bekend = known_settlements(rows, inhoud.naam)
    if not bekend:
        kern = f"Wat {inhoud.naam} misschien moet terugbetalen van {_what(inhoud)}, is van geen enkel jaar te berekenen"
        zonder = any(r.is_zonder_vaststelling for r in rows)
        waarom = " De vaststelling is niet te zien: de bron geeft één bedrag." if zonder else ""
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
    if inhoud.reserve_regel == "onbekend":
        return "of een rest mee mag naar een volgend jaar, is van deze uitkering niet bekend"
    jaren = [str(v.jaar) for v in inhoud.verloop.values() if v.betaald_eur is not None and v.besteed_eur is None]
    if jaren:
        return f"over {opsomming(jaren)} is van deze uitkering geen besteding geleverd"
    return "daarvoor ontbreken gegevens; per jaar staat hieronder welke"


def _caution(inhoud: Inhoud, jongste: Risico) -> str:
    heel = "" if jongste.cumulatief_is_volledig else " Niet alles is geleverd; wat ontbreekt, staat hieronder per jaar."
    jaren = [str(j) for j in inhoud.zonder_kosten]
    kaal = (
        f" Over {opsomming(jaren)} zijn geen kosten geleverd; met kosten erbij wordt het bedrag lager." if jaren else ""
    )
    zonder = ZONDER_ZIN if jongste.cumulatief_is_zonder_vaststelling else ""
    return f"Dit is een indicatie, geen beschikking.{zonder}{kaal or heel} {_later(inhoud)}".strip()


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
