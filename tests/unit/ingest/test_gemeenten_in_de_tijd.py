"""Names and codes of gemeenten: spelling, ambiguity, and whether the gemeente existed in the year of the figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.gebied.gemeentebestaan import waarom_onbekend, waarom_ongeldig
from ingest.gebied.gemeenten import Gemeenteregister
from ingest.gebied.gemeentenaam import herstel
from tests.unit.ingest.conftest import Magazijn

Csv = Callable[..., Path]
NEDERLAND = Path(__file__).resolve().parents[4] / "shared" / "data" / "nederland"
NAMEN = {
    "GM0373": "Bergen (NH.)", "GM0893": "Bergen (L.)", "GM0748": "Bergen op Zoom", "GM0164": "Hengelo (O.)",
    "GM0518": "'s-Gravenhage", "GM0344": "Utrecht", "GM0820": "Nuenen, Gerwen en Nederwetten",
    "GM1900": "Súdwest-Fryslân",
    "GM0363": "Amsterdam", "GM0457": "Weesp", "GM0537": "Katwijk", "GM0406": "Huizen", "GM0629": "Wassenaar",
    "GM0083": "Menaldumadeel", "GM1908": "Menameradiel", "GM1949": "Waadhoeke", "GM0788": "Haaren",
    "GM0824": "Oisterwijk", "GM0865": "Vught", "GM1992": "Voorne aan Zee", "GM0501": "Brielle", "GM0614": "Westvoorne",
}  # fmt: skip
HERINDELINGEN = [
    ("2022-03-24", "GM0457", "GM0363"), ("2011-01-01", "GM0083", "GM1908"), ("2018-01-01", "GM1908", "GM1949"),
    ("2021-01-01", "GM0788", "GM0824"), ("2021-01-01", "GM0788", "GM0865"), ("2023-01-01", "GM0501", "GM1992"),
    ("2023-01-01", "GM0614", "GM1992"),
]  # fmt: skip


def lijsten(maak_csv: Csv) -> list[Path]:
    """A CBS list of 2022 and 2023 that is long enough to count as the whole country, and the herindelingen."""
    regels = ["jaar;gemeentecode;gemeentenaam;provinciecode;provincienaam"]
    weg = {2022: {"GM0083", "GM1908", "GM0788", "GM1992"}}
    weg[2023] = {"GM0083", "GM1908", "GM0788", "GM0457", "GM0501", "GM0614"}
    for jaar, zonder in weg.items():
        regels += [f"{jaar};{c};{n};PV27;Noord-Holland" for c, n in NAMEN.items() if c not in zonder]
        regels += [f"{jaar};GM{n:04d};Voorbeeldgemeente {n};PV27;Noord-Holland" for n in range(1001, 1301)]
    her = ["ingangsdatum;oude_code;oude_naam;nieuwe_code;nieuwe_naam"]
    her += [f"{dag};{oud};{NAMEN[oud]};{nieuw};{NAMEN[nieuw]}" for dag, oud, nieuw in HERINDELINGEN]
    return [maak_csv("gemeenten.csv", "\n".join(regels)), maak_csv("herindelingen.csv", "\n".join(her))]


@pytest.fixture
def bekend(magazijn: Magazijn, maak_csv: Csv) -> Magazijn:
    """A warehouse that holds both lists."""
    uit = magazijn.lees(*lijsten(maak_csv))
    assert [u.status for u in uit] == ["ingelezen", "ingelezen"], uit
    return magazijn


@pytest.fixture
def register(bekend: Magazijn) -> Gemeenteregister:
    with duckdb.connect(str(bekend.pad), read_only=True) as con:
        return Gemeenteregister.laad(con)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("Súdwest-Fryslân", "GM1900"), ("Sudwest Fryslan", "GM1900"), ("S˙dwest-Frysl‚n", "GM1900"),
        ("SÃºdwest-FryslÃ¢n", "GM1900"), ("Bergen (NH.)", "GM0373"), ("Bergen (NH)", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Bergen op Zoom", "GM0748"), ("Hengelo", "GM0164"), ("Hengelo (O.)", "GM0164"), ("'s-Gravenhage", "GM0518"),
        ("’s-Gravenhage (gemeente)", "GM0518"), ("Den Haag", "GM0518"), ("Utrecht (gemeente)", "GM0344"),
        ("Nuenen, Gerwen en Nederwetten", "GM0820"), ("gemeente Katwijk", "GM0537"), ("WASSENAAR", "GM0629"),
        ("Menaldumadeel", "GM0083"), ("GM0363", "GM0363"), ("Bergen", None), ("Lutjebroek", None),
    ],
)  # fmt: skip
def test_namen(register: Gemeenteregister, tekst: str, code: str | None) -> None:
    gevonden = register.zoek(tekst)
    assert (gevonden.code if gevonden else None) == code


def test_herstel_laat_goede_namen_staan() -> None:
    assert [herstel(n) for n in ("Súdwest-Fryslân", "'s-Gravenhage", "De Fryske Marren")] == [
        "Súdwest-Fryslân", "'s-Gravenhage", "De Fryske Marren",
    ]  # fmt: skip


def test_een_naam_die_twee_gemeenten_hebben(register: Gemeenteregister) -> None:
    reden, doe = waarom_onbekend(register, "Bergen")
    assert "Bergen (NH.) (GM0373)" in reden and "Bergen (L.) (GM0893)" in reden and "GM0373" in doe


def test_een_levering_die_de_code_noemt_maakt_de_naam_duidelijk(register: Gemeenteregister) -> None:
    register.registreer("GM0373", "Bergen")
    gevonden = register.zoek("Bergen")
    assert gevonden is not None and gevonden.code == "GM0373"
    register.registreer("GM0893", "Bergen")
    register.registreer("GM0373", "Bergen")
    assert register.zoek("Bergen") is None


@pytest.mark.parametrize(
    ("titel", "codes"),
    [
        ("Huizen voor statushouders in Wassenaar", ["GM0629"]), ("Statushouders in de gemeente Huizen", ["GM0406"]),
        ("Provincie Utrecht, gemeente Katwijk", ["GM0537"]), ("Bergen op Zoom 2023", ["GM0748"]),
        ("Nuenen, Gerwen en Nederwetten: kosten", ["GM0820"]), ("Den Haag en Utrecht", ["GM0518", "GM0344"]),
    ],
)  # fmt: skip
def test_gemeenten_in_een_titel(register: Gemeenteregister, titel: str, codes: list[str]) -> None:
    assert [g.code for g in register.in_tekst(titel)] == codes


@pytest.mark.parametrize(
    ("code", "dag", "delen"),
    [
        ("GM0457", date(2022, 1, 1), None),
        ("GM0457", date(2022, 7, 1), ["Weesp ging op 24-3-2022 op in Amsterdam (GM0363)"]),
        ("GM0457", date(2023, 1, 1), ["Weesp ging op 24-3-2022 op in Amsterdam (GM0363)", "In 2023"]),
        ("GM0083", date(2022, 1, 1), ["Menameradiel (GM1908); die gemeente ging op 1-1-2018 op in Waadhoeke (GM1949)"]),
        ("GM0788", date(2022, 1, 1), ["is op 1-1-2021 verdeeld over Oisterwijk (GM0824) en Vught (GM0865)"]),
        ("GM1992", date(2022, 1, 1), ["bestaat pas sinds 1-1-2023", "Brielle (GM0501) en Westvoorne (GM0614)"]),
        ("GM0777", date(2023, 1, 1), ["GM0777 staat niet in de gemeentenlijst van het CBS over 2023"]),
        ("GM0777", date(2015, 1, 1), None),  # no list of that year
        ("GM0629", date(2027, 1, 1), None),
        ("GM9001", date(2023, 1, 1), None),  # made up, for synthetic deliveries
    ],
)
def test_bestaat_de_gemeente(register: Gemeenteregister, code: str, dag: date, delen: list[str] | None) -> None:
    fout = waarom_ongeldig(register.kennis, code, dag)
    assert (fout is None) == (delen is None)
    assert all(deel in fout[0] for deel in delen or [] if fout)


def test_zonder_lijsten_wordt_niets_geweigerd() -> None:
    assert waarom_ongeldig(Gemeenteregister.laad().kennis, "GM0457", date(2023, 1, 1)) is None


def test_een_verdwenen_gemeente_wordt_bij_het_inlezen_geweigerd(bekend: Magazijn, maak_csv: Csv) -> None:
    tekst = (
        "jaar;gemeentecode;gemeentenaam;netto_taakstelling;gehuisvest_cumulatief\n"
        "2022;;Weesp;5;4\n2023;;Weesp;5;4\n2023;GM0457;;5;4\n2023;;Amsterdam;50;40\n2023;;Bergen;7;6\n"
    )
    [uit] = bekend.lees(maak_csv("coa.csv", tekst))
    assert (uit.status, uit.rijen_goed, uit.rijen_afgekeurd) == ("deels", 2, 3), uit
    assert bekend.vraag("select distinct gemeentecode, jaar from raw.cel order by jaar") == [
        ("GM0457", 2022), ("GM0363", 2023),
    ]  # fmt: skip


def test_ook_in_registers_en_in_een_werkblad(
    bekend: Magazijn, maak_csv: Csv, maak_werkboek: Callable[..., Path]
) -> None:
    kop = "TaakveldBalanspost,Categorie,Gemeenten,Verslagsoort,k_1ePlaatsing_1\n"
    [uit] = bekend.lees(maak_csv("iv3.csv", kop + "6.1,L1.1,GM0457,2023X000,1\n6.1,L1.1,GM0457,2022X000,1\n"))
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (1, 1), uit
    rijen = [["Aantal vastgestelde PIP's"], ["Gemeente", 2022, 2023], ["Katwijk", 4, 5], ["Weesp", 1, 2]]
    [uit] = bekend.lees(maak_werkboek("pip.xlsx", PIP=rijen))
    assert (uit.rijen_goed, uit.rijen_afgekeurd) == (1, 1), uit
    assert bekend.vraag("select distinct gemeentecode from raw.cel") == [("GM0537",)]


def test_de_echte_lijst_kent_elke_naam_van_elk_jaar(magazijn: Magazijn) -> None:
    if not NEDERLAND.is_dir():
        pytest.skip(
            f"OVERGESLAGEN: {NEDERLAND} is er niet; de echte namen van 2010 tot en met 2026 zijn niet geprobeerd."
        )
    magazijn.lees(NEDERLAND / "gemeenten_2010_2026.csv", NEDERLAND / "herindelingen_2011_2026.csv")
    with duckdb.connect(str(magazijn.pad), read_only=True) as con:
        register = Gemeenteregister.laad(con)
        rijen = con.execute("select jaar, gemeentecode, gemeentenaam from raw.cbs_gemeenten").fetchall()
    mis = [r for r in rijen if (g := register.zoek(r[2], date(r[0], 1, 1))) is None or g.code != r[1]]
    assert mis == []
    ongeldig = [r for r in rijen if waarom_ongeldig(register.kennis, r[1], date(r[0], 1, 1))]
    assert ongeldig == []
