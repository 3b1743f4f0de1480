"""What is printed of a refused row of persons, and what free text is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.magazijn.laden import open_warehouse
from tests.unit.ingest.conftest import Magazijn

Maak = Callable[..., Path]
BSN = ["100000071", "100000149", "100000204", "100000228"]
DUO = "peildatum;gemeentecode;bsn;naam;geboortedatum;startdatum_plicht;doelgroep;leerroute;reden_geen_plicht\n"
EIGEN = "peildatum;gemeentecode;bsn;aanbieder;verlengingsgrond;uitstroomreden;verhuisd_naar_gemeente;leerroute\n"


def alles(resultaat: object) -> str:
    """Everything that is printed: messages and every cell of the workbook with refused rows."""
    import python_calamine

    boek = python_calamine.CalamineWorkbook.from_path(str(resultaat.afgekeurd_pad))  # type: ignore[attr-defined]
    bladen = [boek.get_sheet_by_name(n).to_python() for n in boek.sheet_names]
    return f"{resultaat.meldingen} {bladen}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "rij",
    [
        f"2025-06-30;GM0629;{BSN[1]};Fatima;Oostenbrink;12-03-1995;K. Zondervan;2345678901;Overleden mw. Vreugdehil",
        f"2025-06-30;GM0629;{BSN[1]};Fatima;1990;2023-01-01;asiel;B;Overleden mw. Vreugdehil geb. 12-03-1995",
        f"2025-06-30;GM0629;{BSN[1]};Fatima;1990;2023-01-01;asiel;Zondervan;",
        "2025-06-30;GM0629;2345678901;Fatima;1990;12-03-1995;asiel;B;",
        f"2025-06-30;GM0629;{BSN[1]};Fatima;Oostenbrink;12-03-1995;asiel;B;",
    ],
)
def test_verschoven_rij_lekt_niets(magazijn: Magazijn, maak_csv: Maak, rij: str) -> None:
    goed = f"2025-06-30;GM0629;{BSN[0]};Jansen;12-03-1995;2023-01-01;asiel;B;\n"
    [r] = magazijn.lees(maak_csv("p.csv", DUO + goed + rij + "\n"))
    assert (r.rijen_goed, r.rijen_afgekeurd) == (1, 1), r
    tekst = alles(r)
    for geheim in ("Fatima", "Oostenbrink", "Zondervan", "2345678901", "12-03-1995", "Vreugdehil", BSN[1]):
        assert geheim not in tekst, (geheim, tekst)


def test_onschuldige_waarde_blijft_leesbaar(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeentecode;bsn;startdatum_plicht;leerroute;datum_pvt;uren_taal_knm;niveau\n"
    rijen = (
        f"2025-06-30;629;{BSN[0]};2023-01-01;B;31-02-2024;8;A2\n2025-06-30;629;{BSN[1]};2023-01-01;B;;99999;B1\n"
        f"2025-06-30;629;{BSN[2]};2023-01-01;Z;;8;Zelfredzaamheidsroute\n2025-06-30;629;{BSN[3]};2023-01-01;Zond;;8;A2\n"
    )
    [r] = magazijn.lees(maak_csv("p.csv", kop + rijen))
    tekst = alles(r)
    assert r.rijen_afgekeurd == 4 and all(w in tekst for w in ("31-02-2024", "99999", "Zelfredzaamheidsroute")), tekst
    assert "een tekst van 4 tekens" in tekst and "Zond'" not in tekst, tekst


def test_vrije_tekst_wordt_niet_opgeslagen(magazijn: Magazijn, maak_csv: Maak) -> None:
    rijen = "".join(
        f"2025-06-30;629;{b};Taalhuis mw. Geheim;zie Geheim;{reden};{naar};B\n"
        for b, reden, naar in zip(
            BSN, ("Verhuizing", "ruzie met dhr. Geheim", "Overlijden", ""),
            ("Voorschoten", "bij zus Geheim", "GM0626", ""), strict=True,
        )
    )  # fmt: skip
    [r] = magazijn.lees(maak_csv("p.csv", EIGEN + rijen))
    assert r.rijen_goed == 4, r
    assert magazijn.vraag("select uitstroomreden, verhuisd_naar_gemeente from raw.inburgeraars order by rij") == [
        ("verhuisd", "GM0626"), ("overig", "onbekend"), ("overleden", "GM0626"), (None, None)
    ]  # fmt: skip
    assert any("aanbieder" in m and "niet opgeslagen" in m for m in r.meldingen)
    assert b"Geheim" not in magazijn.pad.read_bytes()


def test_woningtype_wordt_een_code(magazijn: Magazijn, maak_csv: Maak) -> None:
    kop = "peildatum;gemeentecode;v-nummer;datum_koppeling;woningtype;reden vertraging\n"
    rijen = "".join(f"2025-06-30;629;{i};2024-01-01;{w};ziek\n" for i, w in enumerate(("Flat", "boot van Jan", ""), 1))
    magazijn.lees(maak_csv("t.csv", kop + rijen))
    assert magazijn.vraag("select woningtype from raw.tvs_personen order by rij") == [
        ("appartement",), ("overig",), (None,)
    ]  # fmt: skip


def test_magazijn_van_vroeger_verliest_de_vrije_teksten(magazijn: Magazijn) -> None:
    with open_warehouse(magazijn.pad):
        pass
    with duckdb.connect(str(magazijn.pad)) as con:
        con.execute("alter table raw.inburgeraars add column aanbieder varchar")
    with open_warehouse(magazijn.pad) as con:
        kolommen = {k for (k,) in con.execute("select column_name from duckdb_columns()").fetchall()}
    assert "aanbieder" not in kolommen and "uitstroomreden" in kolommen
