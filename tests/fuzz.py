"""Damage deliveries at random and see what reading makes of them: `python -m tests.fuzz --seconden 60 --zaad 1`.

Not part of the test suite. It reports an exception, technical words in a message, a run of more than 20 seconds, and
the change of a value of a cell that was not touched; the files of the finds are kept.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import re
import shutil
import signal
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from ingest.bestanden.bestand import open_bestand
from ingest.fouten import BestandFout
from ingest.inlezen import Resultaat, inlezen
from tests.fixtures.leveringen.maak import GEVALLEN, maak

LEVERINGEN = Path(__file__).resolve().parents[1] / "voorbeeld" / "leveringen"
GRENS = 20
_TRAAG_OM_TE_MAKEN = {
    "zipbom.xlsx",
    "liegende_zip.xlsx",
    "lege_staart.xlsx",
    "tienduizend_kolommen.csv",
    "verre_cel.xlsx",
}
_TECHNISCH = re.compile(
    r"\b(traceback|exception|error|none|nan|null|keyerror|valueerror|calamine|polars|duckdb)\b", re.I
)
WOORDEN: list[Any] = [
    "", " ", "Totaal", "Wassenaar", "Voorschoten", "GM0629", "GM0000", "VOORBEELD", "gemeente", "periode", "2024",
    "2025-1", "2025-Q1", "taakstelling", "Gezinsmigrant", "Statushouder", "PVT", "Kosten", "1.234", "1,234", "12,5",
    "-", "*", "p.m.", "60 +*", "69%", "0,69", "31-02-2024", "10/31/2024", "123456782", "=1+1", "€ 12", "x 1.000",
    "Bron: tabel 5.7", "\u200b", "🙂", "a" * 3000, "#REF!", 0, 1, 55, 2023, 2024, 0.69, -3, 45596, 1e15, 1.5, True,
]  # fmt: skip

Plek = tuple[str | None, int, str]


class TeLang(Exception):
    """A run took more than GRENS seconds."""


@contextmanager
def wekker() -> Iterator[None]:
    """Raise TeLang after GRENS seconds."""

    def af(*_: Any) -> None:
        raise TeLang

    signal.signal(signal.SIGALRM, af)
    signal.alarm(GRENS)
    try:
        yield
    finally:
        signal.alarm(0)


@dataclass
class Proef:
    """One damaged file. `geraakt` is the cell that was changed (sheet, row, 0-based column), when it was just one."""

    pad: Path
    bron: str
    soort: str
    geraakt: tuple[str | None, int, int] | None = None


@dataclass
class Fuzzer:
    """Keeps the sources, the warehouse and the finds."""

    map_: Path
    rng: random.Random
    bronnen: list[Path] = field(default_factory=list)
    basis: dict[Path, dict[Plek, tuple[Any, ...]]] = field(default_factory=dict)
    vondsten: list[str] = field(default_factory=list)
    telling: Counter[str] = field(default_factory=Counter)
    ronde: int = 0

    def begin(self) -> None:
        """Collect the sources and read each once as it is."""
        self.bronnen = sorted(p for p in LEVERINGEN.iterdir() if p.suffix in (".csv", ".xlsx"))
        for geval in GEVALLEN:
            if geval.naam not in _TRAAG_OM_TE_MAKEN:
                self.bronnen.append(maak(geval, self.map_ / "bron"))

    def ga(self, seconden: float) -> None:
        """Damage and read until the time is up."""
        einde = time.monotonic() + seconden
        while time.monotonic() < einde:
            self.ronde += 1
            bron = self.rng.choice(self.bronnen)
            proef = self._maak(bron)
            if proef:
                self._probeer(proef)

    def _maak(self, bron: Path) -> Proef | None:
        soorten = ["bytes", "knip", "stapel"]
        if bron.suffix == ".xlsx":
            soorten += ["cel", "cel", "cel", "rij", "kolom", "deel", "xml"]
        elif bron.suffix in (".csv", ".txt"):
            soorten += ["veld", "veld", "veld", "koppen", "regel"]
        soort = self.rng.choice(soorten)
        doel = self.map_ / "proef" / f"{self.ronde}_{bron.name}"
        doel.parent.mkdir(exist_ok=True)
        try:
            geraakt = getattr(self, f"_{soort}")(bron, doel)
        except Exception:  # noqa: BLE001 - this source can't be damaged in this way
            return None
        return Proef(doel, bron.name, soort, geraakt)

    # --- ways to damage -------------------------------------------------------------------------------------------

    def _bytes(self, bron: Path, doel: Path) -> None:
        data = bytearray(bron.read_bytes())
        for _ in range(self.rng.choice([1, 1, 3, 20])):
            data[self.rng.randrange(len(data))] = self.rng.randrange(256)
        doel.write_bytes(data)

    def _knip(self, bron: Path, doel: Path) -> None:
        data = bron.read_bytes()
        doel.write_bytes(data[: self.rng.randrange(1, len(data))])

    def _stapel(self, bron: Path, doel: Path) -> None:
        data = bron.read_bytes()
        plek = self.rng.randrange(len(data))
        extra = self.rng.choice(
            [b"\x00", b"\xff\xfe", b'"', b";;;;\n", "é\u200b🙂".encode(), b"<html>", b"\r\r\n", data[:200]]
        )
        doel.write_bytes(data[:plek] + extra + data[plek:])

    def _cel(self, bron: Path, doel: Path) -> tuple[str | None, int, int]:
        boek = openpyxl.load_workbook(bron)
        blad = self.rng.choice(boek.worksheets)
        rij, kolom = self.rng.randint(1, blad.max_row), self.rng.randint(1, blad.max_column)
        cel = blad.cell(rij, kolom)
        woord = self.rng.choice(WOORDEN)
        cel.value = woord
        boek.save(doel)
        return blad.title, rij, kolom - 1

    def _rij(self, bron: Path, doel: Path) -> None:
        boek = openpyxl.load_workbook(bron)
        blad = self.rng.choice(boek.worksheets)
        rij = self.rng.randint(1, blad.max_row)
        blad.insert_rows(rij) if self.rng.random() < 0.5 else blad.delete_rows(rij)
        boek.save(doel)

    def _kolom(self, bron: Path, doel: Path) -> None:
        boek = openpyxl.load_workbook(bron)
        blad = self.rng.choice(boek.worksheets)
        kolom = self.rng.randint(1, blad.max_column)
        blad.insert_cols(kolom) if self.rng.random() < 0.5 else blad.delete_cols(kolom)
        boek.save(doel)

    def _deel(self, bron: Path, doel: Path) -> None:
        with zipfile.ZipFile(bron) as uit, zipfile.ZipFile(doel, "w") as in_:
            weg = self.rng.choice(uit.namelist())
            for naam in uit.namelist():
                if naam != weg:
                    in_.writestr(naam, uit.read(naam))

    def _xml(self, bron: Path, doel: Path) -> None:
        with zipfile.ZipFile(bron) as uit, zipfile.ZipFile(doel, "w") as in_:
            kies = self.rng.choice([n for n in uit.namelist() if n.startswith("xl/")])
            for naam in uit.namelist():
                data = bytearray(uit.read(naam))
                if naam == kies and data:
                    plek = self.rng.randrange(len(data))
                    data[plek : plek + self.rng.randrange(30)] = self.rng.choice(
                        [b"", b"<", b"9", b"&a;", b"\x00", b"</c>"]
                    )
                in_.writestr(naam, bytes(data))

    def _velden(self, bron: Path) -> tuple[list[list[str]], str]:
        tekst = bron.read_bytes().decode("utf-8")
        teken = max(";,|\t", key=tekst.count)
        return list(csv.reader(io.StringIO(tekst), delimiter=teken)), teken

    def _schrijf(self, doel: Path, rijen: list[list[str]], teken: str) -> None:
        bak = io.StringIO()
        csv.writer(bak, delimiter=teken, lineterminator="\n").writerows(rijen)
        doel.write_text(bak.getvalue(), encoding="utf-8")

    def _veld(self, bron: Path, doel: Path) -> tuple[str | None, int, int] | None:
        rijen, teken = self._velden(bron)
        r = self.rng.randrange(len(rijen))
        k = self.rng.randrange(len(rijen[r]))
        rijen[r][k] = str(self.rng.choice(WOORDEN))
        self._schrijf(doel, rijen, teken)
        return (None, r + 1, k)

    def _koppen(self, bron: Path, doel: Path) -> None:
        rijen, teken = self._velden(bron)
        self.rng.shuffle(rijen[0])
        self._schrijf(doel, rijen, teken)

    def _regel(self, bron: Path, doel: Path) -> None:
        rijen, teken = self._velden(bron)
        r = self.rng.randrange(len(rijen))
        keuze = self.rng.randrange(4)
        if keuze == 0:
            rijen[r] = [""] + rijen[r]
        elif keuze == 1:
            rijen.insert(r, list(self.rng.choice(rijen)))
        elif keuze == 2:
            rijen[r] = rijen[r][:-1]
        else:
            rijen.insert(r, [str(self.rng.choice(WOORDEN)) for _ in rijen[r]])
        self._schrijf(doel, rijen, teken)

    # --- judging --------------------------------------------------------------------------------------------------

    def _probeer(self, proef: Proef) -> None:
        try:
            with wekker():
                resultaat = self._lees(proef.pad)
        except TeLang:
            return self._vondst(proef, f"duurde langer dan {GRENS} seconden")
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001 - finding these is what this program is for
            return self._vondst(proef, traceback.format_exc(limit=-3))
        self.telling[resultaat.status] += 1
        if m := _TECHNISCH.search(" ".join(resultaat.meldingen).replace(proef.pad.name, "")):
            self._vondst(proef, f"technisch woord '{m.group()}' in {resultaat.meldingen}")
        if resultaat.status == "afgekeurd" and not resultaat.meldingen:
            self._vondst(proef, "afgekeurd zonder uitleg")
        if proef.geraakt and resultaat.status in ("ingelezen", "deels"):
            self._vergelijk(proef, resultaat)
        proef.pad.unlink(missing_ok=True)
        if resultaat.afgekeurd_pad:
            resultaat.afgekeurd_pad.unlink(missing_ok=True)

    def _lees(self, pad: Path) -> Resultaat:
        magazijn = self.map_ / f"magazijn{self.ronde // 300}.duckdb"
        [resultaat] = inlezen([pad], magazijn, self.map_ / "afgekeurd")
        return resultaat

    def _cellen(self, resultaat: Resultaat) -> dict[Plek, tuple[Any, ...]]:
        magazijn = self.map_ / f"magazijn{self.ronde // 300}.duckdb"
        with duckdb.connect(str(magazijn), read_only=True) as con:
            rijen = con.execute(
                "select blad, rij, kolom, leerroute, waarde, waarde_status, indicator, periode, gemeentecode, "
                "doelgroep, post, leeftijdsgroep, geslacht from raw.cel where levering_id = ?", [resultaat.levering_id]
            ).fetchall()  # fmt: skip
        return {(blad, rij, f"{kolom}|{route}"): tuple(rest) for blad, rij, kolom, route, *rest in rijen}

    def _vergelijk(self, proef: Proef, resultaat: Resultaat) -> None:
        """Against the file as it was: a cell elsewhere keeps its value, or is not read."""
        bron = next(b for b in self.bronnen if b.name == proef.bron)
        if bron not in self.basis:
            kopie = self.map_ / f"basis_{bron.name}"
            shutil.copy(bron, kopie)
            magazijn = self.map_ / f"magazijn{self.ronde // 300}.duckdb"
            gelezen = inlezen([kopie], magazijn, self.map_ / "afgekeurd")[0]
            self.basis[bron] = self._cellen(gelezen)
        assert proef.geraakt is not None
        blad, rij, kolom = proef.geraakt
        nu = self._cellen(resultaat)
        plekken = self._plaats(proef.pad, blad, kolom)
        was_cijfer = any(p[:2] == (blad, rij) and p[2].split("|")[0] in plekken for p in self.basis[bron])
        for plek, oud in self.basis[bron].items():
            nieuw = nu.get(plek)
            if nieuw is None or (plek[:2] == (blad, rij) and plek[2].split("|")[0] in plekken):
                continue
            delen = slice(None) if was_cijfer else slice(0, 1)
            if nieuw[delen] != oud[delen]:
                return self._vondst(proef, f"{plek} was {oud} en is {nieuw}, terwijl {proef.geraakt} is veranderd")

    def _plaats(self, pad: Path, blad: str | None, kolom: int) -> set[str]:
        """The names that a column can have: its letter, or its header in a CSV."""
        try:
            gevonden = next(b for b in open_bestand(pad).bladen if b.naam == blad)
        except (BestandFout, StopIteration):
            return set()
        return {gevonden.kolom(kolom), *(r[kolom] for r in gevonden.rijen[:25] if kolom < len(r))}

    def _vondst(self, proef: Proef, wat: str) -> None:
        bewaard = self.map_ / "vondsten" / proef.pad.name
        bewaard.parent.mkdir(exist_ok=True)
        if proef.pad.exists():
            shutil.copy(proef.pad, bewaard)
        self.vondsten.append(f"[{proef.soort}] {bewaard}: {wat}")


def main() -> None:
    """Run and print a summary; exit code 1 when there are finds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconden", type=float, default=60)
    parser.add_argument("--zaad", type=int, default=1)
    keuze = parser.parse_args()
    map_ = Path(tempfile.mkdtemp(prefix="fuzz_"))
    fuzzer = Fuzzer(map_, random.Random(keuze.zaad))
    fuzzer.begin()
    fuzzer.ga(keuze.seconden)
    print(f"{fuzzer.ronde} rondes, {dict(fuzzer.telling)}, {len(fuzzer.vondsten)} vondsten")
    for vondst in fuzzer.vondsten[:40]:
        print("-", vondst)
    if not fuzzer.vondsten:
        shutil.rmtree(map_, ignore_errors=True)
    raise SystemExit(1 if fuzzer.vondsten else 0)


if __name__ == "__main__":
    main()
