"""What counts per gemeente must look like."""

from __future__ import annotations

from typing import Any

from ingest.records.schema import volgorde_check
from ingest.schema import basis, hele_personen, niet_negatief

SCHEMA = basis(frame_checks=[hele_personen(), niet_negatief()])


def _personen() -> list[tuple[tuple[str, ...], Any]]:
    """Days that can't be in another order; levels per route are findings of the warehouse, not refusals."""
    paren = [
        ("startdatum_plicht", "einddatum_plicht", "De plicht eindigt voor zij begint."),
        ("startdatum_termijn", "einddatum_termijn", "De termijn eindigt voor hij begint."),
    ]
    uit: list[tuple[tuple[str, ...], Any]] = [((a, b), volgorde_check(a, b, reden)) for a, b, reden in paren]
    return uit


RECORD_CHECKS = {"duo_personen": _personen, "inburgeraars": _personen}
