"""JSON: DUO's machine form (one object per person, nested), OData ({"value": [...]}) and one object per line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import polars as pl

from ingest.begrippen import vorm
from ingest.fouten import BestandFout
from ingest.records.kop import RecordKop, kies_records
from ingest.records.layout import RecordLayout, record_layouts
from ingest.records.ruw import uit_cellen
from ingest.records.stuk import Recordblad, Stuk

_PROEF = 2_000
_BLOK_RIJEN = 50_000
_EXAMENS = ("examens", "examen", "examenresultaten")
_KAPOT = "Dit JSON-bestand is beschadigd of niet compleet. Vraag de leverancier om het opnieuw te sturen."


def is_json(data: bytes) -> bool:
    """Whether the file is an object or a list; delimited text does not begin like this."""
    begin = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return begin.startswith((b"{", b"[")) and (b'"' in begin or begin.startswith((b"[]", b"{}")))


def lees_json(data: bytes, bron: str | None) -> list[Recordblad]:
    """The record layouts in a JSON file; raises BestandFout when it is no JSON."""
    records = _records(data)
    hoofd = _blad([_plat(r) for r in records], None, bron)
    examens = _blad([e for r in records for e in _examens(r)], "examens", bron)
    return [blad for blad in (hoofd, examens) if blad is not None]


def json_koppen(data: bytes) -> list[list[str]]:
    """The names that occur, as header rows: for the explanation why a file was not recognised."""
    return [list(dict.fromkeys(k for r in _records(data)[:_PROEF] for k in _plat(r)))]


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
        return json.loads(tekst, parse_float=Decimal)
    except (json.JSONDecodeError, RecursionError):
        pass
    try:
        return [json.loads(regel, parse_float=Decimal) for regel in tekst.splitlines() if regel.strip()]
    except (json.JSONDecodeError, RecursionError):
        raise BestandFout(_KAPOT) from None


def _plat(record: dict[str, Any], voor: str = "") -> dict[str, Any]:
    """Nested objects as dotted names; of a history (a list of objects) the last one counts."""
    uit: dict[str, Any] = {}
    for naam, waarde in record.items():
        if isinstance(waarde, list) and naam.lower() not in _EXAMENS and waarde:
            waarde = waarde[-1]
        if isinstance(waarde, dict):
            uit |= _plat(waarde, f"{voor}{naam}.")
        elif not isinstance(waarde, list):
            uit[voor + naam] = waarde
    return uit


def _examens(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The exams inside a person, each with what identifies that person."""
    lijsten = [w for naam, w in record.items() if naam.lower() in _EXAMENS and isinstance(w, list)]
    persoon = {k: w for k, w in _plat(record).items() if "." not in k}
    return [
        _plat(e) | {k: w for k, w in persoon.items() if k not in e} for ex in lijsten for e in ex if isinstance(e, dict)
    ]


def _blad(rijen: list[dict[str, Any]], blad: str | None, bron: str | None) -> Recordblad | None:
    namen = list(dict.fromkeys(k for r in rijen[:_PROEF] for k in r))
    kop = _kies(namen, bron, examens=blad is not None)
    if kop is None:
        return None
    begin = [["" if r.get(n) is None else str(r.get(n)) for n in namen] for r in rijen[:200]]

    def stukken() -> Iterator[Stuk]:
        for i in range(0, len(rijen), _BLOK_RIJEN):
            blok = rijen[i : i + _BLOK_RIJEN]
            nummers = pl.int_range(i + 1, i + 1 + len(blok), dtype=pl.Int32, eager=True).rename("rij")
            yield Stuk({k: uit_cellen([r.get(namen[k]) for r in blok]) for k in kop.gebruikt}, nummers)

    return Recordblad(kop, blad, False, stukken, begin)


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
