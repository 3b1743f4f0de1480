"""Read a flat table: one header row, one record per row, one or more measured columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ingest.bestand import Blad
from ingest.bsn import bsn_fout
from ingest.cel import Afkeuring, Cel, Lezing
from ingest.fouten import RijFout
from ingest.gemeenten import Gemeente, Gemeenteregister
from ingest.getallen import Notatie, bepaal_notatie
from ingest.kop import Kop
from ingest.kruiseenheid import noemt_veelvoud
from ingest.layout import Kolom
from ingest.lezers import verfijn
from ingest.rij import Rij
from ingest.rijdimensies import RijDimensies, leer_gemeenten
from ingest.vindplaats import Vindplaats, lees_peildatum, lees_vindplaats
from ingest.waarden import ADVIES, parse_waarde

_NOOT = ("bron", "*", "toelichting", "noot", "opmerking", "let op", "**")


@dataclass
class TabelLezer:
    """Reads one sheet with one layout."""

    blad: Blad
    kop: Kop
    register: Gemeenteregister
    peildatum: date | None
    notaties: dict[str, Notatie] = field(default_factory=dict)
    vorige: dict[str, str] = field(default_factory=dict)
    vindplaats: Vindplaats = field(default_factory=Vindplaats)

    def lees(self) -> Lezing:
        """All cells and rejected rows of the sheet."""
        lezing = Lezing(herkend=[self.kop.layout.layout], koppen={self.blad.naam: self.kop.teksten})
        if ongebruikt := self.kop.ongebruikt():
            namen = ", ".join(f"'{n}'" for n in ongebruikt)
            lezing.meldingen.append(f"Niet gebruikt, want onbekend: kolom {namen}.")
        data = range(self.kop.index + 1, len(self.blad.rijen))
        noten = [gevuld[0] for rij in self.blad.rijen if len(gevuld := [c for c in rij if c]) == 1]
        self.vindplaats = lees_vindplaats([n for n in noten if n.lower().startswith("bron")])
        self.peildatum = self.peildatum or lees_peildatum(noten)
        if fout := self._bedrag_in_veelvoud(noten):
            lezing.afkeuringen.append(fout)
            return lezing
        self._bepaal_notaties(data)
        self.dimensies = RijDimensies(
            self.register, self.peildatum, self.plaats, set(self.kop.posities), self._leer_gemeenten(data)
        )
        for index in data:
            if any(self.blad.rijen[index]):
                self._lees_rij(index, lezing)
        return lezing

    def _bedrag_in_veelvoud(self, noten: list[str]) -> Afkeuring | None:
        """The rejection of a whole table of amounts in thousands or millions."""
        if not any(self.kop.layout.kolom(n).eenheid == "euro" for n in self.kop.posities):
            return None
        tekst = next((t for t in [*noten, *self.kop.teksten] if noemt_veelvoud(t)), None)
        if tekst is None:
            return None
        return Afkeuring(
            self.blad.naam, self.blad.nummers[self.kop.index], "", tekst,
            f"De bedragen staan volgens '{tekst}' niet in hele euro's. De hele tabel is overgeslagen.",
            "Reken de bedragen om naar hele euro's, pas de tekst aan en lever de tabel opnieuw aan.", self.kop.teksten,
        )  # fmt: skip

    def _leer_gemeenten(self, data: range) -> list[Gemeente]:
        """Every gemeente of this table, so that a name without code is known wherever its code stands."""

        def cel(index: int, kolom: str) -> str:
            plek = self.kop.posities.get(kolom, len(self.blad.rijen[index]))
            return self.blad.rijen[index][plek] if plek < len(self.blad.rijen[index]) else ""

        goed = (i for i in data if self.blad.nummers[i] not in self.blad.bsn_rijen)
        return leer_gemeenten(self.register, [(cel(i, "gemeentecode"), cel(i, "gemeentenaam")) for i in goed])

    def _bepaal_notaties(self, data: range) -> None:
        for kolom in self.kop.layout.kolommen:
            if kolom.soort == "meting" and kolom.naam in self.kop.posities:
                plek = self.kop.posities[kolom.naam]
                teksten = (self.blad.rijen[i][plek] for i in data if plek < len(self.blad.rijen[i]))
                self.notaties[kolom.naam] = bepaal_notatie(teksten)

    def _lees_rij(self, index: int, lezing: Lezing) -> None:
        cellen = self.blad.rijen[index]
        nummer = self.blad.nummers[index]
        plek = (self.blad.naam, nummer)
        gevuld = [c for c in cellen if c]
        if len(gevuld) == 1 and len(self.kop.posities) > 2 and gevuld[0].lower().startswith(_NOOT):
            return
        lezing.rijen[plek] = cellen
        fouten: list[RijFout] = []
        rij = Rij(self.kop.layout, nummer, self._teksten(cellen), self.plaats)
        goed: list[Cel] = []
        try:
            self._controleer_breedte(cellen)
            if nummer in self.blad.bsn_rijen:
                raise bsn_fout()
            self.dimensies.vul(rij)
            for kolom in self.kop.layout.kolommen:
                self._meet(rij, kolom, goed, fouten)
            if not fouten:
                goed = verfijn(rij, goed)
        except RijFout as fout:
            fouten.append(fout)
        lezing.neem_rij_op(self.blad.naam, nummer, cellen, goed, fouten)

    def _teksten(self, cellen: list[str]) -> dict[str, str]:
        """Column name -> print of this row; merged label cells are carried down."""
        teksten = {n: cellen[p] if p < len(cellen) else "" for n, p in self.kop.posities.items()}
        for kolom in self.kop.layout.kolommen:
            if kolom.doorvullen and kolom.naam in teksten:
                teksten[kolom.naam] = teksten[kolom.naam] or self.vorige.get(kolom.naam, "")
                self.vorige[kolom.naam] = teksten[kolom.naam]
        return teksten

    def plaats(self, kolom: str) -> str:
        """The place of a column as the deliverer sees it: header text in a CSV, letter in a workbook."""
        if kolom not in self.kop.posities:
            return ""
        plek = self.kop.posities[kolom]
        return self.kop.teksten[plek] if self.blad.naam is None else self.blad.kolom(plek)

    def _controleer_breedte(self, cellen: list[str]) -> None:
        breedte = len(self.kop.teksten)
        if self.blad.naam is None and len(cellen) < breedte:
            reden = f"Deze regel heeft {len(cellen)} van de {breedte} kolommen; de regel is waarschijnlijk afgebroken."
            raise RijFout("", "", reden, "Maak de regel compleet of vraag het bestand opnieuw op.")
        if any(cellen[breedte:]):
            reden = f"Deze regel heeft meer kolommen dan de kopregel ({len(cellen)} in plaats van {breedte})."
            doe = "Zet een waarde waarin het scheidingsteken voorkomt tussen aanhalingstekens."
            raise RijFout("", cellen[-1], reden, doe)

    def _meet(self, rij: Rij, kolom: Kolom, goed: list[Cel], fouten: list[RijFout]) -> None:
        """Read one measured column of this row."""
        if kolom.soort != "meting" or kolom.naam not in self.kop.posities:
            return
        tekst = rij.tekst(kolom.naam)
        if not tekst and kolom.leeg_overslaan:
            return
        eenheid = rij.eenheid(kolom)
        gelezen = parse_waarde(tekst, eenheid, self.notaties[kolom.naam], rij.layout.min_een_onderdrukt)
        plaats = self.plaats(kolom.naam)
        if gelezen.status == "onleesbaar":
            gedrukt = self.kop.teksten[self.kop.posities[kolom.naam]]
            reden = f"'{tekst}' in kolom '{gedrukt}' is niet te lezen. {gelezen.reden}"
            fouten.append(RijFout(plaats, tekst, reden, gelezen.doe or ADVIES))
            return
        cel = rij.maak_cel(self.blad.naam, kolom, eenheid, plaats, gelezen)
        cel.tabel = cel.tabel or self.vindplaats.tabel
        cel.bladzijde = cel.bladzijde or self.vindplaats.bladzijde
        goed.append(cel)
