"""Read the crosstabs of a municipal sheet: labels down, periods across, totals as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.begrippen import parse_term
from ingest.bestanden.bestand import Blad
from ingest.bestanden.samengevoegd import gedeelde_rijen
from ingest.cel import Afkeuring, Cel, Lezing
from ingest.fouten import RijFout
from ingest.gebied.gemeenten import Gemeente, Gemeenteregister
from ingest.kruistabel.blokken import ongelezen_rijen, vreemde_kolommen, weiger_onderkop, zoek_blokken
from ingest.kruistabel.eenheid import controleer_eenheid
from ingest.kruistabel.gemeente import gemeente_van_blok
from ingest.kruistabel.kop import Blok, Kruiskolom
from ingest.kruistabel.rij import Labels
from ingest.kruistabel.soort import kies_soort
from ingest.layout import KruisLayout
from ingest.meldingen import meld_bsn, meld_notatie, meld_toekomst
from ingest.privacy.bsn import bsn_fout
from ingest.tabel.rij import is_voorbeeld
from ingest.vindplaats import Vindplaats, lees_peildatum, lees_vindplaats
from ingest.waarden.getallen import Notatie, bepaal_notatie
from ingest.waarden.waarde import ADVIES, Waarde, parse_waarde


def lees_kruistabellen(blad: Blad, register: Gemeenteregister, peildatum: date | None) -> Lezing:
    """Every block of one sheet. A sheet without any block gives an empty result."""
    lezing = Lezing()
    blad = blad.rechthoek()
    alle_tekst = [c for rij in blad.rijen for c in rij if c and len(c) > 8]
    for tekst in alle_tekst[:200]:
        register.leer(tekst)
    blokken = zoek_blokken(blad, register)
    datum = peildatum or lees_peildatum(alle_tekst)
    lezing.afkeuringen += ongelezen_rijen(blad, blokken)
    lezing.meldingen += vreemde_kolommen(blad, blokken)
    lezing.meldingen += meld_bsn(blad, {i for blok in blokken for i in range(blok.begin, blok.einde)})
    if len(blokken) == 1:
        lezing.koppen[blad.naam] = blad.rijen[blokken[0].kop]
    vorige: KruisLayout | None = None
    for n, blok in enumerate(blokken):
        try:
            layout = kies_soort(blad, blok, register, vorige)
            controleer_eenheid(blad, blok, layout)
            weiger_onderkop(blad, blok)
        except RijFout as fout:
            lezing.afkeuringen.append(keur_blok_af(blad, blok, fout))
            vorige = None
            continue
        vorige = layout
        if layout.layout not in lezing.herkend:
            lezing.herkend.append(layout.layout)
        if not _heeft_cijfers(blad, blok):
            lezing.meldingen.append(f"Blad '{blad.naam or '1'}': in de tabel '{layout.titel}' is niets ingevuld.")
            continue
        bron = _bron(blok, blokken)
        lezing.voeg_toe(BlokLezer(blad, blok, layout, register, datum, bron, blokken[:n]).lees())
    lezing.meldingen += meld_toekomst(blad.naam, lezing.cellen)
    return lezing


def _heeft_cijfers(blad: Blad, blok: Blok) -> bool:
    rijen = [r for r in blad.rijen[blok.begin : blok.einde] if not is_voorbeeld(r)]
    return any(r[k.index] for r in rijen for k in blok.kolommen if k.index < len(r))


def _bron(blok: Blok, blokken: list[Blok]) -> Vindplaats:
    """The source line under this block, or the first one under a later block of the sheet."""
    for ander in blokken[blokken.index(blok) :]:
        gevonden = lees_vindplaats([n for n in ander.noten if n.lower().lstrip("( ").startswith("bron")])
        if gevonden.tabel or gevonden.bladzijde:
            return gevonden
    return lees_vindplaats(blok.titels)


def keur_blok_af(blad: Blad, blok: Blok, fout: RijFout) -> Afkeuring:
    """One rejection for a whole table, at its header row."""
    waarde = fout.waarde or " | ".join(c for c in blad.rijen[blok.kop] if c)
    return Afkeuring(
        blad.naam, blad.nummers[blok.kop], "", waarde, fout.reden + " De hele tabel is overgeslagen.", fout.doe,
        blad.rijen[blok.kop],
    )  # fmt: skip


@dataclass
class BlokLezer:
    """Reads one block with a known kind."""

    blad: Blad
    blok: Blok
    layout: KruisLayout
    register: Gemeenteregister
    peildatum: date | None
    bron: Vindplaats
    eerder: list[Blok]

    def lees(self) -> Lezing:
        """Cells and rejected rows of this block."""
        lezing = Lezing()
        self.labels = Labels(self.blad, self.blok, self.layout, self.register)
        try:
            self.gemeente = self._vind_gemeente()
        except RijFout as fout:
            lezing.afkeuringen.append(keur_blok_af(self.blad, self.blok, fout))
            return lezing
        self.gedeeld = gedeelde_rijen(self.blad, {k.index for k in self.blok.kolommen})
        self.notatie = self._notatie()
        lezing.meldingen += self._meld_notatie()
        for index in range(self.blok.begin, self.blok.einde):
            rij = self.blad.rijen[index]
            if is_voorbeeld(rij):
                self.labels.draag(index)
            if not any(rij) or is_voorbeeld(rij) or self.labels.is_noot(index):
                continue
            if self.labels.is_groepsrij(index):
                self.labels.neem_groep(index)
                self.labels.draag(index)
                continue
            self._lees_rij(index, rij, lezing)
        return lezing

    def _vind_gemeente(self) -> Gemeente | None:
        """The gemeente of the whole block; not needed when rows or columns name their own."""
        if self.labels.gemeenten or any(d == "gemeente" for k in self.blok.kolommen for d, _ in k.boven):
            return None
        return gemeente_van_blok(self.blad, self.blok, self.eerder, self.register)

    def _notatie(self) -> Notatie:
        rijen = self.blad.rijen[self.blok.begin : self.blok.einde]
        return bepaal_notatie(r[k.index] for r in rijen for k in self.blok.kolommen if k.index < len(r))

    def _meld_notatie(self) -> list[str]:
        rijen = [r for r in self.blad.rijen[self.blok.begin : self.blok.einde] if not is_voorbeeld(r)]
        teksten = [r[k.index] for r in rijen for k in self.blok.kolommen if k.index < len(r)]
        waar = f"Blad '{self.blad.naam or '1'}', tabel '{self.layout.titel}'"
        return meld_notatie(waar, teksten, self.notatie, self.layout.eenheid)

    def _lees_rij(self, index: int, rij: list[str], lezing: Lezing) -> None:
        nummer = self.blad.nummers[index]
        lezing.rijen[(self.blad.naam, nummer)] = rij
        cellen: list[Cel] = []
        fouten: list[RijFout] = []
        try:
            if nummer in self.blad.bsn_rijen or index in self.gedeeld:
                self.labels.draag(index)  # its labels hold for the rows below, also when it is rejected
                raise self.gedeeld.get(index) or bsn_fout()
            dims = self._dimensies(index)
            for kolom in self.blok.kolommen:
                cellen += self._lees_cel(kolom, nummer, rij, dims, fouten)
        except RijFout as fout:
            fouten.append(fout)
        lezing.neem_rij_op(self.blad.naam, nummer, rij, cellen, fouten)

    def _dimensies(self, index: int) -> dict[str, str | None]:
        """Row dimensions plus gemeente; raises RijFout when a required one is missing."""
        dims: dict[str, str | None] = dict(self.labels.dimensies(index))
        gemeente = dims.pop("gemeente", None)
        boven = set.intersection(*({d for d, _ in k.boven} for k in self.blok.kolommen))
        if gemeente == "totaal":
            dims["deelnemers"] = "|".join(sorted(self.labels.gemeenten))
        elif gemeente:
            dims["gemeentecode"] = gemeente
        elif self.gemeente:
            dims["gemeentecode"] = self.gemeente.code
        elif "gemeente" not in boven:
            doe = "Zet boven de tabel een regel met naam en code, bijvoorbeeld: Gemeente Katwijk (GM0537)."
            raise RijFout("", "", "Bij deze tabel staat geen bekende gemeente.", doe)
        blokdims = set().union(*self.labels.per_kolom) - {"gemeente"}
        nodig = (blokdims | set(self.layout.verplicht)) - {"gemeente"} - boven - dims.keys()
        mist = [d for d in self.layout.rijen if d in nodig]
        mist = [d for d in mist if not (d == "leerroute" and self.layout.route_in_cel)]
        if mist:
            wat = " en ".join(mist).replace("leeftijdsgroep", "leeftijd").replace("_", " ")
            doe = "Zet het label in de rij, of het woord Totaal als het een totaalregel is."
            raise RijFout("A", self.labels.lopend[0], f"Bij deze rij ontbreekt: {wat}.", doe)
        return dims

    def _lees_cel(
        self, kolom: Kruiskolom, nummer: int, rij: list[str], dims: dict[str, str | None], fouten: list[RijFout]
    ) -> list[Cel]:
        """One printed cell; a cell with two routes on two lines gives two cells."""
        tekst = rij[kolom.index] if kolom.index < len(rij) else ""
        delen = re.split(r"\s*[\n;]\s*", tekst) if self.layout.route_in_cel else [tekst]
        cellen = []
        for deel in delen:
            gelezen = parse_waarde(deel, self.layout.eenheid, self.notatie)
            letter = self.blad.kolom(kolom.index)
            if gelezen.status == "onleesbaar":
                reden = f"'{deel}' is niet te lezen. {gelezen.reden}"
                fouten.append(RijFout(letter, deel, reden, gelezen.doe or ADVIES))
                continue
            try:
                cellen.append(self._maak_cel(kolom, nummer, rij, dims, gelezen))
            except RijFout as fout:
                fouten.append(fout)
        return cellen

    def _maak_cel(
        self, kolom: Kruiskolom, nummer: int, rij: list[str], dims: dict[str, str | None], gelezen: Waarde
    ) -> Cel:
        p = kolom.periode
        dims = self._met_boven(kolom, dims)
        code = dims.get("gemeentecode")
        cel = Cel(
            layout=self.layout.layout, blad=self.blad.naam, rij=nummer, kolom=self.blad.kolom(kolom.index),
            indicator=self.layout.indicator, eenheid=self.layout.eenheid, waarde_ruw=str(gelezen.ruw),
            waarde=gelezen.waarde, waarde_status=gelezen.status, periode=p.code, jaar=p.jaar, halfjaar=p.halfjaar,
            peildatum=p.peildatum or self.peildatum, periode_van_datum=p.van, periode_tot_datum=p.tot,
            tabel=self.bron.tabel, bladzijde=self.bron.bladzijde, gemeentecode=code,
            gemeentenaam=self.register.op_code[code].naam if code else None, deelnemers=dims.get("deelnemers"),
            doelgroep=dims.get("doelgroep"), leeftijdsgroep=dims.get("leeftijdsgroep"), geslacht=dims.get("geslacht"),
            leerroute=dims.get("leerroute"), post=dims.get("post"),
            status_bedrag=dims.get("status_bedrag") or kolom.status,
        )  # fmt: skip
        self._voetnoot(cel, kolom, rij, gelezen)
        return cel

    def _met_boven(self, kolom: Kruiskolom, dims: dict[str, str | None]) -> dict[str, str | None]:
        """Row dimensions plus what the header row above this column says."""
        boven: dict[str, str | None] = dict(kolom.boven)
        gemeente = boven.pop("gemeente", None)
        if gemeente == "totaal":
            codes = {v for k in self.blok.kolommen for d, v in k.boven if d == "gemeente" and v != "totaal"}
            return dims | boven | {"gemeentecode": None, "deelnemers": "|".join(sorted(codes))}
        return dims | boven | ({"gemeentecode": gemeente} if gemeente else {})

    def _voetnoot(self, cel: Cel, kolom: Kruiskolom, rij: list[str], gelezen: Waarde) -> None:
        """Marks and brackets: `240.316 *` among costs is realisatie so far; `4 (B1-route)` names its route."""
        if gelezen.ster and gelezen.waarde is not None:
            cel.toelichting = "met * gedrukt"
            if self.layout.indicator == "lasten":
                cel.status_bedrag, cel.toelichting = "realisatie", "met * gedrukt: realisatie tot nu toe"
        if gelezen.bij is not None:
            route = parse_term("leerroute", gelezen.bij) if self.layout.route_in_cel else None
            if self.layout.route_in_cel and route is None:
                raise RijFout(self.blad.kolom(kolom.index), gelezen.ruw, f"'{gelezen.bij}' is geen bekende leerroute.",
                              "Schrijf bijvoorbeeld 4 (B1-route).")  # fmt: skip
            cel.leerroute = route or cel.leerroute
            cel.toelichting = None if route else gelezen.bij
        if self.blok.toelichting is not None and self.blok.toelichting < len(rij) and rij[self.blok.toelichting]:
            cel.toelichting = rij[self.blok.toelichting]
