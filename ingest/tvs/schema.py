"""What housing figures must look like."""

from __future__ import annotations

from ingest.schema import basis, hele_personen, niet_negatief

# a stand below zero means ahead of the target; so can the total and what is still to be done
MAG_NEGATIEF = ("stand_begin", "totale_taakstelling", "achterstand", "taakstelling_correctie", "nog_te_huisvesten")
SCHEMA = basis(frame_checks=[hele_personen(), niet_negatief(MAG_NEGATIEF)])
