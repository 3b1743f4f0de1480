"""What reference rows must look like, beyond the types of the layout."""

from __future__ import annotations

from typing import Any

import polars as pl

from ingest.records.schema import rij_check

Checks = list[tuple[tuple[str, ...], Any]]


def _gemeenten() -> Checks:
    reden = "De provinciecode is niet goed; schrijf haar als PV28 of 28."
    provincie = pl.col("provinciecode").str.contains(r"^PV(?:2\d|3[01])$")
    return [(("provinciecode",), rij_check("provinciecode", "onbekende provincie", reden, provincie))]


def _inwoners() -> Checks:
    reden = "Geen gemeente heeft meer dan twee miljoen inwoners; dit is waarschijnlijk een provincie of het land."
    return [(("inwoners",), rij_check("inwoners", "te veel inwoners", reden, pl.col("inwoners") < 2_000_000))]


def _herindelingen() -> Checks:
    reden = "De oude en de nieuwe gemeentecode zijn gelijk."
    anders = pl.col("oude_code") != pl.col("nieuwe_code")
    return [(("oude_code", "nieuwe_code"), rij_check("nieuwe_code", "geen herindeling", reden, anders))]


RECORD_CHECKS = {"cbs_gemeenten": _gemeenten, "cbs_inwoners": _inwoners, "cbs_herindelingen": _herindelingen}
