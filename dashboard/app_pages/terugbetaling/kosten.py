"""Costs without an amount: what they are, why they are not there, and what they would do to the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dashboard.app_pages.terugbetaling.betalen import AANGENOMEN, amount, marked
from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.data.spuk import Verloop
from dashboard.data.spuk_scenario_gaten import NIET_GELEVERD, PM, name_post, post_name
from dashboard.data.spuk_toelichting import Kostengat
from dashboard.theme.notatie import opsomming

PM_CODE = "pm"


def spent(inhoud: Inhoud, v: Verloop) -> str:
    """What was spent; nothing at all with posts missing means that there is no amount yet.

    A year may also be incomplete for another reason than its costs: then a delivered nil stands as it is.
    """
    is_aangenomen = inhoud.is_aangenomen(v)
    jaren = {v.jaar, inhoud.scenario.peiljaar} if is_aangenomen else {v.jaar}
    gaten = [g for g in inhoud.gaten if g.jaar in jaren]
    if v.besteed_eur is None or (not v.besteed_eur and not v.is_volledig and gaten):
        return _why(gaten)
    return marked(amount(v.besteed_eur), AANGENOMEN if is_aangenomen else "")


def _why(gaten: Iterable[Kostengat]) -> str:
    redenen = {g.waarde_status for g in gaten}
    return PM if redenen == {PM_CODE} else NIET_GELEVERD


def with_pm(tekst: str, gaten: Iterable[Kostengat]) -> str:
    """The calculation says `niet geleverd` of every missing amount; p.m. in the source is said as such."""
    for g in gaten:
        if g.waarde_status == PM_CODE:
            kaal = f"{name_post(g.jaar, g.post)}: "
            tekst = tekst.replace(f"{kaal}{NIET_GELEVERD}", f"{kaal}{PM}")
    return tekst


def missing_costs(inhoud: Inhoud, gedrukt: Decimal | None) -> str:
    """Which costs have no amount up to the newest year, and which way the printed outcome would go with them."""
    jaar = inhoud.jongste.jaar if inhoud.jongste else 0
    nu = [g for g in inhoud.gaten if g.jaar == jaar]
    eerder = sorted({g.jaar for g in inhoud.gaten if g.jaar < jaar and g.jaar in inhoud.risico})
    if not nu and not eerder:
        return ""
    delen = _of_year(inhoud, nu, jaar) if nu else []
    if eerder:
        delen.append(f"{'Ook over' if nu else 'Over'} {opsomming(list(map(str, eerder)))} ontbreken kosten.")
    laatste = inhoud.in_scenario("gedrukt").get(jaar)
    is_zeker = bool(nu and laatste and laatste.terugvordering_eur)
    gevolg = "wordt het lager" if is_zeker else "kan het lager worden"
    gevolg = gevolg if gedrukt else "blijft er minder reserve over"
    return f"{' '.join(delen)} Met die kosten erbij {gevolg}."


def _of_year(inhoud: Inhoud, gaten: list[Kostengat], jaar: int) -> list[str]:
    if jaar in inhoud.zonder_kosten:
        waarom = "staan nog op p.m.: er is nog geen bedrag" if _why(gaten) == PM else "zijn niet geleverd"
        return [f"Alle kosten over {jaar} {waarom}."]
    delen = []
    pm = [post_name(g.post) for g in gaten if g.waarde_status == PM_CODE]
    niet = [post_name(g.post) for g in gaten if g.waarde_status != PM_CODE]
    if pm:
        delen.append(f"De kosten voor {opsomming(pm)} in {jaar} staan nog op p.m.: er is nog geen bedrag.")
    if niet:
        delen.append(f"De kosten voor {opsomming(niet)} in {jaar} zijn niet geleverd.")
    return delen
