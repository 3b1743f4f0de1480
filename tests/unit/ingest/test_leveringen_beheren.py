"""List, withdraw and let expire: what was loaded stays accounted for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.fouten import IngestFout
from ingest.inlezen import inlezen
from ingest.magazijn.bewaren import Opruiming, bepaal_grens, bewaarjaren, verwijder_verlopen
from ingest.magazijn.laden import open_warehouse
from ingest.magazijn.leveringen import Leveringsregel, list_leveringen
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


def lijst(warehouse: Path) -> dict[str, Leveringsregel]:
    with open_warehouse(warehouse) as con:
        return {r.bestand: r for r in list_leveringen(con)}


def vraag(warehouse: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_lijst_noemt_wat_kwam_wat_werd_geweigerd_en_wat_vergeten_is(warehouse: Path) -> None:
    lees(warehouse, "goed.csv", KOP + "2025-I;01-07-2025;GM0629;52\n")
    lees(warehouse, "half.csv", KOP + "2025-I;01-07-2025;GM0626;30\n2024-I;01-07-2024;GM0626;veel\n")
    lees(warehouse, "vreemd.csv", "a;b\n1;2\n")
    vergeet_levering(warehouse, "goed.csv", warehouse.parent / "afgekeurd", "dubbel geleverd")
    regels = lijst(warehouse)
    assert (regels["half.csv"].status, regels["half.csv"].rijen_goed) == ("deels ingelezen", 1)
    assert regels["vreemd.csv"].status == "geweigerd" and "niet herkend" in str(regels["vreemd.csv"].reden)
    assert (regels["goed.csv"].status, regels["goed.csv"].reden) == ("vergeten", "dubbel geleverd")


def test_vergeten_haalt_alles_weg_en_opnieuw_inlezen_brengt_het_terug_op_zijn_plaats(warehouse: Path) -> None:
    eerste = lees(warehouse, "oud.csv", KOP + "2025-I;01-07-2025;GM0629;52\n2024-I;01-07-2024;GM0629;veel\n")
    lees(warehouse, "nieuw.csv", KOP + "2025-I;01-07-2025;GM0629;53\n")
    afgekeurd = warehouse.parent / "afgekeurd"
    assert list(afgekeurd.glob("*.xlsx"))
    assert vergeet_levering(warehouse, "oud.csv", afgekeurd).rijen_aantal == 1
    assert vraag(warehouse, "select waarde::int from raw.cel") == [(53,)]
    assert not list(afgekeurd.glob("*.xlsx"))
    assert inlezen([eerste], warehouse, afgekeurd)[0].status == "deels"
    assert vraag(warehouse, "select bestand from raw.levering order by volgnummer") == [("oud.csv",), ("nieuw.csv",)]


def test_onbekend_of_dubbelzinnig_kenmerk_zegt_wat_er_kan(warehouse: Path) -> None:
    lees(warehouse, "t.csv", KOP + "2025-I;01-07-2025;GM0629;52\n")
    lees(warehouse, "t.csv", KOP + "2025-I;01-07-2025;GM0629;53\n")
    with pytest.raises(IngestFout, match="rekenkamer leveringen"):
        vergeet_levering(warehouse, "nietes.csv", warehouse.parent)
    with pytest.raises(IngestFout, match="past op meer leveringen"):
        vergeet_levering(warehouse, "t.csv", warehouse.parent)


def test_na_vergeten_staat_niets_van_een_persoon_meer_in_het_bestand(warehouse: Path) -> None:
    rijen = "".join(f"01-10-2026;0629;{b};Asielstatushouder;01-02-2023;\n" for b in bsns(1500))
    kop = PERSONEN.splitlines(keepends=True)[0]
    pad = lees(warehouse, "veel.csv", kop + rijen)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("create schema intermediate")
        con.execute("create table intermediate.persoon as select pseudo_id from raw.duo_personen")
    namen = [n for (n,) in vraag(warehouse, "select pseudo_id from raw.duo_personen")]
    kenmerk = vraag(warehouse, "select levering_id from raw.levering")[0][0]
    assert sum(n.encode() in warehouse.read_bytes() for n in namen) > 0  # the test can see them when they are there
    vergeet_levering(warehouse, kenmerk[:8], warehouse.parent)
    inhoud = b"".join(p.read_bytes() for p in warehouse.parent.iterdir() if p.is_file() and p != pad)
    assert not any(n.encode() in inhoud for n in namen)


def bsns(aantal: int) -> list[str]:
    uit = (f"{n:09d}" for n in range(999_900_000, 999_999_999))
    goed = (b for b in uit if sum(w * int(c) for w, c in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), b, strict=True)) % 11 == 0)
    return [next(goed) for _ in range(aantal)]


def verloop(warehouse: Path, dag: date, proef: bool = False) -> Opruiming:
    return verwijder_verlopen(warehouse, dag, proef)


def test_verlopen_verwijdert_alleen_wie_lang_genoeg_klaar_is(warehouse: Path) -> None:
    lees(warehouse, "duo_personen.csv", PERSONEN)
    grens = bepaal_grens(date(2026, 11, 22), 5)
    proef = verloop(warehouse, grens, proef=True)
    assert vraag(warehouse, "select count(*) from raw.duo_personen") == [(3,)]
    uit = verloop(warehouse, grens)
    assert uit == proef
    assert (uit.rijen, uit.personen_aantal, uit.zonder_einde_aantal) == ({"duo_personen": 1}, 1, 1)
    assert vraag(warehouse, "select count(*) from raw.duo_personen") == [(2,)]
    assert vraag(warehouse, "select handeling, rijen_aantal from raw.logboek") == [("verlopen", 1)]


def test_wie_volgens_een_nieuwere_levering_weer_plichtig_is_blijft_staan(warehouse: Path) -> None:
    lees(warehouse, "een.csv", PERSONEN)
    lees(warehouse, "twee.csv", PERSONEN.replace("01-10-2026", "01-11-2026").replace("01-03-2020", ""))
    assert verloop(warehouse, date(2022, 1, 1)).rijen == {"duo_personen": 2}  # the second person, twice


GEMEENTE = "peildatum;gemeentecode;bsn;aanbieder;leerroute;startdatum_plicht;einddatum_plicht\n"


def test_een_open_plicht_bij_een_andere_gemeente_houdt_iemand_vast(warehouse: Path) -> None:
    lees(warehouse, "duo.csv", PERSONEN)
    lees(warehouse, "gem.csv", GEMEENTE + "01-01-2024;0626;999990019;school;B;01-01-2023;\n")
    assert verloop(warehouse, date(2021, 11, 22)).rijen == {}


def test_een_lijst_zonder_einddatums_stemt_niet_mee(warehouse: Path) -> None:
    lees(warehouse, "duo.csv", PERSONEN)
    lees(warehouse, "gem.csv", "peildatum;gemeentecode;bsn;aanbieder;leerroute\n01-01-2027;0626;999990019;school;B\n")
    assert verloop(warehouse, date(2021, 11, 22)).rijen == {"duo_personen": 1, "inburgeraars": 1}


def test_wie_in_geen_lijst_met_een_plicht_staat_verloopt_na_de_laatste_levering(warehouse: Path) -> None:
    lees(warehouse, "tvs.csv", "peildatum;gemeentecode;bsn;datum_koppeling;datum_huisvesting\n"
         "01-01-2016;0629;999990044;01-03-2015;01-06-2015\n01-01-2026;0629;999990056;01-03-2025;\n")  # fmt: skip
    assert verloop(warehouse, date(2021, 11, 22)).rijen == {"tvs_personen": 1}


def test_wie_ook_onder_een_v_nummer_bekend_is_verloopt_onder_beide_nummers(warehouse: Path) -> None:
    lees(warehouse, "duo.csv", PERSONEN)
    kop = "peildatum;gemeentecode;v-nummer;bsn;datum_koppeling;datum_huisvesting\n"
    eerst, later = "01-01-2016;0629;1234567890;;01-03-2015;\n", "01-06-2016;0629;1234567890;999990019;01-03-2015;\n"
    lees(warehouse, "tvs.csv", kop + eerst + later)
    assert vraag(warehouse, "select count(*), count(distinct pseudo_id) from raw.tvs_personen") == [(2, 2)]
    assert verloop(warehouse, date(2021, 11, 22)).rijen == {"duo_personen": 1, "tvs_personen": 2}
    assert vraag(warehouse, "select count(*) from raw.tvs_personen") == [(0,)]


def test_grens_en_termijn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bepaal_grens(date(2024, 2, 29), 5) == date(2019, 2, 28)
    monkeypatch.setenv("REKENKAMER_BEWAARJAREN", "zeven")
    with pytest.raises(IngestFout, match="heel aantal jaren"):
        bewaarjaren()
