"""Header rows of crosstabs: which columns hold which period, and where a block starts and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.begrippen import DIMENSIES, classificeer, parse_term, vorm
from ingest.bestand import Blad
from ingest.gemeenten import Gemeenteregister
from ingest.getallen import Getal
from ingest.perioden import Periode, parse_periode

_NOOT = ("bron", "(bron", "*", "-", ".", "leeg", "noot", "toelichting", "opmerking")
_TOELICHTING = frozenset({"toelichting", "opmerking", "opmerkingen", "bijzonderheden"})
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


def _kop_van(rij: list[str]) -> tuple[list[Kruiskolom], int | None] | None:
    """The value columns when this row is a header row."""
    kolommen: list[Kruiskolom] = []
    toelichting: int | None = None
    for index, cel in enumerate(rij):
        if not cel:
            continue
        gelezen = lees_kolomkop(cel) if index else None
        if gelezen:
            kolommen.append(Kruiskolom(index, *gelezen))
        elif kolommen and vorm(cel) in _TOELICHTING:
            toelichting = index
        elif kolommen or (isinstance(cel, Getal) and index):
            return None
    if not kolommen:
        return None
    eerste_tekst = next((c for c in rij if c), "")
    enige_totaal = all(k.periode.code == "totaal" for k in kolommen)
    if enige_totaal and (len(kolommen) > 1 or parse_periode(eerste_tekst)):
        return None
    return kolommen, toelichting


def zoek_blokken(blad: Blad, register: Gemeenteregister) -> list[Blok]:
    """Every crosstab of a sheet, with its title lines above and its notes below."""
    koppen: list[tuple[int, list[Kruiskolom], int | None]] = []
    for i, rij in enumerate(blad.rijen):
        gelezen = _kop_van(rij)
        if gelezen is None:
            continue
        kolommen = _vul_bovenkop(blad.rijen[i - 1] if i else [], gelezen[0], register)
        if not _is_dubbel(kolommen) and not _is_datarij(koppen[-1][1] if koppen else [], kolommen, rij):
            koppen.append((i, kolommen, gelezen[1]))
    blokken = []
    for n, (i, kolommen, toelichting) in enumerate(koppen):
        einde = koppen[n + 1][0] if n + 1 < len(koppen) else len(blad.rijen)
        blokken.append(Blok(i, kolommen, toelichting, kolommen[0].index, i + 1, einde))
    vrij = list(range(koppen[0][0])) if koppen else []
    for blok in blokken:
        boven = blok.kop - 1 if any(k.boven for k in blok.kolommen) else None
        titels = [t for i in vrij if i != boven for t in blad.rijen[i] if t]
        blok.titels = [t for t in titels if not t.lower().startswith(_NOOT)]
        vrij = _knip_staart(blad, blok)
        blok.noten = [t for i in vrij for t in blad.rijen[i] if t]
    return blokken


def _vul_bovenkop(boven: list[str], kolommen: list[Kruiskolom], register: Gemeenteregister) -> list[Kruiskolom]:
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


def _is_dubbel(kolommen: list[Kruiskolom]) -> bool:
    """Two columns that say the same: then this is no header that can be read."""
    return len({(k.periode.code, k.status, k.boven) for k in kolommen}) < len(kolommen)


def _is_datarij(vorige: list[Kruiskolom], kolommen: list[Kruiskolom], rij: list[str]) -> bool:
    """A row of counts that happen to look like years is no header: other numbers under an earlier header's years."""
    if not all(isinstance(rij[k.index], Getal) for k in kolommen):
        return False
    boven = {k.index: k.periode.code for k in vorige}
    return any(boven.get(k.index) not in (None, k.periode.code) for k in kolommen)


def _knip_staart(blad: Blad, blok: Blok) -> list[int]:
    """Take notes and next titles off the end of a block; returns their row indices."""
    laatste = blok.kop
    for i in range(blok.begin, blok.einde):
        waarden = [blad.rijen[i][k.index] for k in blok.kolommen if k.index < len(blad.rijen[i])]
        labels = [c for c in blad.rijen[i][: blok.labels] if c]
        aaneengesloten = i == laatste + 1 and blok.labels > 1 and bool(blad.rijen[i][blok.labels - 1])
        if (labels and any(waarden)) or (aaneengesloten and len(labels) == blok.labels):
            laatste = i
    staart = list(range(laatste + 1, blok.einde))
    blok.einde = laatste + 1
    return staart
