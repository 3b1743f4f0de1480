"""The housing target of each gemeente by the formula of the law, and who was housed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random

from rekenkamer.synthetisch.land import Gemeente
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon

KOP = ["Halfjaar", "Peildatum", "Gemeentecode", "Gemeentenaam", "Inwoners", "Netto taakstelling", "Stand begin",
       "Correctie", "Gecorrigeerde taakstelling", "Gehuisvest", "Nog te huisvesten", "Achterstand",
       "Gekoppeld nog niet gehuisvest"]  # fmt: skip


@dataclass(frozen=True)
class Halfjaar:
    """One gemeente in one half-year."""

    code: str
    begin: int
    netto: int
    gehuisvest: int
    inwoners: int

    @property
    def opgave(self) -> int:
        """The corrected target: what was left plus what is new."""
        return self.begin + self.netto

    @property
    def eind(self) -> int:
        """What is left; positive is behind."""
        return self.opgave - self.gehuisvest


def netto_taakstelling(gemeente: Gemeente, halfjaar: str) -> int:
    """Huisvestingswet 2014, article 29: national number by inhabitants on 1 January of the year before, rounded up."""
    jaar = int(halfjaar[:4]) - 1
    landelijk = parameter("landelijke_taakstelling")[halfjaar]
    return ceil(landelijk * gemeente.inwoners[jaar] / parameter("landelijk_inwoners")[jaar])


def gehuisvest_per_dag(personen: list[Persoon]) -> Counter[date]:
    """Day -> persons housed, children included."""
    telling: Counter[date] = Counter()
    for p in personen:
        if p.datum_huisvesting:
            telling[p.datum_huisvesting] += 1 + p.kinderen
    return telling


def reken_door(r: Random, gemeente: Gemeente, personen: list[Persoon]) -> list[Halfjaar]:
    """Every half-year; each begins where the one before ended."""
    per_dag = gehuisvest_per_dag(personen)
    begin = r.randint(-5, 10)
    uit = []
    for code in parameter("landelijke_taakstelling"):
        jaar, helft = int(code[:4]), int(code[-1])
        aantal = sum(n for dag, n in per_dag.items() if dag.year == jaar and (dag.month > 6) == (helft == 2))
        regel = Halfjaar(code, begin, netto_taakstelling(gemeente, code), aantal, gemeente.inwoners[jaar - 1])
        begin = regel.eind
        uit.append(regel)
    return uit


def _rij(g: Gemeente, h: Halfjaar, dag: date, gehuisvest: int, gekoppeld: int | None) -> Rij:
    romeins = "I" if h.code.endswith("1") else "II"
    over = h.opgave - gehuisvest
    return [f"{h.code[:4]}-{romeins}", dag, g.code, g.naam, h.inwoners, h.netto, h.begin, 0, h.opgave, gehuisvest,
            max(0, over), over, gekoppeld]  # fmt: skip


def maak_taakstelling(r: Random, per_gemeente: dict[str, list[Persoon]], gemeenten: list[Gemeente]) -> list[Levering]:
    """A half-year overview, and monthly ones of the running half-year (stand on the first of the month)."""
    halfjaren: list[Rij] = []
    maanden: list[Rij] = []
    for g in gemeenten:
        personen = per_gemeente[g.code]
        verloop = reken_door(r, g, personen)
        wacht = sum(1 + p.kinderen for p in personen if p.datum_koppeling and not p.datum_huisvesting)
        for h in verloop:
            laatste = date(int(h.code[:4]), 6, 30) if h.code.endswith("1") else date(int(h.code[:4]), 12, 31)
            halfjaren.append(_rij(g, h, laatste, h.gehuisvest, wacht if h is verloop[-1] else None))
        per_dag = gehuisvest_per_dag(personen)
        jaar = int(verloop[-1].code[:4])
        for maand in range(2, 7):
            stand = date(jaar, maand, 1)
            tot_nu = sum(n for dag, n in per_dag.items() if date(jaar, 1, 1) <= dag < stand)
            maanden.append(_rij(g, verloop[-1], stand, tot_nu, None))
    return [
        Levering("synthetisch_coa_taakstelling_maanden_2025.csv", "tvs", "Taakstelling en realisatie per maand",
                 [Tabel(KOP, maanden)]),
        Levering("synthetisch_coa_taakstelling_halfjaren.xlsx", "tvs", "Taakstelling en realisatie per halfjaar",
                 [Tabel(KOP, halfjaren, "Synthetisch taakstelling", [["SYNTHETISCHE GEGEVENS: verzonnen"], []])]),
    ]  # fmt: skip
