"""The synthetic set: the same for a seed, labelled everywhere, and figures that are counted from its persons."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import openpyxl
import pytest
import yaml

from ingest.gebied.gemeenten import normaliseer
from ingest.layout import tabel_layouts
from ingest.privacy.bsn import is_bsn
from ingest.records.layout import record_layouts
from rekenkamer import opdrachten
from rekenkamer.synthetisch import FOUTENLIJST, MAP_LEVERINGEN, OngeldigeOmvang, Overzicht, maak_synthetisch
from rekenkamer.synthetisch.nummers import test_bsns as bsn_reeks
from rekenkamer.synthetisch.parameters import bronnen


@pytest.fixture(scope="module")
def schoon(tmp_path_factory: pytest.TempPathFactory) -> Overzicht:
    return maak_synthetisch(tmp_path_factory.mktemp("schoon"), 3, 200, 5, fouten=False)


@pytest.fixture(scope="module")
def fout(tmp_path_factory: pytest.TempPathFactory) -> Overzicht:
    return maak_synthetisch(tmp_path_factory.mktemp("fout"), 3, 200, 5)


def lees_csv(overzicht: Overzicht, begin: str, codering: str = "utf-8") -> list[dict[str, str]]:
    pad = next(p for p in overzicht.leveringen if p.name.startswith(f"synthetisch_{begin}"))
    return list(csv.DictReader(pad.read_text(codering).splitlines(), delimiter=";"))


def lees_blad(overzicht: Overzicht, begin: str, blad: str | int = 0) -> list[tuple]:
    pad = next(p for p in overzicht.leveringen if p.name.startswith(f"synthetisch_{begin}"))
    boek = openpyxl.load_workbook(pad)
    return list(boek[boek.sheetnames[blad] if isinstance(blad, int) else blad].iter_rows(values_only=True))


def inhoud(map_: Path) -> dict[str, bytes]:
    return {str(p.relative_to(map_)): p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file()}


def test_zelfde_zaad_geeft_dezelfde_bytes(fout: Overzicht, tmp_path: Path) -> None:
    weer = maak_synthetisch(tmp_path / "weer", 3, 200, 5)
    ander = maak_synthetisch(tmp_path / "ander", 3, 200, 6)
    assert inhoud(weer.map) == inhoud(fout.map)
    assert inhoud(ander.map) != inhoud(fout.map)


def test_alles_is_gemerkt_als_synthetisch(fout: Overzicht) -> None:
    herkomst = yaml.safe_load((fout.map / MAP_LEVERINGEN / "herkomst.yml").read_text("utf-8"))
    assert set(herkomst) == {p.name for p in fout.leveringen}
    for naam, regel in herkomst.items():
        assert "synthetisch" in naam and regel["is_synthetisch"] is True and regel["openbaar"] is False
        assert regel["titel"].startswith("Synthetisch")
    for pad in (p for p in fout.leveringen if p.suffix == ".xlsx"):
        boek = openpyxl.load_workbook(pad)
        assert "ynthetisch" in boek.properties.title
        for blad in boek.worksheets:
            assert any("synthetisch" in str(c).lower() for r in blad.iter_rows(max_row=3, values_only=True) for c in r)


def test_gemeenten_en_nummers_bestaan_niet(fout: Overzicht) -> None:
    assert [g.code for g in fout.gemeenten] == ["GM9001", "GM9002", "GM9003"]
    assert all(normaliseer(g.naam).startswith("synthetischestad ") for g in fout.gemeenten)
    reeks = bsn_reeks()
    nummers = [next(reeks) for _ in range(20_000)]
    assert len(set(nummers)) == 20_000
    assert all(is_bsn(n) and n.startswith("99") for n in nummers)


def test_elke_indeling_wordt_geleverd(fout: Overzicht) -> None:
    namen = " ".join(p.name for p in fout.leveringen)
    zelf = {"rekenkamer_gedrukt", "gemeente_herkomst", "gemeente_taaluren"}  # printed or local lists
    for layout in {x.layout for x in (*tabel_layouts(), *record_layouts())} - zelf:
        assert layout in namen, layout


def test_duo_cijfers_zijn_geteld_uit_de_personen(schoon: Overzicht) -> None:
    personen = lees_csv(schoon, "duo_personen_2025", "cp1252")
    geteld = Counter()
    for p in personen:
        sleutel = ("GM" + p["Gemeentecode"], p["Begindatum inburgeringsplicht"][:4])
        geteld[*sleutel, "pip_vastgesteld"] += bool(p["Dagtekening eerste PIP"])
        geteld[*sleutel, "leerroute_z"] += p["Leerroute"] == "Z"
        geteld[*sleutel, "map_afgerond"] += bool(p["Datum eindgesprek MAP"])
    cijfers = Counter()
    for rij in lees_csv(schoon, "duo_cijfers"):
        if rij["GEMEENTECODE"] != "GM9003" and rij["INDICATOR"] in ("pip_vastgesteld", "leerroute_z", "map_afgerond"):
            cijfers[rij["GEMEENTECODE"], rij["COHORTJAAR"], rij["INDICATOR"]] += int(rij["AANTAL"])
    assert sum(cijfers.values()) > 100
    assert +cijfers == +geteld


def test_werkboek_is_geteld_uit_de_lijst_van_de_gemeente(schoon: Overzicht) -> None:
    kop, *personen = lees_blad(schoon, "inburgeraars_GM9001")[2:]
    k = kop.index("Datum ondertekening PVT")
    d = kop.index("Doelgroep")
    geteld = Counter((p[d], p[k].year) for p in personen if p[k])
    bladrijen = lees_blad(schoon, "werkboek_GM9001", "PVT")
    jaren, rijen = bladrijen[3], bladrijen[4:]
    gedrukt = {(doel, j): n for _, doel, *cellen in rijen for j, n in zip(jaren[2:], cellen, strict=True)}
    for (doel, jaar), aantal in geteld.items():
        assert gedrukt[doel.capitalize() + "en" if doel == "gezinsmigrant" else "Statushouders", jaar] == aantal
    assert sum(n for (_, j), n in gedrukt.items() if j != "Totaal") == sum(geteld.values()) > 10


def test_taakstelling_sluit_en_volgt_de_formule(schoon: Overzicht) -> None:
    kop, *rijen = lees_blad(schoon, "coa_taakstelling_halfjaren")[2:]
    per_gemeente = defaultdict(list)
    for rij in rijen:
        per_gemeente[rij[2]].append(dict(zip(kop, rij, strict=True)))
    tvs_kop, *tvs = lees_blad(schoon, "tvs_personen")[2:]
    huis = tvs_kop.index("Gehuisvest op")
    for code, reeks in per_gemeente.items():
        for vorige, deze in zip(reeks, reeks[1:], strict=False):
            assert vorige["Achterstand"] == deze["Stand begin"]
        for r in reeks:
            assert r["Gecorrigeerde taakstelling"] == r["Stand begin"] + r["Netto taakstelling"]
        gehuisvest = sum(1 for p in tvs if p[0] == code and p[huis])
        assert sum(r["Gehuisvest"] for r in reeks) == gehuisvest > 0


def test_beschikking_is_aantal_maal_prijs(schoon: Overzicht) -> None:
    prijzen = {(r["Uitkeringsjaar"], r["Doelgroep"], r["Cohort"]): r["Bedrag per persoon"].replace(",", ".")
               for r in lees_csv(schoon, "spuk_prijzen")}  # fmt: skip
    aantal = Counter()
    for p in lees_csv(schoon, "duo_personen_2025", "cp1252"):
        groep = "Asielmigranten" if p["Doelgroep"] == "Asielstatushouder" else "Gezins- en overige migranten"
        aantal["GM" + p["Gemeentecode"], groep, p["Begindatum inburgeringsplicht"][:4]] += 1
    for rij in lees_csv(schoon, "spuk_beschikkingen"):
        if rij["Uitkeringscode"] == "G10" and rij["Gemeentecode"] != "GM9003":
            bedrag = sum(aantal[rij["Gemeentecode"], groep, cohort] * float(prijs)
                         for (jaar, groep, cohort), prijs in prijzen.items() if jaar == rij["Jaar"])  # fmt: skip
            assert float(rij["Bedrag"].replace(",", ".")) == pytest.approx(bedrag, abs=0.01)


def test_elke_gezaaide_fout_staat_op_de_lijst_en_in_het_bestand(fout: Overzicht) -> None:
    regels = list(csv.DictReader((fout.map / FOUTENLIJST).read_text("utf-8").splitlines(), delimiter=";"))
    assert len({r["soort"] for r in regels}) >= 25
    assert {r["gevolg"] for r in regels} == {"afgekeurd", "bevinding", "melding", "verwerkt"}
    for regel in regels:
        pad = fout.map / MAP_LEVERINGEN / regel["bestand"]
        if pad.suffix == ".csv" and regel["kolom"]:
            tekst = pad.read_bytes().decode("cp1252" if "personen" in pad.name else "utf-8")
            rij = list(csv.reader(tekst.splitlines(), delimiter=";"))[int(regel["rij"]) - 1]
            assert regel["ingevoerd"] in rij, regel


def test_zonder_fouten_is_de_lijst_leeg(schoon: Overzicht) -> None:
    assert (schoon.map / FOUTENLIJST).read_text("utf-8").count("\n") == 1
    assert schoon.fouten == []


def test_elke_parameter_noemt_zijn_bron() -> None:
    assert all(re.search(r"\w{5}", bron) for bron in bronnen().values())


def test_te_weinig_personen_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(OngeldigeOmvang, match="ten minste 60 personen"):
        maak_synthetisch(tmp_path / "x", 3, 59, 1)
    assert not (tmp_path / "x").exists()


def test_eerdere_lijst_weet_niets_van_later_en_toont_de_oude_route(tmp_path: Path) -> None:
    overzicht = maak_synthetisch(tmp_path, 2, 600, 8, fouten=False)
    toen = {p["BSN"]: p for p in lees_csv(overzicht, "duo_personen_2024", "cp1252")}
    nu = {p["BSN"]: p for p in lees_csv(overzicht, "duo_personen_2025", "cp1252")}
    assert set(toen) < set(nu)
    datums = [p[k] for p in toen.values() for k in ("Dagtekening PIP", "Datum ondertekening PVT", "Datum kennisgeving")]
    assert max(datums) <= "2024-12-31"
    gewisseld = [b for b, p in toen.items() if p["Leerroute"] and p["Leerroute"] != nu[b]["Leerroute"]]
    assert all(nu[b]["Dagtekening PIP"] > "2024-12-31" for b in gewisseld)


def test_opdracht_schrijft_in_een_eigen_map_en_overschrijft_niets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opdrachten.synthetisch(2, 60, 1, tmp_path / "set") == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "set")
    assert opdrachten.synthetisch(2, 60, 1, tmp_path / "set") == 2
    assert "niet leeg" in capsys.readouterr().err
    assert opdrachten.synthetisch(9, 60, 1, tmp_path / "te_klein") == 2
    assert not (tmp_path / "te_klein").exists()
