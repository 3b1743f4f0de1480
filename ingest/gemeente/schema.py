"""What counts per gemeente must look like."""

from __future__ import annotations

from ingest.schema import basis, hele_personen, niet_negatief

SCHEMA = basis(frame_checks=[hele_personen(), niet_negatief()])
