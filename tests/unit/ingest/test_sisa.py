"""The stacked SiSa sheet, made as gemeenten publish it, and every way in which it can be broken."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from ingest.bestanden.bestand import Blad, open_bestand
from ingest.records.lezing import RecordLezing
from ingest.spuk.sisa import is_sisa, lees_sisa
from ingest.spuk.sisa_blok import parse_aard, parse_code
from ingest.spuk.sisa_waarde import Duiding, duid
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
TITEL = (
    "SiSa bijlage verantwoordingsinformatie 2023 op grond van artikel 3 van de Regeling informatieverstrekking sisa - "
    "d.d. 09-03-2024"
)
KOP = ["Verstrekker", "Uitkeringscode", "Specifieke uitkering\nJuridische grondslag\nOntvanger"] + ["Indicator"] * 6


def vak(
    codes: list[str], waarden: list[list[Any]], teksten: list[str], wie: tuple[str, str, str] = ("", "", ""),
    aard: str | None = "Aard controle R",
) -> list[list[Any]]:  # fmt: skip
    """One block of the sheet: texts, kind of audit, codes, and one or more rows of values."""
    rijen: list[list[Any]] = [[*wie, *teksten]]
    if aard is not None:
        rijen.append(["", "", "Regeling", *[aard] * len(codes)])
    rijen.append(["", "", "Gemeenten", *[f"Indicator: {c}" for c in codes]])
    return rijen + [["", "", "", *rij] for rij in waarden]


URK = vak(
    [f"A16/0{n}" for n in range(1, 7)],
    [["€ 2.614.500", "€ 1.492.689", "€ 0", "€ 0", "€ 0", "€ 0"]],
    [f"Besteding {n} (jaar T)" for n in range(1, 7)],
    ("JenV", "A16", "Bekostigingsregeling opvang ontheemden Oekraïne"),
)


def lees(maak: Maak, *rijen: list[Any], gemeente: str | None = "GM0184", titel: str = TITEL) -> RecordLezing:
    pad = maak("sisa.xlsx", SiSa=[[titel], [], KOP, *rijen])
    [blad] = open_bestand(pad).bladen
    assert is_sisa(blad)
    return lees_sisa(blad, gemeente, None)


def waarden(lezing: RecordLezing) -> dict[str, Decimal | None]:
    return {r["indicator"]: r["waarde"] for r in lezing.frame.to_dicts()}


def test_urk_2023(maak_werkboek: Maak) -> None:
    lezing = lees(maak_werkboek, *URK)
    assert lezing.afkeuringen == [] and lezing.meldingen == []
    assert waarden(lezing) == {
        "A16/01": 2614500, "A16/02": 1492689, "A16/03": 0, "A16/04": 0, "A16/05": 0, "A16/06": 0,
    }  # fmt: skip
    eerste = lezing.frame.to_dicts()[0]
    assert eerste == {
        "blad": "SiSa", "rij": 7, "jaar": 2023, "gemeentecode": "GM0184", "verstrekker": "JenV",
        "uitkeringscode": "A16", "indicator": "A16/01", "volgnummer": 1, "omschrijving": "Besteding 1 (jaar T)",
        "aard_controle": "R", "waarde_ruw": "€ 2.614.500", "waarde": Decimal(2614500), "eenheid": "euro",
    }  # fmt: skip


def test_vak_loopt_door_in_een_volgend_vak_en_lege_rijen_tellen_niet(maak_werkboek: Maak) -> None:
    vervolg = vak(["A16/07", "A16/08"], [["Ja", 12]], ["Eindverantwoording (Ja/Nee)", "Aantal personen (jaar T)"],
                  aard="Aard controle n.v.t.")  # fmt: skip
    lezing = lees(maak_werkboek, *URK[:3], [], URK[3], [], *vervolg)
    assert lezing.afkeuringen == []
    laatste = lezing.frame.to_dicts()[-2:]
    assert [(r["indicator"], r["eenheid"], r["waarde"], r["aard_controle"], r["verstrekker"]) for r in laatste] == [
        ("A16/07", "ja_nee", None, "n.v.t.", "JenV"), ("A16/08", "aantal", Decimal(12), "n.v.t.", "JenV"),
    ]  # fmt: skip


def test_twee_regelingen_onder_elkaar(maak_werkboek: Maak) -> None:
    g10 = vak(["G10/01", "G10/02"], [[1200000, "€ -5.000,50"]], ["Besteding (jaar T)", "Correctie baten (t/m jaar T)"],
              ("SZW", "G10", "Wet inburgering 2021"), "Aard controle D1")  # fmt: skip
    lezing = lees(maak_werkboek, *URK, *g10)
    assert lezing.afkeuringen == []
    assert [(r["verstrekker"], r["indicator"], r["waarde"], r["eenheid"]) for r in lezing.frame.to_dicts()[-2:]] == [
        ("SZW", "G10/01", Decimal(1200000), "euro"), ("SZW", "G10/02", Decimal("-5000.50"), "euro"),
    ]  # fmt: skip


def test_twee_tabellen_naast_elkaar(maak_werkboek: Maak) -> None:
    links = vak(["G10/01"], [["€ 10"]], ["Besteding"], ("SZW", "G10", "Inburgering"))
    rechts = vak(["C1/01"], [["€ 20"]], ["Besteding"], ("BZK", "C1", "Energie"))
    naast = [[*a, *b] for a, b in zip(links, rechts, strict=True)]
    pad = maak_werkboek("naast.xlsx", SiSa=[[TITEL], [*KOP[:4], *KOP[:4]], *naast])
    lezing = lees_sisa(open_bestand(pad).bladen[0], "GM0184", None)
    assert waarden(lezing) == {"G10/01": 10, "C1/01": 20} and lezing.afkeuringen == []
    assert lezing.frame["verstrekker"].to_list() == ["SZW", "BZK"]


def test_projecten_worden_op_naam_gekoppeld(maak_werkboek: Maak) -> None:
    eerste = vak(["C1/01", "C1/02"], [["2020-17 Haven", "€ 10"], ["Kern Zuid", "€ 20"], ["Kern Noord", "€ 30"]],
                 ["Projectnaam/nummer", "Besteding (jaar T)"], ("BZK", "C1", "Energie"))  # fmt: skip
    kopie = vak(["C1/03", "C1/04"], [["Kern Zuid", "Ja"], ["2020-17 Haven", "Nee"], ["Kern West", "Ja"]],
                ["Kopie projectnaam/nummer", "Afgerond (Ja/Nee)"])  # fmt: skip
    lezing = lees(maak_werkboek, *eerste, *kopie)
    gelezen = [(r["indicator"], r["volgnummer"], r["waarde_ruw"]) for r in lezing.frame.to_dicts()]
    assert ("C1/02", 3, "€ 30") in gelezen and ("C1/04", 2, "Ja") in gelezen and ("C1/04", 1, "Nee") in gelezen
    [fout] = lezing.afkeuringen
    assert "Kern West" in fout.reden and fout.rij == 15
    assert {r["eenheid"] for r in lezing.frame.to_dicts() if r["indicator"] in ("C1/01", "C1/03")} == {"tekst"}


def test_waarde_zonder_code_keurt_de_hele_rij_af(maak_werkboek: Maak) -> None:
    verschoven = [list(r) for r in URK]
    verschoven[3] = ["", "", "", "", "€ 2.614.500", "€ 1.492.689", "€ 0", "€ 0", "€ 0", "€ 0"]
    lezing = lees(maak_werkboek, *[[*r, ""] for r in verschoven[:3]], verschoven[3])
    assert lezing.frame.height == 0
    assert {(a.regel, a.rij, a.kolom) for a in lezing.afkeuringen} == {
        ("waarde zonder code", 7, "J"), ("code zonder waarde", 6, "D"),
    }  # fmt: skip


def test_code_zonder_waarde(maak_werkboek: Maak) -> None:
    vak_ = vak(["G10/01", "G10/02"], [["€ 10", ""]], ["Besteding", "Baten"], ("SZW", "G10", "Inburgering"))
    lezing = lees(maak_werkboek, *vak_)
    assert waarden(lezing) == {"G10/01": 10}
    [fout] = lezing.afkeuringen
    assert (fout.kolom, fout.rij, fout.kolom_index) == ("E", 6, 4) and "G10/02" in fout.reden


def test_zonder_aard_controle_blijft_alleen_de_aard_leeg(maak_werkboek: Maak) -> None:
    vak_ = vak(["G10/01"], [["€ 10"]], ["Besteding (jaar T)"], ("SZW", "G10", "Inburgering"), aard=None)
    lezing = lees(maak_werkboek, *URK, *vak_)
    laatste = lezing.frame.to_dicts()[-1]
    assert (laatste["indicator"], laatste["aard_controle"], laatste["omschrijving"]) == (
        "G10/01", None, "Besteding (jaar T)",
    )  # fmt: skip
    assert lezing.afkeuringen == [] and len(lezing.meldingen) == 1


@pytest.mark.parametrize(
    ("weg", "regels"),
    [
        (3, {"vak is niet heel"}),  # no values at the end of the sheet
        (2, {"vak is niet heel", "waarde zonder code"}),  # no codes
    ],
)
def test_afgebroken_vak(maak_werkboek: Maak, weg: int, regels: set[str]) -> None:
    g10 = vak(["G10/01"], [["€ 10"]], ["Besteding (jaar T)"], ("SZW", "G10", "Inburgering"))
    del g10[weg]
    lezing = lees(maak_werkboek, *URK, *g10)
    assert lezing.frame.height == 6 and {a.regel for a in lezing.afkeuringen} == regels
    assert all(a.rij and a.kolom == "D" for a in lezing.afkeuringen)


def test_zonder_tekstrij_worden_de_waarden_van_het_vorige_vak_geen_tekst(maak_werkboek: Maak) -> None:
    g10 = vak(["G10/01"], [["€ 10"]], ["Besteding"], ("SZW", "G10", "Inburgering"))[1:]
    lezing = lees(maak_werkboek, *URK, *g10)
    assert waarden(lezing)["A16/01"] == 2614500 and waarden(lezing)["G10/01"] == 10
    assert lezing.frame.to_dicts()[-1]["omschrijving"] is None


def test_code_van_een_andere_uitkering(maak_werkboek: Maak) -> None:
    vak_ = vak(["G13/01"], [["€ 10"]], ["Besteding"], ("SZW", "G10", "Inburgering"))
    lezing = lees(maak_werkboek, *vak_)
    assert lezing.frame.height == 0
    assert "Bij uitkering G10 staan indicatoren van G13." in [a.reden for a in lezing.afkeuringen]


def test_onleesbaar_bedrag_keurt_alleen_die_indicator_af(maak_werkboek: Maak) -> None:
    vak_ = vak(["G10/01", "G10/02", "G10/03", "G10/04"], [["€ 10", "€ 2.6l4.500", "1.492,689", "(€ 12.500)"]],
               ["Besteding", "Baten", "Correctie", "Saldo"], ("SZW", "G10", "Inburgering"))  # fmt: skip
    lezing = lees(maak_werkboek, *vak_)
    assert waarden(lezing) == {"G10/01": 10, "G10/04": -12500}
    assert [(a.rij, a.kolom, a.regel) for a in lezing.afkeuringen] == [
        (7, "E", "onleesbaar bedrag"), (7, "F", "onleesbaar bedrag"),
    ]  # fmt: skip
    assert all(code in fout.reden for code, fout in zip(("G10/02", "G10/03"), lezing.afkeuringen, strict=True))


GEMEENTE = (
    "Hieronder per regel één gemeente(code) selecteren en in de kolommen ernaast de verantwoordingsinformatie voor die "
    "gemeente invullen"
)


@pytest.mark.parametrize("eerste", [GEMEENTE, "Kies hier de partij"])
def test_medeoverheden_worden_op_gemeente_gekoppeld(maak_werkboek: Maak, eerste: str) -> None:
    """The own column is the one whose copy follows, else the first; G10B does not speak of projects."""
    kop = vak(["G10B/01", "G10B/02"], [["060626 Gemeente Voorschoten", "€ 10"], ["060579 Gemeente Oegstgeest", "€ 20"]],
              [eerste, "Besteding (jaar T)"], ("SZW", "G10B", "Inburgering medeoverheden"))  # fmt: skip
    kopie = vak(["G10B/03", "G10B/04"],
                [["060579 Gemeente Oegstgeest", "€ 21"], ["060626 Gemeente Voorschoten", "€ 11"], ["060629 X", "€ 1"]],
                ["Kopie gemeentecode", "Baten (jaar T)"])  # fmt: skip
    lezing = lees(maak_werkboek, *kop, *kopie)
    gelezen = {(r["indicator"], r["volgnummer"]): r["waarde"] for r in lezing.frame.to_dicts()}
    assert (gelezen["G10B/02", 1], gelezen["G10B/04", 1], gelezen["G10B/04", 2]) == (10, 11, 21)
    [fout] = lezing.afkeuringen
    assert "'060629 X' komt in het eerste vak" in fout.reden


def test_kopie_van_een_kolom_die_niet_vooraan_staat(maak_werkboek: Maak) -> None:
    eerste = vak(["C1/01", "C1/02", "C1/03"], [["€ 1", "B-7", "Haven"], ["€ 2", "B-8", "Kern"]],
                 ["Besteding", "Beschikkingsnummer", "Projectnaam"], ("BZK", "C1", "Energie"))  # fmt: skip
    kopie = vak(["C1/04", "C1/05"], [["B-8", "Ja"], ["B-7", "Nee"]], ["Kopie beschikkingsnummer", "Afgerond"])
    lezing = lees(maak_werkboek, *eerste, *kopie)
    assert lezing.afkeuringen == []
    assert {r["volgnummer"]: r["waarde_ruw"] for r in lezing.frame.to_dicts() if r["indicator"] == "C1/05"} == {
        2: "Ja", 1: "Nee",
    }  # fmt: skip


def test_herhaalde_kopregel_en_oude_schrijfwijze(maak_werkboek: Maak) -> None:
    oud = [["BZK", "D1", "Regionale meld", "Besteding"], ["", "", "", "Aard controle D2"],
           ["", "", "", "Indicatornummer: D1 / 01"], ["", "", "", "€ 7"]]  # fmt: skip
    lezing = lees(
        maak_werkboek, *URK, KOP, *oud, titel="Definitief SiSa bijlage 2016 gemeente Wassenaar", gemeente=None
    )
    laatste = lezing.frame.to_dicts()[-1]
    assert (laatste["jaar"], laatste["gemeentecode"], laatste["indicator"]) == (2016, "GM0629", "D1/01")
    assert lezing.afkeuringen == []


def test_zonder_gemeente_of_jaar(maak_werkboek: Maak) -> None:
    zonder = lees(maak_werkboek, *URK, gemeente=None)
    assert zonder.frame.height == 0 and "Van welke gemeente" in zonder.afkeuringen[0].reden
    zonder = lees(maak_werkboek, *URK, titel="Bijlage")
    assert zonder.frame.height == 0 and "Over welk jaar" in zonder.afkeuringen[0].reden
    anders = lees(maak_werkboek, *URK, titel=f"{TITEL} gemeente Wassenaar")
    assert anders.frame.height == 0 and "Wassenaar (GM0629)" in anders.afkeuringen[0].reden


def test_lange_vorm_is_geen_gestapeld_blad() -> None:
    kop = [
        "jaar",
        "gemeentecode",
        "verstrekker",
        "uitkeringscode",
        "indicator",
        "omschrijving",
        "aard_controle",
        "waarde",
    ]
    rij = ["2023", "GM0629", "SZW", "G10", "G10/01", "Besteding", "R", "€ 10"]
    assert not is_sisa(Blad(None, [kop, rij], [1, 2]))


def test_inlezen_met_de_gemeente_uit_de_bestandsnaam(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    pad = maak_werkboek("SiSa_2023_Wassenaar.xlsx", SiSa=[[TITEL], KOP, *URK], Toelichting=[["Zie de jaarstukken."]])
    [uit] = magazijn.lees(pad)
    assert (uit.status, uit.rijen_goed, uit.herkend_als) == ("ingelezen", 6, ("sisa",)), uit
    assert magazijn.vraag("select distinct gemeentecode, jaar, uitkeringscode from raw.sisa") == [
        ("GM0629", 2023, "A16"),
    ]  # fmt: skip
    assert magazijn.vraag("select bron, layouts from raw.levering") == [("spuk", "sisa")]
    [uit] = magazijn.lees(maak_werkboek("bijlage.xlsx", SiSa=[[TITEL], KOP, *URK]))
    assert uit.status == "afgekeurd" and uit.afgekeurd_pad is not None


def test_samengevoegde_cellen_en_opgemaakte_bedragen(tmp_path: Path) -> None:
    """As Excel gives it: the header and the names merged, amounts as numbers with a euro format."""
    pad = tmp_path / "sisa.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        blad, euro = boek.add_worksheet("SiSa"), boek.add_format({"num_format": "€ #,##0"})
        blad.merge_range(0, 0, 0, 8, f"{TITEL} gemeente Wassenaar")
        blad.write_row(2, 0, KOP[:3])
        blad.merge_range(2, 3, 2, 8, "Indicator")
        for k, tekst in enumerate(("SZW", "G10", "Wet inburgering 2021")):
            blad.merge_range(3, k, 6, k, tekst)
        blad.write_row(3, 3, ["Besteding (jaar T)", "Baten (jaar T)", "Aantal statushouders"])
        blad.write_row(4, 3, ["Aard controle R", "Aard controle R", "Aard controle D1"])
        blad.write_row(5, 3, ["Indicator: G10/01", "Indicator: G10/02", "Indicator: G10/03"])
        blad.write_number(6, 3, 2614500, euro)
        blad.write_number(6, 4, 1200.5, euro)
        blad.write_number(6, 5, 12)
    [gelezen] = open_bestand(pad).bladen
    lezing = lees_sisa(gelezen, None, None)
    assert lezing.afkeuringen == []
    assert [(r["indicator"], r["waarde"], r["eenheid"], r["verstrekker"]) for r in lezing.frame.to_dicts()] == [
        ("G10/01", Decimal(2614500), "euro", "SZW"), ("G10/02", Decimal("1200.5"), "euro", "SZW"),
        ("G10/03", Decimal(12), "aantal", "SZW"),
    ]  # fmt: skip


def test_lange_vorm(magazijn: Magazijn, tmp_path: Path) -> None:
    pad = tmp_path / "sisa_lang.csv"
    pad.write_text(
        "jaar;gemeentecode;verstrekker;uitkeringscode;indicator;omschrijving;aard_controle;waarde;eenheid\n"
        "2023;GM0629;SZW;G10;G10/01;Besteding (jaar T);R;€ 2.614.500;\n"
        "2023;GM0629;SZW;G10;Indicator: G10 / 02;Eindverantwoording (Ja/Nee);n.v.t.;Ja;\n"
        "2023;0629;SZW;;G10/03;Aantal personen;D1;12;aantal\n"
        "2023;GM0629;SZW;G13;G10/04;Besteding;R;1;\n"
        "2023;GM0629;SZW;G10;vier;Besteding;R;1;\n"
        "2023;GM0629;SZW;G10;G10/05;Besteding;R;€ 1o;\n"
        "2023;GM0629;SZW;G10;G10/06;Besteding;R;5;stuks\n",
        encoding="utf-8",
    )
    [uit] = magazijn.lees(pad)
    assert (uit.status, uit.rijen_goed, uit.rijen_afgekeurd) == ("deels", 3, 4), uit
    assert magazijn.vraag(
        "select indicator, uitkeringscode, volgnummer, aard_controle, waarde::int, eenheid from raw.sisa order by rij"
    ) == [
        ("G10/01", "G10", 1, "R", 2614500, "euro"), ("G10/02", "G10", 1, "n.v.t.", None, "ja_nee"),
        ("G10/03", "G10", 1, "D1", 12, "aantal"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cel", "code"),
    [("Indicator: G10/01", "G10/01"), ("Indicatornummer: D1 / 01", "D1/01"), ("G10B / 12", "G10B/12"), ("G10", None),
     ("Indicator", None), ("art. 3/10", None)],
)  # fmt: skip
def test_codes(cel: str, code: str | None) -> None:
    assert parse_code(cel) == code


def test_aard() -> None:
    assert [parse_aard(t) for t in ("Aard controle R", "Aard controle: D2", "Aard controle n.v.t.", "R")] == [
        "R", "D2", "n.v.t.", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "over", "waarde", "eenheid"),
    [
        ("€ 0", "", 0, "euro"), ("12", "Aantal personen", 12, "aantal"), ("12", "Besteding (jaar T)", 12, "euro"),
        ("12", "Iets", 12, None), ("Ja", "Besteding", None, "ja_nee"), ("2020", "Projectnummer", None, "tekst"),
        ("zie toelichting", "Besteding", None, "tekst"), ("€ 1.234", "", 1234, "euro"),
        ("2020-17", "Kopie projectnaam/nummer", None, "tekst"), ("31-12-2023", "Iets", None, "tekst"),
        ("12.500", "Projectkosten", 12500, "euro"), ("1.250", "Aantal", 1250, "aantal"), ("€ 12-", "", -12, "euro"),
        ("(12.500)", "", -12500, "euro"), ("12.500-", "", -12500, "euro"), ("€ (12.500)", "", -12500, "euro"),
        ("(1.200,-)", "", -1200, "euro"), ("− 3.000", "", -3000, "euro"), ("1.200,--", "Iets", 1200, "euro"),
        ("1,250,000", "", 1250000, "euro"), ("12.345", "", 12345, "euro"), ("12,50", "Iets", Decimal("12.5"), "euro"),
    ],
)  # fmt: skip
def test_waarden(tekst: str, over: str, waarde: Decimal | int | None, eenheid: str | None) -> None:
    gelezen = duid(tekst, over)
    assert (gelezen.waarde, gelezen.eenheid, gelezen.reden) == (waarde, eenheid, None)


@pytest.mark.parametrize(
    "tekst",
    ["1.492,689", "1.2.3", "(12", "--12", "-(12)", "(12-)", "12..5", "2.6l4.500", "1'250'000", "€ -", "2020-17",
     "1,234", "€ 99.999.999.999.999"],
)  # fmt: skip
def test_een_getal_dat_er_geen_is_wordt_geen_tekst(tekst: str) -> None:
    assert duid(tekst, "Besteding (jaar T)").reden and duid(tekst, None).reden


def test_aard_en_eenheid_zeggen_wat_een_kaal_getal_is() -> None:
    assert duid("12", "Iets", "R").eenheid == "euro"
    assert duid("12", "Aantal", "R").eenheid == "aantal"
    assert (duid("12", "Iets", "D1").eenheid, duid("1.250", "Iets", "D1").eenheid) == (None, None)
    assert duid("12", None, None, "euro").eenheid == "euro"
    assert duid("2020-17", None, None, "tekst") == Duiding(None, "tekst")
    assert duid("veel", None, None, "aantal").reden == "'veel' is geen aantal."
    assert duid("5", None, None, "ja_nee").reden == "'5' is geen Ja of Nee."


def test_lange_vorm_uit_een_werkboek(magazijn: Magazijn, maak_werkboek: Maak) -> None:
    """A number of a cell is exact: 123.456 is no thousand, and with three decimals no amount either."""
    kop = ["jaar", "gemeentecode", "indicator", "uitkeringscode", "aard_controle", "waarde"]
    rijen = [[2023, "GM0629", f"G10/0{n}", "G10", "R", w] for n, w in enumerate((1250000.5, 123.456, "(12.500)"), 1)]
    [uit] = magazijn.lees(maak_werkboek("lang.xlsx", SiSa=[kop, *rijen]))
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (2, 1), uit
    assert magazijn.vraag("select indicator, waarde::double, eenheid from raw.sisa order by 1") == [
        ("G10/01", 1250000.5, "euro"), ("G10/03", -12500.0, "euro"),
    ]  # fmt: skip


def test_een_naam_van_twee_gemeenten_noemt_beide_codes(magazijn: Magazijn, tmp_path: Path) -> None:
    lijst = tmp_path / "cbs.csv"
    lijst.write_text(
        "jaar;gemeentecode;gemeentenaam;provinciecode;provincienaam\n2023;GM0373;Bergen (NH.);PV27;Noord-Holland\n"
        "2023;GM0893;Bergen (L.);PV31;Limburg\n2023;GM0629;Wassenaar;PV28;Zuid-Holland\n",
        encoding="utf-8",
    )
    magazijn.lees(lijst)
    pad = tmp_path / "sisa.csv"
    kop = "jaar;gemeente;uitkeringscode;indicator;waarde\n"
    pad.write_text(kop + "2023;Bergen;G10;G10/01;€ 1\n2023;Wassenaar;G10;G10/01;€ 1\n", encoding="utf-8")
    [uit] = magazijn.lees(pad)
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (1, 1)
    assert uit.afgekeurd_pad is not None
    blad = open_bestand(uit.afgekeurd_pad).bladen[0]
    tekst = " ".join(cel for rij in blad.rijen for cel in rij)
    assert "GM0373" in tekst and "GM0893" in tekst
