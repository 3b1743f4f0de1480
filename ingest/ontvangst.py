"""Open a delivery and decide per sheet which road it takes: records, SiSa or boundaries, or cells."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.bestanden.bestand import Bestand, Blad, lees_bytes, open_bestand, sha256
from ingest.bestanden.bestandssoort import bepaal_soort
from ingest.bestanden.werkboek import meld_verborgen
from ingest.fouten import BestandFout
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.herkennen import kies_tabel, leg_uit_koppen
from ingest.privacy.bsn import mask_tekst
from ingest.records.csv_begin import bekijk_csv
from ingest.records.csv_stroom import lees_stroom
from ingest.records.json_stroom import is_json, json_koppen, lees_json
from ingest.records.kop import RecordKop, kies_records
from ingest.records.lezing import RecordLezing
from ingest.records.stuk import Recordblad
from ingest.records.tekstbron import VERANDERD
from ingest.records.werkboek_stroom import RuwBlad, lees_ruwe_bladen


@dataclass
class Ontvangen:
    """An opened delivery. `bestand` holds the sheets for the road of cells, `klaar` what a reader of its own read."""

    bestand: Bestand
    records: list[Recordblad] = field(default_factory=list)
    klaar: list[RecordLezing] = field(default_factory=list)


def ontvang(
    pad: Path, levering_id: str, bron: str | None, register: Gemeenteregister, gemeente: str | None
) -> Ontvangen:
    """Open a file; raises BestandFout with a Dutch explanation when it can't be read."""
    inhoud = lees_bytes(pad)
    if sha256(inhoud) != levering_id:
        raise BestandFout(VERANDERD)
    if is_json(inhoud):
        return _ontvang_json(pad, inhoud, levering_id, bron)
    soort = bepaal_soort(inhoud)
    leeg = Bestand(pad, mask_tekst(pad.name), levering_id, soort, [])
    if soort == "csv":
        blad = _csv_records(pad, inhoud, levering_id, bron)
        return Ontvangen(leeg, [blad]) if blad else _met_sisa(open_bestand(pad, inhoud), bron, register, gemeente)
    records, namen, rest = _werkboek_records(inhoud, bron)
    if records and not rest:
        return Ontvangen(leeg, records)
    uit = _met_sisa(open_bestand(pad, inhoud, frozenset(namen)), bron, register, gemeente)
    uit.records = records
    return uit


def _csv_records(pad: Path, inhoud: bytes, levering_id: str, bron: str | None) -> Recordblad | None:
    begin = bekijk_csv(inhoud, pad, levering_id)
    if begin is None or (kop := _kies(begin.rijen, bron)) is None:
        return None
    return Recordblad(kop, None, False, lambda: lees_stroom(begin, kop), begin.rijen)


def _kies(rijen: list[list[str]], bron: str | None) -> RecordKop | None:
    """A record layout, unless a layout of cells has more of its columns here."""
    kop = kies_records(rijen, bron)
    if kop is None:
        return None
    cellen = kies_tabel(Blad(None, rijen, list(range(1, len(rijen) + 1))), bron)
    return None if cellen and len(cellen.posities) > len(kop.posities) else kop


def _werkboek_records(inhoud: bytes, bron: str | None) -> tuple[list[Recordblad], list[str], bool]:
    """Sheets of records, their names, and whether there are other sheets with contents; hidden ones are only named."""
    records, namen, rest = [], [], False
    verborgen: list[str] = []
    for ruw in lees_ruwe_bladen(inhoud):
        begin = ruw.begin()
        if not ruw.zichtbaar:
            verborgen += [meld_verborgen(mask_tekst(ruw.naam))] if any(cel for rij in begin for cel in rij) else []
        elif kop := _kies(begin, bron):
            records.append(_recordblad(ruw, kop, begin))
            namen.append(ruw.naam)
        else:
            rest = rest or any(cel for rij in begin for cel in rij)
    if records and not rest:  # else the road of cells says so
        records[0].meldingen += verborgen
    return records, namen, rest


def _recordblad(ruw: RuwBlad, kop: RecordKop, begin: list[list[str]]) -> Recordblad:
    return Recordblad(kop, mask_tekst(ruw.naam), True, lambda: ruw.stukken(kop), begin)


def _met_sisa(bestand: Bestand, bron: str | None, register: Gemeenteregister, gemeente: str | None) -> Ontvangen:
    """Take the stacked SiSa sheets out of the file."""
    from ingest.spuk.sisa import is_sisa, lees_sisa

    uit = Ontvangen(bestand)
    if bron not in (None, "spuk"):
        return uit
    sisa = [blad for blad in bestand.bladen if is_sisa(blad)]
    uit.klaar = [lees_sisa(blad, gemeente, None, register) for blad in sisa]
    bestand.bladen = [blad for blad in bestand.bladen if not any(blad is s for s in sisa)]
    return uit


def _ontvang_json(pad: Path, inhoud: bytes, levering_id: str, bron: str | None) -> Ontvangen:
    from ingest.cbs.grenzen import is_grenzen, lees_grenzen

    leeg = Bestand(pad, mask_tekst(pad.name), levering_id, "json", [])
    if b'"FeatureCollection"' in inhoud[:4_000] and bron in (None, "cbs"):
        grenzen: Any = _json(inhoud)
        if is_grenzen(grenzen):
            return Ontvangen(leeg, klaar=[lees_grenzen(grenzen, mask_tekst(pad.stem))])
    records = lees_json(inhoud, bron)
    if not records:
        raise BestandFout(leg_uit_koppen([Blad(None, json_koppen(inhoud), [1])], bron))
    return Ontvangen(leeg, records)


def _json(inhoud: bytes) -> Any:
    try:
        return json.loads(inhoud)
    except (ValueError, RecursionError):
        return None
