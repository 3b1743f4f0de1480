"""Read one column of a delivery, batch after batch, and remember what its values say about its notation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

from ingest.gebied.gemeenten import Gemeenteregister
from ingest.privacy.bsn import mask_tekst
from ingest.privacy.pseudoniem import Sleutel, is_bsn_reeks, normaliseer_nummers
from ingest.records import datums, getallen, keuzes, nummers
from ingest.records.afkeuren import kort
from ingest.records.layout import RecordKolom
from ingest.records.redenen import BEVAT_BSN, GOED
from ingest.records.ruw import Ruw

_GETAL = ("bedrag", "getal", "heel")
_DATUM = ("datum", "geboorte")
_TEKSTEN = ("tekst", "code", "gemeentenaam")  # in other registers nine digits can be an amount


@dataclass
class Gelezen:
    """Per row the value, and the code of the refusal (UInt8, 0 = good); `fout` is None when every row is good.

    `ander`: the code of another number of the same person, when a delivery has two.
    """

    waarde: pl.Series
    fout: pl.Series | None
    ander: pl.Series | None = None


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
    tweeduidig: int = 0
    persoonsgegevens: bool = True
    aangenomen: set[str] = field(default_factory=set)
    gevuld: int = 0
    bsn: int = 0
    nummers: nummers.Bsntelling = field(default_factory=nummers.Bsntelling)

    def begin(self, ruw: Ruw, bereik: pl.Series | None = None) -> Callable[[], Gelezen]:
        """Start on one batch; what comes back gives values and refusals. Only numbers of persons take a while.

        `bereik` (numbers of persons): per row the gemeente within which an own number holds.
        """
        tekst = self._zonder_leeg(ruw.uniek)
        if self.kolom.soort != "sleutel":
            gelezen = self._rond_af(tekst, self._lees_uniek(tekst), ruw)
            return lambda: gelezen
        plek: pl.Series | str = ""
        if bereik is not None and self.soort_nummer == "id":
            self.nummers.tel(tekst)
            tekst, index, plek = nummers.per_bereik(tekst, ruw.index, bereik)
            ruw = Ruw(tekst, index)
        wacht = self._begin_nummers(tekst, plek)
        return lambda: self._rond_af(tekst, wacht(), ruw)

    @property
    def soort_nummer(self) -> str:
        """Which kind of number the header announces: bsn, vnr or id."""
        return self.kolom.soort_nummer(self.kop)

    def _rond_af(self, tekst: pl.Series, uniek: tuple[pl.Series, pl.Series], ruw: Ruw) -> Gelezen:
        """From distinct prints to rows."""
        waarde, fout = uniek
        if self.kolom.soort in _TEKSTEN or (self.persoonsgegevens and self.kolom.soort != "sleutel"):
            fout = self._let_op_bsn(tekst, fout, ruw)
        rijen = waarde.gather(ruw.index).rename(self.kolom.naam)
        return Gelezen(rijen, fout.gather(ruw.index) if fout.max() else None)

    def _zonder_leeg(self, uniek: pl.Series) -> pl.Series:
        """Empty signs become null; a code list may know some of these words itself."""
        laag = uniek.str.to_lowercase()
        leeg = laag.is_in(keuzes.LEEG)
        if self.kolom.waarden:
            bekend = [w for w in keuzes.LEEG if keuzes.vorm(w) in keuzes.keuzelijst(self.kolom)]
            leeg = leeg & ~laag.is_in(bekend)
        return pl.select(pl.when(~leeg).then(uniek)).to_series()

    def _lees_uniek(self, tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
        soort = self.kolom.soort
        if soort in _GETAL:
            return self._lees_getallen(tekst)
        if soort in _DATUM:
            return self._lees_datums(tekst)
        if soort == "code":
            return keuzes.lees_codes(tekst, self.kolom)
        if soort == "janee":
            return keuzes.lees_janee(tekst)
        if soort == "gemeentecode" and self.kolom.onbekend:
            return keuzes.lees_gemeente_of_rest(tekst, self.register, self.kolom.onbekend)
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
        gewoon = datums.lees_gewone_datums(tekst)
        dag, maand, beide = datums.tel_volgorde(tekst) if gewoon is None else datums.tel_gewone(gewoon)
        self.dag_eerst, self.maand_eerst = self.dag_eerst + dag, self.maand_eerst + maand
        self.tweeduidig += beide
        notatie = self.notatie or self._volgorde()
        self.aangenomen.add(notatie)
        if gewoon is None or notatie != datums.DAG_EERST:
            datum, fout = datums.lees_datums(tekst, notatie)
        else:
            datum, fout = gewoon, pl.repeat(GOED, len(gewoon), dtype=pl.UInt8, eager=True)
        return keuzes.lees_jaren(tekst, datum) if self.kolom.soort == "geboorte" else (datum, fout)

    def _volgorde(self) -> str:
        return datums.volgorde(self.dag_eerst, self.maand_eerst)

    @property
    def maand_vooraan(self) -> bool:
        """Whether this is a column of dates of which some can only have the month first, and none the day."""
        return self.maand_eerst > 0 and not self.dag_eerst

    @property
    def volgorde_onbekend(self) -> bool:
        """Whether dates were read here with the day first, while no date shows that this is right."""
        return self.aangenomen == {datums.DAG_EERST} and not self.dag_eerst and self.tweeduidig > 0

    def _begin_nummers(self, tekst: pl.Series, bereik: pl.Series | str) -> Callable[[], tuple[pl.Series, pl.Series]]:
        """Numbers of persons become codes here; nothing after this sees the number."""
        assert self.sleutel is not None
        kaal = tekst.str.strip_prefix("\x01").fill_null("")
        waarden, onjuist = normaliseer_nummers(kaal, self.soort_nummer, bereik, met_acht=self.notatie == "acht")
        leeg = tekst.is_null()
        fout = nummers.keur_nummers(tekst, onjuist)
        codes = self.sleutel.begin(waarden)
        if not leeg.any():
            return lambda: (codes.result(), fout)
        return lambda: (pl.select(pl.when(~leeg).then(codes.result())).to_series(), fout)

    def _let_op_bsn(self, tekst: pl.Series, fout: pl.Series, ruw: Ruw) -> pl.Series:
        """Refuse values that are a BSN, and count them: a column full of them is refused as a whole."""
        kaal = tekst.str.strip_prefix("\x01")
        vrij = self.kolom.soort == "tekst" or bool(self.kolom.onbekend)
        patroon = r"\d[\d .\-]{6,}\d" if vrij else r"^[ .\-]*(?:\d[ .\-]*){9}$"
        verdacht = kaal.str.contains(patroon).fill_null(False)
        if vrij and verdacht.any():
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
        if self.kolom.soort == "sleutel":
            return "acht" if self.notatie is None and self.nummers.met_acht else None
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
            return f"Kolom '{kort(self.kop)}': getallen zoals 1.234 zijn gelezen als duizendtallen (1234)."
        naam = "Nederlandse (1.234,56)" if b.notatie == "nl" else "Engelse (1,234.56)"
        hoe = f"zijn gelezen in de {naam} notatie van de rest van de kolom"
        return f"Kolom '{kort(self.kop)}': getallen zoals 1.234 {hoe}."
