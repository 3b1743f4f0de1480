"""SPUK and gemeentefonds rows: the post follows from the code or the name of the regeling. SiSa: one per indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.begrippen import parse_term
from ingest.cel import Cel
from ingest.fouten import RijFout
from ingest.tabel.rij import Rij

if TYPE_CHECKING:
    from ingest.records.lezing import RecordLezing


def verfijn_records(lezing: RecordLezing, waar: str) -> RecordLezing:
    """SiSa in the long form: code, number and unit from the print; `waar` is not needed."""
    from ingest.spuk.sisa_lang import verfijn_sisa

    return verfijn_sisa(lezing)


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """Give every amount its post, every count its doelgroep and every price its cohort."""
    return _prijzen(rij, cellen) if rij.layout.layout == "spuk_prijzen" else _beschikkingen(rij, cellen)


def _beschikkingen(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    code, regeling = rij.tekst("uitkeringscode"), rij.tekst("regeling")
    post = "spuk" if code else parse_term("post", regeling)
    if post not in ("spuk", "gemeentefonds"):
        raise RijFout(
            rij.plaats("regeling"), regeling, f"Regeling '{regeling}' is niet bekend.",
            "Vul in: SPUK inburgering, SPUK onderwijsroute of gemeentefonds, of zet de uitkeringscode erbij (G10, G13, "
            "A38).",
        )  # fmt: skip
    for cel in cellen:
        cel.post = post
        cel.kenmerk = code.upper().replace(" ", "") or None
        cel.toelichting = rij.tekst("kenmerk") or cel.toelichting
        if cel.indicator == "spuk_aantal":
            asiel = cel.kolom == rij.plaats("aantal_asiel")
            cel.doelgroep = "statushouder" if asiel else "gezinsmigrant"
    return cellen


def _prijzen(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    termijn, omvat = rij.tekst("termijn"), rij.tekst("omvat")
    delen = [omvat, f"termijn {termijn}" if termijn else ""]
    for cel in cellen:
        cel.kenmerk = f"cohort {rij.perioden['cohort'].jaar}"
        cel.toelichting = "; ".join(d for d in delen if d) or None
    return cellen
