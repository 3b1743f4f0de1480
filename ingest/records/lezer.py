"""From batches of prints to typed rows of one layout, with every refused row named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module, util

import polars as pl

from ingest.gebied.gemeentebestaan import keur_records
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.privacy.pseudoniem import Sleutel
from ingest.records import afkeuren
from ingest.records.kolomlezer import Gelezen, Kolomlezer
from ingest.records.koppeling import ANDER, koppelingen, voeg_samen
from ingest.records.layout import RecordLayout
from ingest.records.lezing import RecordLezing
from ingest.records.nummers import zonder_rijnummers
from ingest.records.redenen import GEEN_GEMEENTE, GEEN_NUMMER, GEEN_PEILDATUM, GOED, VERPLICHT
from ingest.records.rijfilter import Rijfilter
from ingest.records.schema import keur_frame
from ingest.records.stuk import Recordblad, Stuk

MAX_AFKEURINGEN = 20_000
_BRON_DOE = "Controleer de waarde bij de bron en lever de rij opnieuw aan."


@dataclass(frozen=True)
class Omstandigheden:
    """What holds for all rows of a delivery. `waar`: file name, for what a source can only see there."""

    register: Gemeenteregister
    peildatum: date | None = None
    gemeente: str | None = None
    sleutel: Sleutel | None = None
    waar: str = ""


@dataclass
class Bijstelling:
    """What a first round taught: notation per column, and columns to leave out. Then everything is read again."""

    notaties: dict[str, str] = field(default_factory=dict)
    zonder: set[str] = field(default_factory=set)


class RecordLezer:
    """Reads one sheet, batch by batch."""

    def __init__(self, blad: Recordblad, om: Omstandigheden, bijstelling: Bijstelling, ruimte: int = MAX_AFKEURINGEN):
        self.blad, self.om = blad, om
        self.filter = Rijfilter()
        self.ruimte = ruimte
        kop = blad.kop
        self.lezers: dict[str, list[Kolomlezer]] = {
            naam: [
                Kolomlezer(kop.layout.kolom(naam), kop.teksten[i] or naam, i, om.register, om.sleutel,
                           bijstelling.notaties.get(naam), persoonsgegevens=kop.layout.persoonsgegevens)
                for i in zonder_rijnummers(blad, naam, plekken)
            ]
            for naam, plekken in kop.posities.items() if naam not in bijstelling.zonder
        }  # fmt: skip

    @property
    def layout(self) -> RecordLayout:
        """The layout of this sheet."""
        return self.blad.kop.layout

    @property
    def kolommen(self) -> dict[str, str]:
        """Stored columns that were delivered, with their header."""
        return {n: kl[0].kop for n, kl in self.lezers.items() if self.layout.kolom(n).opgeslagen}

    def lees(self, stuk: Stuk) -> RecordLezing:
        """Typed rows and refusals of one batch."""
        scheef = [s for s in stuk.scheef if s.reden or not self.filter.is_noot(s)]
        over = self.filter.kies(stuk, self.blad.kop)
        gelezen = self._kolommen(stuk)
        redenen = {n: g.fout for n, g in gelezen.items() if g.fout is not None}
        frame = pl.DataFrame({n: g.waarde for n, g in gelezen.items()} | {"rij": stuk.rijen})
        frame = frame.with_columns(g.ander.rename(ANDER) for g in gelezen.values() if g.ander is not None)
        frame = self._vul_aan(frame, redenen)
        self._eis_verplichte(frame, redenen)
        goed = over
        for fout in redenen.values():
            goed = goed & (fout == GOED)
        missers, verdacht = [], frozenset[int]()
        if mis := int((over & ~goed).sum()):
            kolommen = {k.naam: k for k in self.layout.kolommen}
            missers = afkeuren.uit_redenen(kolommen, redenen, over, self.ruimte)
            verdacht = afkeuren.verschoven(self.blad.kop, redenen, over)
        frame = frame.with_columns(
            blad=pl.lit(self.blad.blad, dtype=pl.String), _nr=pl.int_range(pl.len(), dtype=pl.UInt32)
        )
        lezing = RecordLezing(self.layout.layout, frame if goed.all() else frame.filter(goed), self.kolommen)
        lezing = self._verfijn(lezing)
        mis += len({a.plek() for a in lezing.afkeuringen}) + self._keur(lezing, missers)
        lezing.afkeuringen += afkeuren.scheve_rijen(scheef, self.blad)[: self.ruimte]
        lezing.afkeuringen += afkeuren.maak(self.blad, stuk, missers[: self.ruimte], self.om.register, verdacht)
        self.ruimte = max(self.ruimte - len(lezing.afkeuringen), 0)
        lezing.afgekeurd_extra = len(scheef) + mis - lezing.rijen_afgekeurd
        lezing.koppelingen = koppelingen(lezing.frame)
        lezing.frame = lezing.frame.drop("_nr", ANDER, strict=False)
        return lezing

    def _kolommen(self, stuk: Stuk) -> dict[str, Gelezen]:
        """Every column; numbers of persons first, they are hashed while the others are read."""
        rang = {"gemeentecode": 0, "gemeentenaam": 0, "sleutel": 1}
        soort = {naam: self.layout.kolom(naam).soort for naam in self.lezers}
        begonnen: dict[str, list[Callable[[], Gelezen]]] = {}
        for naam in sorted(self.lezers, key=lambda naam: rang.get(soort[naam], 2)):
            bereik = self._bereik(begonnen) if soort[naam] == "sleutel" else None
            begonnen[naam] = [kl.begin(stuk.kolommen[kl.index], bereik) for kl in self.lezers[naam]]
        klaar = {naam: [rond_af() for rond_af in begonnen[naam]] for naam in self.lezers}
        return {n: voeg_samen(klaar[n], [kl.soort_nummer for kl in self.lezers[n]]) for n in self.lezers}

    def _bereik(self, begonnen: dict[str, list[Callable[[], Gelezen]]]) -> pl.Series:
        """Per row the gemeente within which an own number holds; one value when it is the same for all rows."""
        delen = [begonnen[n][0]().waarde for n in ("gemeentecode", "gemeentenaam") if n in begonnen]
        return pl.select(pl.coalesce(*delen, pl.lit(self.om.gemeente or "", dtype=pl.String))).to_series()

    def _vul_aan(self, frame: pl.DataFrame, redenen: dict[str, pl.Series]) -> pl.DataFrame:
        """Gemeente and peildatum that the delivery gives for all rows; a name becomes a code."""
        layout, om = self.layout, self.om
        if layout.heeft("gemeentecode") and layout.kolom("gemeentecode").soort == "gemeentecode":
            delen = [pl.col(n) for n in ("gemeentecode", "gemeentenaam") if n in frame.columns]
            if "gemeentecode" in frame.columns and "gemeentenaam" in redenen:
                redenen["gemeentenaam"] = _alleen_zonder(redenen["gemeentenaam"], frame["gemeentecode"])
            if delen or om.gemeente:  # an empty cell is not filled: the row can be of any gemeente
                frame = frame.with_columns(
                    gemeentecode=pl.coalesce(delen) if delen else pl.lit(om.gemeente, dtype=pl.String)
                )
        if not (layout.heeft("gemeentenaam") and layout.kolom("gemeentenaam").opgeslagen):
            frame = frame.drop("gemeentenaam", strict=False)
        if layout.heeft("peildatum") and (om.peildatum or "peildatum" in frame.columns):
            delen = [pl.col("peildatum")] if "peildatum" in frame.columns else []
            frame = frame.with_columns(peildatum=pl.coalesce(*delen, pl.lit(om.peildatum, dtype=pl.Date)))
        return frame

    def _eis_verplichte(self, frame: pl.DataFrame, redenen: dict[str, pl.Series]) -> None:
        """Values that every row must have; a withdrawal only needs its key."""
        verplicht = [k for k in self.layout.kolommen if k.verplicht]
        eisen = {k.naam: GEEN_NUMMER if k.identiteit else VERPLICHT for k in verplicht}
        if self.layout.persoonsgegevens:
            eisen |= {"peildatum": GEEN_PEILDATUM}
        if self.layout.gemeente_nodig and self.layout.heeft("gemeentecode"):
            eisen |= {"gemeentecode": GEEN_GEMEENTE}
        intrekking = (frame["mutatie"] == "intrekking").fill_null(False) if "mutatie" in frame.columns else None
        for naam, code in eisen.items():
            if naam not in frame.columns or not frame[naam].null_count():
                continue
            leeg = frame[naam].is_null()
            if intrekking is not None and naam not in self.layout.sleutel:
                leeg = leeg & ~intrekking
            if naam == "gemeentecode" and "gemeentenaam" in redenen:
                leeg = leeg & (redenen["gemeentenaam"] == GOED)  # there is a name; why it is no gemeente says more
            bestaand = redenen.get(naam)
            nieuw = pl.select(pl.when(leeg).then(code).otherwise(GOED).cast(pl.UInt8)).to_series()
            redenen[naam] = nieuw if bestaand is None else bestaand.zip_with(bestaand != GOED, nieuw)

    def _verfijn(self, lezing: RecordLezing) -> RecordLezing:
        """Let the source finish a batch, when it has columns that follow from others."""
        naam = f"ingest.{self.layout.bron}.lezer"
        if util.find_spec(naam) is not None and lezing.frame.height:
            functie = getattr(import_module(naam), "verfijn_records", None)
            lezing = functie(lezing, f"{self.om.waar} {self.blad.blad or ''}") if functie else lezing
        if self.layout.bron != "cbs":  # the CBS lists say themselves which gemeenten there are
            lezing.frame, ongeldig = keur_records(lezing.frame, self.om.register)
            lezing.afkeuringen += ongeldig
        return lezing

    def _keur(self, lezing: RecordLezing, missers: list[afkeuren.Misser]) -> int:
        """pandera; the number of rows that did not pass."""
        bekend = {k.naam for k in self.layout.opgeslagen}
        frame = lezing.frame
        fouten = keur_frame(self.layout.layout, frame.select(n for n in frame.columns if n in bekend))
        if not fouten:
            return 0
        nummers = frame["_nr"].to_list()
        for rij, kolom, regel, reden in fouten[: self.ruimte]:
            plek = "'{waarde}' in kolom '{kop}': " if kolom in self.blad.kop.posities else ""
            missers.append(afkeuren.Misser(nummers[rij], kolom, regel, plek + reden, _BRON_DOE))
        weg = {rij for rij, *_ in fouten}
        lezing.frame = frame.filter(~pl.int_range(pl.len()).is_in(list(weg)))
        return len(weg)

    def meldingen(self) -> list[str]:
        """What the deliverer should know about this sheet."""
        los = [kl.melding() for lijst in self.lezers.values() for kl in lijst]
        return [m for m in [*self.blad.meldingen, *los, self.filter.melding()] if m]


def _alleen_zonder(fout: pl.Series, code: pl.Series) -> pl.Series:
    """An unknown name is no problem when the code stands beside it."""
    return pl.select(pl.when(code.is_null()).then(fout).otherwise(GOED).cast(pl.UInt8)).to_series()
