"""What the page shows for one gemeente, regeling and scenario, gathered once per run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.data import spuk
from dashboard.data import spuk_toelichting as toelichting
from dashboard.data.spuk import Bestedingstatus, Rekenregel, Risico, Scenario, Vergelijking, Verloop, Vloer
from dashboard.data.spuk_regelingen import (
    BESCHIKT,
    GEBUNDELD,
    Beschikking,
    Regeling,
    list_beschikkingen,
    list_terugvorderingen,
)
from dashboard.data.spuk_toelichting import Cohorttelling, FoutOnzeker, Kostengat, Peilbesteding, Plafondregel
from dashboard.state import Context

# Nothing in it is an estimate of ours: every amount stands in a source. See zinnen.WAAROM_GEDRUKT.
EERSTE_SCENARIO = "gedrukt"
# The variant that lets the inferred ceiling begin in a year: what must be spent in that year follows from it.
NIEUWE_REGEL = "nieuw_plafond_{jaar}"
PLAFOND = "plafond"  # the only rule for a reserve that is known


@dataclass(frozen=True)
class Inhoud:
    """Rows of one gemeente and regeling; `verloop`, `bedragen` and `vloeren` are of the chosen scenario, by year.

    `gedrukte_vloeren` and `nieuwe_vloeren` are those of the printed amounts, by the rule as it was and by the
    inferred rule that would begin in the next year. `uitkering` is empty where nobody can mistake the grant.
    `brieven` are the amounts of this grant that were delivered, `gaten` its costs without an amount.
    """

    naam: str
    regeling: str
    scenario: Scenario
    risico: dict[int, Risico]
    verloop: dict[int, Verloop]
    bedragen: dict[int, Vergelijking]
    vloeren: dict[int, Vloer]
    alle: tuple[Vergelijking, ...]
    statussen: tuple[Bestedingstatus, ...] = ()
    zonder_kosten: tuple[int, ...] = ()
    per_scenario: tuple[Verloop, ...] = ()
    gedrukte_vloeren: dict[int, Vloer] = field(default_factory=dict)
    nieuwe_vloeren: dict[int, Vloer] = field(default_factory=dict)
    uitkering: str = ""
    reserve_regel: str | None = None
    terugvorderingen: tuple[Beschikking, ...] = ()
    brieven: tuple[Beschikking, ...] = ()
    gaten: tuple[Kostengat, ...] = ()
    fouten: tuple[FoutOnzeker, ...] = ()
    peil: tuple[Peilbesteding, ...] = ()
    tellingen: tuple[Cohorttelling, ...] = ()
    plafonds: tuple[Plafondregel, ...] = ()

    @property
    def jongste(self) -> Risico | None:
        """The newest year that can be computed with the amounts as printed; its range may still be missing."""
        return next((r for r in self.risico.values() if r.is_jongste_jaar), None)

    @property
    def is_gebundeld(self) -> bool:
        """Whether the source printed one sum of more grants."""
        return any(v.is_gebundeld for v in self.verloop.values())

    @property
    def kent_reserve(self) -> bool:
        """Whether the rule is known for what may stay in reserve; without it no underspending is computed."""
        return self.reserve_regel in (None, PLAFOND)

    def is_aangenomen(self, v: Verloop) -> bool:
        """Whether what was spent in this year is the amount of the peiljaar and not a delivered one."""
        return any(
            (p.scenario, p.jaar, p.bedrag_eur) == (v.scenario, v.jaar, v.besteed_eur)
            for p in self.peil
            if p.bedrag_eur is not None
        )

    def per_jaar(self, jaar: int) -> list[Verloop]:
        """One year in every scenario."""
        return [v for v in self.per_scenario if v.jaar == jaar]

    def in_scenario(self, scenario: str) -> dict[int, Verloop]:
        """Every year in one scenario."""
        return {v.jaar: v for v in self.per_scenario if v.scenario == scenario}


def load_inhoud(c: Context, risico: Sequence[Risico], regeling: Regeling, scenario: Scenario) -> Inhoud:
    """Everything but the lines of the calculation, which depend on the chosen year."""
    code, welke = c.code or "", regeling.regeling
    eigen = sorted((r for r in risico if r.gemeentecode == code), key=lambda r: r.jaar)
    alle = tuple(v for v in spuk.list_vergelijking(c.snapshot, code) if v.regeling == welke)
    verloop = tuple(
        sorted((v for v in spuk.list_verloop(c.snapshot, code) if v.regeling == welke), key=lambda v: v.jaar)
    )
    jaren = {v.jaar for v in verloop}
    gedrukt = _vloeren(c, welke, EERSTE_SCENARIO)
    nieuw = {jaar: _vloeren(c, welke, NIEUWE_REGEL.format(jaar=jaar + 1)).get(jaar) for jaar in gedrukt}
    return Inhoud(
        naam=c.naam or "",
        regeling=welke,
        scenario=scenario,
        risico={r.jaar: r for r in eigen if r.regeling == welke},
        verloop={v.jaar: v for v in verloop if v.scenario == scenario.scenario},
        bedragen={v.jaar: v for v in alle if v.scenario == scenario.scenario},
        vloeren=_vloeren(c, welke, scenario.scenario),
        alle=alle,
        zonder_kosten=tuple(v.jaar for v in verloop if v.scenario == EERSTE_SCENARIO and lacks_costs(v)),
        statussen=tuple(s for s in spuk.list_bestedingstatus(c.snapshot, code, welke) if s.jaar in jaren),
        per_scenario=verloop,
        gedrukte_vloeren=gedrukt,
        nieuwe_vloeren={jaar: vloer for jaar, vloer in nieuw.items() if vloer},
        uitkering=regeling.label if len({r.regeling for r in eigen}) > 1 or welke != GEBUNDELD else "",
        reserve_regel=regeling.reserve_regel,
        terugvorderingen=list_terugvorderingen(c.snapshot, code),
        brieven=tuple(
            b
            for b in list_beschikkingen(c.snapshot, code)
            if b.regeling == welke and b.soort in BESCHIKT and b.bedrag_eur is not None
        ),
        **_toelichting(c, welke),
    )


def _toelichting(c: Context, regeling: str) -> dict[str, Any]:
    code = c.code or ""
    return {
        "gaten": toelichting.list_kostengaten(c.snapshot, code, regeling),
        "fouten": toelichting.list_fouten(c.snapshot, code, regeling),
        "peil": toelichting.list_peilbestedingen(c.snapshot, code, regeling),
        "tellingen": toelichting.list_cohorttellingen(c.snapshot, code),
        "plafonds": toelichting.list_plafondregels(c.snapshot),
    }


def _vloeren(c: Context, regeling: str, scenario: str) -> dict[int, Vloer]:
    return {v.jaar: v for v in spuk.list_vloeren(c.snapshot, c.code or "", regeling, scenario)}


def lacks_costs(v: Verloop) -> bool:
    """An outcome that stands on no delivered costs at all: spending would make it lower."""
    return v.terugvordering_eur is not None and not v.besteed_eur and not v.is_volledig


def list_bron_ids(inhoud: Inhoud, regels: Sequence[Rekenregel]) -> list[str | None]:
    """Every delivery behind the page."""
    brieven = [v.bron_id for v in inhoud.verloop.values()]
    return [*brieven, *(s.bron_id for s in inhoud.statussen), *(r.bron_id for r in regels)]
