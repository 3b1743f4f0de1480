"""Person files from the first byte to raw: values, refusals, duplicates, withdrawals, absent columns, privacy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.fouten import IngestFout
from ingest.privacy.pseudoniem import lees_sleutel
from tests.unit.ingest.afgekeurd import redenen
from tests.unit.ingest.conftest import PROJECT, Magazijn

Maak = Callable[..., Path]
BSN = ["100000071", "100000149", "100000204", "100000228"]
KOP = (
    "Peildatum;Gemeente code;BSN;Achternaam;Geboortedatum;Doelgroep;Startdatum inburgeringsplicht;Datum eerste PIP;"
    "Leerroute;PVT verwijtbaar;Gevolgde uren taalles;Boetebedrag\n"
)
GOED = "30-06-2025;0629;{};Jansen;04-02-1971;Asielstatushouder;07-05-2023;1-9-2023;B1-route;nee;1.165;€ 1.234,56\n"


def regel(nr: int, **anders: str) -> str:
    velden = dict(zip(KOP.strip().split(";"), GOED.format(BSN[nr]).strip().split(";"), strict=True)) | anders
    return ";".join(velden.values()) + "\n"


def test_waarden_worden_getypeerd_opgeslagen(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("p.csv", KOP + regel(0), "cp1252"))
    assert (r.herkend_als, r.status, r.rijen_goed) == (("duo_personen",), "ingelezen", 1), r
    [rij] = magazijn.vraag(
        "select rij, peildatum, gemeentecode, geboortejaar, doelgroep, startdatum_plicht, datum_eerste_pip, leerroute, "
        "pvt_verwijtbaar, uren_taal_knm, boete_bedrag, length(pseudo_id), niveau from raw.duo_personen"
    )
    assert rij == (2, date(2025, 6, 30), "GM0629", 1971, "statushouder", date(2023, 5, 7), date(2023, 9, 1), "B", False,
                   1165, Decimal("1234.56"), 32, None)  # fmt: skip
    assert magazijn.vraag("select layouts, gemeenten, length(sleutel_kenmerk), bron from raw.levering") == [
        ("duo_personen", "GM0629", 16, "duo")
    ]
    kolommen = {k for (k,) in magazijn.vraag("select kolom from raw.levering_kolom")}
    assert {"leerroute", "boete_bedrag"} <= kolommen and "niveau" not in kolommen


@pytest.mark.parametrize(
    ("kolom", "waarde", "reden"),
    [
        ("Datum eerste PIP", "31-02-2023", "geen bestaande dag"),
        ("Datum eerste PIP", "01-02-23", "twee cijfers"),
        ("Datum eerste PIP", "binnenkort", "geen datum"),
        ("Datum eerste PIP", "01-08-2025", "na de peildatum"),
        ("Startdatum inburgeringsplicht", "", "leeg, en is verplicht"),
        ("Startdatum inburgeringsplicht", "01-01-1950", "1990 tot en met 2100"),
        ("Leerroute", "X-route", "Kies uit: B, O, Z"),
        ("PVT verwijtbaar", "soms", "geen ja of nee"),
        ("Gevolgde uren taalles", "12,5", "heel getal"),
        ("Gevolgde uren taalles", "99999", "groter dan 9999"),
        ("Boetebedrag", "1,234", "duizend of een getal met drie decimalen"),
        ("Gemeente code", "Nergenshuizen", "geen gemeentecode"),
        ("BSN", "123456789", "geen geldig BSN"),
        ("BSN", "", "geen nummer van de persoon"),
    ],
)
def test_foute_waarde_keurt_alleen_die_rij_af(
    magazijn: Magazijn, maak_csv: Maak, kolom: str, waarde: str, reden: str
) -> None:
    [r] = magazijn.lees(maak_csv("p.csv", KOP + regel(0) + regel(1, **{kolom: waarde}) + regel(2)))
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("deels", 2, 1), r
    tekst = str(redenen(r))
    assert reden in tekst, tekst
    if kolom == "BSN" and waarde:
        assert waarde not in tekst


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_coderingen_en_scheidingstekens(magazijn: Magazijn, maak_csv: Maak, codering: str, teken: str) -> None:
    tekst = (KOP + regel(0, Achternaam="Müller") + regel(1, Boetebedrag="€ 5")).replace("1.234,56", "1234")
    [r] = magazijn.lees(maak_csv("p.csv", tekst.replace(";", teken), codering))
    assert (r.status, r.rijen_goed) == ("ingelezen", 2), r


def test_titelregels_sep_lege_regels_en_aanhalingstekens_houden_het_regelnummer(
    magazijn: Magazijn, maak_csv: Maak
) -> None:
    begin = "sep=;\nExport DUO\n\n"
    over_regels = regel(1, Achternaam='"van den\nBerg"')
    [r] = magazijn.lees(maak_csv("p.csv", begin + KOP + regel(0) + over_regels + "\n" + regel(2) + "kort;1\n"))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (3, 1), r
    assert magazijn.vraag("select list(rij order by rij) from raw.duo_personen") == [([5, 6, 9],)]
    assert "2 van de 12 kolommen" in str(redenen(r))


def test_zonder_aanhalingstekens_klopt_het_regelnummer_ook(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = "Titel\n" + KOP + regel(0) + "\n" + "kort;1\n" + regel(1) + "Totaal;" + ";" * 10 + "\n" + regel(2)
    [r] = magazijn.lees(maak_csv("p.csv", tekst))
    assert magazijn.vraag("select list(rij order by rij) from raw.duo_personen") == [([3, 6, 8],)]
    assert (r.rijen_goed, r.rijen_afgekeurd) == (3, 1) and any("totaalregel" in m for m in r.meldingen), r


def test_voorbeeldrij_van_een_sjabloon_wordt_overgeslagen(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("p.csv", KOP + regel(1, **{"Gemeente code": "GM0000"}) + regel(0)))
    assert (r.status, r.rijen_goed, r.rijen_afgekeurd) == ("ingelezen", 1, 0), r


def test_notatie_van_de_kolom_beslist_ook_als_het_bewijs_later_komt(magazijn: Magazijn, maak_csv: Maak) -> None:
    engels = KOP + regel(0, Boetebedrag="1.500") + regel(1, Boetebedrag="1,500") + regel(2, Boetebedrag="1,234.56")
    [r] = magazijn.lees(maak_csv("p.csv", engels))
    assert magazijn.vraag("select boete_bedrag from raw.duo_personen order by rij") == [
        (Decimal("1500.00"),), (Decimal("1234.56"),)
    ]  # fmt: skip
    assert r.rijen_afgekeurd == 1
    nederlands = KOP + regel(0, Boetebedrag="1.500") + regel(1, Boetebedrag="2.500")
    [r] = magazijn.lees(maak_csv("q.csv", nederlands))
    assert any("1.234" in m and "duizendtallen" in m for m in r.meldingen), r


def test_gemengde_notatie_weigert_wat_niet_zeker_is(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = KOP + regel(0, Boetebedrag="1.500") + regel(1, Boetebedrag="1.500,00") + regel(2, Boetebedrag="1,500.00")
    [r] = magazijn.lees(maak_csv("p.csv", tekst))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 1) and "door elkaar" in str(redenen(r))


def test_datums_met_de_maand_vooraan_worden_niet_omgedraaid(magazijn: Magazijn, maak_csv: Maak) -> None:
    dagen = ("03/25/2024", "04/26/2024", "05/04/2024")
    [r] = magazijn.lees(
        maak_csv("p.csv", KOP + "".join(regel(i, **{"Datum eerste PIP": d}) for i, d in enumerate(dagen)))
    )
    assert (r.status, r.rijen_afgekeurd) == ("afgekeurd", 3) and "maand vooraan" in str(redenen(r))


def test_dubbele_sleutels(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = KOP + regel(0) + regel(0, Achternaam="Anders") + regel(1) + regel(1, Leerroute="Z") + regel(2)
    [r] = magazijn.lees(maak_csv("p.csv", tekst))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (2, 2), r
    assert magazijn.vraag("select list(rij order by rij) from raw.duo_personen") == [([2, 6],)]
    assert any("dubbel" in m for m in r.meldingen) and "spreekt die tegen" in str(redenen(r))


def test_intrekking_heeft_alleen_de_sleutel_nodig(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = "peildatum;gemeentecode;pseudo_id;mutatie;startdatum_plicht\n"
    tekst += "30-06-2025;629;P1;intrekking;\n30-06-2025;629;P2;;\n"
    [r] = magazijn.lees(maak_csv("p.csv", tekst))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 1), r
    assert magazijn.vraag("select mutatie from raw.duo_personen") == [("intrekking",)]


def test_peildatum_en_gemeente_uit_de_bestandsnaam_of_herkomst(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = "bsn;startdatum_plicht;leerroute\n" + f"{BSN[0]};1-2-2023;B\n"
    [r] = magazijn.lees(maak_csv("portaal.csv", tekst))
    assert r.status == "afgekeurd" and "peildatum" in r.meldingen[-1]
    [r] = magazijn.lees(maak_csv("portaal.csv", tekst), peildatum=date(2025, 1, 1))
    assert r.status == "afgekeurd" and "gemeente" in r.meldingen[-1]
    [r] = magazijn.lees(maak_csv("portaal_Wassenaar_20250331.csv", tekst))
    assert r.status == "ingelezen" and any("bestandsnaam" in m for m in r.meldingen), r
    pad = maak_csv("ander.csv", tekst + f"{BSN[1]};1-2-2023;B\n")
    pad.with_name("herkomst.yml").write_text("ander.csv: {gemeente: GM0626, peildatum: 2025-03-31}\n")
    assert magazijn.lees(pad)[0].status == "ingelezen"
    assert magazijn.vraag("select distinct gemeentecode, peildatum from raw.duo_personen order by 1") == [
        ("GM0626", date(2025, 3, 31)), ("GM0629", date(2025, 3, 31)),
    ]  # fmt: skip


def test_geen_bsn_naam_of_geboortedatum_op_de_schijf(magazijn: Magazijn, maak_csv: Maak) -> None:
    tekst = KOP + regel(0) + regel(1, Leerroute="fout") + regel(2, **{"Gevolgde uren taalles": BSN[3]}) + "kort;9\n"
    [r] = magazijn.lees(maak_csv("p.csv", tekst.replace("Jansen", "Zonderlingh")))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 3), r
    alles = str(redenen(r)) + " ".join(r.meldingen)
    for pad in magazijn.pad.parents[1].rglob("*"):
        inhoud = pad.read_bytes() if pad.is_file() else b""
        for geheim in (*BSN, "Zonderlingh", "04-02-1971", "1971-02-04"):
            assert geheim.encode() not in inhoud, (pad, geheim)
            assert geheim not in alles
    assert any("Achternaam" in m and "niet opgeslagen" in m for m in r.meldingen)
    import python_calamine

    boek = python_calamine.CalamineWorkbook.from_path(str(r.afgekeurd_pad))
    cellen = str([boek.get_sheet_by_name(n).to_python() for n in boek.sheet_names])
    assert not [g for g in (*BSN, "Zonderlingh", "1971") if g in cellen], cellen


def test_kolom_vol_bsns_wordt_als_geheel_geweigerd(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeentecode;pseudo_id;startdatum_plicht;leerroute\n"
    rijen = "".join(f"30-06-2025;629;P{i};1-2-2023;{b}\n" for i, b in enumerate(BSN))
    [r] = magazijn.lees(maak_csv("p.csv", kop + rijen))
    assert (r.status, r.rijen_goed) == ("ingelezen", 4) and any("burgerservicenummers" in m for m in r.meldingen), r
    assert magazijn.vraag("select count(leerroute) from raw.duo_personen") == [(0,)]
    assert magazijn.vraag("select count(*) from raw.levering_kolom where kolom = 'leerroute'") == [(0,)]


def test_zelfde_bsn_onder_een_andere_kop_is_dezelfde_persoon(magazijn: Magazijn, maak_csv: Maak) -> None:
    for kop, nummer in (("BSN", "010000021"), ("bsn", "10000021"), ("clientnummer", "010000021")):
        tekst = f"peildatum;gemeentecode;{kop};startdatum_plicht\n2025-06-30;629;{nummer};2023-01-01\n"
        [r] = magazijn.lees(maak_csv(f"{kop}_{len(nummer)}.csv", tekst))
        assert r.status == "ingelezen", r
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(1, 3)]


def test_bsn_wint_van_een_ander_nummer(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeentecode;clientnummer;bsn;startdatum_plicht\n"
    magazijn.lees(maak_csv("a.csv", kop + f"2025-06-30;629;77;{BSN[0]};2023-01-01\n2025-06-30;629;78;;2023-01-01\n"))
    magazijn.lees(
        maak_csv("b.csv", f"peildatum;gemeentecode;bsn;startdatum_plicht\n2025-06-30;629;{BSN[0]};2023-01-01\n")
    )
    assert magazijn.vraag("select count(distinct pseudo_id), count(*) from raw.duo_personen") == [(2, 3)]


def test_andere_sleutel_weigert_de_levering(
    magazijn: Magazijn, maak_csv: Maak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    magazijn.lees(maak_csv("a.csv", KOP + regel(0)))
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(tmp_path / "anders" / "sleutel"))
    [r] = magazijn.lees(maak_csv("b.csv", KOP + regel(1)))
    assert r.status == "afgekeurd" and "andere sleutel" in r.meldingen[-1] and "a.csv" in r.meldingen[-1]


def test_sleutel_wordt_veilig_gemaakt_en_bewaakt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pad = tmp_path / "diep" / "sleutel"
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(pad))
    eerste = lees_sleutel()
    assert lees_sleutel().kenmerk == eerste.kenmerk and pad.stat().st_mode & 0o777 == 0o600
    assert pad.parent.stat().st_mode & 0o777 == 0o700 and list(pad.parent.iterdir()) == [pad]
    if os.name == "posix":
        pad.chmod(0o644)
        with pytest.raises(IngestFout, match="chmod 600"):
            lees_sleutel()
    monkeypatch.setenv("REKENKAMER_SLEUTEL", str(PROJECT / "data" / "sleutel"))
    with pytest.raises(IngestFout, match="projectmap"):
        lees_sleutel()


def test_twee_keer_lezen_verandert_niets(magazijn: Magazijn, maak_csv: Maak) -> None:
    pad = maak_csv("p.csv", KOP + regel(0))
    magazijn.lees(pad)
    assert magazijn.lees(pad)[0].status == "al_ingelezen"
    assert magazijn.vraag("select count(*) from raw.duo_personen") == [(1,)]


_DODEN = """
import sys, time
from pathlib import Path
import ingest.records.laden as laden
echt, aantal = laden.schrijf_rijen, []
def langzaam(*args):
    echt(*args)
    aantal.append(1)
    if len(aantal) == 2:
        print("halverwege", flush=True)
        time.sleep(60)
