"""One person with more than one number: which of them counts, and which other one is remembered."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from ingest.records.kolomlezer import Gelezen
from ingest.records.redenen import GOED

ANDER = "_ander_id"
_SCHRIJF = """
insert into raw.persoon_koppeling
select $1, n.ander_id, n.pseudo_id from nieuwe_koppelingen as n
where not exists (
    from raw.persoon_koppeling as k
    where k.levering_id = $1 and k.ander_id = n.ander_id and k.pseudo_id = n.pseudo_id
)
"""


def voeg_samen(kolommen: Sequence[Gelezen], soorten: Sequence[str]) -> Gelezen:
    """One column; of more numbers of one person the first that is filled in, with the V-nummer beside a BSN."""
    eerste, *rest = kolommen
    eerste.ander = _ander_nummer(kolommen, soorten)
    for ander in rest:
        leeg = eerste.waarde.is_null()
        if ander.fout is not None:
            niets = pl.repeat(GOED, len(leeg), dtype=pl.UInt8, eager=True)
            eerste.fout = ander.fout.zip_with(leeg, niets if eerste.fout is None else eerste.fout)
        eerste.waarde = ander.waarde.zip_with(leeg, eerste.waarde).rename(eerste.waarde.name)
    return eerste


def _ander_nummer(kolommen: Sequence[Gelezen], soorten: Sequence[str]) -> pl.Series | None:
    if not {"bsn", "vnr"} <= set(soorten):
        return None
    bsn, vnr = kolommen[soorten.index("bsn")], kolommen[soorten.index("vnr")]
    beide = bsn.waarde.is_not_null()
    if vnr.fout is not None:
        beide = beide & (vnr.fout == GOED)
    return pl.select(pl.when(beide).then(vnr.waarde)).to_series()


def koppelingen(frame: pl.DataFrame) -> pl.DataFrame | None:
    """The distinct pairs of codes in a batch of accepted rows; None when a delivery has one number per person."""
    if ANDER not in frame.columns:
        return None
    return frame.select(pl.col(ANDER).alias("ander_id"), "pseudo_id").drop_nulls().unique()


def schrijf_koppelingen(con: duckdb.DuckDBPyConnection, levering_id: str, paren: pl.DataFrame | None) -> None:
    """Remember which numbers are the same person; the caller holds the transaction."""
    if paren is not None and paren.height:
        nieuwe_koppelingen = paren.to_arrow()  # noqa: F841 - DuckDB finds this by its name
        con.execute(_SCHRIJF, [levering_id])
