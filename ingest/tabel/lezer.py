"""Read a flat table: one header row, one record per row, one or more measured columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ingest.bestanden.bestand import Blad
from ingest.bestanden.samengevoegd import gedeelde_rijen, vul_samengevoegd
from ingest.cel import Cel, Lezing
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.layout import Kolom
from ingest.lezers import verfijn
from ingest.meldingen import meld_bsn, meld_notatie, meld_toekomst
from ingest.privacy.bsn import bsn_fout
from ingest.tabel.controle import meld_kop, rijen_boven, volgende_koppen, weiger_tabel, weiger_vervolg
from ingest.tabel.dimensies import RijDimensies
from ingest.tabel.gemeenten import Tabelgemeenten
from ingest.tabel.kop import Kop
from ingest.tabel.rij import INGETROKKEN, Overgeslagen, Rij, is_voorbeeld
from ingest.vindplaats import Vindplaats, lees_peildatum, lees_vindplaats
from ingest.waarden.getallen import Notatie, bepaal_notatie
from ingest.waarden.waarde import ADVIES, parse_waarde

_NOOT = ("bron", "*", "toelichting", "noot", "opmerking", "let op", "**")


@dataclass
class TabelLezer:
    """Reads one sheet with one layout."""

    blad: Blad
    kop: Kop
    register: Gemeenteregister
    peildatum: date | None
    vervolg: bool = False
    notaties: dict[str, Notatie] = field(default_factory=dict)
    vorige: dict[str, str] = field(default_factory=dict)
    vindplaats: Vindplaats = field(default_factory=Vindplaats)
    totalen: list[int] = field(default_factory=list)

    def lees(self) -> Lezing:
        """All cells and rejected rows of the sheet, also of a next table below this one."""
        koppen = volgende_koppen(self.blad, self.kop)
        herhaald = [i for i, k in koppen.items() if k and k.posities == self.kop.posities]
        grenzen = [i for i in koppen if i not in herhaald]
        einde = min(grenzen, default=len(self.blad.rijen))
        over = {i + n for i in herhaald for n in range(self.kop.hoogte)}
        lezing = self._lees_tabel([i for i in range(self.kop.index + 1, einde) if i not in over])
        if not self.vervolg:
            lezing.afkeuringen += rijen_boven(self.blad, self.kop)
        for grens in grenzen:
            if kop := koppen[grens]:
                volgende = TabelLezer(self.blad, kop, self.register, self.gegeven_peildatum, True)
                lezing.voeg_toe(volgende.lees())
                lezing.koppen.pop(self.blad.naam, None)
                break
            lezing.afkeuringen.append(weiger_vervolg(self.blad, grens))
        return lezing

    def _lees_tabel(self, data: list[int]) -> Lezing:
        lezing = Lezing(herkend=[self.kop.layout.layout], koppen={self.blad.naam: self.kop.teksten})
        lezing.meldingen += meld_kop(self.blad, self.kop)
        noten = [gevuld[0] for rij in self.blad.rijen if len(gevuld := [c for c in rij if c]) == 1]
        self.gegeven_peildatum = self.peildatum
        self.vindplaats = lees_vindplaats([n for n in noten if n.lower().startswith("bron")])
        self.peildatum = self.peildatum or lees_peildatum(noten)
        if fout := weiger_tabel(self.blad, self.kop, noten):
            lezing.afkeuringen.append(fout)
            return lezing
        data = [i for i in data if any(self.blad.rijen[i])]
        dimensies = {p for n, p in self.kop.posities.items() if self.kop.layout.kolom(n).soort != "meting"}
        metingen = set(self.kop.posities.values()) - dimensies
        self.gedeeld = gedeelde_rijen(self.blad, metingen)
        vul_samengevoegd(self.blad, dimensies)
        self._bepaal_notaties(data)
        gemeenten = Tabelgemeenten(self.blad, self.kop, self.register, data)
        self.dimensies = RijDimensies(
            self.register, self.peildatum, self.plaats, set(self.kop.posities), gemeenten, self._kolomteksten(data)
        )
        for index in data:
            self._lees_rij(index, lezing)
        self._meld(data, lezing)
        return lezing

    def _meld(self, data: list[int], lezing: Lezing) -> None:
        """What the deliverer should check, though it was read."""
        for naam, notatie in self.notaties.items():
            plek = self.kop.posities[naam]
            teksten = [r[plek] for i in data if plek < len(r := self.blad.rijen[i])]
            waar = f"Kolom '{self.kop.teksten[plek]}'"
            lezing.meldingen += meld_notatie(waar, teksten, notatie, self.kop.layout.kolom(naam).eenheid)
        if self.totalen:
            welke = ", ".join(map(str, self.totalen[:10]))
            lezing.meldingen.append(f"Rij {welke}: een totaalregel over één gemeente is overgeslagen.")
        lezing.meldingen += meld_toekomst(self.blad.naam, lezing.cellen)
        if not self.vervolg:
            lezing.meldingen += meld_bsn(self.blad, set(data))

    def _kolomteksten(self, data: list[int]) -> dict[str, list[str]]:
        """The prints of every date and period column, so that a cell is read in the light of its column."""
        return {
            k.naam: [r[p] for i in data if (p := self.kop.posities[k.naam]) < len(r := self.blad.rijen[i])]
            for k in self.kop.layout.kolommen
            if k.soort in ("datum", "periode") and k.naam in self.kop.posities
        }

    def _bepaal_notaties(self, data: list[int]) -> None:
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
        if is_voorbeeld(cellen):
            self.vorige = {}
            return
        lezing.rijen[plek] = cellen
        fouten: list[RijFout] = []
        rij = Rij(self.kop.layout, nummer, self._teksten(cellen), self.plaats)
        goed: list[Cel] = []
        try:
            self._controleer_breedte(cellen)
            if nummer in self.blad.bsn_rijen:
                raise bsn_fout()
            if index in self.gedeeld:
                raise self.gedeeld[index]
            self.dimensies.vul(rij)
            for kolom in self.kop.layout.kolommen:
                self._meet(rij, kolom, goed, fouten)
            if not fouten:
                goed = verfijn(rij, goed)
        except Overgeslagen:
            self.totalen.append(nummer)
            return
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
        if self.blad.naam is not None:  # beside a table on a sheet there may be remarks; they are named once
            return
        breedte = max((k for k, c in enumerate(self.kop.teksten) if c), default=-1) + 1
        if len(cellen) < breedte:
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
        if not tekst and kolom.leeg_overslaan and not rij.ingetrokken:
            return
        eenheid = rij.eenheid(kolom)
        gelezen = parse_waarde(tekst, eenheid, self.notaties[kolom.naam], rij.layout.min_een_onderdrukt)
        gelezen = INGETROKKEN if rij.ingetrokken else gelezen
        plaats = self.plaats(kolom.naam)
        if gelezen.status == "onleesbaar":
            gedrukt = self.kop.teksten[self.kop.posities[kolom.naam]]
            reden = f"'{tekst}' in kolom '{gedrukt}' is niet te lezen. {gelezen.reden}"
            fouten.append(RijFout(plaats, tekst, reden, gelezen.doe or ADVIES, "onleesbaar cijfer"))
            return
        cel = rij.maak_cel(self.blad.naam, kolom, eenheid, plaats, gelezen)
        cel.tabel = cel.tabel or self.vindplaats.tabel
        cel.bladzijde = cel.bladzijde or self.vindplaats.bladzijde
        goed.append(cel)
