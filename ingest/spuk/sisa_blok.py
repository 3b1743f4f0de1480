"""Cut the stacked SiSa sheet into blocks: indicator texts, kind of audit, codes, and the values below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.begrippen import vorm
from ingest.bestanden.bestand import Blad
from ingest.spuk.sisa_waarde import lijkt_waarde

_CODE = re.compile(r"(indicator\s*(?:nummer)?\s*:?)?\s*([A-Z]\d+[A-Z]?)\s*/\s*(\d\d)", re.IGNORECASE)
_AARD = re.compile(r"aard\s+(?:van\s+de\s+)?controle\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
_ZOEKRIJEN = 60


@dataclass(frozen=True)
class Groep:
    """Where the columns of one table stand; a sheet can have two tables beside each other."""

    kop: int
    verstrekker: int
    code: int
    naam: int
    indicatoren: range


@dataclass
class Blok:
    """One block. Rows are 0-based; `codes` and `teksten` go by column."""

    begin: int
    tekst_rij: int | None
    aard_rij: int | None
    code_rij: int | None
    codes: dict[int, str] = field(default_factory=dict)
    waarden: list[int] = field(default_factory=list)


def parse_code(cel: str) -> str | None:
    """`Indicator: G10/01` and the older `Indicatornummer: D1 / 01` -> `G10/01`."""
    m = _CODE.fullmatch(cel.strip())
    return f"{m.group(2).upper()}/{m.group(3)}" if m else None


def parse_aard(cel: str) -> str | None:
    """`Aard controle D2` -> `D2`."""
    m = _AARD.fullmatch(cel.strip())
    return m.group(1).strip() or None if m else None


def zoek_groepen(blad: Blad) -> list[Groep]:
    """The tables of a sheet, by their header: Verstrekker, Uitkeringscode, Specifieke uitkering, Indicator."""
    for index, rij in enumerate(blad.rijen[:_ZOEKRIJEN]):
        vormen = [vorm(cel) for cel in rij]
        starts = [k for k, v in enumerate(vormen) if v == "verstrekker"]
        if starts and any(v.startswith("uitkeringscode") for v in vormen):
            grenzen = [*starts[1:], len(rij)]
            return [_groep(index, vormen, van, tot) for van, tot in zip(starts, grenzen, strict=True)]
    return []


def _groep(kop: int, vormen: list[str], van: int, tot: int) -> Groep:
    def plek(woord: str, anders: int) -> int:
        return next((k for k in range(van, tot) if vormen[k].startswith(woord)), anders)

    code = plek("uitkeringscode", van + 1)
    naam = plek("specifieke uitkering", code + 1)
    return Groep(kop, van, code, naam, range(plek("indicator", naam + 1), tot))


def is_kop(blad: Blad, groep: Groep, index: int) -> bool:
    """Whether a row repeats the header, as at the top of every printed page."""
    return vorm(blad.rijen[index][groep.verstrekker]) == "verstrekker"


def soort_rij(cellen: list[str]) -> str:
    """code, aard or tekst; `leeg` when nothing stands in the indicator columns."""
    gevuld = [c for c in cellen if c.strip()]
    if not gevuld:
        return "leeg"
    if any(_AARD.fullmatch(c.strip()) for c in gevuld):
        return "aard"
    treffers = [_CODE.fullmatch(c.strip()) for c in gevuld]
    met_woord = any(m and m.group(1) for m in treffers)
    return "code" if met_woord or all(treffers) else "tekst"


def zoek_blokken(blad: Blad, groep: Groep) -> tuple[list[Blok], list[int]]:
    """The blocks below the header, and the rows with values that stand above the first block."""
    rijen: list[tuple[int, str]] = []
    for index in range(groep.kop + 1, len(blad.rijen)):
        soort = soort_rij([blad.rijen[index][k] for k in groep.indicatoren])
        if soort != "leeg" and not is_kop(blad, groep, index):
            rijen.append((index, soort))
    blokken: list[Blok] = []
    los: list[int] = []
    i = 0
    while i < len(rijen):
        index, soort = rijen[i]
        if soort != "tekst":
            i = _neem_anker(blad, groep, rijen, i, blokken, None)
        elif i + 1 < len(rijen) and rijen[i + 1][1] != "tekst" and _is_tekstrij(blad, groep, index):
            i = _neem_anker(blad, groep, rijen, i + 1, blokken, index)
        else:
            (blokken[-1].waarden if blokken else los).append(index)
            i += 1
    return blokken, los


def _is_tekstrij(blad: Blad, groep: Groep, index: int) -> bool:
    return not any(lijkt_waarde(c) for k in groep.indicatoren if (c := blad.rijen[index][k]).strip())


def _neem_anker(
    blad: Blad, groep: Groep, rijen: list[tuple[int, str]], i: int, blokken: list[Blok], tekst: int | None
) -> int:
    """Open a block at an aard or code row and give the place of the next row to look at."""
    index, soort = rijen[i]
    volgende = rijen[i + 1] if i + 1 < len(rijen) else (-1, "")
    aard = index if soort == "aard" else None
    code = index if soort == "code" else volgende[0] if volgende[1] == "code" else None
    blok = Blok(index if tekst is None else tekst, tekst, aard, code)
    if code is not None:
        blok.codes = {k: c for k in groep.indicatoren if (c := parse_code(blad.rijen[code][k]))}
    blokken.append(blok)
    return i + (2 if aard is not None and code is not None else 1)
