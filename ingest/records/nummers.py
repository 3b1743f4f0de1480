"""Numbers of persons: which columns hold them, whose they are, and which numbers stand for the same person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from ingest.begrippen import vorm
from ingest.privacy.pseudoniem import is_bsn_reeks
from ingest.records.redenen import AFGEKAPT_NUMMER, GEEN_BSN, GOED
from ingest.records.stuk import Recordblad

_WETENSCHAPPELIJK = r"(?i)^\d+(?:[.,]\d+E[+-]?|E\+)\d+$"
_VOORBEELD = ("voorbeeld", "gm0000")
RIJNUMMER = (
    "In kolom '{kop}' staan alleen rijnummers (1, 2, 3 …), en er is geen andere kolom die zegt om welke persoon het "
    "gaat. Zet een kolom met BSN, V-nummer of cliëntnummer in het bestand en lees het opnieuw in."
)


@dataclass
class Bsntelling:
    """How many of the distinct values of a column are a BSN, and how many one that lost its leading zero."""

    gevuld: int = 0
    bsn: int = 0
    acht: int = 0

    def tel(self, tekst: pl.Series) -> None:
        """Add one batch."""
        cijfers = tekst.str.replace_all(r"[.\s\-\x01]", "")
        acht = pl.select(pl.when(cijfers.str.contains(r"^\d{8}$")).then("0" + cijfers)).to_series()
        self.gevuld += len(tekst) - tekst.null_count()
        self.bsn += int(is_bsn_reeks(cijfers).sum())
        self.acht += int(is_bsn_reeks(acht).sum())

    @property
    def met_acht(self) -> bool:
        """Whether eight digits are a BSN here too: at least half of the column are, and some have nine digits."""
        return self.bsn > 0 and self.acht > 0 and (self.bsn + self.acht) * 2 >= self.gevuld


def keur_nummers(tekst: pl.Series, onjuist: pl.Series) -> pl.Series:
    """Refusals (UInt8) of distinct prints: a faulty BSN, or a number of which Excel cut off the end."""
    afgekapt = tekst.str.strip_prefix("\x01").str.contains(_WETENSCHAPPELIJK)
    mis = pl.when(afgekapt).then(AFGEKAPT_NUMMER).when(tekst.is_not_null() & onjuist).then(GEEN_BSN).otherwise(GOED)
    return pl.select(mis.cast(pl.UInt8)).to_series()


def per_bereik(tekst: pl.Series, index: pl.Series, bereik: pl.Series) -> tuple[pl.Series, pl.Series, pl.Series | str]:
    """Distinct prints per gemeente: an own number only means something within its own."""
    if bereik.n_unique() <= 1:
        return tekst, index, str(bereik[0]) if len(bereik) else ""
    paren = pl.DataFrame({"i": index, "b": bereik})
    uniek = paren.unique(maintain_order=True).with_row_index("nr")
    nummers = paren.join(uniek, on=["i", "b"], how="left", maintain_order="left")["nr"]
    return tekst.gather(uniek["i"]), nummers, uniek["b"]


def is_rijnummer(blad: Recordblad, index: int) -> bool:
    """Whether a column that is only called `id` counts the rows; JSON has no header, so there the first is left out."""
    if vorm(blad.kop.teksten[index]) != "id":
        return False
    rijen = [r for r in blad.begin[blad.kop.index + 1 :] if not any(c.strip().lower() in _VOORBEELD for c in r)]
    waarden = [r[index].strip() for r in rijen if index < len(r) and r[index].strip()]
    if len(waarden) < 2 or not all(w.isascii() and w.isdigit() and len(w) < 10 for w in waarden):
        return False
    eerste = int(waarden[0])
    return eerste <= 2 and [int(w) for w in waarden] == list(range(eerste, eerste + len(waarden)))


def zonder_rijnummers(blad: Recordblad, naam: str, plekken: Sequence[int]) -> list[int]:
    """The columns that say who this is; when only row numbers are left these, and `rijnummer_fout` says so."""
    if blad.kop.layout.kolom(naam).soort != "sleutel":
        return list(plekken)
    return [i for i in plekken if not is_rijnummer(blad, i)] or list(plekken)


def rijnummer_fout(blad: Recordblad) -> str | None:
    """Why a list of persons can't be read: it only numbers its rows."""
    plekken = zonder_rijnummers(blad, "pseudo_id", blad.kop.posities.get("pseudo_id", ()))
    fout = next((i for i in plekken if is_rijnummer(blad, i)), None)
    return None if fout is None else RIJNUMMER.format(kop=blad.kop.teksten[fout])
