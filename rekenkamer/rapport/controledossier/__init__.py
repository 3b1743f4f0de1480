"""Controledossier: a workbook with live formulas and a manifest, from plain rows.

The same rows give the same bytes: the only moment in the file is that of the snapshot.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

from rekenkamer.rapport.controledossier.berekening import write_berekening
from rekenkamer.rapport.controledossier.gegevens import Gegevens
from rekenkamer.rapport.controledossier.invoer import write_invoer
from rekenkamer.rapport.controledossier.keten import list_ramingsjaren
from rekenkamer.rapport.controledossier.leeswijzer import write_leeswijzer
from rekenkamer.rapport.controledossier.lijsten import write_bevindingen, write_bronnen
from rekenkamer.rapport.controledossier.manifest import build_manifest
from rekenkamer.rapport.controledossier.regels import write_regels
from rekenkamer.rapport.controledossier.rijen import Verloop
from rekenkamer.rapport.controledossier.werkmap import Werkmap
from rekenkamer.rapport.controledossier.woorden import INDICATIE

BLADEN = ("Leeswijzer", "Berekening", "Invoer", "Regels", "Bevindingen", "Bronnen")

__all__ = ["BLADEN", "Controle", "Controledossier", "Gegevens", "build_dossier"]


class Controle(NamedTuple):
    """The checks of one scenario: compared, not there on either side, a settlement nobody can see, and different."""

    scenario: str
    nagerekend_aantal: int
    niet_te_berekenen_aantal: int
    niet_te_zien_aantal: int
    afwijkend_aantal: int


@dataclass(frozen=True)
class Controledossier:
    """Both files, their names, and how many amounts were recomputed and differ from the warehouse."""

    naam: str
    xlsx: bytes
    manifest: bytes
    controles: tuple[Controle, ...]
    bron_ids: tuple[str, ...]

    @property
    def nagerekend_aantal(self) -> int:
        """How many amounts were computed a second time and compared."""
        return sum(c.nagerekend_aantal for c in self.controles)

    @property
    def niet_te_berekenen_aantal(self) -> int:
        """How many amounts neither the formulas nor the warehouse can give."""
        return sum(c.niet_te_berekenen_aantal for c in self.controles)

    @property
    def niet_te_zien_aantal(self) -> int:
        """How many amounts belong to a settlement that can't be seen, so that their 0,00 is no outcome."""
        return sum(c.niet_te_zien_aantal for c in self.controles)

    @property
    def afwijkend_aantal(self) -> int:
        """How many of them differ from the warehouse."""
        return sum(c.afwijkend_aantal for c in self.controles)

    @property
    def sha256(self) -> str:
        """Hash of the workbook as it is offered."""
        return hashlib.sha256(self.xlsx).hexdigest()


def build_dossier(g: Gegevens) -> Controledossier:
    """Both files for one gemeente, year and regeling; amounts in euros, to the cent."""
    verloop = select_verloop(g)
    jaren = sorted({v.jaar for v in verloop})
    titel = f"Controledossier SPUK {g.gemeentenaam} {g.jaar}"
    werkmap = Werkmap(titel, f"{titel}, {g.regeling}. {INDICATIE}. Snapshot {g.snapshot_id}", g.gemaakt_op)
    leeswijzer, berekening, invoer, regels, bevindingen, bronnen = (werkmap.blad(naam) for naam in BLADEN)
    regelcellen = write_regels(regels, g, jaren)
    invoercellen = write_invoer(invoer, g, jaren, regelcellen, list_ramingsjaren(g, verloop))
    uitkomsten = write_berekening(berekening, g, verloop, invoercellen, regelcellen)
    write_leeswijzer(leeswijzer, g, uitkomsten)
    write_bevindingen(bevindingen, g)
    write_bronnen(bronnen, g)
    xlsx = werkmap.sluit()
    delen = (str(deel) for deel in ("controledossier", g.gemeentecode, g.jaar, g.regeling, g.snapshot_id))
    naam = "-".join(re.sub(r"[^\w-]", "_", deel) for deel in delen)
    hashes = {blad.naam: blad.sha256 for blad in werkmap.bladen.values()}
    manifest = build_manifest(g, xlsx, f"{naam}.xlsx", hashes, uitkomsten.tel())
    controles = tuple(
        Controle(s.naam, *uitkomsten.tel(s.scenario)) for s in sorted(g.scenarios, key=lambda s: s.volgorde)
    )
    return Controledossier(naam, xlsx, manifest, controles, tuple(b.bron_id for b in g.bronnen))


def select_verloop(g: Gegevens) -> list[Verloop]:
    """The years up to the chosen one; a later peiljaar comes along when a realisation rate needs it."""
    tot = {s.scenario: g.jaar for s in g.scenarios}
    for v in g.verloop:
        peiljaar = next((s.peiljaar for s in g.scenarios if s.scenario == v.scenario), g.jaar)
        if v.jaar <= g.jaar and v.toegekend_herkomst == "realisatiegraad":
            tot[v.scenario] = max(tot.get(v.scenario, g.jaar), peiljaar)
    return [v for v in g.verloop if v.jaar <= tot.get(v.scenario, g.jaar) and v.scenario in tot]
