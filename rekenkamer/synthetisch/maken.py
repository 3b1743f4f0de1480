"""Make one synthetic set: population, deliveries, seeded errors, files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rekenkamer.synthetisch.cijfers import maak_cbs, maak_duo_cijfers, maak_iv3
from rekenkamer.synthetisch.eerder import maak_eerdere_lijst
from rekenkamer.synthetisch.fouten import EXTRA_PERSONEN, FOUT_KOP, Fout, Zaaier
from rekenkamer.synthetisch.fouten_regels import breek_regels
from rekenkamer.synthetisch.geld import maak_baten_lasten, maak_beschikkingen, maak_prijzen, maak_sisa
from rekenkamer.synthetisch.land import EERSTE_CODE, MEESTE_GEMEENTEN, Gemeente, maak_gemeenten
from rekenkamer.synthetisch.levering import Levering
from rekenkamer.synthetisch.personen import Persoon, maak_personen
from rekenkamer.synthetisch.persoonslijsten import maak_persoonsleveringen
from rekenkamer.synthetisch.schrijven import schrijf_csv, schrijf_leveringen
from rekenkamer.synthetisch.taakstelling import maak_taakstelling
from rekenkamer.synthetisch.werkboek import maak_werkboek
from rekenkamer.synthetisch.zaaien import zaai_fouten

FOUTENLIJST = "synthetisch_fouten.csv"
MAP_LEVERINGEN = "leveringen"
_NUMMERS_PER_GEMEENTE = 10_000  # of each gemeente that a set skips, so that no two sets share a person


class OngeldigeOmvang(ValueError):
    """The number of gemeenten or persons can't be made; the text is for the user."""


@dataclass(frozen=True)
class Overzicht:
    """What was made: where, how much, and which errors were put in."""

    map: Path
    leveringen: list[Path]
    gemeenten: list[Gemeente]
    personen: int
    fouten: list[Fout]


def maak_synthetisch(
    doel: Path, gemeenten: int, personen: int, zaad: int, fouten: bool = True, eerste_code: int = EERSTE_CODE
) -> Overzicht:
    """Write deliveries in every layout below `doel`; the same arguments give the same bytes.

    `<doel>/leveringen` holds the files and herkomst.yml, `<doel>/synthetisch_fouten.csv` the seeded errors (with
    `fouten=False` there are none). Two sets go together in one warehouse when their codes, counted from `eerste_code`,
    do not overlap. Raises OngeldigeOmvang when there are fewer persons than gemeenten need.
    """
    voor = eerste_code - EERSTE_CODE
    if not 1 <= gemeenten <= MEESTE_GEMEENTEN - voor:
        raise OngeldigeOmvang(f"Kies 1 tot en met {MEESTE_GEMEENTEN - voor} gemeenten.")
    if personen < 20 * gemeenten:
        raise OngeldigeOmvang(f"Kies voor {gemeenten} gemeenten ten minste {20 * gemeenten} personen.")
    r = Random(zaad)
    land = maak_gemeenten(r, gemeenten, personen, eerste_code)
    bevolking, over = maak_personen(r, land, personen, EXTRA_PERSONEN, voor * _NUMMERS_PER_GEMEENTE)
    gebroken = breek_regels(bevolking, land) if fouten else []
    leveringen = maak_leveringen(r, land, bevolking)
    gezaaid = zaai_fouten(Zaaier(leveringen, land, bevolking, over), gebroken) if fouten else []
    map_ = doel / MAP_LEVERINGEN
    schrijf_leveringen(map_, leveringen)
    schrijf_csv(doel / FOUTENLIJST, [list(FOUT_KOP), *[f.rij_tekst() for f in gezaaid]])
    return Overzicht(doel, [map_ / x.bestand for x in leveringen], land, len(bevolking), gezaaid)


def maak_leveringen(r: Random, land: list[Gemeente], bevolking: list[Persoon]) -> list[Levering]:
    """Every delivery, without errors; all figures are counted from the same persons."""
    per_gemeente: dict[str, list[Persoon]] = defaultdict(list)
    for p in bevolking:
        per_gemeente[p.gemeente.code].append(p)
    return [
        *maak_persoonsleveringen(bevolking, land),
        maak_eerdere_lijst(bevolking, land),
        maak_duo_cijfers(bevolking, land),
        *maak_taakstelling(r, per_gemeente, land),
        maak_beschikkingen(per_gemeente, land),
        maak_prijzen(),
        maak_baten_lasten(per_gemeente, land),
        *maak_sisa(per_gemeente, land),
        *maak_iv3(per_gemeente, land),
        *maak_cbs(land),
        *[maak_werkboek(g, per_gemeente[g.code]) for g in land],
    ]
