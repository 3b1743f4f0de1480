"""What counts per gemeente must look like."""

from __future__ import annotations

from typing import Any

from ingest.duo.schema import RECORD_CHECKS as RECORD_CHECKS_PERSONEN
from ingest.records.schema import volgorde_check
from ingest.schema import basis, hele_personen, niet_negatief

SCHEMA = basis(frame_checks=[hele_personen(), niet_negatief()])


def _inburgeraars() -> list[tuple[tuple[str, ...], Any]]:
    eind = "De brede intake eindigt voor hij begint."
    begin, einde = "datum_brede_intake_start", "datum_brede_intake_eind"
    return [*RECORD_CHECKS_PERSONEN["inburgeraars"](), ((begin, einde), volgorde_check(begin, einde, eind))]


RECORD_CHECKS = {"inburgeraars": _inburgeraars}
