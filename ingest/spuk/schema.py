"""What amounts must look like: a repayment may be negative, a grant may not."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from ingest.schema import basis, hele_personen

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
    ]
)
