"""Two counts of one cohort that do not agree: for midden and hoog the count decides the outcome."""

from __future__ import annotations

from fractions import Fraction

from dashboard.app_pages.terugbetaling.inhoud import Inhoud
from dashboard.app_pages.terugbetaling.zinnen import GERAAMD
from dashboard.data.spuk_toelichting import Cohorttelling
from dashboard.theme.notatie import getal

GRENS = Fraction(1, 3)  # of the larger count; smaller differences say little in groups of this size
GEMAAKT = (
    "Dit verschil bepaalt de uitkomst van midden en hoog, want die rekenen met de dossiers; vraag DUO om de aantallen."
    " Dossiers: bij de gemeente geopend, alleen statushouders. Huisvesting: gehuisveste statushouders van dat jaar maal"
    " het deel dat moet inburgeren (PA)."
)


def count_lines(inhoud: Inhoud) -> list[str]:
    """One line per cohort whose two full counts are more than a third apart; none when no outcome rests on them."""
    if not any(v.toegekend_herkomst in GERAAMD for v in inhoud.per_scenario):
        return []
    per: dict[int, dict[str, Cohorttelling]] = {}
    for t in inhoud.tellingen:
        if t.aantal is not None and (t.is_volledig or t.telling_bron == "duo"):
            per.setdefault(t.cohort, {})[t.telling_bron] = t
    return [_line(cohort, rij) for cohort, rij in sorted(per.items()) if _differs(rij)]


def _differs(rij: dict[str, Cohorttelling]) -> bool:
    """A count of DUO goes before both, so that nothing needs to be asked."""
    if "duo" in rij or not {"dossier", "huisvesting"} <= set(rij):
        return False
    dossier, huis = (Fraction(rij[bron].aantal or 0) for bron in ("dossier", "huisvesting"))
    return abs(dossier - huis) > GRENS * max(dossier, huis)


def _line(cohort: int, rij: dict[str, Cohorttelling]) -> str:
    return (
        f"Dossiers {cohort}: {getal(rij['dossier'].aantal)}. Uit de huisvesting geschat:"
        f" {getal(rij['huisvesting'].aantal)}."
    )
