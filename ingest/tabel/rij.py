"""One record of a flat table while it is being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeente
from ingest.layout import Kolom, TabelLayout
from ingest.waarden.perioden import Periode
from ingest.waarden.waarde import Waarde

INGETROKKEN = Waarde("ingetrokken", None, "niet_geleverd")
_INTREKKING = frozenset({"intrekking", "ingetrokken", "intrekken", "vervallen", "verwijderd", "verwijderen"})
_GEWOON = frozenset({"", "nieuw", "wijziging", "gewijzigd", "correctie", "ongewijzigd", "mutatie"})
_VOORBEELD = frozenset({"voorbeeld", "gm0000"})


class Overgeslagen(Exception):
    """A row that holds nothing of its own, such as the printed total of a table with one gemeente."""


def is_voorbeeld(cellen: list[str]) -> bool:
    """Whether a row is the example of a template."""
    return any(c.strip().lower() in _VOORBEELD for c in cellen if 6 <= len(c) <= 12)


def lees_mutatie(rij: Rij, kolom: str) -> bool:
    """Whether this row withdraws earlier figures; raises RijFout for a word that says neither."""
    woord = rij.tekst(kolom).strip().lower()
    if woord not in _INTREKKING | _GEWOON:
        raise RijFout(
            rij.plaats(kolom), rij.tekst(kolom), f"'{rij.tekst(kolom)}' is geen bekende mutatie.",
            "Vul in: nieuw, wijziging of intrekking, of laat de cel leeg.", "onbekende mutatie",
        )  # fmt: skip
    return woord in _INTREKKING


@dataclass
class Rij:
    """Prints per column plus what they mean. `plaats` gives the place of a column in the file."""

    layout: TabelLayout
    nummer: int
    teksten: dict[str, str]
    plaats: Callable[[str], str]
    perioden: dict[str, Periode] = field(default_factory=dict)
    termen: dict[str, str] = field(default_factory=dict)
    datum: date | None = None
    peildatum: date | None = None
    gemeente: Gemeente | None = None
    groep: list[Gemeente] = field(default_factory=list)
    ingetrokken: bool = False

    def tekst(self, kolom: str) -> str:
        """The print in a column; '' when the column is not there."""
        return self.teksten.get(kolom, "")

    @property
    def periode(self) -> Periode | None:
        """The period of this row: a half-year wins over a year."""
        for naam in ("halfjaar", "jaar", "uitkeringsjaar", "periode"):
            if naam in self.perioden:
                return self.perioden[naam]
        return None

    def eenheid(self, kolom: Kolom) -> str:
        """The unit of a measured column; in the printed figures it follows from the indicator."""
        if kolom.indicator != "gedrukt":
            return kolom.eenheid
        indicator = self.tekst("indicator").lower()
        if indicator.endswith("_pct"):
            return "procent"
        return "euro" if indicator in ("lasten", "baten", "spuk_prijs") else "personen"

    def maak_cel(self, blad: str | None, kolom: Kolom, eenheid: str, plaats: str, waarde: Waarde) -> Cel:
        """The measured cell with every dimension this row gives."""
        periode = self.periode or Periode("totaal")
        een = self.groep[0] if len(self.groep) == 1 else self.gemeente
        deelnemers = "|".join(sorted(g.code for g in self.groep)) if len(self.groep) > 1 else None
        return Cel(
            layout=self.layout.layout, blad=blad, rij=self.nummer, kolom=plaats, indicator=str(kolom.indicator),
            eenheid=eenheid, waarde_ruw=str(waarde.ruw), waarde=waarde.waarde, waarde_status=waarde.status,
            periode=periode.code, jaar=periode.jaar, halfjaar=periode.halfjaar, periode_van_datum=periode.van,
            periode_tot_datum=periode.tot, peildatum=self.peildatum, tabel=self.tekst("tabel") or None,
            bladzijde=self.tekst("bladzijde") or None, gemeentecode=een.code if een else None,
            gemeentenaam=een.naam if een else None, deelnemers=deelnemers, doelgroep=self.termen.get("doelgroep"),
            status_bedrag=self.termen.get("status_bedrag"), toelichting="met * gedrukt" if waarde.ster else None,
        )  # fmt: skip


def controleer_keuze(rij: Rij, kolom: str, waarde: str) -> None:
    """Raise RijFout when a value is not in the list that the layout gives for its column."""
    keuzes = rij.layout.kolom(kolom).waarden
    if waarde in keuzes:
        return
    dichtbij = get_close_matches(waarde, keuzes, n=1, cutoff=0.6)
    doe = f"Bedoelt u '{dichtbij[0]}'? " if dichtbij else ""
    raise RijFout(
        rij.plaats(kolom), rij.tekst(kolom), f"'{rij.tekst(kolom)}' is geen bekende {kolom}.",
        f"{doe}Kies uit: {', '.join(keuzes)}.", "onbekende waarde",
    )  # fmt: skip
