"""Printed figures: the part is a leerroute, a post or the total; the unit follows from the indicator."""

from __future__ import annotations

import re

from ingest.begrippen import parse_term
from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.tabel.rij import Rij, controleer_keuze

_ALIASSEN = {"kosten": "lasten", "kosten totaal": "lasten", "baten totaal": "baten"}


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """Fill indicator and split; the words around a number stay in waarde_ruw."""
    indicator = rij.tekst("indicator").strip().lower()
    indicator = _ALIASSEN.get(indicator, indicator)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", indicator):
        raise RijFout(rij.plaats("indicator"), rij.tekst("indicator"), f"'{rij.tekst('indicator')}' is geen indicator.",
                      "Gebruik een naam uit de begrippenlijst, zoals lasten of leerroute_aandeel_pct.")  # fmt: skip
    controleer_keuze(rij, "indicator", indicator)
    dimensie = "post" if indicator in ("lasten", "baten") else "leerroute"
    onderdeel = rij.tekst("onderdeel")
    term = parse_term(dimensie, onderdeel)
    if term is None:
        raise RijFout(
            rij.plaats("onderdeel"),
            onderdeel,
            f"'{onderdeel}' is geen bekend onderdeel.",
            "Noem een leerroute, een kostenpost of totaal.",
        )
    for cel in cellen:
        cel.indicator = indicator
        if dimensie == "post" or indicator.startswith("leerroute"):
            setattr(cel, dimensie, term)
    return cellen
