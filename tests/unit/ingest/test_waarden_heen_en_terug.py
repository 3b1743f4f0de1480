"""Print a value in any notation and read it back: the same value, or a refusal; never another one."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.waarden.getallen import DubbelzinnigGetal, bepaal_notatie, is_dubbelzinnig, parse_getal, print_getal
from ingest.waarden.perioden import MAANDEN, dag_of_maand, maand_voorop, noem_onbruikbaar, parse_datum, parse_periode
from ingest.waarden.waarde import parse_waarde

snel = settings(max_examples=200, deadline=None)
BEDRAGEN = st.decimals(min_value=-9_999_999_999, max_value=9_999_999_999, places=2)
AANTALLEN = st.integers(min_value=-9_999_999_999, max_value=9_999_999_999)
DAGEN = st.dates(min_value=date(1980, 1, 1), max_value=date(2099, 12, 31))
JAREN = st.integers(min_value=1980, max_value=2099)
EENHEDEN = st.sampled_from(["personen", "euro", "procent", "uur"])


def nl(getal: Decimal, decimalen: int, groepen: bool = True) -> str:
    """The Dutch print of a number."""
    return en(getal, decimalen, groepen).translate(str.maketrans(",.", ".,"))


def en(getal: Decimal, decimalen: int, groepen: bool = True) -> str:
    """The English print of a number."""
    return f"{getal:,.{decimalen}f}" if groepen else f"{getal:.{decimalen}f}"


@snel
@given(BEDRAGEN, st.booleans(), st.sampled_from(["{}", "€ {}", "€{}", "{} *", " {} "]))
def test_bedragen_komen_terug_in_beide_notaties(bedrag: Decimal, groepen: bool, vorm: str) -> None:
    for druk in (nl(bedrag, 2, groepen), en(bedrag, 2, groepen)):
        gelezen = parse_waarde(vorm.format(druk), "euro")
        assert gelezen.waarde == bedrag, (druk, gelezen)


@snel
@given(AANTALLEN)
def test_duizendtekens_veranderen_een_aantal_nooit(aantal: int) -> None:
    kaal, punt, komma = str(aantal), f"{aantal:,}".replace(",", "."), f"{aantal:,}"
    assert parse_getal(kaal) == aantal
    assert parse_getal(punt, "personen", "nl") == aantal
    assert parse_getal(komma, "personen", "en") == aantal
    assert parse_getal(f"{aantal:,}".replace(",", " ")) == aantal
    for druk in (punt, komma):  # without evidence: the number or a refusal
        gelezen = parse_waarde(druk, "personen").waarde
        assert gelezen in (None, aantal)


@snel
@given(st.integers(1, 999), st.integers(0, 999), EENHEDEN, st.sampled_from(["nl", "en", "onbekend", "gemengd"]))
def test_dubbelzinnig_blijft_dubbelzinnig(voor: int, na: int, eenheid: str, notatie: str) -> None:
    for teken in ".,":
        druk = f"{voor}{teken}{na:03d}"
        assert is_dubbelzinnig(druk)
        try:
            gelezen = parse_getal(druk, eenheid, notatie)  # type: ignore[arg-type]
        except DubbelzinnigGetal:
            continue
        heel, breuk = Decimal(f"{voor}{na:03d}"), Decimal(f"{voor}.{na:03d}")
        duizend = notatie == "nl" if teken == "." else notatie == "en"
        if eenheid in ("personen", "euro"):  # three decimals do not occur; without evidence only the Dutch point
            assert gelezen == heel and (duizend or (teken == "." and notatie == "onbekend"))
        else:
            assert notatie in ("nl", "en") and gelezen == (heel if duizend else breuk)


@snel
@given(st.lists(BEDRAGEN, min_size=1, max_size=6))
def test_de_kolom_bewijst_haar_notatie(bedragen: list[Decimal]) -> None:
    for schrijf, verwacht in ((nl, "nl"), (en, "en")):
        teksten = [schrijf(b, 2) for b in bedragen]
        assert bepaal_notatie(teksten) == verwacht
        assert [parse_getal(t, "euro", verwacht) for t in teksten] == bedragen  # type: ignore[arg-type]
    assert bepaal_notatie([nl(bedragen[0], 2), en(bedragen[0], 2)]) == "gemengd"


@snel
@given(st.one_of(st.integers(-(10**11), 10**11), st.floats(-1e9, 1e9).map(lambda x: round(x, 4))))
def test_een_getalcel_komt_terug_zoals_zij_was(getal: float) -> None:
    cel = print_getal(getal)
    assert cel.getal == Decimal(repr(getal)) and parse_getal(cel, "euro") == cel.getal
    assert parse_getal(cel.als_procent(), "procent") == cel.getal * 100
    assert parse_getal(cel.als_procent(), "personen") is None


@snel
@given(st.text(max_size=30), EENHEDEN, st.sampled_from(["nl", "en", "onbekend", "gemengd"]))
def test_geen_tekst_laat_een_lezer_struikelen(tekst: str, eenheid: str, notatie: str) -> None:
    parse_waarde(tekst, eenheid, notatie)  # type: ignore[arg-type]
    bepaal_notatie([tekst])
    for lees in (parse_datum, parse_periode, noem_onbruikbaar, dag_of_maand, is_dubbelzinnig):
        lees(tekst)


@snel
@given(st.text(alphabet="0123456789.,-+€% *()eE/IVQqKh", max_size=14), EENHEDEN)
def test_wat_op_een_getal_lijkt_geeft_hetzelfde_cijfer_of_niets(tekst: str, eenheid: str) -> None:
    gelezen = parse_waarde(tekst, eenheid)
    if gelezen.status == "gemeten" and gelezen.bij is None and gelezen.waarde is not None:
        cijfers = "".join(c for c in tekst if c.isdigit()).strip("0")
        assert format(abs(gelezen.waarde), "f").replace(".", "").strip("0") == cijfers


@snel
@given(DAGEN)
def test_datums_komen_terug_in_elke_schrijfwijze(dag: date) -> None:
    maand = MAANDEN[dag.month - 1]
    vormen = [
        dag.isoformat(), dag.strftime("%d-%m-%Y"), dag.strftime("%d/%m/%Y"), dag.strftime("%d.%m.%Y"),
        dag.strftime("%Y%m%d"), f"{dag.day}-{dag.month}-{dag.year}", f"{dag.day} {maand} {dag.year}",
        f"{dag.day} {maand[:3] if maand != 'maart' else 'mrt'} {dag.year}", f"{dag.isoformat()} 00:00:00",
    ]  # fmt: skip
    assert {parse_datum(v) for v in vormen} == {dag}
    nummer = (dag - date(1899, 12, 30)).days
    assert parse_datum(print_getal(float(nummer))) == dag


@snel
@given(DAGEN)
def test_twee_cijfers_voor_het_jaar_is_geen_datum_en_de_maand_voorop_valt_op(dag: date) -> None:
    assert parse_datum(dag.strftime("%d-%m-%y")) is None
    amerikaans = dag.strftime("%m/%d/%Y")
    assert parse_datum(amerikaans) is None or dag_of_maand(amerikaans) or dag.day == dag.month
    assert maand_voorop([amerikaans]) == (dag.day > 12)
    assert not maand_voorop([dag.strftime("%d/%m/%Y")]) or dag.day <= 12 < dag.month


@pytest.mark.parametrize("tekst", ["31-02-2024", "30-02-2023", "2024-02-30", "32-01-2024", "20240231", "31 april 2024"])
def test_een_dag_die_niet_bestaat(tekst: str) -> None:
    assert parse_datum(tekst) is None


@snel
@given(JAREN, st.sampled_from([1, 2]))
def test_perioden_komen_terug_en_kwartalen_zijn_geen_halfjaar(jaar: int, helft: int) -> None:
    romeins, woord = ("I", "eerste") if helft == 1 else ("II", "tweede")
    vormen = [
        f"{jaar}-{romeins}",
        f"{jaar}H{helft}",
        f"{jaar}-{helft}",
        f"{woord} helft {jaar}",
        f"{helft}e halfjaar {jaar}",
    ]
    assert {p.code for v in vormen if (p := parse_periode(v))} == {f"{jaar}-{helft}"}
    jaarperiode = parse_periode(str(jaar))
    assert jaarperiode is not None and jaarperiode.van is not None and jaarperiode.tot is not None
    assert jaarperiode.code == str(jaar) and jaarperiode.tot - jaarperiode.van >= timedelta(364)
    for kwartaal in (
        f"{jaar}-Q{helft}",
        f"{jaar}K{helft}",
        f"{helft}e kwartaal {jaar}",
        f"Q{helft} {jaar}",
        f"{jaar}-3",
    ):
        assert parse_periode(kwartaal) is None and noem_onbruikbaar(kwartaal) == "een kwartaal"
