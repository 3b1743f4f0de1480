"""What Iv3 rows must look like, beyond the types of the layout."""

from __future__ import annotations

from typing import Any

import polars as pl

from ingest.records.schema import rij_check


def _iv3() -> list[tuple[tuple[str, ...], Any]]:
    taakveld = pl.col("taakveld").str.contains(r"^(?:\d{1,2}\.\d{1,3}|[AP]\d{1,4})[A-Za-z]?$")
    geen_taakveld = "Dit is geen taakveld (6.1) en geen balanspost (A111)."
    categorie = pl.col("categorie").str.contains(r"^(?:[LB]\d[\d.]*|Primo|Ultimo)$")
    geen_categorie = "Dit is geen categorie van Iv3 (L4.3.1, B4.3.1, Primo of Ultimo)."
    return [
        (("taakveld",), rij_check("taakveld", "onbekend taakveld", geen_taakveld, taakveld)),
        (("categorie",), rij_check("categorie", "onbekende categorie", geen_categorie, categorie)),
    ]


RECORD_CHECKS = {"iv3": _iv3}
