"""Which rows of a batch are records: not the empty ones, the examples of a template, totals and footnotes."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ingest.records.kop import RecordKop
from ingest.records.ruw import Ruw
from ingest.records.stuk import Scheef, Stuk

_VOORBEELD = r"(?i)^(?:voorbeeld|gm0000)$"
_MERK = ("gemeentecode", "gemeentenaam")
_CIJFER = r"\d"
_TOTAAL = r"(?i)^(?:eind|sub)?(?:totaal|totalen)\b"
_NOOT = r"(?i)^(?:bron|\*|toelichting|noot|opmerking|let op|peildatum|peilmoment|aantal|aangemaakt|gegenereerd|einde)"


@dataclass
class Rijfilter:
    """Counts what it leaves out, for one message at the end."""

    voorbeelden: int = 0
    totalen: int = 0
    noten: int = 0

    def kies(self, stuk: Stuk, kop: RecordKop) -> pl.Series:
        """Per row whether it is a record."""
        kolommen = [k for i, k in stuk.kolommen.items()]
        if not kolommen or not len(stuk.rijen):
            return pl.Series([], dtype=pl.Boolean)
        gevuld = sum((k.gevuld().cast(pl.UInt16) for k in kolommen[1:]), kolommen[0].gevuld().cast(pl.UInt16))
        over = gevuld > 0
        over = self._zonder_voorbeelden(stuk, kop, over)
        over = self._zonder_noten(kolommen, gevuld, over)
        return self._zonder_totalen(stuk, kop, over)

    def _zonder_voorbeelden(self, stuk: Stuk, kop: RecordKop, over: pl.Series) -> pl.Series:
        """The mark of a template; in a list of persons only where the gemeente or the number stands."""
        plekken = sorted(stuk.kolommen)
        if kop.layout.persoonsgegevens:
            merken = [k.naam for k in kop.layout.kolommen if k.identiteit or k.naam in _MERK]
            plekken = sorted({i for naam in merken for i in kop.posities.get(naam, ())})
        for i in plekken:
            voorbeeld = _rijen_met(stuk.kolommen[i], _VOORBEELD)
            if voorbeeld is not None and (weg := voorbeeld & over).any():
                self.voorbeelden += int(weg.sum())
                over = over & ~weg
        return over

    def _zonder_noten(self, kolommen: list[Ruw], gevuld: pl.Series, over: pl.Series) -> pl.Series:
        """A single filled cell that starts as a footnote."""
        enkel = over & (gevuld == 1)
        if len(kolommen) < 3 or not enkel.any():
            return over
        for kolom in kolommen:
            noot = _rijen_met(kolom, _NOOT)
            if noot is not None and (weg := enkel & noot & over).any():
                self.noten += int(weg.sum())
                over = over & ~weg
        return over

    def _zonder_totalen(self, stuk: Stuk, kop: RecordKop, over: pl.Series) -> pl.Series:
        """The word total in what identifies a row, unless it has the number of a person."""
        sleutels = {i for naam in ("gemeentenaam", *kop.layout.sleutel) for i in kop.posities.get(naam, ())}
        persoon = {i for k in kop.layout.kolommen if k.identiteit for i in kop.posities.get(k.naam, ())}
        for i in sorted(sleutels | {min(stuk.kolommen)}):
            totaal = _rijen_met(stuk.kolommen[i], _TOTAAL)
            if totaal is None:
                continue
            for j in sorted(persoon):
                totaal = totaal & ~_genummerd(stuk.kolommen[j])
            if (weg := totaal & over).any():
                self.totalen += int(weg.sum())
                over = over & ~weg
        return over

    def is_noot(self, scheef: Scheef) -> bool:
        """Whether a line with one cell is nothing or a footnote."""
        if not scheef.eerste:
            return True
        noot = bool(pl.Series([scheef.eerste]).str.contains(_NOOT)[0])
        if noot and scheef.aantal == 1:
            self.noten += 1
        return noot and scheef.aantal == 1

    def melding(self) -> str | None:
        """What was left out."""
        geteld = (
            (self.voorbeelden, "voorbeeldrij", "voorbeeldrijen"), (self.totalen, "totaalregel", "totaalregels"),
            (self.noten, "voetnoot", "voetnoten"),
        )  # fmt: skip
        delen = [f"{n} {een if n == 1 else meer}" for n, een, meer in geteld if n]
        return f"Overgeslagen: {' en '.join(delen)}." if delen else None


def _genummerd(kolom: Ruw) -> pl.Series:
    """Per row whether a number of a person stands there; 'Totaal 12' is none."""
    cijfer, totaal = kolom.uniek.str.contains(_CIJFER), kolom.uniek.str.contains(_TOTAAL)
    return (cijfer & ~totaal).gather(kolom.index)


def _rijen_met(kolom: Ruw, patroon: str) -> pl.Series | None:
    """Per row whether the print fits; None when no print does."""
    treffers = kolom.uniek.str.contains(patroon)
    return treffers.gather(kolom.index) if treffers.any() else None
