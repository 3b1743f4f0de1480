"""What the page shows for one gemeente, regeling and scenario, gathered once per run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.data import spuk
from dashboard.data.spuk import Bestedingstatus, Rekenregel, Risico, Scenario, Vergelijking, Verloop, Vloer
from dashboard.state import Context

# Nothing in it is an estimate of ours: every amount stands in a source. See zinnen.WAAROM_GEDRUKT.
EERSTE_SCENARIO = "gedrukt"
GEBUNDELD = "gebundeld"


@dataclass(frozen=True)
class Inhoud:
    """Rows of one gemeente and regeling; `verloop`, `bedragen` and `vloeren` are of the chosen scenario, by year."""

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

    @property
    def jongste(self) -> Risico | None:
        """The newest year that can be computed with the amounts as printed; its range may still be missing."""
        return next((r for r in self.risico.values() if r.is_jongste_jaar), None)

    @property
    def is_gebundeld(self) -> bool:
        """Whether the source printed one sum of more grants."""
        return any(v.is_gebundeld for v in self.verloop.values())


def load_inhoud(c: Context, risico: Sequence[Risico], regeling: str, scenario: Scenario) -> Inhoud:
    """Everything but the lines of the calculation, which depend on the chosen year."""
    code = c.code or ""
    alle = tuple(v for v in spuk.list_vergelijking(c.snapshot, code) if v.regeling == regeling)
    verloop = spuk.list_verloop(c.snapshot, code)
    return Inhoud(
        naam=c.naam or "",
        regeling=regeling,
        scenario=scenario,
        risico={r.jaar: r for r in risico if r.gemeentecode == code and r.regeling == regeling},
        verloop={v.jaar: v for v in verloop if v.regeling == regeling and v.scenario == scenario.scenario},
        bedragen={v.jaar: v for v in alle if v.scenario == scenario.scenario},
        vloeren={v.jaar: v for v in spuk.list_vloeren(c.snapshot, code, regeling, scenario.scenario)},
        alle=alle,
        zonder_kosten=tuple(
            v.jaar for v in verloop if v.regeling == regeling and v.scenario == EERSTE_SCENARIO and lacks_costs(v)
        ),
        statussen=spuk.list_bestedingstatus(c.snapshot, code, regeling),
    )


def lacks_costs(v: Verloop) -> bool:
    """An outcome that stands on no delivered costs at all: spending would make it lower."""
    return v.te_betalen_eur is not None and not v.besteed_eur and not v.is_volledig


def default_regeling(regelingen: Sequence[str]) -> int:
    """A grant of its own goes before a printed sum of grants."""
    return next((i for i, r in enumerate(regelingen) if r != GEBUNDELD), 0)


def list_bron_ids(inhoud: Inhoud, regels: Sequence[Rekenregel]) -> list[str | None]:
    """Every delivery behind the page."""
    return [*(v.bron_id for v in inhoud.verloop.values()), *(r.bron_id for r in regels)]
