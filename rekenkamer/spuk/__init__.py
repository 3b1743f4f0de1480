"""The calculation of SPUK repayment: pure functions on exact amounts, with every rule of law handed in as data."""

from rekenkamer.spuk.definitief import raam_definitief
from rekenkamer.spuk.dossier import Beschikking, Besteding, Dossier, FoutOnzeker, Telling
from rekenkamer.spuk.keuring import keur_regels, keur_scenario
from rekenkamer.spuk.reden import bereken_of_reden
from rekenkamer.spuk.regels import Herkomst, Parameter, Plafond, Prijs, Regels
from rekenkamer.spuk.scenario import Scenario
from rekenkamer.spuk.uitkomst import Jaaruitkomst, NietTeBerekenen, Raming, Rekenregel
from rekenkamer.spuk.verloop import bereken
from rekenkamer.spuk.verschil import JaarVerschil, Oorzaak, verklaar_verschil

__all__ = [
    "Beschikking",
    "Besteding",
    "Dossier",
    "FoutOnzeker",
    "Herkomst",
    "JaarVerschil",
    "Jaaruitkomst",
    "NietTeBerekenen",
    "Oorzaak",
    "Parameter",
    "Plafond",
    "Prijs",
    "Raming",
    "Regels",
    "Rekenregel",
    "Scenario",
    "Telling",
    "bereken",
    "bereken_of_reden",
    "keur_regels",
    "keur_scenario",
    "raam_definitief",
    "verklaar_verschil",
]
