"""What amounts must look like: a repayment may be negative, a grant may not; one beschikking has one amount."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from ingest.schema import basis, hele_personen

_BESCHIKKING = ["gemeentecode", "jaar", "indicator", "post", "kenmerk", "doelgroep", "status_bedrag"]


def een_bedrag_per_beschikking() -> pa.Check:
    """Two amounts for one beschikking are only read when the date of each letter tells which is newer."""
    datum, bedrag = pl.col("peildatum"), pl.col("waarde")
    verschilt = bedrag.drop_nulls().n_unique().over(_BESCHIKKING) > 1
    onduidelijk = datum.is_null().any().over(_BESCHIKKING) | (
        bedrag.drop_nulls().n_unique().over([*_BESCHIKKING, "peildatum"]) > 1
    )
    telt = (pl.col("indicator") == "baten") & bedrag.is_not_null() & (pl.col("status_bedrag") != "terugvordering")
    return pa.Check(
        lambda d: d.lazyframe.select(~(telt & verschilt & onduidelijk).fill_null(False)),
        error="Deze beschikking staat hier meer dan één keer, met verschillende bedragen. Uit de datums blijkt niet "
        "welke brief de nieuwste is; geen van de bedragen is ingelezen.",
        description="Laat alleen de geldige beschikking staan, of vul bij elke rij de datum van de brief in: dan telt "
        "de nieuwste.",
    )


SCHEMA = basis(
    frame_checks=[
        hele_personen(),
        pa.Check(
            lambda d: d.lazyframe.select(
                (pl.col("status_bedrag") == "terugvordering").fill_null(False)
                | pl.col("waarde").is_null()
                | (pl.col("waarde") >= 0)
            ),
            error="Een bedrag mag niet negatief zijn, behalve bij een terugvordering.",
        ),
        een_bedrag_per_beschikking(),
    ]
)
