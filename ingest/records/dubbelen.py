"""The same record twice in one delivery: kept once when the rows agree, refused when they contradict each other."""

from __future__ import annotations

from dataclasses import dataclass, field

import duckdb
import polars as pl

from ingest.cel import Afkeuring
from ingest.privacy.bsn import MASKER
from ingest.records.layout import IDENTIFICEREND, RecordLayout
from ingest.records.lezing import RecordLezing

_DOE = "Laat van elke persoon of regel één rij staan en lever het bestand opnieuw aan."


@dataclass
class Sleutelboek:
    """Remembers the keys of the rows of one layout, as hashes of eight bytes."""

    layout: RecordLayout
    kolommen: dict[str, str] = field(default_factory=dict)
    delen: list[pl.DataFrame] = field(default_factory=list)

    def noteer(self, lezing: RecordLezing) -> None:
        """Add the keys of one batch."""
        sleutel = [n for n in self.layout.sleutel if n in lezing.frame.columns]
        self.kolommen |= lezing.kolommen
        if sleutel and lezing.frame.height:
            blad = pl.col("blad").cast(pl.Categorical)
            self.delen.append(lezing.frame.select(blad, "rij", h=pl.struct(sleutel).hash()))

    def verdacht(self) -> pl.DataFrame:
        """Places of the rows of which the hash of the key occurs more than once."""
        if not self.delen:
            return pl.DataFrame(schema={"blad": pl.String, "rij": pl.Int32})
        op_volgorde = pl.concat([d["h"] for d in self.delen]).sort()  # takes less memory than counting them
        vaker = op_volgorde.filter(op_volgorde == op_volgorde.shift()).unique()
        delen = [d.filter(pl.col("h").is_in(vaker.implode())) for d in (self.delen if len(vaker) else self.delen[:1])]
        return pl.concat(delen).select(pl.col("blad").cast(pl.String), "rij")


def weer_dubbele_records(
    con: duckdb.DuckDBPyConnection, levering_id: str, boek: Sleutelboek
) -> tuple[int, list[Afkeuring]]:
    """Delete what is double from the rows just written; the number dropped as equal, and the refusals."""
    plekken = boek.verdacht()
    if not plekken.height:
        return 0, []
    tabel = f"raw.{boek.layout.layout}"
    namen = [k.naam for k in boek.layout.opgeslagen]
    con.register("plekken", plekken.to_arrow())
    rijen = con.execute(
        f"select t.blad, t.rij, {', '.join('t.' + n for n in namen)} from {tabel} as t inner join plekken as p "
        "on t.rij = p.rij and t.blad is not distinct from p.blad where t.levering_id = ? order by t.blad, t.rij",
        [levering_id],
    ).pl()
    con.unregister("plekken")
    sleutel = [n for n in boek.layout.sleutel if n in namen]
    rijen = rijen.filter(pl.struct(sleutel).is_duplicated())
    if not rijen.height:
        return 0, []
    rijen = rijen.with_columns(
        zelfde=pl.struct(namen).is_duplicated(), verschillend=pl.struct(namen).n_unique().over(sleutel) > 1,
        eerste=pl.struct(sleutel).is_first_distinct(),
    )  # fmt: skip
    strijdig = rijen.filter(pl.col("verschillend"))
    weg = rijen.filter(pl.col("verschillend") | ~pl.col("eerste"))
    con.register("weg", weg.select("blad", "rij").to_arrow())
    con.execute(
        f"delete from {tabel} as t using weg where t.levering_id = ? and t.rij = weg.rij "
        "and t.blad is not distinct from weg.blad",
        [levering_id],
    )
    con.unregister("weg")
    return weg.height - strijdig.height, _afkeuringen(boek, strijdig, sleutel)


def _afkeuringen(boek: Sleutelboek, rijen: pl.DataFrame, sleutel: list[str]) -> list[Afkeuring]:
    """Every row of a contradiction, with what was read from it; what identifies a person is masked."""
    geleverd = [n for n in boek.kolommen if n in rijen.columns]
    geheim = [boek.layout.persoonsgegevens and boek.layout.kolom(n).soort in IDENTIFICEREND for n in geleverd]
    koppen = [boek.kolommen[n] for n in geleverd]
    groepen = rijen.select("rij", *sleutel).group_by(sleutel, maintain_order=True).agg("rij")
    samen = {rij: lijst for lijst in groepen["rij"].to_list() for rij in lijst}
    uit = []
    for r in rijen.iter_rows(named=True):
        waarden = [
            MASKER if weg else "" if r[n] is None else str(r[n]) for n, weg in zip(geleverd, geheim, strict=True)
        ]
        anderen = ", ".join(str(x) for x in samen[r["rij"]] if x != r["rij"]) or "een ander blad"
        uit.append(Afkeuring(
            r["blad"], r["rij"], "", "", "Deze rij gaat over dezelfde persoon of regel als rij "
            f"{anderen}, maar spreekt die tegen.", _DOE, waarden, koppen, "dubbele sleutel",
        ))  # fmt: skip
    return uit
