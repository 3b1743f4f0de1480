"""An outcome for every dossier: when a delivery can't be calculated with, the reason stands in its place."""

from __future__ import annotations

from rekenkamer.spuk.dossier import UITKERINGEN, Dossier
from rekenkamer.spuk.regels import Regels
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import Jaaruitkomst
from rekenkamer.spuk.verloop import bereken


def bereken_of_reden(dossier: Dossier, scenario: Scenario, regels: Regels) -> tuple[Jaaruitkomst, ...]:
    """As `bereken`, but a refused dossier gives per year with a beschikking a row without figures and the reason.

    Check the rules and the scenario first (`keur_regels`, `keur_scenario`): a mistake there is not in the delivery.
    """
    try:
        return bereken(dossier, scenario, regels)
    except ValueError as fout:
        reden = str(fout)
    jaren = {b.jaar for b in dossier.beschikkingen if b.soort in UITKERINGEN and b.jaar >= scenario.beginjaar}
    return tuple(_zonder_uitkomst(jaar, reden) for jaar in sorted(jaren))


def _zonder_uitkomst(jaar: int, reden: str) -> Jaaruitkomst:
    return Jaaruitkomst(
        jaar=jaar,
        betaald=None,
        toegekend=None,
        toegekend_herkomst="onbekend",
        besteed=None,
        reserve_begin=None,
        overschot=None,
        plafond=None,
        terugvordering=None,
        reserve_eind=None,
        vaststelling_verschil=None,
        te_betalen=None,
        fout_onzeker=None,
        te_ontvangen=None,
        bestedingsvloer=None,
        regelversie=None,
        regel_status="onbekend",
        is_volledig=False,
        ontbreekt=(reden,),
        rust_op=(),
        rekenregels=(),
    )
