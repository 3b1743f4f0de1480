"""Whatever stands in a sheet, reading it gives cells and reasons, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.bestanden.bestand import Bestand, Blad
from ingest.inlezen import lees_bestand
from ingest.layout import tabel_layouts
from ingest.waarden.getallen import print_getal
from ingest.waarden.waarde import STATUSSEN

WOORDEN = [
    "",
    "",
    "Wassenaar",
    "Leidschendam-\nVoorburg",
    "Katwijk (GM0537)",
    "GM0000",
    "Totaal",
    "Gezinsmigranten",
    "Statushouders",
    "18-27 jaar (man)",
    "Totaal (man)",
    "B1-route",
    "Kosten PVT",
    "PVT",
    "Instroom",
    "Kosten",
    "2023",
    "2024 Begroot",
    "2024 t/m oktober",
    "Bron: tabel 5.7, blz. 3",
    "Gemeente",
    "Doelgroep",
    "Toelichting",
    "9",
    "-",
    ".",
    "p.m. *",
    "1.234",
    "1,234",
    "60 +*",
    "4 (B1-route)",
    "4 (iets)",
    "abc",
    "123456782",
    "=1+1",
    "31-12-2024",
]
CEL = st.one_of(st.sampled_from(WOORDEN), st.integers(0, 3000).map(print_getal), st.text(max_size=8))
KOPPEN = sorted({naam for layout in tabel_layouts() for k in layout.kolommen for naam in (k.naam, *k.aliassen)})


def _controleer(rijen: list[list[str]], naam: str | None) -> None:
    blad = Blad(naam, rijen, list(range(1, len(rijen) + 1)))
    lezing = lees_bestand(Bestand(Path("d"), "d", "0" * 64, "csv", [blad]), None, None)
    for cel in lezing.cellen:
        assert cel.waarde_status in STATUSSEN
        assert cel.gemeentecode is None or cel.gemeentenaam
        assert cel.gemeentecode != "GM0000"
    for afkeuring in lezing.afkeuringen:
        assert afkeuring.reden.endswith((".", "?")) and afkeuring.doe.endswith((".", "?"))
    assert not {c.plek() for c in lezing.cellen} & {a.plek() for a in lezing.afkeuringen}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(CEL, max_size=6), max_size=8),
    st.sampled_from(["PVT", "Kosten", "Uitstroom", None]),
)
def test_werkblad(rijen: list[list[str]], naam: str | None) -> None:
    _controleer(rijen, naam)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_platte_tabel(data: st.DataObject) -> None:
    layout = data.draw(st.sampled_from(tabel_layouts()))
    kop = [k.naam for k in layout.kolommen] + data.draw(st.lists(st.sampled_from(KOPPEN), max_size=2))
    rijen = data.draw(st.lists(st.lists(CEL, min_size=len(kop) - 1, max_size=len(kop) + 1), max_size=4))
    _controleer([kop, *rijen], data.draw(st.sampled_from([None, "Blad1"])))
