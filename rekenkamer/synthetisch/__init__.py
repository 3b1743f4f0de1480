"""Synthetic deliveries in every layout, consistent with one another, with known errors in known places."""

from __future__ import annotations

from rekenkamer.synthetisch.fouten import Fout
from rekenkamer.synthetisch.maken import FOUTENLIJST, MAP_LEVERINGEN, OngeldigeOmvang, Overzicht, maak_synthetisch

__all__ = ["FOUTENLIJST", "MAP_LEVERINGEN", "Fout", "OngeldigeOmvang", "Overzicht", "maak_synthetisch"]
