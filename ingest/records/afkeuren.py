"""Refused rows in words for the deliverer; what identifies a person never gets into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from ingest.cel import Afkeuring
from ingest.privacy.bsn import MASKER, mask_tekst
from ingest.records.layout import IDENTIFICEREND, RecordKolom
from ingest.records.redenen import BEVAT_BSN, GOED, REDENEN
from ingest.records.stuk import Recordblad, Scheef, Stuk


@dataclass(frozen=True)
class Misser:
    """One refused value: row of the batch, column (canonical), rule, reason and advice."""

    nr: int
    kolom: str
    regel: str
    reden: str
    doe: str
    toon_waarde: bool = True


def maak(blad: Recordblad, stuk: Stuk, missers: Iterable[Misser]) -> list[Afkeuring]:
    """Afkeuringen with the original row, of which only what identifies nobody."""
    lijst = list(missers)
    originelen = _originelen(blad, stuk, sorted({m.nr for m in lijst}))
    koppen = [mask_tekst(t) for t in blad.kop.teksten]
    rijen = stuk.rijen.gather([m.nr for m in lijst]).to_list() if lijst else []
    uit = []
    for m, rij in zip(lijst, rijen, strict=True):
        index = next(iter(blad.kop.posities.get(m.kolom, ())), None)
        origineel = originelen[m.nr]
        waarde = ""
        if index is not None:
            waarde = origineel[index] if m.toon_waarde else MASKER
            origineel = [*origineel[:index], waarde, *origineel[index + 1 :]]
        kop = koppen[index] if index is not None else m.kolom
        tekst = {"waarde": waarde[:80], "kop": kop}
        uit.append(Afkeuring(
            blad.blad, rij, plaats(blad, index), waarde, m.reden.format(**tekst), m.doe, origineel, koppen, m.regel,
            index,
        ))  # fmt: skip
    return uit


def plaats(blad: Recordblad, index: int | None) -> str:
    """The place of a column as the deliverer sees it: header in a text file, letter in a workbook."""
    if index is None:
        return ""
    if not blad.letters:
        return mask_tekst(blad.kop.teksten[index])
    letters, rest = "", index + 1
    while rest:
        rest, cijfer = divmod(rest - 1, 26)
        letters = chr(65 + cijfer) + letters
    return letters


def _originelen(blad: Recordblad, stuk: Stuk, rijen: list[int]) -> dict[int, list[str]]:
    """Row of the batch -> its prints; identifying and unmapped columns are masked."""
    layout = blad.kop.layout
    breedte = max([len(blad.kop.teksten), *(i + 1 for i in stuk.kolommen)])
    onbekend = MASKER if layout.persoonsgegevens else ""
    uit = {r: [onbekend] * breedte for r in rijen}
    for naam, plekken in blad.kop.posities.items():
        geheim = layout.persoonsgegevens and layout.kolom(naam).soort in IDENTIFICEREND
        for i in plekken:
            teksten = [MASKER] * len(rijen) if geheim else stuk.kolommen[i].teksten(rijen)
            for r, tekst in zip(rijen, teksten, strict=True):
                uit[r][i] = mask_tekst(tekst) if not geheim else tekst
    return uit


def uit_redenen(
    kolommen: dict[str, RecordKolom], redenen: dict[str, pl.Series], over: pl.Series, ruimte: int
) -> list[Misser]:
    """The refusals of a batch, at most `ruimte`."""
    missers: list[Misser] = []
    for naam, fout in redenen.items():
        mis = ((fout != GOED) & over).arg_true().head(max(ruimte - len(missers), 0)).to_list()
        keuze = ", ".join(kolommen[naam].waarden) if naam in kolommen else ""
        for nr, code in zip(mis, fout.gather(mis).to_list(), strict=True):
            reden = REDENEN[code]
            doe = reden.doe.replace("{keuze}", keuze)
            missers.append(Misser(nr, naam, reden.regel, reden.reden, doe, code != BEVAT_BSN))
    return sorted(missers, key=lambda m: m.nr)


def scheve_rijen(scheef: list[Scheef], blad: Recordblad) -> list[Afkeuring]:
    """Rows with too few or too many columns: nobody can say which value belongs where."""
    breedte = len(blad.kop.teksten)
    uit = []
    for s in scheef:
        if s.aantal < breedte:
            reden = f"Deze regel heeft {s.aantal} van de {breedte} kolommen; de regel is waarschijnlijk afgebroken."
            doe = "Maak de regel compleet of vraag het bestand opnieuw op."
        else:
            reden = f"Deze regel heeft meer kolommen dan de kopregel ({s.aantal} in plaats van {breedte})."
            doe = "Zet een waarde waarin het scheidingsteken voorkomt tussen aanhalingstekens."
        uit.append(Afkeuring(blad.blad, s.rij, "", "", reden, doe, regel="verkeerd aantal kolommen"))
    return uit
