"""Header rows of crosstabs: which columns hold which period."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.begrippen import DIMENSIES, classificeer, parse_term, vorm
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.layout import kruis_woorden
from ingest.waarden.getallen import Getal
from ingest.waarden.perioden import Periode, parse_periode
from ingest.waarden.waarde import parse_waarde

NOOT = ("bron", "(bron", "*", "-", ".", "leeg", "noot", "toelichting", "opmerking")
_TOELICHTING = frozenset({"toelichting", "opmerking", "opmerkingen", "bijzonderheden"})
_JAARTAL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # a period that can't be read, such as 2024-4: no guessing
_PERIODE_IN_TEKST = re.compile(
    r"(tussen .*|(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z.]* (?:19|20)\d\d.*)", re.IGNORECASE
)


@dataclass(frozen=True)
class Kruiskolom:
    """One value column: its period, for money realisatie or begroot, and what a second header row above it says."""

    index: int
    periode: Periode
    status: str | None
    boven: tuple[tuple[str, str], ...] = ()


@dataclass
class Blok:
    """One crosstab on a sheet: rows `begin` up to `einde` (0-based, exclusive) belong to the header row `kop`."""

    kop: int
    kolommen: list[Kruiskolom]
    toelichting: int | None
    labels: int
    begin: int
    einde: int
    titels: list[str] = field(default_factory=list)
    noten: list[str] = field(default_factory=list)
    vreemd: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Kopregel:
    """A header row: its value columns, the column with remarks, and (index, text) of columns that say no period."""

    kolommen: list[Kruiskolom]
    toelichting: int | None
    vreemd: tuple[tuple[int, str], ...]


def lees_kolomkop(tekst: str) -> tuple[Periode, str | None] | None:
    """`2024`, `2024 t/m oktober`, `Totaal`, `2022\\nRealisatie (€)`, `... tussen januari 2022 en november 2024`."""
    kaal = re.sub(r"\(€\)|\(euro\)|\*|€", " ", tekst.replace("\n", " "))
    kaal = re.sub(r"\s+", " ", kaal).strip()
    if periode := parse_periode(kaal):
        return periode, None
    woorden = kaal.split(" ")
    for knip in range(1, min(len(woorden), 6)):
        voor, na = " ".join(woorden[:knip]), " ".join(woorden[knip:])
        for periodetekst, statustekst in ((voor, na), (na, voor)):
            periode, status = parse_periode(periodetekst), parse_term("status_bedrag", statustekst)
            if periode and status and status != "totaal":
                return periode, status
    m = _PERIODE_IN_TEKST.search(kaal)
    periode = parse_periode(m.group(1)) if m else None
    return (periode, None) if periode and len(kaal) > 12 else None


def lees_kopregel(rij: list[str]) -> Kopregel | None:
    """The value columns when this row is a header row; a column that says no period is set apart."""
    kolommen: list[Kruiskolom] = []
    vreemd: list[tuple[int, str]] = []
    toelichting: int | None = None
    for index, cel in enumerate(rij):
        if not cel:
            continue
        gelezen = lees_kolomkop(cel) if index else None
        if gelezen:
            kolommen.append(Kruiskolom(index, *gelezen))
        elif kolommen and vorm(cel) in _TOELICHTING:
            toelichting = index
        elif (kolommen or isinstance(cel, Getal)) and index:
            if is_waarde(cel) or _JAARTAL.search(cel):
                return None
            vreemd.append((index, cel))
    if not kolommen or (vreemd and len(kolommen) < 2 and not heeft_kopwoord(rij)):
        return None
    eerste_tekst = next((c for c in rij if c), "")
    enige_totaal = all(k.periode.code == "totaal" for k in kolommen)
    if enige_totaal and (len(kolommen) > 1 or parse_periode(eerste_tekst)):
        return None
    return Kopregel(kolommen, toelichting, tuple(vreemd))


def is_waarde(cel: str) -> bool:
    """Whether a cell can be a printed value: a number or one of the signs that stand for one."""
    return isinstance(cel, Getal) or parse_waarde(cel).status != "onleesbaar" or parse_waarde(cel, "euro").ster


def heeft_kopwoord(rij: list[str]) -> bool:
    """Whether a cell holds a word that only stands above a column, such as Gemeente or Doelgroep."""
    woorden = kruis_woorden("kopwoorden")
    return any(vorm(c) in woorden for c in rij if c)


def vul_bovenkop(boven: list[str], kolommen: list[Kruiskolom], register: Gemeenteregister) -> list[Kruiskolom]:
    """Add what a (merged) second header row above says, such as Gezinsmigranten over three years."""
    eerste = kolommen[0].index
    gelezen = {k: classificeer(c, register, DIMENSIES) for k, c in enumerate(boven) if c and k >= eerste}
    if not gelezen or None in gelezen.values():
        return kolommen
    alle = {d for delen in gelezen.values() for d in delen or {}} - {"totaal"}
    rijker = []
    for kolom in kolommen:
        links = max((k for k in gelezen if k <= kolom.index), default=None)
        delen = dict(gelezen[links] or {}) if links is not None else {}
        if delen.pop("totaal", None):
            delen = {d: "totaal" for d in alle} | delen
        status = delen.pop("status_bedrag", None) or kolom.status
        rijker.append(Kruiskolom(kolom.index, kolom.periode, status, tuple(sorted(delen.items()))))
    return rijker


def is_dubbel(kolommen: list[Kruiskolom]) -> bool:
    """Two columns that say the same: then this is no header that can be read."""
    return len({(k.periode.code, k.status, k.boven) for k in kolommen}) < len(kolommen)


def is_datarij(
    vorige: list[Kruiskolom], kolommen: list[Kruiskolom], rij: list[str], los: bool, register: Gemeenteregister
) -> bool:
    """A row of counts that happen to look like years; `los` says that the row above it holds no values.

    Header words or unknown labels over two or more years make a header; so do years that follow each other.
    """
    if not all(isinstance(rij[k.index], Getal) for k in kolommen):
        return False
    boven = {k.index: k.periode.code for k in vorige}
    if not any(boven.get(k.index) not in (None, k.periode.code) for k in kolommen):
        return False
    labels = [c for c in rij[: kolommen[0].index] if c]
    if heeft_kopwoord(labels):
        return False
    soorten = [classificeer(c.rstrip(" *:"), register, DIMENSIES) for c in labels]
    if any(deel is not None and "gemeente" not in deel for deel in soorten):
        return True
    jaren = [k.periode.jaar for k in kolommen]
    opeen = len(jaren) > 1 and all(a and b == a + 1 for a, b in zip(jaren, jaren[1:], strict=False))
    return not (los or opeen or (len(kolommen) > 1 and None in soorten))
