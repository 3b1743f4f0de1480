"""Persons whose dates or levels break a rule: every list shows it, so the counts stay the same in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rekenkamer.synthetisch.fouten import BEVINDING, Zaaier
from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Examen, Persoon


@dataclass(frozen=True)
class Regel:
    """A rule of warehouse/seeds/controles/persoonsregels.csv: who can break it, how, and where that shows."""

    code: str
    lijst: str
    kolom: str
    kan: Callable[[Persoon], bool]
    breek: Callable[[Persoon], None]
    uitleg: str


def _na(dag: date | None, dagen: int) -> date:
    assert dag is not None
    return dag + timedelta(days=dagen)


def _zet(veld: str, waarde: Callable[[Persoon], object]) -> Callable[[Persoon], None]:
    return lambda p: setattr(p, veld, waarde(p))


def _pip_te_vroeg(p: Persoon) -> None:
    p.datum_eerste_pip = p.startdatum_plicht - timedelta(days=10)
    p.startdatum_termijn = p.startdatum_plicht - timedelta(days=9)


def _examen_te_laat(p: Persoon) -> None:
    p.examens.append(Examen(_na(p.einddatum_plicht, 5), "LE", "B2", "Geslaagd"))


def _gewoon(p: Persoon) -> bool:
    """Well inside the years of the figures, with a plain first PIP, and still busy."""
    plan = p.datum_eerste_pip
    ruim = p.startdatum_plicht > date(2022, 3, 1) and plan is not None and plan == p.datum_actuele_pip
    return ruim and p.einddatum_plicht is None


REGELS = (
    Regel("a2_in_onderwijsroute", "duo_personen", "Niveau", lambda p: _gewoon(p) and p.leerroute == "O",
          _zet("niveau", lambda p: "A2"), "de onderwijsroute vraagt B1"),
    Regel("b1_in_z_route", "duo_personen", "Niveau", lambda p: _gewoon(p) and p.leerroute == "Z",
          _zet("niveau", lambda p: "B1"), "de Z-route kent geen B1"),
    Regel("a2_bij_eerste_pip", "duo_personen", "Niveau",
          lambda p: _gewoon(p) and p.leerroute == "B" and not p.examens, _zet("niveau", lambda p: "A2"),
          "afschalen kan niet in het eerste PIP"),
    Regel("pip_voor_start_plicht", "duo_personen", "Dagtekening eerste PIP",
          lambda p: _gewoon(p) and p.leerroute == "B" and p.niveau == "B1", _pip_te_vroeg,
          "tien dagen voor het begin van de plicht"),
    Regel("pvt_voor_start_termijn", "duo_personen", "Datum ondertekening PVT",
          lambda p: _gewoon(p) and p.datum_pvt is not None,
          _zet("datum_pvt", lambda p: _na(p.startdatum_termijn, -15)), "vijftien dagen voor de termijn"),
    Regel("map_voor_start_termijn", "duo_personen", "Datum eindgesprek MAP",
          lambda p: _gewoon(p) and p.datum_map is not None,
          _zet("datum_map", lambda p: _na(p.startdatum_termijn, -12)), "twaalf dagen voor de termijn"),
    Regel("actuele_pip_voor_eerste", "duo_personen", "Dagtekening PIP",
          lambda p: _gewoon(p) and p.doelgroep == "gezinsmigrant" and (
              p.datum_eerste_pip or p.startdatum_plicht) > _na(p.startdatum_plicht, 40),
          _zet("datum_actuele_pip", lambda p: _na(p.datum_eerste_pip, -20)), "een nieuw PIP van voor het eerste"),
    Regel("huisvesting_voor_koppeling", "tvs_personen", "Gehuisvest op",
          lambda p: _gewoon(p) and p.kinderen == 0 and p.datum_huisvesting is not None
          and p.datum_huisvesting < date(2025, 1, 1),
          _zet("datum_koppeling", lambda p: _na(p.datum_huisvesting, 5)), "gehuisvest voor de koppeling"),
    Regel("examen_na_einde_plicht", "duo_examens", "Examendatum",
          lambda p: bool(p.examens) and p.einddatum_plicht is not None
          and _na(p.einddatum_plicht, 5) <= parameter("peildatum"), _examen_te_laat, "na het einde van de plicht"),
)  # fmt: skip


def breek_regels(bevolking: list[Persoon], land: list[Gemeente]) -> list[tuple[Regel, Persoon]]:
    """Change one person per rule, before anything is counted; a rule that nobody can break is left out."""
    los = land[-1] if len(land) > 1 else None
    gebruikt: set[int] = set()
    uit = []
    for regel in REGELS:
        kandidaten = (p for p in bevolking if p.gemeente is not los and p.nummer not in gebruikt and regel.kan(p))
        if persoon := next(kandidaten, None):
            regel.breek(persoon)
            gebruikt.add(persoon.nummer)
            uit.append((regel, persoon))
    return uit


def noteer_regels(z: Zaaier, gebroken: list[tuple[Regel, Persoon]]) -> None:
    """Write down where each broken rule shows."""
    for regel, persoon in gebroken:
        levering = z.levering(regel.lijst)
        tabel = levering.tabel
        kop = "V-nummer" if regel.lijst == "tvs_personen" else "BSN"
        nummer = persoon.v_nummer if regel.lijst == "tvs_personen" else persoon.bsn
        rijen = [i for i, rij in enumerate(tabel.rijen) if rij[tabel.kolom(kop)] == nummer]
        z.noteer(regel.code.replace("_", " "), levering, tabel, rijen[-1], regel.kolom, BEVINDING, regel.code,
                 regel.uitleg, persoon.gemeente)  # fmt: skip
