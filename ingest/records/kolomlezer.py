"""Read one column of a delivery, batch after batch, and remember what its values say about its notation."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from ingest.gebied.gemeenten import Gemeenteregister
from ingest.privacy.bsn import mask_tekst
from ingest.privacy.pseudoniem import Sleutel, is_bsn_reeks, normaliseer_nummers
from ingest.records import datums, getallen, keuzes
from ingest.records.layout import RecordKolom
from ingest.records.redenen import BEVAT_BSN, GEEN_BSN, GOED
from ingest.records.ruw import Ruw

LEEG = frozenset(["", "-", "--", "–", "—", "n.v.t.", "n.v.t", "nvt", "n.b.", "onbekend", "niet bekend", "null", "none",
                  "nan", "nat", "<na>", "(leeg)"])  # fmt: skip
_GETAL = ("bedrag", "getal", "heel")
_DATUM = ("datum", "geboorte")
_TEKSTEN = ("tekst", "code", "gemeentenaam")  # in other registers nine digits can be an amount


@dataclass
class Gelezen:
    """Per row the value, and the code of the refusal (UInt8, 0 = good); `fout` is None when every row is good."""

    waarde: pl.Series
    fout: pl.Series | None


@dataclass
class Kolomlezer:
    """State of one column. `notatie` is fixed in a second round, when the first one guessed wrong."""

    kolom: RecordKolom
    kop: str
    index: int
    register: Gemeenteregister
    sleutel: Sleutel | None = None
    notatie: str | None = None
    bewijs: getallen.Notatiebewijs = field(default_factory=getallen.Notatiebewijs)
    dag_eerst: int = 0
    maand_eerst: int = 0
    persoonsgegevens: bool = True
    aangenomen: set[str] = field(default_factory=set)
    gevuld: int = 0
    bsn: int = 0

    def lees(self, ruw: Ruw) -> Gelezen:
        """Values and refusals of one batch."""
        tekst = self._zonder_leeg(ruw.uniek)
        waarde, fout = self._lees_uniek(tekst)
        if self.kolom.soort in _TEKSTEN or (self.persoonsgegevens and self.kolom.soort != "sleutel"):
            fout = self._let_op_bsn(tekst, fout, ruw)
        rijen = waarde.gather(ruw.index).rename(self.kolom.naam)
        return Gelezen(rijen, fout.gather(ruw.index) if fout.max() else None)

    def _zonder_leeg(self, uniek: pl.Series) -> pl.Series:
        """Empty signs become null; a code list may know some of these words itself."""
        laag = uniek.str.to_lowercase()
        leeg = laag.is_in(LEEG)
        if self.kolom.waarden:
            bekend = [w for w in LEEG if keuzes.vorm(w) in keuzes.keuzelijst(self.kolom)]
            leeg = leeg & ~laag.is_in(bekend)
        return pl.select(pl.when(~leeg).then(uniek)).to_series()

    def _lees_uniek(self, tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
        soort = self.kolom.soort
        if soort in _GETAL:
            return self._lees_getallen(tekst)
        if soort in _DATUM:
            return self._lees_datums(tekst)
        if soort == "sleutel":
            return self._lees_nummers(tekst)
        if soort == "code":
            return keuzes.lees_codes(tekst, self.kolom)
        if soort == "janee":
            return keuzes.lees_janee(tekst)
        if soort == "gemeentecode":
            return keuzes.lees_gemeentecodes(tekst, self.register)
        if soort == "gemeentenaam":
            return keuzes.lees_gemeentenamen(tekst, self.register)
        return keuzes.lees_jaren(tekst) if soort == "jaar" else keuzes.lees_teksten(tekst, self.kolom)

    def _lees_getallen(self, tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
        vormen = getallen.ontleed(tekst)
        self.bewijs.tel(vormen)
        notatie = self.notatie or self.bewijs.notatie
        if bool((vormen["punt"] | vormen["komma"]).any()):
            self.aangenomen.add(notatie)
        return getallen.lees_getallen(vormen, self.kolom.soort, notatie)

    def _lees_datums(self, tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
        dag, maand = datums.tel_volgorde(tekst)
        self.dag_eerst, self.maand_eerst = self.dag_eerst + dag, self.maand_eerst + maand
        notatie = self.notatie or self._volgorde()
        self.aangenomen.add(notatie)
        datum, fout = datums.lees_datums(tekst, maand_eerst=notatie == "maand_eerst")
        return keuzes.lees_jaren(tekst, datum) if self.kolom.soort == "geboorte" else (datum, fout)

    def _volgorde(self) -> str:
        return "maand_eerst" if self.maand_eerst > self.dag_eerst else "dag_eerst"

    def _lees_nummers(self, tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
        """Numbers of persons become codes here; nothing after this sees the number."""
        assert self.sleutel is not None
        soort = self.kolom.soort_nummer(self.kop)
        nummers, onjuist = normaliseer_nummers(tekst.str.strip_prefix("\x01").fill_null(""), soort)
        leeg = tekst.is_null()
        codes = pl.Series("waarde", self.sleutel.pseudonimiseer(nummers.to_list()), dtype=pl.String)
        uit = pl.select(
            waarde=pl.when(~leeg).then(codes),
            fout=pl.when(~leeg & onjuist).then(GEEN_BSN).otherwise(GOED).cast(pl.UInt8),
        )
        return uit["waarde"], uit["fout"]

    def _let_op_bsn(self, tekst: pl.Series, fout: pl.Series, ruw: Ruw) -> pl.Series:
        """Refuse values that are a BSN, and count them: a column full of them is refused as a whole."""
        kaal = tekst.str.strip_prefix("\x01")
        verdacht = kaal.str.contains(r"\d[\d .\-]{6,}\d").fill_null(False)
        if self.kolom.soort == "tekst" and verdacht.any():
            bsn = pl.Series([v and mask_tekst(t) != t for v, t in zip(verdacht, kaal.to_list(), strict=True)])
        else:
            bsn = is_bsn_reeks(kaal.str.replace_all(r"[ .\-]", "")) if verdacht.any() else verdacht
        self.gevuld += int(tekst.is_not_null().gather(ruw.index).sum())
        if not bsn.any():
            return fout
        self.bsn += int(bsn.gather(ruw.index).sum())
        return pl.select(pl.when(bsn).then(BEVAT_BSN).otherwise(fout).cast(pl.UInt8)).to_series()

    @property
    def is_bsn_kolom(self) -> bool:
        """Whether at least half of what was filled in was a BSN."""
        return self.bsn > 0 and self.bsn * 2 >= self.gevuld

    def herziening(self) -> str | None:
        """The notation to read again with, when a later batch contradicted what an earlier one took for granted."""
        if self.notatie is not None or not self.aangenomen:
            return None
        eind = self._volgorde() if self.kolom.soort in _DATUM else self.bewijs.notatie
        onbeslist = {"onbekend"} if eind == "nl" and self.kolom.soort != "getal" else set()
        return eind if self.aangenomen - {eind} - onbeslist else None

    def melding(self) -> str | None:
        """What the deliverer should know about the notation of this column."""
        b = self.bewijs
        if self.kolom.soort not in _GETAL or not b.dubbelzinnig or b.notatie == "gemengd":
            return None
        if b.notatie == "onbekend":
            if self.kolom.soort == "getal":
                return None
            return f"Kolom '{self.kop}': getallen zoals 1.234 zijn gelezen als duizendtallen (1234)."
        naam = "Nederlandse (1.234,56)" if b.notatie == "nl" else "Engelse (1,234.56)"
        return f"Kolom '{self.kop}': getallen zoals 1.234 zijn gelezen in de {naam} notatie van de rest van de kolom."
