"""Monthly COA files: the stand on the first of the month, cumulative within the half-year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.unit.ingest.conftest import Magazijn

KOP = "halfjaar;gemeentecode;netto_taakstelling;gehuisvest_cumulatief\n"


def test_twaalf_maanden_in_een_map(magazijn: Magazijn, tmp_path: Path) -> None:
    map_ = tmp_path / "coa"
    map_.mkdir()
    for maand in range(2, 14):
        dag = date(2024 + maand // 13, (maand - 1) % 12 + 1, 1)
        halfjaar = "2024-I" if maand <= 7 else "2024-II"
        tekst = f"peildatum;{KOP}{dag:%d-%m-%Y};{halfjaar};GM0629;20;{maand}\n"
        (map_ / f"coa_{dag:%B}.csv").write_text(tekst)
    uit = magazijn.lees(map_)
    assert len(uit) == 12 and {(u.status, u.rijen_goed) for u in uit} == {("ingelezen", 1)}
    assert magazijn.vraag("select count(distinct peildatum), min(peildatum), max(peildatum) from raw.cel") == [
        (12, date(2024, 2, 1), date(2025, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "dag"),
    [
        ("coa_2024-03-01.csv", date(2024, 3, 1)), ("coa_20240701.csv", date(2024, 7, 1)),
        ("coa.csv", date(2024, 6, 30)),  # nothing says that it is a month
        ("coa_2025-01-15.csv", date(2024, 6, 30)),  # the day of an export, long after the period
    ],
)  # fmt: skip
def test_peildatum_uit_de_bestandsnaam(magazijn: Magazijn, maak_csv: Callable[..., Path], naam: str, dag: date) -> None:
    [uit] = magazijn.lees(maak_csv(naam, KOP + "2024-I;GM0629;20;3\n"))
    assert uit.status == "ingelezen" and any("bestandsnaam" in m for m in uit.meldingen) == (dag.month != 6)
    assert magazijn.vraag("select distinct peildatum from raw.cel") == [(dag,)]