laden.schrijf_rijen = langzaam
import ingest.records.csv_stroom as stroom
stroom._BLOK_BYTES = 4096
from ingest.inlezen import inlezen
inlezen([Path(sys.argv[1])], Path(sys.argv[2]), Path(sys.argv[3]))
"""


def test_halverwege_gedood_laat_geen_personen_achter(magazijn: Magazijn, maak_csv: Maak) -> None:
    magazijn.lees(maak_csv("a.csv", KOP + regel(0)))
    kop = "peildatum;gemeentecode;pseudo_id;startdatum_plicht\n"
    groot = maak_csv("groot.csv", kop + "".join(f"30-06-2025;629;P{i};1-2-2023\n" for i in range(2000)))
    proces = subprocess.Popen(
        [sys.executable, "-c", _DODEN, str(groot), str(magazijn.pad), str(magazijn.afgekeurd)],
        stdout=subprocess.PIPE, text=True, cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert proces.stdout is not None and "halverwege" in proces.stdout.readline()
    proces.send_signal(signal.SIGKILL)
    proces.wait(10)
    assert magazijn.vraag("select count(*) from raw.duo_personen") == [(1,)]
    assert magazijn.lees(groot)[0].rijen_goed == 2000


def test_werkboek_met_getypeerde_cellen(magazijn: Magazijn, tmp_path: Path) -> None:
    import xlsxwriter

    pad = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(str(pad), {"default_date_format": "dd-mm-yyyy"}) as boek:
        blad = boek.add_worksheet("Lijst")
        blad.write_row(
            1, 0, ["Peildatum", "Gemeente", "BSN", "Startdatum plicht", "Boetebedrag", "PVT verwijtbaar", "Route"]
        )
        for r, bsn in enumerate(BSN[:2]):
            blad.write_datetime(2 + r, 0, date(2025, 6, 30))  # type: ignore[arg-type]
            blad.write(2 + r, 1, "Wassenaar")
            blad.write_number(2 + r, 2, int(bsn))
            blad.write_number(2 + r, 3, 45000)
            blad.write_number(2 + r, 4, 1234.56)
            blad.write_boolean(2 + r, 5, True)
            blad.write(2 + r, 6, "Z-route")
        boek.add_worksheet("Uitleg").write(0, 0, "Leeswijzer")
        boek.add_worksheet("Verborgen").hide()
    [r] = magazijn.lees(pad)
    assert (r.status, r.rijen_goed) == ("ingelezen", 2), r
    assert magazijn.vraag(
        "select blad, rij, gemeentecode, startdatum_plicht, boete_bedrag, pvt_verwijtbaar, leerroute "
        "from raw.duo_personen order by rij limit 1"
    ) == [("Lijst", 3, "GM0629", date(2023, 3, 15), Decimal("1234.56"), True, "Z")]


def test_json_van_duo_met_examens(magazijn: Magazijn, maak_csv: Maak) -> None:
    import json

    persoon: dict[str, Any] = {
        "bsn": BSN[0], "peildatum": "2025-06-30",
        "inburgeringsplicht": {"begindatum": "2023-02-01", "doelgroep": {"indeling": "Asielstatushouder"}},
        "pip": {"gemeentecode": "0629", "dagtekeningInitielePip": "2023-05-01", "dagtekeningPip": "2023-06-01",
                "leerroute": "B"},
        "leerbaarheidstoets": {"behaaldeScore": "12,50"}, "map": {"verwijtbaar": "Nee"},
        "examens": [{"examendatum": "2024-05-01", "onderdeel": "KNM", "resultaat": "Geslaagd"},
                    {"examendatum": "2024-06-01", "onderdeel": "LE", "niveau": "B1", "resultaat": "Gezakt"}],
    }  # fmt: skip
    [r] = magazijn.lees(maak_csv("duo.json", json.dumps({"personen": [persoon]})))
    assert (r.status, r.rijen_goed, r.herkend_als) == ("ingelezen", 3, ("duo_personen", "duo_examens")), r
    assert magazijn.vraag(
        "select gemeentecode, doelgroep, datum_eerste_pip, datum_actuele_pip, lbt_score, map_verwijtbaar "
        "from raw.duo_personen"
    ) == [("GM0629", "statushouder", date(2023, 5, 1), date(2023, 6, 1), Decimal("12.5"), False)]
    samen = "raw.duo_examens inner join raw.duo_personen using (pseudo_id)"
    assert magazijn.vraag(f"select count(distinct pseudo_id), count(*) from {samen}") == [(1, 2)]
    regels = "\n".join(json.dumps(persoon | {"bsn": b, "examens": []}) for b in BSN[1:])
    assert magazijn.lees(maak_csv("duo.ndjson", regels))[0].rijen_goed == 3


def test_kapotte_json_en_onbekende_json(magazijn: Magazijn, maak_csv: Maak) -> None:
    [r] = magazijn.lees(maak_csv("a.json", '{"personen": [{"bsn": "1'))
    assert r.status == "afgekeurd" and "JSON" in r.meldingen[0]
    [r] = magazijn.lees(maak_csv("b.json", '[{"kleur": "rood"}]'))
    assert r.status == "afgekeurd" and "niet herkend" in r.meldingen[0]
