"""Iv3 rows: year and kind follow from the Verslagsoort, the amount in euros from the newest publication."""

from __future__ import annotations

import polars as pl

from ingest.cel import Afkeuring
from ingest.records.lezing import RecordLezing
from ingest.waarden.grenzen import TE_GROOT_EUR

_ONTBREEKT = -99998  # how some warehouses write a missing amount; real amounts may be lower, hence equality
_SOORT = {"000": "begroting", "001": "kwartaal", "002": "kwartaal", "003": "kwartaal", "004": "kwartaal",
          "005": "jaarrekening"}  # fmt: skip


def verfijn_records(lezing: RecordLezing, waar: str) -> RecordLezing:
    """Fill jaar, soort and bedrag_eur; a Verslagsoort that is none is rejected. Amounts are x 1.000 euro."""
    frame = lezing.frame
    for kolom in ("eerste_plaatsing", "tweede_plaatsing"):
        if kolom not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=pl.Decimal(18, 4)).alias(kolom))
        frame = frame.with_columns(pl.when(pl.col(kolom) != _ONTBREEKT).then(pl.col(kolom)).alias(kolom))
    bedrag = pl.coalesce("tweede_plaatsing", "eerste_plaatsing") * 1000
    frame = frame.with_columns(
        pl.col("taakveld", "categorie").str.strip_chars(),
        pl.col("verslagsoort").str.strip_chars().str.to_uppercase(),
    ).with_columns(
        jaar=pl.col("verslagsoort").str.extract(r"^(20\d\d)X00[0-5]$").cast(pl.Int32),
        soort=pl.col("verslagsoort").str.extract(r"^20\d\dX(00[0-5])$").replace_strict(_SOORT, default=None),
        bedrag_eur=bedrag.cast(pl.Decimal(14, 2), strict=False),
        _te_groot=(bedrag.abs() >= TE_GROOT_EUR).fill_null(False),
    )
    frame = _keur_te_groot(lezing, frame)
    fout = frame.filter(pl.col("soort").is_null())
    lezing.afkeuringen += [
        Afkeuring(r["blad"], r["rij"], lezing.kolommen.get("verslagsoort", "Verslagsoort"), r["verslagsoort"] or "",
                  f"'{r['verslagsoort']}' is geen verslagsoort van Iv3.",
                  "Schrijf het jaar, X en het verslag: 2025X000 (begroting) tot en met 2025X005 (jaarrekening).",
                  regel="onbekende verslagsoort")
        for r in fout.select("blad", "rij", "verslagsoort").iter_rows(named=True)
    ]  # fmt: skip
    lezing.frame = frame.filter(pl.col("soort").is_not_null())
    lezing.kolommen |= {k: lezing.kolommen.get("verslagsoort", "Verslagsoort") for k in ("jaar", "soort")}
    lezing.kolommen |= {"bedrag_eur": lezing.kolommen.get("tweede_plaatsing") or "eerste plaatsing"}
    return lezing


def _keur_te_groot(lezing: RecordLezing, frame: pl.DataFrame) -> pl.DataFrame:
    """Reject amounts that no gemeente has: they are in euros already, or two numbers grew together."""
    for r in frame.filter("_te_groot").iter_rows(named=True):
        kolom = "eerste_plaatsing" if r["tweede_plaatsing"] is None else "tweede_plaatsing"
        kop, waarde = lezing.kolommen.get(kolom, kolom), f"{r[kolom].normalize():f}".replace(".", ",")
        lezing.afkeuringen.append(
            Afkeuring(r["blad"], r["rij"], kop, waarde,
                      f"'{waarde}' in kolom '{kop}' is te groot voor een bedrag in duizenden euro's.",
                      "Controleer het bedrag bij de bron; waarschijnlijk is het een typefout of een bedrag in euro's.",
                      regel="te groot")
        )  # fmt: skip
    return frame.filter(~pl.col("_te_groot")).drop("_te_groot")
