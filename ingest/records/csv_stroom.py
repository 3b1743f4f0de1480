"""Read delimited text in batches of columns, from memory: what a person file holds never touches the disk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import polars as pl

from ingest.fouten import BestandFout
from ingest.records.csv_begin import CsvBegin
from ingest.records.kop import RecordKop
from ingest.records.ruw import Ruw, uit_cellen, uit_teksten
from ingest.records.stuk import Scheef, Stuk

_BLOK_BYTES = 8 << 20
_BLOK_RIJEN = 50_000
_STAP = 4 << 20


def lees_stroom(begin: CsvBegin, kop: RecordKop) -> Iterator[Stuk]:
    """Batches of the rows below the header."""
    inhoud = begin.inhoud[begin.einden[kop.index] :]
    eerste_regel = begin.volgende[kop.index]
    if not len(inhoud):
        return iter(())
    if _aanhalingstekens_binnen_regels(inhoud):
        return _snel(inhoud, begin, kop, eerste_regel)
    return _per_rij(inhoud, begin, kop, eerste_regel)


def breedte(begin: CsvBegin, kop: RecordKop) -> int:
    """Number of columns; rows that all end with the same extra, empty column are no mistake."""
    vast = len(kop.teksten)
    lengtes = [len(r) for r in begin.rijen[kop.index + 1 :] if len(r) > 1]
    gewoonst = max(set(lengtes), key=lengtes.count, default=vast)
    extra = [r[vast:] for r in begin.rijen[kop.index + 1 :] if len(r) == gewoonst]
    return gewoonst if gewoonst > vast and not any(c for rest in extra for c in rest) else vast


def _aanhalingstekens_binnen_regels(inhoud: memoryview) -> bool:
    """Whether every line has an even number of quotes, so that no value runs over its line."""
    rest = 0
    for i in range(0, len(inhoud), _STAP):
        deel = bytes(inhoud[i : i + _STAP])
        if b'"' not in deel:
            if b"\n" in deel:
                if rest & 1:
                    return False
                rest = 0
            continue
        eerste, *midden = deel.split(b"\n")
        rest += eerste.count(b'"')
        for regel in midden:
            if rest & 1:
                return False
            rest = regel.count(b'"')
    return not rest & 1


def _snel(inhoud: memoryview, begin: CsvBegin, kop: RecordKop, eerste_regel: int) -> Iterator[Stuk]:
    """One line is one row: pyarrow splits the bytes, and only distinct values are decoded."""
    import pyarrow as pa
    import pyarrow.csv as pc

    namen = [str(i) for i in range(breedte(begin, kop))]
    scheef: list[Scheef] = []

    def vreemd(rij: Any) -> str:
        tekst = rij.text if isinstance(rij.text, str) else ""
        cellen = next(csv.reader([tekst], delimiter=begin.teken), [""])
        gevuld = next((c.strip() for c in cellen if c.strip()), "")
        scheef.append(Scheef(rij.number, rij.actual_columns, gevuld))
        return "skip"

    soort = pa.string() if begin.codering == "utf-8" else pa.binary()
    kolommen = [str(i) for i in kop.gebruikt]
    lezer = pc.open_csv(
        pa.BufferReader(pa.py_buffer(inhoud)),
        read_options=pc.ReadOptions(column_names=namen, block_size=_BLOK_BYTES, use_threads=False),
        parse_options=pc.ParseOptions(delimiter=begin.teken, ignore_empty_lines=False, invalid_row_handler=vreemd),
        convert_options=pc.ConvertOptions(
            column_types={n: pa.dictionary(pa.int32(), soort) for n in kolommen}, include_columns=kolommen,
            strings_can_be_null=False, check_utf8=False,
        ),
    )  # fmt: skip
    yield from _stukken(lezer, kop, scheef, eerste_regel)


def _stukken(lezer: Any, kop: RecordKop, scheef: list[Scheef], eerste_regel: int) -> Iterator[Stuk]:
    """Number the rows of each block; `scheef` grows at its end while the next block is read in another thread."""
    rij = 1
    with ThreadPoolExecutor(max_workers=1) as vooruit:
        volgende = vooruit.submit(_volgend_blok, lezer)
        while (blok := volgende.result()) is not None:
            volgende = vooruit.submit(_volgend_blok, lezer)
            nummers = _nummers(rij, blok.num_rows, {s.rij for s in tuple(scheef)})
            rij = int(nummers[-1]) + 1 if len(nummers) else rij
            klaar = sum(s.rij < rij for s in tuple(scheef))
            vroeger = [Scheef(s.rij + eerste_regel - 1, s.aantal, s.eerste) for s in scheef[:klaar]]
            del scheef[:klaar]
            ruw = {int(n): _uit_woordenboek(blok.column(n)) for n in blok.schema.names}
            yield Stuk(ruw, nummers + (eerste_regel - 1), vroeger)
    if scheef:
        leeg = {i: Ruw(pl.Series("u", [], pl.String), pl.Series("i", [], pl.UInt32)) for i in kop.gebruikt}
        rest = [Scheef(s.rij + eerste_regel - 1, s.aantal, s.eerste) for s in scheef]
        yield Stuk(leeg, pl.Series("rij", [], pl.Int32), rest)


def _volgend_blok(lezer: Any) -> Any:
    """The next block, or None after the last."""
    try:
        return lezer.read_next_batch()
    except StopIteration:
        return None


def _nummers(eerste: int, aantal: int, overgeslagen: set[int]) -> pl.Series:
    """The next row numbers, without the rows that were skipped."""
    ruimer = pl.int_range(eerste, eerste + aantal + len(overgeslagen), dtype=pl.Int32, eager=True)
    if overgeslagen:
        ruimer = ruimer.filter(~ruimer.is_in(list(overgeslagen)))
    return ruimer.head(aantal).rename("rij")


def _uit_woordenboek(kolom: Any) -> Ruw:
    import pyarrow as pa

    uniek = kolom.dictionary
    if pa.types.is_binary(uniek.type):
        try:
            uniek = uniek.cast(pa.string())
        except pa.ArrowInvalid:
            uniek = pa.array([w.decode("cp1252", "replace") for w in uniek.to_pylist()], pa.string())
    teksten = pl.from_arrow(uniek)
    index = pl.from_arrow(kolom.indices)
    assert isinstance(teksten, pl.Series) and isinstance(index, pl.Series)
    return uit_teksten(teksten, index)


def _per_rij(inhoud: memoryview, begin: CsvBegin, kop: RecordKop, eerste_regel: int) -> Iterator[Stuk]:
    """Values that run over more lines: the csv module, in batches; row numbers are the lines where rows begin."""
    bron = io.TextIOWrapper(io.BytesIO(inhoud), begin.codering, errors="replace", newline="")
    aantal_kolommen = breedte(begin, kop)
    rijen: list[list[str]] = []
    nummers: list[int] = []
    scheef: list[Scheef] = []
    volgende = eerste_regel
    lezer = csv.reader(bron, delimiter=begin.teken, strict=True)
    try:
        for rij in lezer:
            nummer, volgende = volgende, eerste_regel + lezer.line_num
            if not rij:
                continue
            if len(rij) != aantal_kolommen:
                scheef.append(Scheef(nummer, len(rij), next((c.strip() for c in rij if c.strip()), "")))
                continue
            rijen.append(rij)
            nummers.append(nummer)
            if len(rijen) >= _BLOK_RIJEN:
                yield _bundel(rijen, nummers, scheef, kop)
                rijen, nummers, scheef = [], [], []
    except csv.Error:
        raise BestandFout(
            f"Het bestand is vanaf ongeveer regel {volgende} niet als tabel te lezen: er ontbreekt waarschijnlijk een "
            "aanhalingsteken. Herstel die regel en lees het bestand opnieuw in."
        ) from None
    yield _bundel(rijen, nummers, scheef, kop)


def _bundel(rijen: list[list[str]], nummers: list[int], scheef: list[Scheef], kop: RecordKop) -> Stuk:
    kolommen = {i: uit_cellen([r[i] for r in rijen]) for i in kop.gebruikt}
    return Stuk(kolommen, pl.Series("rij", nummers, dtype=pl.Int32), scheef)
