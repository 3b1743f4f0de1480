"""What printed figures must look like: percentages lie between 0 and 100."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from ingest.schema import basis, hele_personen

SCHEMA = basis(
    frame_checks=[
        hele_personen(),
        pa.Check(
            lambda d: d.lazyframe.select(
                (pl.col("eenheid") != "procent") | pl.col("waarde").is_null() | pl.col("waarde").is_between(0, 100)
            ),
            error="Een percentage ligt tussen 0 en 100.",
        ),
    ]
)
