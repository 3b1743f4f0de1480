"""JSON: DUO's machine form (one object per person, nested), OData ({"value": [...]}) and one object per line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import polars as pl

from ingest.begrippen import vorm
from ingest.fouten import BestandFout
from ingest.records.afkeuren import kort
from ingest.records.json_historie import EXAMENS, Vlak
from ingest.records.kop import RecordKop, kies_records
from ingest.records.layout import RecordLayout, record_layouts
from ingest.records.ruw import uit_cellen
from ingest.records.stuk import Recordblad, Scheef, Stuk

_BLOK_RIJEN = 50_000
_HALF_TEKEN = re.compile(r"\\u[dD][89a-fA-F]")
_KAPOT = "Dit JSON-bestand is beschadigd of niet compleet. Vraag de leverancier om het opnieuw te sturen."
_TE_DIEP = (
    "In dit JSON-bestand zitten gegevens zo diep in elkaar dat het niet te lezen is. Vraag de leverancier om per "
    "persoon één object te sturen."
)
_TE_GROOT_GETAL = (
    "In dit JSON-bestand staat een getal van duizenden cijfers; dat kan geen gegeven zijn. Vraag de leverancier om het "
    "bestand opnieuw te sturen."
)
_BESCHADIGD_TEKEN = (
    "In dit JSON-bestand staat een half teken (zoals \\ud800); de tekst is beschadigd. Vraag de leverancier om het "
    "bestand opnieuw te maken."
)


def is_json(data: bytes) -> bool:
    """Whether the file is an object or a list; delimited text does not begin like this."""
    begin = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return begin.startswith((b"{", b"[")) and (b'"' in begin or begin.startswith((b"[]", b"{}", b"[[", b"[{", b"{{")))


def lees_json(data: bytes, bron: str | None) -> list[Recordblad]:
    """The record layouts in a JSON file; raises BestandFout when it is no JSON."""
    records = _records(data)
    vlak = _vlak(records)
    hoofd = _blad(vlak, None, bron)
    examens = _blad([e for r, v in zip(records, vlak, strict=True) for e in _examens(r, v)], "examens", bron)
    return [blad for blad in (hoofd, examens) if blad is not None]


def json_koppen(data: bytes) -> list[list[str]]:
    """The names that occur, as header rows: for the explanation why a file was not recognised."""
    return [_namen(_vlak(_records(data)))]


def _vlak(records: list[dict[str, Any]]) -> list[Vlak]:
    try:
        return [Vlak(r) for r in records]
    except RecursionError:
        raise BestandFout(_TE_DIEP) from None


def _records(data: bytes) -> list[dict[str, Any]]:
    inhoud = _ontleed(data)
    if isinstance(inhoud, dict):
        lijsten = [v for v in inhoud.values() if isinstance(v, list) and v and all(isinstance(x, dict) for x in v)]
        is_persoon = any(k.lower() in ("bsn", "vnummer", "pseudo_id", "pseudoid") for k in inhoud)
        inhoud = max(lijsten, key=len) if lijsten and not is_persoon else [inhoud]
    return [x for x in inhoud if isinstance(x, dict)]


def _ontleed(data: bytes) -> Any:
    """One JSON value, or one per line (NDJSON); numbers keep their decimals."""
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BestandFout(_KAPOT) from None
    try:
        inhoud = _laad(tekst)
        if _HALF_TEKEN.search(tekst):
            json.dumps(inhoud, ensure_ascii=False, default=str).encode()
    except RecursionError:
        raise BestandFout(_TE_DIEP) from None
    except json.JSONDecodeError:
        raise BestandFout(_KAPOT) from None
    except UnicodeEncodeError:
        raise BestandFout(_BESCHADIGD_TEKEN) from None
    except ValueError:
        raise BestandFout(_TE_GROOT_GETAL) from None
    return inhoud


def _laad(tekst: str) -> Any:
    try:
        return json.loads(tekst, parse_float=Decimal)
    except json.JSONDecodeError:
        return [json.loads(regel, parse_float=Decimal) for regel in tekst.splitlines() if regel.strip()]


def _examens(record: dict[str, Any], persoon: Vlak) -> list[Vlak]:
    """The exams inside a person, each with what identifies that person."""
    lijsten = [w for naam, w in record.items() if naam.lower() in EXAMENS and isinstance(w, list)]
    eigen = {k: w for k, w in persoon.items() if "." not in k}
    uit = []
    for examen in (e for ex in lijsten for e in ex if isinstance(e, dict)):
        vlak = Vlak(examen)
        vlak.update({k: w for k, w in eigen.items() if k not in examen})
        vlak.onbeslist += [pad for pad in persoon.onbeslist if pad in eigen]
        uit.append(vlak)
    return uit


def _blad(rijen: list[Vlak], blad: str | None, bron: str | None) -> Recordblad | None:
    namen = _namen(rijen)
    kop = _kies(namen, bron, examens=blad is not None)
    if kop is None:
        return None
    begin = [["" if r.get(n) is None else str(r.get(n)) for n in namen] for r in rijen[:200]]
    gebruikt = [namen[i] for i in kop.gebruikt]
    scheef = {i: s for i, r in enumerate(rijen) if r.onbeslist and (s := _weiger(i, r.onbeslist, gebruikt))}

    def stukken() -> Iterator[Stuk]:
        for i in range(0, len(rijen), _BLOK_RIJEN):
            plekken = range(i, min(i + _BLOK_RIJEN, len(rijen)))
            over = [n for n in plekken if n not in scheef] if scheef else plekken
            blok = [rijen[n] for n in over]
            nummers = pl.Series("rij", [n + 1 for n in over], dtype=pl.Int32)
            kolommen = {k: uit_cellen([r.get(namen[k]) for r in blok]) for k in kop.gebruikt}
            yield Stuk(kolommen, nummers, [scheef[n] for n in plekken if n in scheef])

    return Recordblad(kop, blad, False, stukken, begin, _meld_historie(rijen, gebruikt))


def _namen(rijen: Sequence[dict[str, Any]]) -> list[str]:
    """Every name that occurs in any record, in the order in which they come by."""
    namen: dict[str, None] = {}
    for rij in rijen:
        if not rij.keys() <= namen.keys():
            namen |= dict.fromkeys(rij)
    return list(namen)


def _raakt(pad: str, gebruikt: list[str]) -> bool:
    return any(n == pad or n.startswith(f"{pad}.") for n in gebruikt)


def _weiger(nummer: int, paden: list[str], gebruikt: list[str]) -> Scheef | None:
    """The refusal of a person of whom a used value stands in a list without an order."""
    pad = next((p for p in paden if _raakt(p, gebruikt)), None)
    if pad is None:
        return None
    reden = (
        f"Onder '{kort(pad)}' staan bij deze persoon meer gegevens zonder datum waaraan het nieuwste te herkennen is."
    )
    doe = "Lever alleen het geldende gegeven aan, of zet bij elk gegeven een eigen begindatum of wijzigingsdatum."
    return Scheef(nummer + 1, len(gebruikt), pad, reden, doe, "reeks zonder volgorde")


def _meld_historie(rijen: list[Vlak], gebruikt: list[str]) -> list[str]:
    geteld = Counter(pad for r in rijen for pad in r.historie)
    return [
        f"Onder '{kort(pad)}' staat bij {aantal} {'record' if aantal == 1 else 'records'} een reeks met meer gegevens; "
        "het gegeven met de laatste datum is gebruikt."
        for pad, aantal in geteld.items() if _raakt(pad, gebruikt)
    ]  # fmt: skip


def _kies(namen: list[str], bron: str | None, examens: bool) -> RecordKop | None:
    """By the paths of the machine form where the layout has them, else by names as in a header row."""
    kandidaten = []
    for layout in record_layouts():
        if bron not in (None, layout.bron) or (examens and layout.layout != "duo_examens"):
            continue
        kop = kies_records([_vertaal(namen, layout)], layout.bron)
        if kop is not None and kop.layout.layout == layout.layout:
            kandidaten.append(RecordKop(layout, 0, kop.posities, kop.prive, tuple(namen), ()))
    return max(kandidaten, key=lambda k: (len(k.posities), -len(k.layout.kolommen)), default=None)


def _vertaal(namen: list[str], layout: RecordLayout) -> list[str]:
    """Dotted paths -> column names of one layout; other names keep their last part."""
    paden: dict[str, list[str]] = {}
    for kolom in layout.kolommen:
        for pad in kolom.json:
            paden.setdefault(pad.lower(), []).append(kolom.naam)
    uit: list[str] = []
    for naam in namen:
        keuzes = paden.get(naam.lower(), [])
        kolom_naam = next((k for k in keuzes if k not in uit), None)
        gewoon = naam if "." not in naam else ""
        uit.append(kolom_naam or _woorden(gewoon))
    return uit


def _woorden(naam: str) -> str:
    """camelCase as words."""
    return vorm("".join(f" {c}" if c.isupper() and i and not naam[i - 1].isupper() else c for i, c in enumerate(naam)))
