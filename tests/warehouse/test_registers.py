"""Registers in the warehouse: SiSa, Iv3, herindelingen, monthly COA files and beschikkingen. One build for all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from tests.conftest import run_keten
from tests.warehouse.conftest import Vraag, open_vraag

# the stand on the first day of the month; read in the order of the names, so not in the order of time
MAANDEN = {
    "februari": ("2024-1", "2024-02-01", 3), "maart": ("2024-1", "2024-03-01", 5), "april": ("2024-1", "2024-04-01", 8),
    "mei": ("2024-1", "2024-05-01", 10), "juni": ("2024-1", "2024-06-01", 14), "juli": ("2024-1", "2024-07-01", 17),
    "augustus": ("2024-2", "2024-08-01", 2), "september": ("2024-2", "2024-09-01", 4),
    "oktober": ("2024-2", "2024-10-01", 9), "november": ("2024-2", "2024-11-01", 9),
    "december": ("2024-2", "2024-12-01", 12), "januari": ("2024-2", "2025-01-01", 15),
}  # fmt: skip
CBS_KOP = "jaar;gemeentecode;gemeentenaam;provinciecode;provincienaam\n"
BESCHIKKING = "gemeentecode;jaar;uitkeringscode;soort;kenmerk;datum;bedrag;aantal_asiel;aantal_gezin\n"
COA_KOP = "jaar;peildatum;gemeentecode;gemeentenaam;netto_taakstelling;gehuisvest_cumulatief\n"
SISA = [
    ["SiSa bijlage verantwoordingsinformatie 2023 gemeente Wassenaar"],
    ["Verstrekker", "Uitkeringscode", "Specifieke uitkering", "Indicator", "Indicator"],
    ["SZW", "G10", "Wet inburgering 2021", "Besteding (jaar T)", "Eindverantwoording (Ja/Nee)"],
    ["", "", "", "Aard controle R", "Aard controle n.v.t."],
    ["", "", "", "Indicator: G10/01", "Indicator: G10/02"],
    ["", "", "", "€ 551.936", "Ja"],
]
SISA_LANG = [
    "2022;GM0363;G10;G10/01;Besteding (jaar T);€ 50.000",
    "2022;GM0363;G10;G10/02;Besteding (jaar T) begeleiding;€ 20.000",
    "2022;GM0363;G10;G10/03;Bedrag fout of onzeker;€ -500",
    "2022;GM0363;G13;G13/01;Besteding (jaar T);ongeveer veel",
    "2023;GM0363;G10;G10/01;Besteding (jaar T);€ 60.000",
    "2023;GM0363;G10;G10/02;Correctie besteding (jaar T-1);€ 7.000",
    "2023;GM0363;G10;G10/03;Besteding (jaar T-1);€ 8.000",
    "2023;GM0363;G10;G10/04;Waarvan besteding (jaar T) begeleiding;€ 20.000",
    "2023;GM0363;G10;G10/05;Is de besteding (jaar T) volledig? (Ja/Nee);Ja",
    "2023;GM0363;G10;G10/06;Besteding (jaar T) fout of onzeker;€ 300",
    "2023;GM0579;G10;G10/01;Besteding (jaar T);€ 900",
]
# a gemeente of its own: SiSa beside costs per post, and sheets of which nothing is recognised
STAD, LOS, ALLEEN_IV3 = "GM0010", "GM0011", "GM0012"
STAD_BRIEVEN = ["2022;G10", "2022;G13", "2023;G10", "2024;G10", "2025;G10", "2026;G10", "2026;G13", "2027;G10"]
STAD_POSTEN = {
    2022: {"leerroutes": 60000, "maatschappelijke begeleiding": 20000, "PVT": 5000, "participatiecomponent": 20000},
    2023: {"leerroutes": 50000}, 2024: {"leerroutes": 70000}, 2027: {"leerroutes": 50002},
    2025: {"leerroutes": 10000, "maatschappelijke begeleiding": 0, "PVT": 0, "participatiecomponent": 0},
    2026: {"leerroutes": 70000},
}  # fmt: skip
STAD_SISA = [
    "2021;GM0010;D14;D14/01;Besteding (jaar T);€ 1.000",
    "2022;GM0010;G10;G10/01;Besteding (jaar T);€ 80.000", "2022;GM0010;G13;G13/01;Besteding (jaar T);€ 10.000",
    "2023;GM0010;G10;G10/02;Besteding (jaar T) fout of onzeker;n.v.t.",
    "2023;GM0010;G13;G13/01;Besteding (jaar T);€ 9.000",  # there is no letter of G13 in 2023
    "2023;GM0010;G10;G10/01;Besteding (jaar T);€ 60.000", "2024;GM0010;G10;G10/01;Besteding (jaar T);€ 60.000",
    "2025;GM0010;G10;G10/01;Lasten inburgering;€ 9.000", "2025;GM0010;D14;D14/01;Besteding (jaar T);€ 1.000",
    "2026;GM0010;G10;G10/01;Besteding (jaar T);€ 60.000", "2026;GM0010;G13B;G13B/01;;€ 4.000",
    "2027;GM0010;G10;G10/01;Besteding (jaar T);€ 50.000",
    "2023;GM0011;D14;D14/01;Besteding (jaar T);€ 5.000", "2023;GM0011;C1;C1/01;Besteding (jaar T);€ 5.000",
]  # fmt: skip
PROJECTEN = [
    ["BZK", "C1", "Energie", "Projectnaam", "Besteding (jaar T)"],
    ["", "", "", "Aard controle R", "Aard controle R"],
    ["", "", "", "Indicator: C1/01", "Indicator: C1/02"],
]


def schrijf_leveringen(map_: Path) -> Path:
    """Everything the tests below ask about."""
    map_.mkdir()

    def schrijf(naam: str, kop: str, *regels: str) -> None:
        (map_ / naam).write_text(kop + "".join(f"{r}\n" for r in regels), encoding="utf-8")

    for maand, (halfjaar, dag, gehuisvest) in MAANDEN.items():
        kop = "halfjaar;peildatum;gemeentecode;netto_taakstelling;achterstand_begin;gehuisvest_cumulatief\n"
        schrijf(f"coa_{maand}.csv", kop, f"{halfjaar};{dag};GM0629;20;5;{gehuisvest}")
    lijst = [f"{jaar};{code};{naam};PV27;Noord-Holland" for jaar in (2020, 2021, 2022)
             for code, naam in (("GM0363", "Amsterdam"), ("GM0457", "Weesp"))]  # fmt: skip
    lijst += ["2023;GM0363;Amsterdam;PV27;Noord-Holland", "2023;GM1992;Voorne aan Zee;PV28;Zuid-Holland",
              f"2023;{ALLEEN_IV3};Voorbeeldzand;PV28;Zuid-Holland"]  # fmt: skip
    schrijf("cbs_gemeenten.csv", CBS_KOP, *lijst)
    schrijf(
        "cbs_herindelingen.csv", "ingangsdatum;oude_code;oude_naam;nieuwe_code;nieuwe_naam;gesplitst\n",
        "2022-03-24;GM0457;Weesp;GM0363;Amsterdam;nee",
        "2023-01-01;GM0501;Brielle;GM1992;Voorne aan Zee;nee", "2023-01-01;GM0614;Westvoorne;GM1992;Voorne aan Zee;nee",
        "2021-01-01;GM0788;Haaren;GM0824;Oisterwijk;ja", "2021-01-01;GM0788;Haaren;GM0865;Vught;ja",
    )  # fmt: skip
    schrijf(
        "coa_jaren.csv", COA_KOP,
        "2020;2021-01-01;GM0363;Amsterdam;100;90", "2020;2021-01-01;GM0457;Weesp;10;9",
        "2021;2022-01-01;GM0363;Amsterdam;110;80", "2023;2024-01-01;GM0363;Amsterdam;120;70",
        "2021;2022-01-01;GM0501;Brielle;7;5", "2021;2022-01-01;GM0614;Westvoorne;8;*",
        "2020;2021-01-01;GM0824;Oisterwijk;6;4", "2020;2021-01-01;GM0788;Haaren;3;2",
    )  # fmt: skip
    schrijf(
        "rapport.csv", "gemeenten;jaar;indicator;onderdeel;waarde\n",
        "Weesp (GM0457);2020;leerroute_aandeel_pct;B1;52%", "Amsterdam (GM0363);2020;leerroute_aandeel_pct;B1;40%",
    )  # fmt: skip
    iv3 = "ID,TaakveldBalanspost,Categorie,Gemeenten,Verslagsoort,k_1ePlaatsing_1,k_2ePlaatsing_2\n"
    schrijf("iv3_1.csv", iv3, "0,6.1   ,L4.3.1  ,GM0629   ,2024X005,100,", "1,6.1   ,B4.3.1  ,GM0629   ,2024X005,50,")
    schrijf("iv3_2.csv", iv3, "0,6.1   ,L4.3.1  ,GM0629   ,2024X005,100,120.5")
    schrijf("iv3_ander.csv", iv3, f"0,6.1   ,L4.3.1  ,{ALLEEN_IV3}   ,2024X005,70,")
    schrijf("iv3_3_oud.csv", iv3, "0,6.1   ,L4.3.1  ,GM0629   ,2024X005,100,", "1,6.1,B4.3.1,GM0629,2024X005,51,")
    schrijf(
        "beschikkingen.csv", "gemeentecode;jaar;uitkeringscode;soort;datum;bedrag\n",
        "GM0629;2024;G10;voorlopig;2023-10-01;500000", "GM0629;2024;G10;nader voorlopig;2024-06-01;550000",
        "GM0629;2024;G10;terugvordering;2025-09-01;-40000", "GM0626;2024;G10;voorlopig;2023-10-01;300000",
        "GM0363;2022;G10;definitief;2024-06-01;90000", "GM0363;2022;G10;definitief;2024-09-01;80000",
    )  # fmt: skip
    for naam, datum, bedrag in (("1_nieuw", "2024-09-01", 60000), ("2_oud", "2024-06-01", 61000)):
        schrijf(f"later_{naam}.csv", BESCHIKKING, f"GM0363;2025;G10;definitief;B-{naam[0]};{datum};{bedrag};40;1")
    for naam, datum, bedrag in (("1", "2024-06-01", 70000), ("2", "", 71000)):
        schrijf(f"zonder_datum_{naam}.csv", BESCHIKKING, f"GM0363;2023;G10;definitief;;{datum};{bedrag};40;")
    for naam, bedrag in (("1", 90000), ("2", 91000)):
        schrijf(f"voorlopig_{naam}.csv", BESCHIKKING, f"GM0363;2024;G10;voorlopig;;;{bedrag};;")
    schrijf(
        "samen.csv", BESCHIKKING, "GM0579;2023;G10;voorlopig;;2022-10-01;1000;;",
        "GM0579;2023;G13;voorlopig;;2022-10-01;100;;",
    )  # fmt: skip
    sisa = "jaar;gemeentecode;uitkeringscode;indicator;omschrijving;waarde_ruw\n"
    schrijf("sisa_lang.csv", sisa, *SISA_LANG)
    schrijf("stad_sisa.csv", sisa, *STAD_SISA)
    schrijf("stad_brieven.csv", BESCHIKKING, *(f"{STAD};{b};voorlopig;;;90000;;" for b in STAD_BRIEVEN))
    schrijf(
        "stad_geld.csv", "gemeentecode;gemeentenaam;jaar;soort;post;status_bedrag;bedrag\n",
        f"{STAD};Voorbeeldstad;2023;lasten;PVT;begroot;p.m.",
        f"{STAD};Voorbeeldstad;2022;lasten;formatie;realisatie;900",
        *(f"{STAD};Voorbeeldstad;{jaar};lasten;{post};realisatie;{bedrag}"
          for jaar, posten in STAD_POSTEN.items() for post, bedrag in posten.items()),
    )  # fmt: skip
    schrijf(
        "prijzen.csv", "uitkeringsjaar;doelgroep;cohort;bedrag_per_persoon\n", "2025;Asielmigranten;2024;4635,45",
        "2025;Asielmigranten;2025;9154,91", "2027;Asielmigranten;2027;6000,10",
    )  # fmt: skip
    schrijf(
        "geld.csv", "gemeentecode;jaar;soort;post;status_bedrag;bedrag\n",
        "GM0579;2024;lasten;leerroutes;begroot;1000", "GM0579;2024;lasten;leerroutes;realisatie;900",
        "GM0579;2024;lasten;pvt;begroot;p.m.", "GM0579;2024;baten;gemeentefonds;realisatie;400",
    )  # fmt: skip
    haven, kern = [["", "", "", naam, bedrag] for naam, bedrag in (("Haven", "€ 10"), ("Kern", "€ 20"))]
    schrijf_sisa(map_ / "sisa_1.xlsx", [*SISA, *PROJECTEN, haven, kern])
    schrijf_sisa(
        map_ / "sisa_2.xlsx",
        [*SISA[:-1], ["", "", "", "€ 560.000", ""], *PROJECTEN, ["", "", "", "Haven", "€ 11"]],
    )
    return map_


def schrijf_sisa(pad: Path, rijen: list[list[str]]) -> None:
    with xlsxwriter.Workbook(str(pad)) as boek:
        blad = boek.add_worksheet("SiSa")
        for r, rij in enumerate(rijen):
            for k, cel in enumerate(rij):
                blad.write_string(r, k, cel)


@pytest.fixture(scope="module")
def vraag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vraag]:
    """The published snapshot of these deliveries."""
    map_ = tmp_path_factory.mktemp("registers")
    keten = run_keten(map_ / "data", [schrijf_leveringen(map_ / "leveringen")])
    with duckdb.connect(str(keten.snapshot.pad), read_only=True) as con:
        yield open_vraag(con)


def test_de_nieuwste_maand_telt_en_alle_maanden_blijven(vraag: Vraag) -> None:
    assert vraag(
        "select periode, gerealiseerd_aantal, strftime(peildatum, '%Y-%m-%d'), achterstand_aantal "
        "from marts.fct_taakstelling_realisatie where gemeentecode = 'GM0629' order by periode"
    ) == [("2024-1", 17, "2024-07-01", 8), ("2024-2", 15, "2025-01-01", 10)]
    assert vraag(
        "select count(*), count(*) filter (is_actueel), count(distinct peildatum) from marts.fct_waarneming "
        "where gemeentecode = 'GM0629' and indicator_code = 'gerealiseerd'"
    ) == [(12, 2, 12)]


def test_nader_voorlopig_vervangt_voorlopig_en_een_terugvordering_telt_niet_mee(vraag: Vraag) -> None:
    assert vraag(
        "select gemeentecode, status_bedrag, bedrag_eur from marts.fct_baten_lasten "
        "where soort = 'baten' and post = 'spuk' and jaar = 2024 and gemeentecode > 'GM0400' order by 1 desc"
    ) == [("GM0629", "voorlopig", Decimal("550000.00")), ("GM0626", "voorlopig", Decimal("300000.00"))]
    assert vraag(
        "select status_bedrag, waarde::int from marts.fct_waarneming where gemeentecode = 'GM0629' and post = 'spuk' "
        "and is_actueel order by waarde desc"
    ) == [("nader_voorlopig", 550000), ("voorlopig", 500000), ("terugvordering", -40000)]
    [(toelichting,)] = vraag(
        "select toelichting from marts.fct_bevinding where controle_code = 'terugvordering' and gemeentecode = 'GM0629'"
    )
    assert "40.000" in toelichting


def test_een_brief_houdt_haar_datum_en_sisa_is_de_besteding_van_haar_regeling(vraag: Vraag) -> None:
    """Without costs per post there is nothing to set a pooled sum against; the SiSa sheet of 2023 accounts for G10."""
    assert vraag(
        "select regeling, soort, strftime(datum, '%Y-%m-%d'), bedrag_eur::int from marts.fct_beschikking "
        "where gemeentecode = 'GM0629' order by regeling, datum"
    ) == [
        ("G10", "voorlopig", "2023-10-01", 500000), ("G10", "nader_voorlopig", "2024-06-01", 550000),
        ("G10", "terugvordering", "2025-09-01", -40000),
    ]  # fmt: skip
    assert vraag(
        "select jaar, regeling, bedrag_eur::int, waarde_status, sisa_code, sisa_omschrijving from marts.fct_besteding "
        "where gemeentecode = 'GM0629' and post = 'sisa' order by jaar"
    ) == [
        (2023, "G10", 560000, "gemeten", "G10/01", "Besteding (jaar T)"),
        (2024, "G10", None, "niet_geleverd", None, None),
    ]  # fmt: skip
    assert vraag(
        "select is_bereikt, bedrag_eur::int, toelichting from marts.fct_spuk_fase "
        "where (gemeentecode, jaar, regeling, fase) = ('GM0629', 2024, 'G10', 'afgerekend')"
    ) == [(True, -40000, "Het besluit over terugvordering: terug te betalen € 40.000.")]


def test_de_nieuwste_definitieve_beschikking_telt_en_de_bevinding_zegt_welke(vraag: Vraag) -> None:
    rijen = vraag(
        "select jaar, ernst, status, gedrukt::int, herrekend::int, toelichting from marts.fct_bevinding "
        "where controle_code = 'dubbele_beschikking' order by 1"
    )
    assert [r[:5] for r in rijen] == [
        (2022, "laag", "verklaard", 90000, 80000), (2023, "hoog", "open", 70000, 71000),
        (2024, "hoog", "open", 90000, 91000), (2025, "laag", "verklaard", 61000, 60000),
    ]  # fmt: skip
    assert "€ 60.000 (brief B-1, 1 september 2024) en € 61.000 (brief B-2, 1 juni 2024)" in rijen[3][5]
    assert "Hier is gerekend met € 71.000, het bedrag dat het laatst is geleverd." in rijen[1][5]
    assert "is meer dan één voorlopig bedrag geleverd: € 91.000 en € 90.000." in rijen[2][5]
    assert vraag(
        "select jaar, bedrag_eur::int from marts.fct_baten_lasten where (gemeentecode, post) = ('GM0363', 'spuk') "
        "order by 1"
    ) == [(2022, 80000), (2023, 71000), (2024, 91000), (2025, 60000)]
    zinnen = dict(vraag(
        "select jaar, toelichting from marts.fct_bevinding where controle_code = 'spuk_zonder_aantallen' "
        "and gemeentecode = 'GM0363'"
    ))  # fmt: skip
    assert set(zinnen) == {2022, 2023} and "is het aantal gezinsmigranten niet geleverd" in zinnen[2023]


def test_een_prijs_die_afwijkt_of_onbekend_is_wordt_genoemd(vraag: Vraag) -> None:
    assert vraag(
        "select jaar, gedrukt, herrekend from marts.fct_bevinding where controle_code = 'spuk_prijs' order by jaar"
    ) == [(2025, Decimal("4635.45"), Decimal("4635.54")), (2027, Decimal("6000.10"), None)]


def test_baten_en_lasten_uit_een_plat_bestand(vraag: Vraag) -> None:
    assert vraag(
        "select soort, post, status_bedrag, bedrag_eur::int, waarde_status from marts.fct_baten_lasten "
        "where gemeentecode = 'GM0579' and jaar = 2024 order by soort, post"
    ) == [
        ("baten", "gemeentefonds", "realisatie", 400, "gemeten"),
        ("lasten", "leerroutes", "realisatie", 900, "gemeten"),
        ("lasten", "pvt", "begroot", None, "pm"),
    ]  # fmt: skip


def test_sisa_de_nieuwste_bijlage_vervangt_per_indicator(vraag: Vraag) -> None:
    """The second file has no value for G10/02 and one project fewer for C1: the first stays, the project goes."""
    assert vraag(
        "select gemeentenaam, jaar, sisa_indicator_code, project_nummer, verstrekker, aard_controle, bedrag_eur, "
        "eenheid, vindplaats from marts.fct_sisa where gemeentecode = 'GM0629' "
        "order by sisa_indicator_code desc, project_nummer"
    ) == [
        ("Wassenaar", 2023, "G10/02", 1, "SZW", "n.v.t.", None, "ja_nee", "sisa_1.xlsx, blad SiSa, rij 6"),
        ("Wassenaar", 2023, "G10/01", 1, "SZW", "R", Decimal("560000.00"), "euro", "sisa_2.xlsx, blad SiSa, rij 6"),
        ("Wassenaar", 2023, "C1/02", 1, "BZK", "R", Decimal("11.00"), "euro", "sisa_2.xlsx, blad SiSa, rij 10"),
        ("Wassenaar", 2023, "C1/01", 1, "BZK", "R", None, "tekst", "sisa_2.xlsx, blad SiSa, rij 10"),
    ]


def test_van_sisa_telt_een_indicator_en_anders_geen(vraag: Vraag) -> None:
    """A correction, another year, a part and a question are no spending; two that can be it are both left out."""
    assert vraag(
        "select jaar, post, bedrag_eur::int, waarde_status, sisa_code from marts.fct_besteding "
        "where gemeentecode = 'GM0363' and jaar <= 2023 and herkomst = 'sisa' order by all"
    ) == [
        (2022, "fout_onzeker", None, "onleesbaar", "G10/03"), (2022, "sisa", None, "onleesbaar", "G10/01, G10/02"),
        (2022, "sisa", None, "onleesbaar", "G13/01"),
        (2023, "fout_onzeker", 300, "gemeten", "G10/06"), (2023, "sisa", 60000, "gemeten", "G10/01"),
    ]  # fmt: skip
    onleesbaar, negatief, dubbel = (z for (z,) in vraag(
        "select toelichting from marts.fct_bevinding where controle_code = 'spuk_sisa' order by toelichting desc"
    ))  # fmt: skip
    assert "onder nul: G10/03 (€ −500)" in negatief
    assert "staat bij de besteding van G13 geen leesbaar bedrag: G13/01 (‘ongeveer veel’)." in onleesbaar
    assert "kan meer dan één indicator de besteding van G10 zijn: G10/01 (€ 50.000) en G10/02 (€ 20.000)." in dubbel


def test_zonder_lasten_is_sisa_de_besteding_van_de_som(vraag: Vraag) -> None:
    """G13 has a letter and no SiSa amount, so the sum is a lower bound; no post is missing beside it."""
    assert vraag(
        "select regeling, post, bedrag_eur::int, waarde_status from marts.fct_besteding "
        "where (gemeentecode, jaar) = ('GM0579', 2023) order by all"
    ) == [
        ("G10", "sisa", 900, "gemeten"), ("G13", "sisa", None, "niet_geleverd"),
        ("gebundeld", "sisa", 900, "ondergrens"),
    ]  # fmt: skip
    assert vraag(
        "select betaald_eur::int, besteed_eur::int from marts.fct_spuk_verloop "
        "where (gemeentecode, jaar, regeling, scenario) = ('GM0579', 2023, 'gebundeld', 'gedrukt')"
    ) == [(1100, 900)]
    assert vraag(
        "select bedrag_eur::int, waarde_status from marts.fct_spuk_fase "
        "where (gemeentecode, jaar, regeling, fase) = ('GM0579', 2023, 'gebundeld', 'verantwoord')"
    ) == [(900, "ondergrens")]


def test_een_begroting_wijkt_voor_wat_met_sisa_is_verantwoord(vraag: Vraag) -> None:
    """In 2023 one post is p.m. and every grant with a letter has SiSa; in 2022 all posts are realisation."""
    besteding = ("select post, is_voorziening, bedrag_eur::int from marts.fct_besteding "
                 "where (gemeentecode, jaar, regeling) = (?, ?, 'gebundeld') order by 1")  # fmt: skip
    assert vraag(besteding, STAD, 2023) == [
        ("leerroutes", "vervangen", 50000), ("pvt", "vervangen", None), ("sisa", "ja", 60000)
    ]  # fmt: skip
    assert "sisa" not in [post for post, *_ in vraag(besteding, STAD, 2022)]
    assert vraag(
        "select jaar, besteed_eur::int, ontbreekt from marts.fct_spuk_verloop where "
        "(gemeentecode, regeling, scenario) = (?, 'gebundeld', 'gedrukt') and jaar <= 2023 order by 1", STAD,
    ) == [(2022, 105000, None), (2023, 60000, None)]  # fmt: skip


def test_besteding_zonder_beschikking_is_een_bevinding(vraag: Vraag) -> None:
    assert vraag(
        "select gemeentecode, jaar, soort from marts.fct_bevinding where controle_code = 'spuk_geen_beschikking' "
        "order by 1"
    ) == [("GM0579", 2024, "volledigheid"), ("GM0629", 2023, "volledigheid")]


def test_sisa_en_kostenposten_die_elkaar_tegenspreken_zijn_een_bevinding(vraag: Vraag) -> None:
    """In 2023 posts are missing and in 2026 a grant: then less is no contradiction. A budget and formatie don't count;
    in 2025 nothing was recognised, so there is nothing to compare.
    """
    rijen = vraag(
        "select jaar, soort, ernst, status, gedrukt::int, herrekend::int, toelichting, vindplaats "
        "from marts.fct_bevinding where controle_code = 'sisa_kostenposten' order by 1"
    )
    assert [r[:6] for r in rijen] == [
        (2022, "bronverschil", "hoog", "open", 90000, 105000), (2024, "bronverschil", "hoog", "open", 60000, 70000),
        (2027, "bronverschil", "laag", "verklaard", 50000, 50002),
    ]  # fmt: skip
    assert "€ 90.000 (G10 € 80.000 en G13 € 10.000). De kostenposten met status realisatie zijn samen" in rijen[0][6]
    assert "Dat is € 15.000 meer." in rijen[0][6] and "niet helemaal" not in rijen[0][6]
    assert "geleverd: maatschappelijke begeleiding, PVT en participatiecomponent. Het echte verschil" in rijen[1][6]
    assert "stad_sisa.csv" in rijen[1][7] and "stad_geld.csv" in rijen[1][7]


def test_een_bijlage_zonder_herkende_besteding_is_een_bevinding(vraag: Vraag) -> None:
    """Once per gemeente and year, not for a year before the law, and naming only what was delivered."""
    rijen = vraag(
        "select gemeentecode, jaar, soort, ernst, toelichting from marts.fct_bevinding "
        "where controle_code = 'sisa_niet_herkend' order by 1, 2"
    )
    assert [r[:4] for r in rijen] == [
        (STAD, 2025, "volledigheid", "hoog"), (STAD, 2026, "volledigheid", "hoog"), (LOS, 2023, "volledigheid", "laag"),
    ]  # fmt: skip
    assert "herkend van G10, G13 en A38; daarmee is dus niet gerekend. Wel geleverd: G10/01 (“Lasten" in rijen[0][4]
    assert "D14" not in rijen[0][4]
    assert "herkend van G13; daarmee is dus niet gerekend. Wel geleverd: G13B/01 (zonder omschrijving)" in rijen[1][4]
    assert "Wel geleverd: C1 en D14." in rijen[2][4] and "spuk_sisa_herkenning" in rijen[2][4]


def test_een_gemeente_met_alleen_sisa_of_iv3_is_te_kiezen(vraag: Vraag) -> None:
    """With the name of CBS, and else its code: neither source keeps a name."""
    assert vraag(
        "select gemeentecode, gemeentenaam, heeft_cijfers from marts.dim_gemeente where gemeentecode in (?, ?, ?) "
        "order by 1", STAD, LOS, ALLEEN_IV3
    ) == [
        (STAD, "Voorbeeldstad", True), (LOS, LOS, True), (ALLEEN_IV3, "Voorbeeldzand", True)
    ]  # fmt: skip
    # a register alone does not make it one that should have delivered everything
    assert vraag("select count(*) from marts.fct_bevinding where gemeentecode in (?, ?) "
                 "and controle_code = 'niet_geleverd'", LOS, ALLEEN_IV3) == [(0,)]  # fmt: skip


def test_iv3_herziene_bedragen_in_euro(vraag: Vraag) -> None:
    assert vraag(
        "select taakveld_code, categorie_code, verslag, soort, bedrag_eur, is_herzien from marts.fct_iv3 "
        "where gemeentecode = 'GM0629' order by 2"
    ) == [
        ("6.1", "B4.3.1", "jaarrekening", "baten", Decimal("51000.00"), False),
        ("6.1", "L4.3.1", "jaarrekening", "lasten", Decimal("120500.00"), True),
    ]


def test_dim_herindeling(vraag: Vraag) -> None:
    assert vraag("select count(*), count(*) filter (is_gesplitst) from marts.dim_herindeling") == [(5, 2)]


@pytest.mark.parametrize(
    ("code", "jaar", "indicator", "verwacht"),
    [
        ("GM0363", 2020, "taakstelling", (110, 2, True, None)),
        ("GM0363", 2021, "taakstelling", (110, 2, False, "Weesp (GM0457)")),  # Weesp did not deliver 2021
        ("GM0363", 2023, "taakstelling", (120, 1, True, None)),
        ("GM1992", 2021, "taakstelling", (15, 2, True, None)),
        ("GM1992", 2021, "gerealiseerd", (5, 2, False, "Westvoorne (GM0614)")),  # suppressed
        ("GM0824", 2020, "taakstelling", (6, 2, False, "een deel van Haaren (GM0788)")),
    ],
)
def test_totalen_naar_de_gemeente_van_nu(
    vraag: Vraag, code: str, jaar: int, indicator: str, verwacht: tuple[int, int, bool, str | None]
) -> None:
    [rij] = vraag(
        "select waarde::int, delen_aantal, is_volledig, ontbrekende_delen from marts.fct_waarneming_herindeeld "
        "where gemeentecode = ? and jaar = ? and indicator_code = ?",
        code, jaar, indicator,
    )  # fmt: skip
    assert rij == verwacht


def test_herindeeld_noemt_delen_en_indeling(vraag: Vraag) -> None:
    [(delen, jaar, naam)] = vraag(
        "select delen, indeling_jaar, gemeentenaam from marts.fct_waarneming_herindeeld "
        "where gemeentecode = 'GM0363' and jaar = 2020 and indicator_code = 'taakstelling'"
    )
    assert (delen, jaar, naam) == ("Amsterdam (GM0363): 100, Weesp (GM0457): 10", 2023, "Amsterdam")
    assert vraag("select count(*) from marts.fct_waarneming_herindeeld where gemeentecode = 'GM0457'") == [(0,)]
    assert vraag("select count(*) from marts.fct_waarneming_herindeeld where indicator_code like '%pct'") == [(0,)]


def test_een_aandeel_van_een_opgeheven_gemeente_is_een_bevinding(vraag: Vraag) -> None:
    [(soort, gemeente, toelichting)] = vraag(
        "select soort, gemeentecode, toelichting from marts.fct_bevinding where controle_code = 'herindeling_aandeel'"
    )
    assert (soort, gemeente) == ("regel", "GM0457")
    assert "Weesp ging op 24 maart 2022 op in Amsterdam (GM0363)" in toelichting
