"""Numbers of persons: whose they are, which ones are the same person, which ones are refused, and the key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.fouten import BestandFout
from ingest.privacy.pseudoniem import lees_sleutel
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
BSN = ["100000071", "100000149", "100000204", "100000228"]
KOP = "peildatum;gemeentecode;{};startdatum_plicht\n"


def lijst(kop: str, *nummers: str, gemeente: str = "629", dag: str = "2025-06-30") -> str:
    return KOP.format(kop) + "".join(f"{dag};{gemeente};{n};2023-01-01\n" for n in nummers)


def test_eigen_nummer_geldt_binnen_een_gemeente(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", lijst("clientnummer", "1001", "1002")))
    magazijn.lees(maak_csv("b.csv", lijst("clientnummer", "1001", gemeente="GM0626")))
    magazijn.lees(maak_csv("c.csv", lijst("clientnummer", "1001", dag="2025-07-31")))
    personen = "select count(distinct pseudo_id) from raw.duo_personen where gemeentecode = 'GM0629'"
    assert magazijn.vraag(personen) == [(2,)]
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(3, 4)]


def test_eigen_nummers_van_meer_gemeenten_in_een_bestand(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeente;clientnummer;huishoudnummer;datum_koppeling\n"
    rijen = "".join(f"2025-06-30;{g};{n};H1;2024-01-01\n" for g in ("Wassenaar", "Voorschoten") for n in (7, 8))
    [r] = magazijn.lees(maak_csv("t.csv", kop + rijen))
    assert r.rijen_goed == 4, r
    uniek = "select count(distinct pseudo_id), count(distinct huishouden_id) from raw.tvs_personen"
    assert magazijn.vraag(uniek) == [(4, 2)]
    assert magazijn.vraag("select count(distinct huishouden_id) from raw.tvs_personen group by gemeentecode") == [
        (1,), (1,)
    ]  # fmt: skip


def test_examens_nemen_de_gemeente_van_de_levering(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("p.csv", lijst("clientnummer", "1001")))
    kop = "peildatum;clientnummer;examendatum;onderdeel\n"
    magazijn.lees(maak_csv("examens Wassenaar.csv", kop + "2025-06-30;1001;2024-01-01;KNM\n"))
    magazijn.lees(maak_csv("examens.csv", kop + "2025-06-30;1001;2024-02-01;KNM\n"))
    gelijk = "select count(*) from raw.duo_examens inner join raw.duo_personen using (pseudo_id)"
    assert magazijn.vraag(gelijk) == [(1,)] and magazijn.vraag("select count(*) from raw.duo_examens") == [(2,)]


def test_rijnummers_zijn_geen_personen(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("a.csv", lijst("id", "1", "2", "3")))
    assert r.status == "afgekeurd" and "rijnummers" in r.meldingen[-1], r
    [r] = magazijn.lees(maak_csv("b.csv", lijst("id", "3", "1", "2")))
    assert r.rijen_goed == 3, r
    kop = KOP.format("id;bsn")
    [r] = magazijn.lees(
        maak_csv("c.csv", kop + f"2025-06-30;629;1;{BSN[0]};2023-01-01\n2025-06-30;629;2;;2023-01-01\n")
    )
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 1), r


def test_v_nummer_naast_een_bsn_wordt_onthouden(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = KOP.format("v-nummer;bsn")
    rijen = f"2025-06-30;629;0123456789;{BSN[0]};2023-01-01\n2025-06-30;629;9876543210;;2023-01-01\n"
    dubbel = f"2025-05-31;629;123456789;{BSN[0]};2023-01-01\n2025-05-31;629;77777;{BSN[1]};31-02-2023\n"
    [r] = magazijn.lees(maak_csv("a.csv", kop + rijen + dubbel))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (3, 1), r
    magazijn.lees(maak_csv("b.csv", lijst("v-nummer", "123456789")), maak_csv("c.csv", lijst("bsn", BSN[0])))
    [(levering, ander, pseudo)] = magazijn.vraag("from raw.persoon_koppeling")
    assert levering == r.levering_id
    los = "select pseudo_id from raw.duo_personen inner join raw.levering using (levering_id) where bestand = ?"
    assert magazijn.vraag(los, "b.csv") == [(ander,)] and magazijn.vraag(los, "c.csv") == [(pseudo,)]


def test_v_nummer_is_nooit_een_bsn(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", lijst("v-nummer", BSN[0])), maak_csv("b.csv", lijst("v-nummer", "0" + BSN[0])))
    magazijn.lees(maak_csv("c.csv", lijst("bsn", BSN[0])))
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(2, 3)]


@pytest.mark.parametrize("kop", ["bsn", "v-nummer", "clientnummer"])
@pytest.mark.parametrize("nummer", ["1,23457E+09", "1.2E9"])
def test_afgekapt_nummer_wordt_geweigerd(magazijn: Magazijn, maak_csv: Maak, kop: str, nummer: str) -> None:
    goed = {"bsn": BSN[0], "v-nummer": "1234567890", "clientnummer": "K1"}[kop]
    [r] = magazijn.lees(maak_csv("a.csv", lijst(kop, nummer, goed)))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 1) and "formaat Tekst" in str(redenen(r)), r
    assert nummer not in str(redenen(r)) + str(r.meldingen)


def test_acht_cijfers_tussen_bsns_zijn_een_bsn(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", lijst("clientnummer", *BSN[:2], "10000021")))
    magazijn.lees(maak_csv("b.csv", lijst("bsn", "010000021")))
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(3, 4)]
    magazijn.lees(maak_csv("c.csv", lijst("clientnummer", "12", "13", "10000021", BSN[3])))
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(6, 8)]
    magazijn.lees(maak_csv("d.csv", lijst("clientnummer", "12", "13", "14", "10000021", BSN[3], dag="2025-07-31")))
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(8, 13)]


def test_slechte_sleutel_raakt_alleen_leveringen_met_personen(
    magazijn: Magazijn, maak_csv: Maak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pad = tmp_path / "sleutel"
    pad.write_text("geen sleutel")
    pad.chmod(0o600)
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(pad))
    sisa = "jaar;gemeentecode;uitkeringscode;indicator;waarde\n2023;GM0629;G10;G10/01;€ 100.000\n"
    persoon, ander = magazijn.lees(maak_csv("a.csv", lijst("bsn", BSN[0])), maak_csv("b.csv", sisa))
    assert persoon.status == "afgekeurd" and "sleutel" in persoon.meldingen[-1] and ander.rijen_goed == 1, (
        persoon,
        ander,
    )
    assert "niets ingelezen" not in persoon.meldingen[-1]


def test_sleutel_staat_niet_in_de_datamap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(tmp_path / "data" / "sleutel"))
    monkeypatch.setenv("REKENKAMER_DATA", str(tmp_path / "data"))
    with pytest.raises(BestandFout, match="datamap"):
        lees_sleutel()
    monkeypatch.delenv("REKENKAMER_DATA")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BestandFout, match="datamap"):
        lees_sleutel()
    assert not (tmp_path / "data").exists()
