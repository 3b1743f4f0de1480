"""pandera: the shape that cells must have, whatever their source; failing rows are rejected with a Dutch reason."""

from __future__ import annotations

from typing import Any

import pandera.polars as pa
import polars as pl

from ingest.cel import Afkeuring, Cel, Lezing
from ingest.lezers import schema_voor
from ingest.magazijn.laden import maak_frame
from ingest.waarden.grenzen import DOE_TE_GROOT, REDEN_TE_GROOT, TE_GROOT_EUR
from ingest.waarden.waarde import STATUSSEN

EENHEDEN = ("personen", "euro", "procent", "uur")


def basis(extra: dict[str, list[Any]] | None = None, frame_checks: list[Any] | None = None) -> pa.DataFrameSchema:
    """The schema every source starts from; a source adds checks per column or over the whole frame."""
    extra = extra or {}

    def kolom(soort: Any, checks: list[Any], leeg: bool = False) -> pa.Column:
        return pa.Column(soort, checks=checks, nullable=leeg)

    return pa.DataFrameSchema(
        {
            "gemeentecode": kolom(pl.String, [
                pa.Check.str_matches(r"^GM\d{4}$", error="De gemeentecode is niet goed; schrijf hem als GM0629."),
                *extra.get("gemeentecode", [])], leeg=True),
            "jaar": kolom(pl.Int32, [
                pa.Check.in_range(2000, 2050, error="Het jaartal ligt buiten 2000 tot en met 2050."),
                *extra.get("jaar", [])], leeg=True),
            "indicator": kolom(pl.String, extra.get("indicator", [])),
            "eenheid": kolom(pl.String, [pa.Check.isin(EENHEDEN, error="De eenheid is niet bekend.")]),
            "waarde_status": kolom(pl.String, [pa.Check.isin(STATUSSEN, error="Het teken in de cel is niet bekend.")]),
            "waarde": kolom(pl.Decimal(18, 4), extra.get("waarde", []), leeg=True),
        },
        checks=[bedrag_kan_bestaan(), *(frame_checks or [])],
    )  # fmt: skip


def bedrag_kan_bestaan() -> pa.Check:
    """An amount in euro stays below the limit."""
    return pa.Check(
        lambda d: d.lazyframe.select(
            (pl.col("eenheid") != "euro") | (pl.col("waarde").abs() < TE_GROOT_EUR).fill_null(True)
        ),
        error=REDEN_TE_GROOT,
        description=DOE_TE_GROOT,
    )


def hele_personen() -> pa.Check:
    """Persons are whole numbers."""
    return pa.Check(
        lambda d: d.lazyframe.select(
            (pl.col("eenheid") != "personen")
            | pl.col("waarde").is_null()
            | (pl.col("waarde") == pl.col("waarde").floor())
        ),
        error="Een aantal personen moet een heel getal zijn.",
    )


def niet_negatief(uitgezonderd: tuple[str, ...] = ()) -> pa.Check:
    """Counts and amounts are zero or more, except for indicators that may be below zero."""
    return pa.Check(
        lambda d: d.lazyframe.select(
            pl.col("indicator").is_in(uitgezonderd) | pl.col("waarde").is_null() | (pl.col("waarde") >= 0)
        ),
        error="Dit cijfer mag niet negatief zijn.",
    )


def keur_cellen(lezing: Lezing) -> None:
    """Validate the cells per layout and move the rows that fail to the rejected ones."""
    redenen: dict[tuple[str | None, int], Afkeuring] = {}
    for layout in dict.fromkeys(c.layout for c in lezing.cellen):
        cellen = [c for c in lezing.cellen if c.layout == layout]
        schema = schema_voor(layout)
        advies = {check.error: check.description for check in schema.checks}
        for cel, reden in _fouten(schema, cellen):
            doe = advies.get(reden) or "Controleer het cijfer bij de bron en lever de rij opnieuw aan."
            redenen.setdefault(cel.plek(), Afkeuring(
                cel.blad, cel.rij, cel.kolom, cel.waarde_ruw, reden, doe, lezing.rijen.get(cel.plek(), []),
            ))  # fmt: skip
    lezing.keur_rijen_af(redenen)


def _fouten(schema: pa.DataFrameSchema, cellen: list[Cel]) -> list[tuple[Cel, str]]:
    frame = maak_frame(cellen)
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as fouten:
        return [
            (cellen[regel["index"]], str(regel["check"]))
            for regel in fouten.failure_cases.unique(["index", "check"]).sort("index").to_dicts()
            if regel["index"] is not None
        ]
    return []
