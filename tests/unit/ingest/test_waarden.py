"""Value rules: a print becomes a number or nothing, and always a status."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.waarden.getallen import Getal, bepaal_notatie, parse_getal, print_getal
from ingest.waarden.waarde import STATUSSEN, parse_waarde


@pytest.mark.parametrize(
    ("tekst", "eenheid", "waarde", "status"),
    [
        ("9", "personen", "9", "gemeten"),
        ("0", "personen", "0", "nul"),
        ("-", "personen", None, "streepje"),
        ("–", "euro", None, "streepje"),
        (".", "personen", None, "onderdrukt"),
        ("*", "personen", None, "onderdrukt"),
        ("x", "personen", None, "onderdrukt"),
        ("<5", "personen", None, "onderdrukt"),
        ("60 +*", "personen", "60", "ondergrens"),
        ("2 tot 4", "personen", "2", "ondergrens"),
        ("enkele inburgeraars (twee tot vier personen)", "personen", "2", "ondergrens"),
        ("p.m.", "euro", None, "pm"),
        ("p.m. *", "euro", None, "pm"),
        ("PM", "euro", None, "pm"),
        ("", "euro", None, "niet_geleverd"),
        ("  ", "euro", None, "niet_geleverd"),
        ("n.v.t.", "euro", None, "niet_van_toepassing"),
        ("Maatwerk", "uur", None, "niet_van_toepassing"),
        ("240.316 *", "euro", "240316", "gemeten"),
        ("96.681", "euro", "96681", "gemeten"),
        ("1.627.201", "euro", "1627201", "gemeten"),
        ("4000", "euro", "4000", "gemeten"),
        ("€ 8.870,51", "euro", "8870.51", "gemeten"),
        ("€8.870,51", "euro", "8870.51", "gemeten"),
        ("€ -1.200,--", "euro", "-1200", "gemeten"),
        ("1,234.56", "euro", "1234.56", "gemeten"),
        ("1 234 567", "euro", "1234567", "gemeten"),
        ("−12", "personen", "-12", "gemeten"),
        ("126 uur", "uur", "126", "gemeten"),
        ("ongeveer 85%", "procent", "85", "gemeten"),
        ("ongeveer 80 procent", "procent", "80", "gemeten"),
        ("0,2%", "procent", "0.2", "gemeten"),
        ("geen", "procent", "0", "nul"),
        ("71 personen", "personen", "71", "gemeten"),
        ("dertien personen per land", "personen", "13", "gemeten"),
        ("4 (B1-route)", "personen", "4", "gemeten"),
        ("abc", "personen", None, "onleesbaar"),
        ("12 euro", "personen", None, "onleesbaar"),
        ("1.2.3", "euro", None, "onleesbaar"),
        ("12.34.567", "euro", None, "onleesbaar"),
        ("#REF!", "euro", None, "onleesbaar"),
        ("1,234", "euro", None, "onleesbaar"),
        ("1.234", "procent", None, "onleesbaar"),
        ("9" * 30, "euro", None, "onleesbaar"),
    ],
)
def test_waarderegels(tekst: str, eenheid: str, waarde: str | None, status: str) -> None:
    gelezen = parse_waarde(tekst, eenheid)
    assert (gelezen.waarde, gelezen.status) == (Decimal(waarde) if waarde else None, status)
    assert gelezen.ruw == tekst.strip()


def test_min_een_is_alleen_onderdrukt_waar_de_bron_dat_zo_schrijft() -> None:
    assert parse_waarde("-1", min_een_onderdrukt=True).status == "onderdrukt"
    assert parse_waarde("-1").waarde == Decimal(-1)


def test_haakjes_en_ster_gaan_mee() -> None:
    assert parse_waarde("4 (B1-route)").bij == "B1-route"
    assert parse_waarde("5700 *", "euro").ster
    assert not parse_waarde("5700", "euro").ster


def test_notatie_van_de_kolom_beslist_over_dubbelzinnige_getallen() -> None:
    assert bepaal_notatie(["1.234", "12"]) == "onbekend"
    assert bepaal_notatie(["1.234,50"]) == "nl"
    assert bepaal_notatie(["1,234.50"]) == "en"
    assert bepaal_notatie(["1.234,50", "1,234.50"]) == "gemengd"
    assert parse_waarde("1,234", "personen", "en").waarde == 1234
    assert parse_waarde("1.234", "personen", "nl").waarde == 1234
    assert parse_waarde("1.234", "euro", "en").status == "onleesbaar"
    assert parse_waarde("1.234", "personen", "gemengd").status == "onleesbaar"


def test_een_getal_uit_een_werkboek_is_nooit_dubbelzinnig() -> None:
    assert print_getal(9.0) == "9"
    assert print_getal(0.1 + 0.2) == "0,3"
    assert parse_waarde(print_getal(1.234), "procent").waarde == Decimal("1.234")
    assert parse_waarde(Getal("1E+20", Decimal(10) ** 20), "euro").status == "onleesbaar"


@given(st.text(max_size=25), st.sampled_from(["personen", "euro", "procent", "uur"]))
def test_elke_tekst_geeft_een_status_en_behoudt_de_druk(tekst: str, eenheid: str) -> None:
    gelezen = parse_waarde(tekst, eenheid)
    assert gelezen.status in STATUSSEN
    assert gelezen.ruw == tekst.strip()
    heeft_getal = gelezen.status in ("gemeten", "nul", "ondergrens")
    assert (gelezen.waarde is not None) == heeft_getal
    assert (gelezen.status == "nul") == (gelezen.waarde == 0 and gelezen.status != "ondergrens")


@given(st.decimals(min_value=-999_999_999, max_value=999_999_999, places=2))
def test_nederlandse_en_engelse_druk_van_een_bedrag_komen_terug(bedrag: Decimal) -> None:
    engels = f"{bedrag:,.2f}"
    nederlands = engels.translate(str.maketrans(",.", ".,"))
    assert parse_getal(nederlands, "euro") == bedrag
    assert parse_getal(engels, "euro") == bedrag
    assert parse_getal(f"€ {nederlands}", "euro") == bedrag


@given(st.integers(min_value=0, max_value=10**9))
def test_hele_getallen_met_duizendpunten_komen_terug(aantal: int) -> None:
    assert parse_getal(f"{aantal:,}".replace(",", "."), "personen") == aantal
    assert parse_getal(str(aantal), "personen") == aantal
