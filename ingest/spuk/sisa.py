"""Read the SiSa sheet as gemeenten publish it: blocks of four rows (text, kind of audit, code, value) per regeling.

Layout: SiSa-bijlage verantwoordingsinformatie 2016-2024. A value that can't be coupled to a code is rejected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from ingest.bestanden.bestand import Blad
from ingest.cel import Afkeuring
from ingest.gebied.gemeentebestaan import keur_records
from ingest.gebied.gemeenten import Gemeente, Gemeenteregister, parse_code
from ingest.privacy.bsn import bsn_fout
from ingest.records.lezing import RecordLezing
from ingest.spuk.sisa_blok import Blok, Groep, parse_aard, soort_rij, zoek_blokken, zoek_groepen
from ingest.spuk.sisa_project import Projecten
from ingest.spuk.sisa_waarde import DOE_BEDRAG, duid

SCHEMA: dict[str, pl.DataType] = {
    "blad": pl.String(), "rij": pl.Int32(), "jaar": pl.Int32(), "gemeentecode": pl.String(),
    "verstrekker": pl.String(), "uitkeringscode": pl.String(), "indicator": pl.String(), "volgnummer": pl.Int32(),
    "omschrijving": pl.String(), "aard_controle": pl.String(), "waarde_ruw": pl.String(),
    "waarde": pl.Decimal(18, 4), "eenheid": pl.String(),
}  # fmt: skip
_JAAR = re.compile(r"verantwoordingsinformatie\s+(20\d\d)|sisa\D{0,40}(20\d\d)", re.IGNORECASE)
_LOS = "Bij deze waarde staat geen indicatornummer in dezelfde kolom. De hele rij is overgeslagen."
_LOS_DOE = "Zet het indicatornummer (Indicator: G10/01) recht boven de waarde, of verschuif de waarde."


def is_sisa(blad: Blad) -> bool:
    """Whether this is the stacked sheet; the long form with one indicator per row is an ordinary table."""
    if not zoek_groepen(blad):
        return False
    vlak = blad.rechthoek()
    groepen = zoek_groepen(vlak)
    return any(
        soort_rij([rij[k] for k in groep.indicatoren]) == "aard"
        or any(c.strip().lower().startswith("indicator") and "/" in c for c in rij)
        for groep in groepen
        for rij in vlak.rijen[groep.kop + 1 :]
    )


def lees_sisa(
    blad: Blad, herkomst_gemeente: str | None, jaar: int | None, register: Gemeenteregister | None = None
) -> RecordLezing:
    """Every value of the sheet as one record; `herkomst_gemeente` is a code or name from outside the sheet."""
    vlak = blad.rechthoek()
    groepen = zoek_groepen(vlak)
    register = register or Gemeenteregister.laad()
    titels = [c for rij in vlak.rijen[: groepen[0].kop] for c in rij if c.strip()]
    jaar = _jaar([*titels, blad.naam or ""]) or jaar
    try:
        gemeente = _gemeente([*titels, blad.naam or ""], herkomst_gemeente, register)
        if jaar is None:
            raise _Onbekend("Over welk jaar deze SiSa-bijlage gaat, is niet te zien.",
                            "Zet het jaar in de titel: SiSa bijlage verantwoordingsinformatie 2023.")  # fmt: skip
    except _Onbekend as fout:
        return RecordLezing(
            "sisa",
            pl.DataFrame(schema=SCHEMA),
            afkeuringen=[Afkeuring(blad.naam, None, "", "", fout.reden, fout.doe, regel="gemeente of jaar ontbreekt")],
        )
    lezer = _Lezer(vlak, jaar, gemeente)
    for groep in groepen:
        lezer.lees_groep(groep)
    lezing = lezer.klaar(groepen[0])
    lezing.frame, ongeldig = keur_records(lezing.frame, register)
    lezing.afkeuringen += ongeldig
    return lezing


class _Onbekend(Exception):
    def __init__(self, reden: str, doe: str) -> None:
        super().__init__(reden)
        self.reden, self.doe = reden, doe


def _jaar(teksten: list[str]) -> int | None:
    gevonden = [m for t in teksten if (m := _JAAR.search(t))]
    return int(gevonden[0].group(1) or gevonden[0].group(2)) if gevonden else None


def _gemeente(teksten: list[str], herkomst: str | None, register: Gemeenteregister) -> Gemeente:
    """From the title or from outside; two that differ are refused."""
    in_titel = list(dict.fromkeys(g for t in teksten for g in register.in_tekst(t)))
    buiten = None
    if herkomst:
        code = parse_code(herkomst)
        buiten = register.registreer(code, None) if code else register.zoek(herkomst)
    if buiten and len(in_titel) == 1 and in_titel[0].code != buiten.code:
        raise _Onbekend(
            f"In de titel staat {in_titel[0].naam} ({in_titel[0].code}), maar de levering hoort bij {buiten.naam} "
            f"({buiten.code}).",
            "Controleer van welke gemeente deze bijlage is en pas de titel of herkomst.yml aan.",
        )
    if gemeente := buiten or (in_titel[0] if len(in_titel) == 1 else None):
        return gemeente
    raise _Onbekend(
        "Van welke gemeente deze SiSa-bijlage is, is niet te zien.",
        "Zet 'gemeente: GM0629' bij dit bestand in herkomst.yml, of de naam van de gemeente in de titel of de "
        "bestandsnaam.",
    )


@dataclass
class _Lezer:
    blad: Blad
    jaar: int
    gemeente: Gemeente
    rijen: list[dict[str, Any]] = field(default_factory=list)
    afkeuringen: list[Afkeuring] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    verstrekker: str | None = None
    projecten: Projecten = field(default_factory=Projecten)

    def klaar(self, groep: Groep) -> RecordLezing:
        koppen = self.blad.rijen[groep.kop]
        frame = pl.DataFrame(self.rijen, schema=SCHEMA, orient="row")
        kolommen = {
            "jaar": "titel", "gemeentecode": "titel", "verstrekker": koppen[groep.verstrekker],
            "uitkeringscode": koppen[groep.code], "indicator": "Indicator", "volgnummer": "volgorde van de rijen",
            "omschrijving": "Indicator", "aard_controle": "Aard controle", "waarde_ruw": "waarde",
            "waarde": "waarde", "eenheid": "waarde",
        }  # fmt: skip
        self.afkeuringen.sort(key=lambda a: a.rij or 0)
        return RecordLezing("sisa", frame, kolommen, self.afkeuringen, self.meldingen)

    def lees_groep(self, groep: Groep) -> None:
        blokken, los = zoek_blokken(self.blad, groep)
        for index in los:
            self._keur_af(index, groep, self._gevuld(index, groep)[0], _LOS, _LOS_DOE, "waarde zonder code")
        for blok in blokken:
            self._lees_blok(blok, groep)

    def _lees_blok(self, blok: Blok, groep: Groep) -> None:
        uitkering = self._neem_kop(blok, groep)
        anker = blok.begin if blok.code_rij is None else blok.code_rij
        if not self._blok_klopt(blok, groep, uitkering, anker):
            for index in blok.waarden:
                self._keur_af(index, groep, self._gevuld(index, groep)[0], _LOS, _LOS_DOE, "waarde zonder code")
            return
        goed = {index for index in blok.waarden if self._rij_klopt(index, blok, groep)}
        if blok.aard_rij is None:
            nummer = self.blad.nummers[anker]
            self.meldingen.append(f"Boven de indicatoren in rij {nummer} staat geen aard controle; die blijft leeg.")
        teksten = {k: self._cel(blok.tekst_rij, k) for k in blok.codes}
        for index, volgnummer, fout in self.projecten.nummer(self.blad, groep, blok.waarden, blok.codes, teksten):
            if index in goed and fout:
                self._keur_af(index, groep, groep.indicatoren[0], *fout, "project niet te koppelen")
            elif index in goed:
                self._lees_rij(index, volgnummer, blok, groep, teksten)
        for kolom, code in blok.codes.items():
            if blok.waarden and not any(self._cel(i, kolom) for i in blok.waarden):
                self._keur_af(anker, groep, kolom, f"Onder indicator {code} staat geen waarde.",
                              "Vul de waarde in (€ 0 als er niets is), of haal de indicator weg.",
                              "code zonder waarde")  # fmt: skip

    def _blok_klopt(self, blok: Blok, groep: Groep, uitkering: str, anker: int) -> bool:
        """Whether the block is whole; if not, its anchor row is rejected with the reason."""
        voorvoegsels = {c.split("/")[0] for c in blok.codes.values()}
        kolom = next(iter(blok.codes), groep.indicatoren[0])
        if not blok.codes:
            reden, doe = ("Onder 'Aard controle' staat geen rij met indicatornummers; dit vak is afgebroken.",
                          "Vul de rij met 'Indicator: G10/01' aan en lever het blad opnieuw aan.")  # fmt: skip
        elif uitkering and uitkering not in voorvoegsels:
            kolom = groep.code
            reden, doe = (f"Bij uitkering {uitkering} staan indicatoren van {', '.join(sorted(voorvoegsels))}.",
                          "Controleer of de rijen van dit vak recht onder elkaar staan.")  # fmt: skip
        elif len(set(blok.codes.values())) < len(blok.codes):
            reden, doe = (
                "Hetzelfde indicatornummer staat twee keer naast elkaar.",
                "Laat elk indicatornummer één keer staan.",
            )
        elif not blok.waarden:
            reden, doe = ("Onder deze indicatornummers staat geen enkele waarde; dit vak is afgebroken.",
                          "Vul de rij met waarden aan en lever het blad opnieuw aan.")  # fmt: skip
        else:
            return True
        self._keur_af(anker, groep, kolom, reden, doe, "vak is niet heel")
        return False

    def _rij_klopt(self, index: int, blok: Blok, groep: Groep) -> bool:
        if self.blad.nummers[index] in self.blad.bsn_rijen:
            fout = bsn_fout()
            self._keur_af(index, groep, groep.indicatoren[0], fout.reden, fout.doe, "BSN")
            return False
        zonder = [k for k in self._gevuld(index, groep) if k not in blok.codes]
        if zonder:
            self._keur_af(index, groep, zonder[0], _LOS, _LOS_DOE, "waarde zonder code")
        return not zonder

    def _lees_rij(self, index: int, volgnummer: int, blok: Blok, groep: Groep, teksten: dict[int, str]) -> None:
        """Every value of a row; one that can't be read is rejected alone, the others keep their own code."""
        for kolom in self._gevuld(index, groep):
            tekst, code = self._cel(index, kolom), blok.codes[kolom]
            aard = parse_aard(self._cel(blok.aard_rij, kolom))
            gelezen = duid(self.blad.rijen[index][kolom], teksten[kolom], aard)
            if gelezen.reden:
                self._keur_af(index, groep, kolom, f"{code}: {gelezen.reden}", DOE_BEDRAG, "onleesbaar bedrag")
                continue
            self.rijen.append({
                "blad": self.blad.naam, "rij": self.blad.nummers[index], "jaar": self.jaar,
                "gemeentecode": self.gemeente.code, "verstrekker": self.verstrekker,
                "uitkeringscode": code.split("/")[0], "indicator": code, "volgnummer": volgnummer,
                "omschrijving": re.sub(r"\s+", " ", teksten[kolom]) or None, "aard_controle": aard,
                "waarde_ruw": str(tekst), "waarde": gelezen.waarde, "eenheid": gelezen.eenheid,
            })  # fmt: skip

    def _neem_kop(self, blok: Blok, groep: Groep) -> str:
        """Remember who pays; give the code of the uitkering that stands beside this block, or ''."""
        rijen = [r for r in (blok.tekst_rij, blok.aard_rij, blok.code_rij, *blok.waarden[:1]) if r is not None]
        self.verstrekker = next((t for r in rijen if (t := self._cel(r, groep.verstrekker))), self.verstrekker)
        code = next((t for r in rijen if (t := self._cel(r, groep.code))), "")
        return re.sub(r"\s+", "", code).upper() if re.fullmatch(r"[A-Za-z]\d+[A-Za-z]?", code.replace(" ", "")) else ""

    def _gevuld(self, index: int, groep: Groep) -> list[int]:
        return [k for k in groep.indicatoren if self._cel(index, k)]

    def _cel(self, index: int | None, kolom: int) -> str:
        return "" if index is None else self.blad.rijen[index][kolom].strip()

    def _keur_af(self, index: int, groep: Groep, kolom: int, reden: str, doe: str, regel: str) -> None:
        waarde = self._cel(index, kolom)
        self.afkeuringen.append(
            Afkeuring(self.blad.naam, self.blad.nummers[index], self.blad.kolom(kolom), waarde, reden, doe,
                      list(self.blad.rijen[index]), list(self.blad.rijen[groep.kop]), regel, kolom)
        )  # fmt: skip
