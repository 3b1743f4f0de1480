"""List, withdraw and let expire: what was loaded stays accounted for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.fouten import IngestFout
from ingest.inlezen import inlezen
from ingest.magazijn.bewaren import bepaal_grens, bewaarjaren, verwijder_verlopen
from ingest.magazijn.laden import open_warehouse
from ingest.magazijn.leveringen import list_leveringen
from ingest.magazijn.vergeten import vergeet_levering

KOP = "halfjaar;peildatum;gemeentecode;netto_taakstelling\n"
PERSONEN = (
    "peildatum;gemeentecode;bsn;doelgroep;startdatum_plicht;einddatum_plicht\n"
    "01-10-2026;0629;999990019;Asielstatushouder;01-02-2017;01-03-2020\n"  # plicht over, more than five years ago
    "01-10-2026;0629;999990020;Asielstatushouder;01-02-2018;01-12-2021\n"  # less than five years ago
    "01-10-2026;0629;999990032;Asielstatushouder;01-02-2022;\n"  # still runs
)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "wh.duckdb"


def lees(warehouse: Path, naam: str, tekst: str) -> Path:
    pad = warehouse.parent / naam
    pad.write_text(tekst, encoding="utf-8")
    uit = inlezen([pad], warehouse, warehouse.parent / "afgekeurd")
    assert uit[0].status in ("ingelezen", "deels", "afgekeurd"), uit
    return pad


def test_lijst_noemt_wat_kwam_wat_werd_geweigerd_en_wat_vergeten_is(warehouse: Path) -> None:
    lees(warehouse, "goed.csv", KOP + "2025-I;01-07-2025;GM0629;52\n")
    lees(warehouse, "half.csv", KOP + "2025-I;01-07-2025;GM0626;30\n2025-I;01-07-2025;GM0626;veel\n")
    lees(warehouse, "vreemd.csv", "a;b\n1;2\n")
    with open_warehouse(warehouse) as con:
        vergeet_levering(con, "goed.csv", warehouse.parent / "afgekeurd", "dubbel geleverd")
        regels = {r.bestand: r for r in list_leveringen(con)}
    assert (regels["half.csv"].status, regels["half.csv"].rijen_goed) == ("deels ingelezen", 1)
    assert regels["vreemd.csv"].status == "geweigerd" and "niet herkend" in regels["vreemd.csv"].reden
    assert (regels["goed.csv"].status, regels["goed.csv"].reden) == ("vergeten", "dubbel geleverd")


def test_vergeten_haalt_alles_weg_en_opnieuw_inlezen_brengt_het_terug(warehouse: Path) -> None:
    pad = lees(warehouse, "t.csv", KOP + "2025-I;01-07-2025;GM0629;52\n2024-I;01-07-2024;GM0629;veel\n")
    afgekeurd = warehouse.parent / "afgekeurd"
    assert list(afgekeurd.glob("*.xlsx"))
    with open_warehouse(warehouse) as con:
        uit = vergeet_levering(con, "t.csv", afgekeurd)
        assert uit.rijen_aantal == 1
        assert con.execute("select count(*) from raw.cel").fetchone() == (0,)
    assert not list(afgekeurd.glob("*.xlsx"))
    assert inlezen([pad], warehouse, afgekeurd)[0].status == "deels"


def test_onbekend_of_dubbelzinnig_kenmerk_zegt_wat_er_kan(warehouse: Path) -> None:
    lees(warehouse, "t.csv", KOP + "2025-I;01-07-2025;GM0629;52\n")
    lees(warehouse, "t.csv", KOP + "2025-I;01-07-2025;GM0629;53\n")
    with open_warehouse(warehouse) as con:
        with pytest.raises(IngestFout, match="rekenkamer leveringen"):
            vergeet_levering(con, "nietes.csv", warehouse.parent)
        with pytest.raises(IngestFout, match="past op meer leveringen"):
            vergeet_levering(con, "t.csv", warehouse.parent)


def test_verlopen_verwijdert_alleen_wie_lang_genoeg_klaar_is(warehouse: Path) -> None:
    lees(warehouse, "duo_personen.csv", PERSONEN)
    grens = bepaal_grens(date(2026, 11, 22), 5)
    with open_warehouse(warehouse) as con:
        proef = verwijder_verlopen(con, grens, proef=True)
        assert con.execute("select count(*) from raw.duo_personen").fetchone() == (3,)
        uit = verwijder_verlopen(con, grens)
        assert uit == proef
        assert (uit.rijen, uit.personen_aantal, uit.zonder_einde_aantal) == ({"duo_personen": 1}, 1, 1)
        assert con.execute("select count(*) from raw.duo_personen").fetchone() == (2,)
        assert con.execute("select handeling, rijen_aantal from raw.logboek").fetchall() == [("verlopen", 1)]


def test_wie_volgens_een_nieuwere_levering_weer_plichtig_is_blijft_staan(warehouse: Path) -> None:
    lees(warehouse, "een.csv", PERSONEN)
    lees(warehouse, "twee.csv", PERSONEN.replace("01-10-2026", "01-11-2026").replace("01-03-2020", ""))
    with open_warehouse(warehouse) as con:
        assert verwijder_verlopen(con, date(2022, 1, 1)).rijen == {"duo_personen": 2}  # the second person, twice


def test_grens_en_termijn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bepaal_grens(date(2024, 2, 29), 5) == date(2019, 2, 28)
    monkeypatch.setenv("REKENKAMER_BEWAARJAREN", "zeven")
    with pytest.raises(IngestFout, match="heel aantal jaren"):
        bewaarjaren()


def test_vergeten_ruimt_ook_op_wat_een_bouw_per_persoon_maakte(warehouse: Path) -> None:
    lees(warehouse, "duo_personen.csv", PERSONEN)
    with open_warehouse(warehouse) as con:
        con.execute("create schema intermediate")
        con.execute("create table intermediate.persoon as select pseudo_id from raw.duo_personen")
        vergeet_levering(con, "duo_personen.csv", warehouse.parent)
        with pytest.raises(duckdb.CatalogException):
            con.execute("from intermediate.persoon")
