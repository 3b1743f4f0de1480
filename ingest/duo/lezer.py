"""DUO rows: the indicator follows from law and subject; the period is the day DUO counted."""

from __future__ import annotations

import re

from ingest.begrippen import vorm
from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.tabel.rij import Rij, controleer_keuze

_WETTEN = {"wi2013": "wi2013", "2013": "wi2013", "wet inburgering 2013": "wi2013", "wi2021": "wi2021", "2021": "wi2021",
           "wet inburgering 2021": "wi2021"}  # fmt: skip
_ALIASSEN = {"nog_inburgeringsplichtig": "inburgeringsplichtig", "aantal_inburgeringsplichtig": "inburgeringsplichtig"}


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """Wi2013 + inburgeringsplichtig -> `wi2013`; anything else -> `duo_<subject>`."""
    wet = _WETTEN.get(rij.tekst("wet").strip().lower().replace(" (", "(").strip("."))
    if wet is None:
        raise RijFout(
            rij.plaats("wet"),
            rij.tekst("wet"),
            f"'{rij.tekst('wet')}' is geen bekende wet.",
            "Vul in: Wi2013 of Wi2021.",
        )
    onderwerp = vorm(rij.tekst("indicator")).replace(" ", "_")
    onderwerp = _ALIASSEN.get(onderwerp, onderwerp)
    controleer_keuze(rij, "indicator", onderwerp)
    cohort = rij.tekst("cohortjaar")
    if cohort and not re.fullmatch(r"(19|20)\d\d", cohort):
        raise RijFout(
            rij.plaats("cohortjaar"), cohort, f"'{cohort}' is geen jaartal.", "Vul een jaartal in, of laat de cel leeg."
        )
    for cel in cellen:
        if wet == "wi2013":
            cel.indicator = "wi2013" if onderwerp == "inburgeringsplichtig" else f"duo_wi2013_{onderwerp}"
        else:
            cel.indicator = f"duo_{onderwerp}"
        cel.kenmerk = f"cohort {cohort}" if cohort else None
        if cel.peildatum:
            cel.periode, cel.jaar = cel.peildatum.isoformat(), cel.peildatum.year
    return cellen
