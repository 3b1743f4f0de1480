"""Read a workbook with rejected rows back, for the tests."""

from __future__ import annotations

import openpyxl

from ingest.inlezen import Resultaat


def redenen(resultaat: Resultaat) -> list[tuple[str, ...]]:
    """(rij, kolom, waarde, reden, wat te doen, original cells...) per rejected row."""
    assert resultaat.afgekeurd_pad is not None
    blad = openpyxl.load_workbook(resultaat.afgekeurd_pad).active
    assert blad is not None
    rijen = [["" if c is None else str(c) for c in rij] for rij in blad.iter_rows(min_row=2, values_only=True)]
    return [(*rij[2:5], *rij[6:]) for rij in rijen]
