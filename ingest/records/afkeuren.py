"""Refused rows in words for the deliverer; what identifies a person never gets into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from ingest.cel import Afkeuring
from ingest.gebied.gemeentebestaan import waarom_onbekend
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.privacy.bsn import MASKER, mask_tekst
from ingest.records.kop import RecordKop
from ingest.records.layout import IDENTIFICEREND, RecordKolom
from ingest.records.onleesbaar import Afdruk
from ingest.records.redenen import BEVAT_BSN, GOED, ONBEKENDE_GEMEENTE, ONBEKENDE_GEMEENTECODE, REDENEN
from ingest.records.stuk import Recordblad, Scheef, Stuk

_KOP_TEKENS = 60
_ONBEKENDE_NAAM = frozenset(REDENEN[code].regel for code in (ONBEKENDE_GEMEENTE, ONBEKENDE_GEMEENTECODE))


@dataclass(frozen=True)
class Misser:
    """One refused value: row of the batch, column (canonical), rule, reason and advice."""

    nr: int
    kolom: str
    regel: str
    reden: str
    doe: str
    toon_waarde: bool = True


def maak(
    blad: Recordblad,
    stuk: Stuk,
    missers: Iterable[Misser],
    register: Gemeenteregister | None = None,
    verdacht: frozenset[int] = frozenset(),
) -> list[Afkeuring]:
    """Afkeuringen with the original row, of which only what identifies nobody; of rows in `verdacht` nothing."""
    lijst = list(missers)
    druk = Afdruk(blad.kop.layout, register, verdacht | _ernstig(blad.kop, lijst))
    originelen = _originelen(blad, stuk, sorted({m.nr for m in lijst}), druk)
    koppen = [mask_tekst(t) for t in blad.kop.teksten]
    rijen = stuk.rijen.gather([m.nr for m in lijst]).to_list() if lijst else []
    uit = []
    for m, rij in zip(lijst, rijen, strict=True):
        index = next(iter(blad.kop.posities.get(m.kolom, ())), None)
        origineel = originelen[m.nr]
        waarde = ""
        if index is not None:
            ruw = stuk.kolommen[index].teksten([m.nr])[0]
            waarde = druk.waarde(m.nr, m.kolom, ruw) if m.toon_waarde else MASKER
            if m.nr not in druk.verdacht:
                origineel = [*origineel[:index], waarde, *origineel[index + 1 :]]
        kop = kort(koppen[index] if index is not None else m.kolom)
        reden, doe, regel = m.reden.format(waarde=waarde[:80], kop=kop), m.doe, m.regel
        if register is not None and m.regel in _ONBEKENDE_NAAM and len(register.kandidaten(waarde)) > 1:
            (reden, doe), regel = waarom_onbekend(register, waarde), "naam van meer gemeenten"
        uit.append(Afkeuring(
            blad.blad, rij, plaats(blad, index), waarde, reden, doe, origineel, koppen, regel, index,
        ))  # fmt: skip
    return uit


def kort(kop: str) -> str:
    """A header for in a message: without what can be the number of a person, and at most 60 characters."""
    kop = mask_tekst(kop)
    return kop if len(kop) <= _KOP_TEKENS else kop[: _KOP_TEKENS - 1] + "…"


def plaats(blad: Recordblad, index: int | None) -> str:
    """The place of a column as the deliverer sees it: header in a text file, letter in a workbook."""
    if index is None:
        return ""
    if not blad.letters:
        return kort(blad.kop.teksten[index])
    letters, rest = "", index + 1
    while rest:
        rest, cijfer = divmod(rest - 1, 26)
        letters = chr(65 + cijfer) + letters
    return letters


def _originelen(blad: Recordblad, stuk: Stuk, rijen: list[int], druk: Afdruk) -> dict[int, list[str]]:
    """Row of the batch -> its prints; of persons only what is harmless where it stands."""
    layout = blad.kop.layout
    breedte = max([len(blad.kop.teksten), *(i + 1 for i in stuk.kolommen)])
    onbekend = MASKER if layout.persoonsgegevens else ""
    uit = {r: [onbekend] * breedte for r in rijen}
    for naam, plekken in blad.kop.posities.items():
        for i in plekken:
            for r, tekst in zip(rijen, stuk.kolommen[i].teksten(rijen), strict=True):
                uit[r][i] = druk.cel(r, naam, tekst)
    return uit


def _ernstig(kop: RecordKop, missers: Iterable[Misser]) -> frozenset[int]:
    """Rows of which the checks afterwards refused who this is, or more than one column."""
    plekken: dict[int, set[int]] = {}
    uit: set[int] = set()
    for m in missers:
        if kop.layout.heeft(m.kolom) and kop.layout.kolom(m.kolom).soort in IDENTIFICEREND:
            uit.add(m.nr)
        plekken.setdefault(m.nr, set()).update(kop.posities.get(m.kolom, ())[:1])
    return frozenset(uit | {nr for nr, samen in plekken.items() if len(samen) > 1})


def verschoven(kop: RecordKop, redenen: dict[str, pl.Series], over: pl.Series) -> frozenset[int]:
    """Rows of the batch in which the number or the birthday is wrong, or two columns: values may have moved over."""
    per_plek: dict[int, pl.Series] = {}
    ernstig = pl.repeat(False, len(over), eager=True)
    for naam, fout in redenen.items():
        mis = fout != GOED
        if kop.layout.kolom(naam).soort in IDENTIFICEREND:
            ernstig = ernstig | mis
        for i in kop.posities.get(naam, ())[:1]:
            per_plek[i] = per_plek[i] | mis if i in per_plek else mis
    aantal = pl.repeat(0, len(over), dtype=pl.UInt16, eager=True)
    for mis in per_plek.values():
        aantal = aantal + mis.cast(pl.UInt16)
    return frozenset((over & (ernstig | (aantal > 1))).arg_true().to_list())


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
        if s.reden:
            reden, doe = s.reden, s.doe
        elif s.aantal < breedte:
            reden = f"Deze regel heeft {s.aantal} van de {breedte} kolommen; de regel is waarschijnlijk afgebroken."
            doe = "Maak de regel compleet of vraag het bestand opnieuw op."
        else:
            reden = f"Deze regel heeft meer kolommen dan de kopregel ({s.aantal} in plaats van {breedte})."
            doe = "Zet een waarde waarin het scheidingsteken voorkomt tussen aanhalingstekens."
        uit.append(Afkeuring(blad.blad, s.rij, "", "", reden, doe, regel=s.regel))
    return uit
