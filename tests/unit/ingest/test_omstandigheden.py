"""A list of persons as a consulent keeps it: peildatum and gemeente in the title, names beside the BSN."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
import xlsxwriter

import ingest.inlezen as modulezelf
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


def test_titel_gaat_voor_de_datum_in_de_bestandsnaam_en_twee_titels_worden_geweigerd(tmp_path: Path) -> None:
    uit = lees(tmp_path, TITEL + EIGEN + RIJ, "export_2025-11-15.csv")
    assert any("01-10-2025 komt uit de titel" in m for m in uit.meldingen)
    pad = tmp_path / "standen.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        for dag in ("1 januari 2024", "1 april 2024"):
            blad = boek.add_worksheet(dag)
            for r, rij in enumerate([f"Gemeente Wassenaar, stand per {dag}", *(EIGEN + RIJ).splitlines()]):
                blad.write_row(r, 0, rij.split(";"))
    uit = inlezen([pad], tmp_path / "wh.duckdb", tmp_path / "afgekeurd")[0]
    assert uit.status == "afgekeurd" and "verschillende peildatums (01-01-2024, 01-04-2024)" in uit.meldingen[-1]


def test_een_onvoorziene_fout_kost_alleen_dat_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kop = "halfjaar;peildatum;gemeentecode;netto_taakstelling\n"
    for naam, aantal in (("a.csv", 51), ("b.csv", 52)):
        (tmp_path / naam).write_text(f"{kop}2025-I;01-07-2025;GM0629;{aantal}\n", encoding="utf-8")
    echt = modulezelf.ontvang

    def breek(pad: Path, *rest: object) -> object:
        if pad.name == "a.csv":
            raise RuntimeError(RIJ.split(";")[1])
        return echt(pad, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(modulezelf, "ontvang", breek)
    eerste, tweede = inlezen([tmp_path / "a.csv", tmp_path / "b.csv"], tmp_path / "wh.duckdb", tmp_path / "afgekeurd")
    assert (eerste.status, tweede.status) == ("afgekeurd", "ingelezen")
    assert "niet was voorzien" in eerste.meldingen[-1]
    verslag = (tmp_path / "onverwacht.log").read_text(encoding="utf-8")
    assert "RuntimeError" in verslag and "De Vries" not in verslag


def test_zelfde_inhoud_onder_een_andere_naam_wordt_gezegd(tmp_path: Path) -> None:
    lees(tmp_path, TITEL + EIGEN + RIJ, "februari.csv")
    uit = lees(tmp_path, TITEL + EIGEN + RIJ, "maart.csv")
    assert uit.status == "al_ingelezen" and "precies gelijk aan die van" in uit.meldingen[0]
