"""Every nasty file of the corpus: never an exception, exactly the declared outcome, plain Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pytest

from ingest.inlezen import Resultaat
from tests.fixtures.leveringen.geval import Geval
from tests.fixtures.leveringen.maak import GEVALLEN, maak
from tests.unit.ingest.conftest import Magazijn

_TECHNISCH = re.compile(
    r"\b(traceback|exception|error|none|nan|null|parse\w*|decode\w*|codec|stack|keyerror|valueerror|calamine|polars|duckdb)\b"
    r"|<class|0x[0-9a-f]{4}",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def corpusmagazijn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Magazijn]:
    """One warehouse for the whole corpus: opening a new one per file would take most of the time."""
    yield Magazijn(tmp_path_factory.mktemp("corpus"))


def _afgekeurd(resultaat: Resultaat) -> list[list[str]]:
    if resultaat.afgekeurd_pad is None:
        return []
    blad = openpyxl.load_workbook(resultaat.afgekeurd_pad).active
    assert blad is not None
    assert {c.data_type for rij in blad.iter_rows() for c in rij if c.value is not None} <= {"s"}
    return [["" if c is None else str(c) for c in rij] for rij in blad.iter_rows(min_row=2, values_only=True)]


def _cellen(magazijn: Magazijn, levering_id: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(magazijn.pad), read_only=True) as con:
        return con.execute(
            "select indicator, coalesce(gemeentecode, deelnemers), periode, waarde, waarde_status from raw.cel "
            "where levering_id = ?", [levering_id]
        ).fetchall()  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.kort)
def test_levering(geval: Geval, corpusmagazijn: Magazijn, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [resultaat] = corpusmagazijn.lees(maak(geval, tmp_path))
    assert capfd.readouterr() == ("", "")
    rijen = _afgekeurd(resultaat)
    uitleg = " | ".join([*resultaat.meldingen, *(" ".join(rij[:8]) for rij in rijen)])
    assert (resultaat.status, resultaat.rijen_goed, resultaat.rijen_afgekeurd) == (
        geval.status, geval.goed, geval.afgekeurd), uitleg  # fmt: skip
    cellen = _cellen(corpusmagazijn, resultaat.levering_id)
    for indicator, gemeente, periode, waarde, status in geval.cellen:
        verwacht = (indicator, gemeente, periode, None if waarde is None else Decimal(waarde), status)
        zonder = [(c[0], *c[2:]) for c in cellen] if gemeente is None else []
        assert verwacht in cellen or (indicator, *verwacht[2:]) in zonder, f"{verwacht} staat niet in {cellen}"
    assert geval.aantal is None or len(cellen) == geval.aantal
    assert [w for w in geval.woorden if w not in uitleg] == [], uitleg
    alles = f"{resultaat} {rijen} {cellen} {[p.name for p in corpusmagazijn.afgekeurd.glob('*')]}"
    assert [w for w in geval.nergens if w in alles] == []
    kaal = uitleg.replace(geval.naam, "")
    assert not _TECHNISCH.search(kaal), _TECHNISCH.search(kaal)
    assert resultaat.status == "ingelezen" or all(m.endswith((".", "?")) for m in resultaat.meldingen) and uitleg


def test_corpus_is_groot_genoeg_en_elk_bestand_is_anders() -> None:
    assert len(GEVALLEN) >= 60 and len({g.naam for g in GEVALLEN}) == len(GEVALLEN)
