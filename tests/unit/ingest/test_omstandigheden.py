"""A list of persons as a consulent keeps it: peildatum and gemeente in the title, names beside the BSN."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.inlezen import inlezen
from ingest.resultaat import Resultaat

TITEL = "Overzicht inburgeraars gemeente Wassenaar, stand 1 oktober 2025\n"
EIGEN = "BSN;Achternaam;Doelgroep;Start inburgeringsplicht;Dagtekening PIP;Leerroute\n"
RIJ = "999990019;De Vries;Asielstatushouder;10-01-2023;20-03-2023;Z-route\n"


def lees(tmp_path: Path, tekst: str, naam: str = "caseload.csv") -> Resultaat:
    pad = tmp_path / naam
    pad.write_text(tekst, encoding="utf-8")
    return inlezen([pad], tmp_path / "wh.duckdb", tmp_path / "afgekeurd")[0]


def test_titel_geeft_peildatum_en_gemeente_en_dat_wordt_gezegd(tmp_path: Path) -> None:
    uit = lees(tmp_path, TITEL + EIGEN + RIJ)
    assert (uit.status, uit.herkend_als) == ("ingelezen", ("inburgeraars",))
    with duckdb.connect(str(tmp_path / "wh.duckdb"), read_only=True) as con:
        rij = con.execute("select peildatum::varchar, gemeentecode, datum_eerste_pip::varchar from raw.inburgeraars")
        assert rij.fetchone() == ("2025-10-01", "GM0629", "2023-03-20")
    gezegd = " ".join(uit.meldingen)
    for woord in ("01-10-2025 komt uit de titel", "Wassenaar komt uit de titel", "geen kolom datum_eerste_pip",
                  "passen even goed bij bron duo", "'Achternaam' bevat persoonsgegevens"):  # fmt: skip
        assert woord in gezegd, uit.meldingen


def test_kolommen_die_alleen_duo_heeft_maken_het_een_lijst_van_duo(tmp_path: Path) -> None:
    uit = lees(tmp_path, TITEL + EIGEN.replace("\n", ";Datum kennisgeving\n") + RIJ.replace("\n", ";12-01-2023\n"))
    assert uit.herkend_als == ("duo_personen",)


def test_zonder_peildatum_en_gemeente_wordt_gevraagd_wat_er_ontbreekt(tmp_path: Path) -> None:
    assert "geen peildatum" in lees(tmp_path, EIGEN + RIJ).meldingen[-1]
    assert "over welke gemeente" in lees(tmp_path, EIGEN + RIJ, "lijst_2025-10-01.csv").meldingen[-1]
