"""Names, codes and labels."""

from __future__ import annotations

import pytest

from ingest.begrippen import DIMENSIES, classificeer, parse_term
from ingest.gebied.gemeenten import Gemeenteregister, parse_code
from ingest.privacy.bsn import is_bsn, mask_bsn


@pytest.mark.parametrize("tekst", ["629", "0629", "GM0629", "GM0629   ", "gm0629"])
def test_codes(tekst: str) -> None:
    assert parse_code(tekst) == "GM0629"


@pytest.mark.parametrize("tekst", ["", "GM", "GM00629x", "12345", "0000", "Wassenaar"])
def test_geen_code(tekst: str) -> None:
    assert parse_code(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("Leidschendam-\nVoorburg", "GM1916"),
        ("leidschendam voorburg", "GM1916"),
        ("Gemeente Wassenaar", "GM0629"),
        ("GM0579", "GM0579"),
        ("Katwijk (GM0537)", "GM0537"),
    ],
)
def test_zoek(tekst: str, code: str) -> None:
    gevonden = Gemeenteregister.laad().zoek(tekst)
    assert gevonden is not None and gevonden.code == code


def test_onbekende_naam_zonder_code_en_geleerde_naam() -> None:
    register = Gemeenteregister.laad()
    assert register.zoek("Katwijk") is None
    register.leer("Gemeente: Katwijk (GM0537)")
    gevonden = register.zoek("katwijk")
    assert gevonden is not None and (gevonden.code, gevonden.naam) == ("GM0537", "Katwijk")
    assert Gemeenteregister.laad().zoek("Katwijk") is None  # learned for one delivery only


def test_meer_gemeenten_in_een_titel() -> None:
    namen = [g.naam for g in Gemeenteregister.laad().in_tekst("Leidschendam-Voorburg, Voorschoten en Wassenaar")]
    assert namen == ["Leidschendam-Voorburg", "Voorschoten", "Wassenaar"]


@pytest.mark.parametrize(
    ("label", "delen"),
    [
        ("18-27 jaar (man)", {"leeftijdsgroep": "18-27", "geslacht": "man"}),
        ("50–68 jaar (vrouw)", {"leeftijdsgroep": "50-68", "geslacht": "vrouw"}),
        ("Totaal (man)", {"totaal": "totaal", "geslacht": "man"}),
        ("Totaal gezinsmigranten", {"totaal": "totaal", "doelgroep": "gezinsmigrant"}),
        ("Z-route A2", {"leerroute": "Z-A2"}),
        ("Kosten participatiecomponent (o.a. financiële begeleiding)", {"post": "participatiecomponent"}),
        ("Iets anders", None),
        ("Gezinsmigranten uit Syrië", None),
    ],
)
def test_labels(label: str, delen: dict[str, str] | None) -> None:
    assert classificeer(label, Gemeenteregister.laad(), DIMENSIES) == delen


def test_termen_zijn_ongevoelig_voor_schrijfwijze() -> None:
    assert parse_term("doelgroep", "GEZINS- EN OVERIGE MIGRANTEN") == "gezinsmigrant"
    assert parse_term("status_bedrag", "Nadere voorlopige beschikking") == "nader_voorlopig"
    assert parse_term("doelgroep", "iedereen") is None


def test_bsn() -> None:
    assert is_bsn("123456782") and not is_bsn("123456789") and not is_bsn("12345678")
    assert "123456782" not in mask_bsn("mevrouw 123456782 (B1)")
    assert mask_bsn("1234.56.782") != "1234.56.782"
    assert mask_bsn("123456789") == "123456789"
    assert mask_bsn("20241031") == "20241031"
