"""How DUO's list looked half a year before: what had not happened yet is empty, and an old route is still the route."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon
from rekenkamer.synthetisch.persoonslijsten import DUO_KOP, duo_rij

# a date that had not come yet takes these fields with it
_HOORT_BIJ: dict[str, dict[str, Any]] = {
    "datum_vestiging_gemeente": {},
    "einddatum_plicht": {"reden_geen_plicht": ""},
    "lbt_datum": {"lbt_resultaat": "", "lbt_score": ""},
    "datum_eerste_pip": {
        "datum_actuele_pip": None, "leerroute": "", "niveau": "", "geschatte_uren_b1": None, "alfabetisering": "",
        "startdatum_termijn": None, "einddatum_termijn": None, "verlengingsgrond": "",
    },
    "datum_aanbod": {"uren_taal_knm": None, "uren_participatie": None},
    "datum_pvt": {"pvt_verwijtbaar": ""},
    "datum_map": {"map_verwijtbaar": ""},
    "datum_afronding_z": {},
    "boete_datum": {"boete_bedrag": None},
}  # fmt: skip


def op_dag(p: Persoon, dag: date) -> Persoon | None:
    """The person as DUO knew him on an earlier day; None when DUO had not sent its notice yet."""
    if p.datum_kennisgeving > dag:
        return None
    weg: dict[str, Any] = {}
    for veld, rest in _HOORT_BIJ.items():
        if (datum := getattr(p, veld)) is not None and datum > dag:
            weg |= {veld: None, **rest}
    if p.datum_actuele_pip and p.datum_actuele_pip > dag and "datum_actuele_pip" not in weg:
        weg |= {"datum_actuele_pip": p.datum_eerste_pip, "leerroute": p.vorige_leerroute or p.leerroute,
                "niveau": p.vorig_niveau or p.niveau}  # fmt: skip
    if p.datum_aanbod and p.datum_aanbod <= dag and p.uren_taal_knm:
        weken = (dag - p.datum_aanbod).days // 7
        weg["uren_taal_knm"] = min(p.uren_taal_knm, weken * parameter("uren_per_week"))
    return replace(p, **weg)


def maak_eerdere_lijst(bevolking: list[Persoon], gemeenten: list[Gemeente]) -> Levering:
    """The earlier full list of the gemeenten that DUO delivers as CSV."""
    dag: date = parameter("eerdere_peildatum")
    los = gemeenten[-1] if len(gemeenten) > 1 else None
    toen = [op_dag(p, dag) for p in bevolking if p.gemeente is not los]
    rijen = [duo_rij(p, peildatum=dag) for p in toen if p is not None]
    return Levering(f"synthetisch_duo_personen_{dag:%Y%m%d}.csv", "duo", "DUO, inburgeraars per persoon (eerder)",
                    [Tabel(DUO_KOP, rijen)], codering="cp1252", peildatum=dag)  # fmt: skip
