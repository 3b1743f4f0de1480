"""Read delimited text in batches of columns: what a person file holds is never written to another file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import polars as pl

from ingest.fouten import BestandFout
from ingest.records.csv_begin import CsvBegin
from ingest.records.kop import RecordKop
from ingest.records.ruw import Ruw, uit_cellen, uit_teksten
from ingest.records.stuk import Scheef, Stuk
from ingest.records.tekstbron import VERANDERD, Leesstroom

_BLOK_BYTES = 4 << 20
_BLOK_RIJEN = 50_000
_MAX_REGEL_BYTES = 32 << 20
_TE_LANGE_REGEL = (
    "In dit bestand staat een regel van vele megabytes; dat kan geen rij van een tabel zijn. Waarschijnlijk ontbreken "
    "de regeleinden. Vraag de leverancier om het bestand opnieuw te maken."
)


def lees_stroom(begin: CsvBegin, kop: RecordKop) -> Iterator[Stuk]:
    """Batches of the rows below the header."""
    van, eerste_regel = begin.einden[kop.index], begin.volgende[kop.index]
    lezer = _snel if _aanhalingstekens_binnen_regels(begin.bron.blokken(van)) else _per_rij
    with begin.bron.open(van) as stroom:
        yield from lezer(stroom, begin, kop, eerste_regel)
        if isinstance(stroom, Leesstroom):
            stroom.controleer()


def breedte(begin: CsvBegin, kop: RecordKop) -> int:
    """Number of columns; rows that all end with the same extra, empty column are no mistake."""
    vast = len(kop.teksten)
    lengtes = [len(r) for r in begin.rijen[kop.index + 1 :] if len(r) > 1]
    gewoonst = max(set(lengtes), key=lengtes.count, default=vast)
    extra = [r[vast:] for r in begin.rijen[kop.index + 1 :] if len(r) == gewoonst]
    return gewoonst if gewoonst > vast and not any(c for rest in extra for c in rest) else vast


def _aanhalingstekens_binnen_regels(delen: Iterable[bytes]) -> bool:
    """Whether every line has an even number of quotes, so that no value runs over its line."""
    rest = 0
    for deel in delen:
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


def _snel(stroom: Any, begin: CsvBegin, kop: RecordKop, eerste_regel: int) -> Iterator[Stuk]:
    """One line is one row: blocks of whole lines, of which the next is split while this one is read."""
    lezer = _Blokken(stroom, begin, kop)
    with ThreadPoolExecutor(max_workers=1) as vooruit:
        volgende = vooruit.submit(lezer.volgende)
        while (blok := volgende.result()) is not None:
            volgende = vooruit.submit(lezer.volgende)
            tabel, vreemd = blok
            nummers = _nummers(eerste_regel, tabel.num_rows, {eerste_regel + s.rij - 1 for s in vreemd})
            scheef = [Scheef(eerste_regel + s.rij - 1, s.aantal, s.eerste) for s in vreemd]
            eerste_regel += tabel.num_rows + len(vreemd)
            kolommen = {int(n): _uit_woordenboek(tabel.column(n)) for n in tabel.column_names}
            del blok, tabel
            yield Stuk(kolommen, nummers, scheef)


class _Blokken:
    """Splits the bytes with pyarrow; only distinct values are decoded. Its own reader would read far ahead."""

    def __init__(self, stroom: Any, begin: CsvBegin, kop: RecordKop) -> None:
        import pyarrow as pa
        import pyarrow.csv as pc

        soort = pa.string() if begin.codering == "utf-8" else pa.binary()
        kolommen = [str(i) for i in kop.gebruikt]
        self._stroom, self._teken, self._rest = stroom, begin.teken, b""
        self._namen = [str(i) for i in range(breedte(begin, kop))]
        self._scheef: list[Scheef] = []
        self._ontleden = pc.ParseOptions(
            delimiter=begin.teken, ignore_empty_lines=False, invalid_row_handler=self._onthoud
        )
        self._omzetten = pc.ConvertOptions(
            column_types={n: pa.dictionary(pa.int32(), soort) for n in kolommen}, include_columns=kolommen,
            strings_can_be_null=False, check_utf8=False,
        )  # fmt: skip

    def volgende(self) -> tuple[Any, list[Scheef]] | None:
        """The next block and the rows that did not fit, numbered within the block; None after the last."""
        import pyarrow as pa
        import pyarrow.csv as pc

        regels = self._hele_regels()
        if not regels:
            return None
        self._scheef = []
        lezen = pc.ReadOptions(column_names=self._namen, block_size=len(regels) + 1, use_threads=False)
        try:
            tabel = pc.read_csv(pa.BufferReader(regels), lezen, self._ontleden, self._omzetten)
        except pa.ArrowInvalid:
            raise BestandFout(_TE_LANGE_REGEL) from None
        return tabel, self._scheef

    def _hele_regels(self) -> bytes:
        """About a block of bytes, up to the end of a line."""
        try:
            while deel := self._stroom.read(_BLOK_BYTES):
                if knip := deel.rfind(b"\n") + 1:
                    regels, self._rest = self._rest + deel[:knip], deel[knip:]
                    return bytes(regels)
                self._rest += deel
                if len(self._rest) > _MAX_REGEL_BYTES:
                    raise BestandFout(_TE_LANGE_REGEL)
        except OSError:
            raise BestandFout(VERANDERD) from None
        regels, self._rest = self._rest, b""
        return bytes(regels)

    def _onthoud(self, rij: Any) -> str:
        tekst = rij.text if isinstance(rij.text, str) else ""
        cellen = next(csv.reader([tekst], delimiter=self._teken), [""])
        self._scheef.append(Scheef(rij.number, rij.actual_columns, next((c.strip() for c in cellen if c.strip()), "")))
        return "skip"


def _nummers(eerste: int, aantal: int, overgeslagen: set[int]) -> pl.Series:
    """The next row numbers, without the rows that were skipped."""
    ruimer = pl.int_range(eerste, eerste + aantal + len(overgeslagen), dtype=pl.Int32, eager=True)
    if overgeslagen:
        ruimer = ruimer.filter(~ruimer.is_in(list(overgeslagen)))
    return ruimer.head(aantal).rename("rij")


def _uit_woordenboek(kolom: Any) -> Ruw:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not kolom.num_chunks:
        return Ruw(pl.Series("u", [], pl.String), pl.Series("i", [], pl.UInt32))
    kolom = kolom.chunk(0) if kolom.num_chunks == 1 else kolom.combine_chunks()
    uniek = kolom.dictionary
    if pa.types.is_binary(uniek.type):
        try:
            uniek = uniek.cast(pa.string())
        except pa.ArrowInvalid:
            uniek = pa.array([w.decode("cp1252", "replace") for w in uniek.to_pylist()], pa.string())
    gewoon = bool(pc.all(pc.string_is_ascii(uniek)).as_py())
    teksten = pl.from_arrow(uniek)
    index = pl.from_arrow(kolom.indices)
    assert isinstance(teksten, pl.Series) and isinstance(index, pl.Series)
    return uit_teksten(teksten, index, gewoon)


def _per_rij(stroom: Any, begin: CsvBegin, kop: RecordKop, eerste_regel: int) -> Iterator[Stuk]:
    """Values that run over more lines: the csv module, in batches; row numbers are the lines where rows begin."""
    bron = io.TextIOWrapper(io.BufferedReader(stroom), begin.codering, errors="replace", newline="")
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
            if any("\n" in cel and cel.count(begin.teken) >= len(kop.teksten) - 1 for cel in rij):
                scheef += _kapot_aanhalingsteken(nummer, volgende - 1, len(rij))
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
    bron.detach().detach()  # the caller closes the stream
    yield _bundel(rijen, nummers, scheef, kop)


def _kapot_aanhalingsteken(van: int, tot: int, aantal: int) -> list[Scheef]:
    """The lines of a row that holds a whole other row in one of its cells."""
    reden = (
        f"Van regel {van} tot en met {tot} is één rij gemaakt: op regel {van} begint een tekst met een aanhalingsteken "
        "dat pas op een latere regel wordt gesloten. De rijen op deze regels zijn niet gelezen."
    )
    doe = f"Herstel het aanhalingsteken op regel {van} en lever de regels {van} tot en met {tot} opnieuw aan."
    regel = "aanhalingsteken ontbreekt"
    return [Scheef(nummer, aantal, regel, reden, doe, regel) for nummer in range(van, tot + 1)]


def _bundel(rijen: list[list[str]], nummers: list[int], scheef: list[Scheef], kop: RecordKop) -> Stuk:
    kolommen = {i: uit_cellen([r[i] for r in rijen]) for i in kop.gebruikt}
    return Stuk(kolommen, pl.Series("rij", nummers, dtype=pl.Int32), scheef)
