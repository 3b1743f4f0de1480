"""Person rows: counted into cells, terms, switches and rules, and never on to a mart as a person.

One warehouse of hand-made rows and one build for the whole file. Expected figures are counted by hand from the tables
below; a line reads: row number, person, then what that list says about the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.magazijn.laden import open_warehouse
from rekenkamer.instellingen import Instellingen
from rekenkamer.publiceren import publish
from tests.conftest import bouw_snel
from tests.warehouse.conftest import Vraag, open_vraag

DAM, BERG, VEEN = "GM0001", "GM0002", "GM0003"
KERK, STAD = "GM0004", "GM0005"
SH, GEZIN = "statushouder", "gezinsmigrant"
VOLDAAN = "Inburgeringsplicht voldaan"

# column names of the short lists below
P = ["doelgroep", "geslacht", "geboortejaar", "startdatum_plicht", "datum_kennisgeving", "datum_eerste_pip",
     "leerroute", "niveau", "startdatum_termijn", "datum_pvt", "datum_map"]  # fmt: skip
EXTRA = ["datum_actuele_pip", "einddatum_plicht", "reden_geen_plicht"]

P1 = [SH, "man", 1990, "2023-02-01", "2023-02-01", "2023-03-01", "B", "B1", "2023-03-02", "2024-05-01"]
P2 = [SH, "vrouw", 1985, "2023-02-10", "2023-02-10", "2023-04-21", "Z", None, "2023-04-22", "2024-06-01", "2024-07-01"]
P3 = [SH, "man", 2000, "2023-03-01", "2023-03-01", "2023-05-11", "O", "B1", "2023-05-12"]
P4 = [SH, "vrouw", 1995, "2024-01-15", "2024-01-15"]
P5 = [GEZIN, "man", 1992, "2024-02-01", "2024-02-01", "2024-03-01", "B", "B1", "2024-03-02", "2024-09-01"]
P6 = [SH, "man", 1988, "2023-05-01"]
P7 = [GEZIN, "vrouw", 1991, "2024-03-01", None, "2024-04-01", "B", None, "2024-04-02"]
P8 = [SH, "man", 1980, "2024-04-01", "2024-04-01", None, None, None, None, "2024-10-01"]
P9 = [GEZIN, "vrouw", 1979, "2022-06-01", None, "2022-07-01", "Z", None, "2022-07-02", "2024-11-11"]
P10 = [SH, "vrouw", 2006, "2024-05-01"]
P11 = [SH, "man", 1994, "2025-05-01", "2025-05-01"]


def pseudo(naam: str) -> str:
    """A stored identity as ingest makes it: 32 hexadecimal characters."""
    return naam.encode().hex().ljust(32, "f")


def lever(
    con: duckdb.DuckDBPyConnection, nummer: int, layout: str, peildatum: str, rijen: list[dict[str, Any]],
    zonder: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """One delivery of person rows, with the columns of the layout except `zonder`."""
    sleutel = f"{nummer}" * 64
    bron = {"inburgeraars": "gemeente", "tvs_personen": "tvs"}.get(layout, "duo")
    con.execute(
        "insert into raw.levering by name select ? as levering_id, ? as volgnummer, ? as bron, ? as bestand, "
        "'csv' as formaat, ?::date as peildatum, ?::timestamp as ontvangen_op, false as openbaar, "
        "true as is_synthetisch, ? as rijen_goed_aantal, 0 as rijen_afgekeurd_aantal",
        [sleutel, nummer, bron, f"synthetisch_{nummer}.csv", peildatum, datetime(2026, 1, nummer), len(rijen)],
    )
    con.execute(
        "insert into raw.levering_kolom select ?, ?, column_name, column_name from information_schema.columns "
        "where table_schema = 'raw' and table_name = ? and not list_contains(?, column_name)",
        [sleutel, layout, layout, [*zonder, "levering_id", "blad", "rij"]],
    )
    for rij, velden in enumerate(rijen, start=2):
        alle = {"levering_id": sleutel, "rij": rij, "peildatum": peildatum, **velden}
        alle["pseudo_id"] = pseudo(velden["pseudo_id"])
        con.execute(
            f"insert into raw.{layout} by name select " + ", ".join(f"? as {k}" for k in alle), list(alle.values())
        )


def persoon(naam: str, waarden: list[Any], gemeente: str = DAM, **velden: Any) -> dict[str, Any]:
    return {"pseudo_id": naam, "gemeentecode": gemeente, **dict(zip(P, waarden, strict=False)), **velden}


def duo_lijsten(con: duckdb.DuckDBPyConnection) -> None:
    klaar = {"einddatum_plicht": "2024-12-01", "reden_geen_plicht": VOLDAAN}
    oud = [("p1", P1), ("p2", P2), ("p3", P3), ("p4", P4), ("p5", P5), ("p6", P6), ("p7", P7), ("p8", P8), ("p10", P10)]
    lever(con, 1, "duo_personen", "2024-12-31", [*(persoon(n, w) for n, w in oud), persoon("p9", P9, **klaar)])
    nieuw = {"p3": {"leerroute": "B", "datum_actuele_pip": "2025-02-01"},
             "p5": {"leerroute": "Z", "niveau": None, "datum_actuele_pip": "2025-03-01"}}  # fmt: skip
    rijen = [persoon(n, w, **nieuw.get(n, {})) for n, w in [*oud, ("p11", P11)]]
    lever(con, 2, "duo_personen", "2025-06-30", rijen)
    weg = [{"pseudo_id": n, "gemeentecode": DAM, "mutatie": "intrekking"} for n in ("p7", "p8")]
    lever(con, 3, "duo_personen", "2025-07-31", weg)
    lever(con, 4, "duo_personen", "2025-08-31", [persoon("p7", P7, mutatie="wijziging")], zonder=("datum_map",))
    veen = [persoon("p6", P6, VEEN), persoon("v1", P4[:4], VEEN), persoon("v2", P5[:6], VEEN)]
    lever(con, 5, "duo_personen", "2025-07-31", veen, zonder=("datum_pvt",))
    lever(con, 6, "duo_examens", "2025-06-30", [
        {"pseudo_id": "p1", "examendatum": "2024-03-01", "onderdeel": "KNM", "resultaat": "Geslaagd"},
        {"pseudo_id": "p9", "examendatum": "2025-01-05", "onderdeel": "SP", "resultaat": "Geslaagd"},
        {"pseudo_id": "x1", "gemeentecode": DAM, "examendatum": "2025-01-05", "onderdeel": "LE", "resultaat": "Gezakt"},
    ])  # fmt: skip


def gemeente_lijst(con: duckdb.DuckDBPyConnection) -> None:
    duren = [("2024-01-01", "2024-01-21"), ("2024-01-01", "2024-02-10"), ("2024-01-01", "2024-03-11"),
             ("2024-01-01", "2024-03-12"), ("2024-03-22", None), ("2024-05-31", None)]  # fmt: skip
    brp = [{"datum_inschrijving_brp": b, "datum_eerste_pip": e, "doelgroep": SH} for b, e in duren]
    pip = {"datum_eerste_pip": "2023-03-01"}
    fout: list[dict[str, Any]] = [
        {"leerroute": "O", "niveau": "A2", **pip}, {"leerroute": "Z", "niveau": "B1", **pip},
        {"leerroute": "B", "niveau": "A2", **pip}, {"leerroute": "B"}, {"startdatum_plicht": "2023-03-02", **pip},
        {"datum_actuele_pip": "2023-02-28", **pip}, {"startdatum_termijn": "2023-03-03", **pip},
        {"startdatum_termijn": "2023-03-02", "datum_map": "2023-03-01", **pip},
        {"datum_pvt": "2024-02-02", "datum_afronding_z": "2024-02-01"}, {"datum_map": "2025-01-01"},
        {"startdatum_plicht": "2023-01-02", "einddatum_plicht": "2023-01-01"}, {"startdatum_plicht": "2021-12-31"},
    ]  # fmt: skip
    te_vroeg = {"startdatum_termijn": "2023-03-02", "datum_pvt": "2023-03-01", "doelgroep": GEZIN, **pip}
    rijen = [*brp, *fout, *[te_vroeg] * 22]
    lever(con, 7, "inburgeraars", "2024-06-30", [
        {"pseudo_id": f"b{n}", "gemeentecode": BERG, **r} for n, r in enumerate(rijen)
    ])  # fmt: skip


def tvs_lijst(con: duckdb.DuckDBPyConnection) -> None:
    datums = [
        ("2024-01-01", "2024-03-25"),
        ("2024-01-01", "2024-03-26"),
        ("2024-02-01", "2024-03-02"),
        ("2024-11-01", "2025-01-15"),
        ("2025-03-01", None),
        ("2025-05-01", None),
        ("2024-06-01", "2024-05-01"),
    ]
    lever(con, 8, "tvs_personen", "2025-06-30", [
        {"pseudo_id": f"t{n}", "gemeentecode": DAM, "datum_koppeling": k, "datum_huisvesting": h}
        for n, (k, h) in enumerate(datums)
    ])  # fmt: skip


def bijgewerkte_lijsten(con: duckdb.DuckDBPyConnection) -> None:
    """KERK: a full list of DUO with corrections beside a part from the gemeente. STAD: stands in a row."""
    k = {"startdatum_plicht": "2024-01-01", "datum_kennisgeving": "2024-01-02", "doelgroep": SH, "gemeentecode": KERK}
    pip = {**k, "datum_eerste_pip": "2024-02-01"}
    namen = ("k1", "k2", "v3", "k4", "k5")
    lever(con, 10, "duo_personen", "2025-06-30", [{"pseudo_id": n, **pip} for n in namen])
    lever(con, 12, "inburgeraars", "2025-06-30", [{"pseudo_id": "k5", **pip}, {"pseudo_id": "k4", **k}])
    lever(con, 13, "duo_personen", "2025-07-31", [
        {"pseudo_id": "k1", "mutatie": "intrekking"},
        {**pip, "pseudo_id": "k2", "gemeentecode": VEEN, "mutatie": "wijziging"},
        {"pseudo_id": "k3", **pip, "mutatie": "wijziging"},
    ])  # fmt: skip
    lever(con, 14, "duo_personen", "2025-08-31", [{"pseudo_id": "k2", "gemeentecode": VEEN, "mutatie": "intrekking"}])
    s = {**k, "gemeentecode": STAD}
    eerst = [{"pseudo_id": n, **s} for n in ("s1", "s2", "s3")]
    klaar = {"pseudo_id": "s4", **s, "einddatum_plicht": "2025-03-15", "reden_geen_plicht": VOLDAAN}
    lever(con, 15, "inburgeraars", "2025-03-31", [*eerst, klaar])
    lever(con, 16, "inburgeraars", "2025-06-30", [{"pseudo_id": n, **s} for n in ("s1", "s2", "s9")])
    weg = {"pseudo_id": "s1", **s, "uitstroomreden": "verhuisd", "verhuisd_naar_gemeente": "Voorbeelddam"}
    lever(con, 17, "inburgeraars", "2025-06-30", [weg, {"pseudo_id": "s2", **s, "uitstroomreden": "n.v.t."}])
    gezin = [("h1", 3), ("h2", 2), ("h2", 2), (None, 2), (None, 1)]
    lever(con, 18, "tvs_personen", "2025-06-30", [
        {"pseudo_id": f"u{n}", "gemeentecode": KERK, "huishouden_id": h, "gezinsgrootte": g,
         "datum_koppeling": "2025-01-01", "datum_huisvesting": "2025-02-01"}
        for n, (h, g) in enumerate(gezin)
    ])  # fmt: skip
    con.executemany(
        "insert into raw.persoon_koppeling by name select ? as levering_id, ? as ander_id, ? as pseudo_id",
        [("13" * 64, pseudo("v3"), pseudo(n)) for n in ("k3", "z3")],
    )


def gedrukt(con: duckdb.DuckDBPyConnection) -> None:
    """Printed figures beside the persons: three that differ from the count, two that agree."""
    con.execute(
        "insert into raw.levering by name select repeat('9', 64) as levering_id, 9 as volgnummer, "
        "'gemeente' as bron, 'synthetisch_9.csv' as bestand, 'csv' as formaat, '2026-01-09' as ontvangen_op, "
        "false as openbaar, true as is_synthetisch, 5 as rijen_goed_aantal, 0 as rijen_afgekeurd_aantal"
    )
    for rij, velden in enumerate((
        {"indicator": "instroom", "periode": "2023", "doelgroep": SH, "leeftijdsgroep": "27-50", "geslacht": "man",
         "waarde": 2},
        {"indicator": "instroom", "periode": "2024", "doelgroep": SH, "leeftijdsgroep": "totaal", "geslacht": "totaal",
         "waarde": 3},
        {"indicator": "leerroute", "periode": "2023", "doelgroep": SH, "leerroute": "Z", "waarde": 1},
        {"indicator": "gerealiseerd", "periode": "2024", "waarde": 3},
        {"indicator": "gerealiseerd", "periode": "2025-1", "halfjaar": 1, "waarde": 1},
        {"indicator": "gerealiseerd", "periode": "2025", "peildatum": date(2025, 3, 31), "waarde": 9},
    )):  # fmt: skip
        alle = {"levering_id": "9" * 64, "layout": "gemeente_werkboek", "rij": rij, "kolom": "A",
                "gemeentecode": DAM, "gemeentenaam": "Voorbeelddam", "eenheid": "personen", "waarde_status": "gemeten",
                "jaar": int(velden["periode"][:4]), "waarde_ruw": str(velden["waarde"]), **velden}  # fmt: skip
        con.execute("insert into raw.cel by name select " + ", ".join(f"? as {k}" for k in alle), list(alle.values()))


@pytest.fixture(scope="module")
def instellingen(tmp_path_factory: pytest.TempPathFactory) -> Instellingen:
    gekozen = Instellingen(data_map=tmp_path_factory.mktemp("personen"))
    gekozen.warehouse_pad.parent.mkdir(parents=True)
    with open_warehouse(gekozen.warehouse_pad) as con:
        duo_lijsten(con)
        gemeente_lijst(con)
        tvs_lijst(con)
        bijgewerkte_lijsten(con)
        gedrukt(con)
    uitslag = bouw_snel(gekozen)
    assert uitslag.gelukt, uitslag.fouten
    publish(gekozen, uitslag.manifest_pad)
    return gekozen


@pytest.fixture(scope="module")
def vraag(instellingen: Instellingen) -> Iterator[Vraag]:
    with duckdb.connect(str(instellingen.warehouse_pad), read_only=True) as con:
        yield open_vraag(con)


def test_instroom_telt_de_huidige_versie_van_elke_persoon(vraag: Vraag) -> None:
    # 2022 p9; 2023 printed; 2024 p4, p5, p7 (back after a retraction), p10; 2025 p11. p8 is retracted, p6 moved.
    assert vraag("select jaar, sum(aantal)::int, count(*) from marts.fct_instroom where gemeentecode = ? group by 1 "
                 "order by 1", DAM) == [(2022, 1, 12), (2023, 2, 1), (2024, 4, 4), (2025, 1, 12)]  # fmt: skip
    assert vraag("select jaar, sum(aantal)::int from marts.fct_instroom where gemeentecode = ? and aantal > 0 "
                 "group by 1 order by 1", VEEN) == [(2023, 1), (2024, 2)]  # fmt: skip
    assert vraag(
        "select leeftijdsgroep, geslacht, aantal, waarde_status from marts.fct_instroom "
        "where (gemeentecode, jaar, doelgroep) = (?, 2025, ?) order by aantal desc, 1, 2 limit 2", DAM, SH
    ) == [("27-50", "man", 1, "gemeten"), ("18-27", "man", 0, "nul")]  # fmt: skip


def test_leeftijd_uit_een_geboortejaar_is_een_benadering(vraag: Vraag) -> None:
    """In 2024 one person turns 18: that year's split is marked and only the total is compared with a printed total."""
    assert vraag(
        "select distinct jaar, kenmerk from marts.fct_waarneming where (indicator_code, bron, gemeentecode) "
        "= ('instroom', 'duo_personen', ?) and not is_totaal order by 1", DAM
    ) == [(2022, None), (2023, None), (2024, "uitsplitsing bij benadering"), (2025, None)]  # fmt: skip


def test_leerroute_pip_pvt_en_uitstroom(vraag: Vraag) -> None:
    assert vraag(
        "select jaar, doelgroep, leerroute, aantal from marts.fct_leerroute where gemeentecode = ? and aantal > 0 "
        "order by 1, 2, 3", DAM
    ) == [(2022, GEZIN, "Z", 1), (2023, SH, "Z", 1), (2024, GEZIN, "B1", 1), (2024, GEZIN, "Z", 1)]  # fmt: skip
    assert vraag(
        "select leerroute, waarde::int from marts.fct_waarneming where (indicator_code, bron, gemeentecode, jaar, "
        "doelgroep) = ('leerroute', 'duo_personen', ?, 2023, ?) and not is_totaal order by 1", DAM, SH
    ) == [("A2", 0), ("B1", 2), ("Z", 1), ("Z-A2", 0), ("onderwijsroute", 0)]  # fmt: skip
    assert vraag("select periode, vastgesteld_aantal, waarde_status from marts.fct_pip where gemeentecode = ? "
                 "order by 1", DAM) == [
        ("2022", 1, "gemeten"), ("2023", 3, "gemeten"), ("2024", 2, "gemeten"), ("2025", 0, "nul")
    ]  # fmt: skip
    assert vraag("select onderdeel, jaar, doelgroep, afgerond_aantal from marts.fct_pvt_map "
                 "where gemeentecode = ? and afgerond_aantal > 0 order by 2, 3", DAM) == [
        ("PVT", 2024, GEZIN, 2), ("PVT", 2024, SH, 2)
    ]  # fmt: skip
    assert vraag("select jaar, doelgroep, leerroute, aantal from marts.fct_uitstroom where gemeentecode = ? "
                 "and aantal > 0", DAM) == [(2024, GEZIN, "Z", 1)]  # fmt: skip


def test_een_telling_noemt_haar_herkomst(vraag: Vraag) -> None:
    [(zin, plaats, levering)] = vraag(
        "select toelichting, vindplaats, levering_id[1] from marts.fct_waarneming where (indicator_code, bron, "
        "gemeentecode, jaar, doelgroep) = ('pvt', 'duo_personen', ?, 2024, ?)", DAM, GEZIN
    )  # fmt: skip
    assert zin == "geteld uit 2 personen in 2 leveringen"
    assert plaats == "synthetisch_4.csv, kolom datum_pvt, geteld uit 2 personen in 2 leveringen"
    assert levering == "4"


def test_een_kolom_die_er_niet_was_geeft_geen_cel(vraag: Vraag) -> None:
    assert vraag("select distinct indicator_code from marts.fct_waarneming where gemeentecode = ? "
                 "and indicator_code in ('pvt', 'map') ", VEEN) == [("map",)]  # fmt: skip
    assert vraag("select count(*) from marts.fct_pvt_map where (gemeentecode, onderdeel) = (?, 'MAP')", DAM) == [(0,)]
    [(zin,)] = vraag("select toelichting from marts.fct_bevinding where controle_code = 'kolom_niet_geleverd'")
    assert "van Voorbeelddam niet geteld uit de personenlijst van DUO: datum_map ontbreekt in 1 van de 3" in zin
    assert vraag("select count(*) from marts.fct_doorlooptijd where (gemeentecode, traject) = (?, 'termijn_map')",
                 DAM) == [(0,)]  # fmt: skip


def test_gedrukt_cijfer_gaat_voor_en_het_verschil_is_een_bevinding(vraag: Vraag) -> None:
    """2025 isn't compared: the printed figure runs to March, the list to June. Equal figures give no finding."""
    rijen = vraag(
        "select indicator_code, periode, gedrukt::int, herrekend::int, toelichting from marts.fct_bevinding "
        "where controle_code = 'bronverschil' and gemeentecode = ? order by 1, 2", DAM
    )  # fmt: skip
    assert [r[:4] for r in rijen] == [("gerealiseerd", "2024", 3, 4), ("instroom", "2023", 2, 1),
                                      ("instroom", "2024", 3, 2)]  # fmt: skip
    assert "is volgens gemeente 3 en geteld uit de personenlijst van TVS/COA 4. Het verschil is 1." in rijen[0][4]
    assert vraag("select periode, gerealiseerd_aantal from marts.fct_taakstelling_realisatie where gemeentecode = ? "
                 "order by 1", DAM) == [("2024", 3), ("2025", 9), ("2025-1", 1)]  # fmt: skip
    assert vraag("select count(*) from marts.fct_bevinding where controle_code in ('optelling', 'aansluiting_stand', "
                 "'totaal_onvolledig') and gemeentecode = ?", DAM) == [(0,)]  # fmt: skip


KOLOMMEN = ("gestart_aantal, afgerond_aantal, binnen_norm_aantal, te_laat_aantal, open_aantal, "
            "open_binnen_norm_aantal, open_over_norm_aantal, mediaan_dagen, p80_dagen")  # fmt: skip


@pytest.mark.parametrize(
    ("gemeente", "traject", "jaar", "doelgroep", "verwacht"),
    [
        # p1 28, p2 70 (the last day), p3 71 days
        (DAM, "kennisgeving_pip", 2023, SH, (3, 3, 2, 1, 0, 0, 0, 70, 71)),
        # p4 waits since January 2024, p11 60 days on the peildatum
        (DAM, "kennisgeving_pip", 2024, SH, (1, 0, 0, 0, 1, 0, 1, None, None)),
        (DAM, "kennisgeving_pip", 2025, SH, (1, 0, 0, 0, 1, 1, 0, None, None)),
        # 20, 40, 70 and 71 days; open since 100 and since 30 days: the third of six is known, the fifth isn't
        (BERG, "brp_pip", 2024, SH, (6, 4, 3, 1, 2, 1, 1, 70, None)),
        # p1 426 days, p2 406 days; p3 still open
        (DAM, "termijn_pvt", 2023, SH, (3, 2, 2, 0, 1, 1, 0, 426, None)),
        # 84 (the last day), 85, 30, 75 days, and one housed before the koppeling
        (DAM, "koppeling_huisvesting", 2024, SH, (5, 5, 4, 1, 0, 0, 0, 75, 84)),
        (DAM, "koppeling_huisvesting", 2025, SH, (2, 0, 0, 0, 2, 1, 1, None, None)),
    ],
)
def test_doorlooptijd(vraag: Vraag, gemeente: str, traject: str, jaar: int, doelgroep: str, verwacht: tuple) -> None:
    assert vraag(
        f"select {KOLOMMEN} from marts.fct_doorlooptijd where (gemeentecode, traject, jaar, doelgroep) = (?, ?, ?, ?)",
        gemeente, traject, jaar, doelgroep,
    ) == [verwacht]  # fmt: skip


def test_norm_van_een_doorlooptijd_heeft_een_bron(vraag: Vraag) -> None:
    assert vraag("select distinct traject, norm_dagen from marts.fct_doorlooptijd order by 1") == [
        ("brp_pip", 70), ("kennisgeving_pip", 70), ("koppeling_huisvesting", 84), ("termijn_map", 1096),
        ("termijn_pvt", 1096),
    ]  # fmt: skip
    assert vraag("select count(*) from marts.fct_doorlooptijd where norm_bron is null or peildatum is null") == [(0,)]


def test_wissel_van_leerroute_volgt_uit_twee_lijsten(vraag: Vraag) -> None:
    assert vraag(
        "select gemeentecode, jaar, doelgroep, van_leerroute, naar_leerroute, soort_wissel, aantal, "
        "binnen_termijn_aantal, heeft_termijn from marts.fct_routewissel order by 3"
    ) == [
        (DAM, 2025, GEZIN, "B1", "Z", "leerroute", 1, 1, True),
        (DAM, 2025, SH, "onderwijsroute", "B1", "leerroute", 1, 0, False),
    ]


REGELS = {
    "staat niveau A2 bij de onderwijsroute": 1, "staat niveau B1 bij de Z-route": 1,
    "staat al in het eerste PIP niveau A2": 1, "staat een leerroute zonder datum van een PIP": 1,
    "is het PIP gedateerd vóór het begin van de inburgeringsplicht": 1, "is het actuele PIP ouder": 1,
    "begint de inburgeringstermijn niet op de dag na": 1, "is het eindgesprek van de MAP vóór het begin": 1,
    "is de PVT getekend na de afronding van de Z-route": 1, "is het eindgesprek van de MAP na de peildatum": 1,
    "eindigt de inburgeringsplicht vóór zij begint": 1, "begint de inburgeringsplicht vóór 1 januari 2022": 1,
    "is de PVT getekend vóór het begin van de inburgeringstermijn": 22,
}  # fmt: skip


def test_iedere_gebroken_regel_is_een_bevinding(vraag: Vraag) -> None:
    rijen = vraag(
        "select toelichting, gedrukt::int, controle_code, soort, vindplaats from marts.fct_bevinding "
        "where gemeentecode = ? and controle_code in ('persoonsregel', 'persoonssignaal')", BERG
    )  # fmt: skip
    assert len(rijen) == len(REGELS)
    for zin, aantal in REGELS.items():
        [(tekst, geteld, *_)] = [r for r in rijen if zin in r[0]]
        assert geteld == aantal and tekst.startswith(f"Bij {aantal} van de 40 personen van GM0002 (de personenlijst")
    assert {(c, s) for _, _, c, s, _ in rijen} == {("persoonsregel", "regel"), ("persoonssignaal", "plausibiliteit")}
    [(plaats,)] = [(r[4],) for r in rijen if r[1] == 22]
    assert plaats.startswith("synthetisch_7.csv, regels 20, 21, 22, ") and plaats.endswith(", 39 en nog 2")


def test_examens_en_huisvesting_hebben_ook_regels(vraag: Vraag) -> None:
    rijen = vraag(
        "select toelichting, vindplaats from marts.fct_bevinding where gemeentecode = ? "
        "and controle_code in ('persoonsregel', 'persoonssignaal') order by 1", DAM
    )  # fmt: skip
    assert [z.split(")")[0] for z, _ in rijen] == [
        "Bij 1 van de 3 examens van Voorbeelddam (de examenlijst van DUO",
        "Bij 1 van de 3 examens van Voorbeelddam (de examenlijst van DUO",
        "Bij 1 van de 7 personen van Voorbeelddam (de personenlijst van TVS/COA",
    ]
    assert [p for _, p in rijen] == ["synthetisch_6.csv, regel 4", "synthetisch_6.csv, regel 3",
                                     "synthetisch_8.csv, regel 8"]  # fmt: skip


def test_intrekking_verhuizing_en_ander_nummer(vraag: Vraag) -> None:
    """k1 is retracted without a gemeente, k2's move is taken back, v3 and k3 are one person."""
    assert vraag("select gemeentecode, sum(waarde)::int from marts.fct_waarneming where indicator_code = 'pip' and "
                 "bron = 'duo_personen' and gemeentecode in (?, ?) group by 1 order by 1", VEEN, KERK
    ) == [(VEEN, 1), (KERK, 4)]  # fmt: skip


def lijstmelding(vraag: Vraag, code: str) -> list[tuple[Any, ...]]:
    return vraag(
        "select gemeentecode, gedrukt::int, herrekend::int, soort, ernst, toelichting, vindplaats "
        "from marts.fct_bevinding where controle_code = ? order by 1", code
    )  # fmt: skip


def test_een_deel_van_een_lijst_verdringt_een_volledige_lijst_niet(vraag: Vraag) -> None:
    assert vraag("select bron, gestart_aantal, afgerond_aantal from marts.fct_doorlooptijd where (gemeentecode, "
                 "traject) = (?, 'kennisgeving_pip')", KERK) == [("duo_personen", 4, 4)]  # fmt: skip
    assert vraag("select jaar, vastgesteld_aantal from marts.fct_pip where gemeentecode = ?", KERK)[-1] == (2024, 4)
    [(gemeente, ander, leidend, *soort, zin, plaats)] = lijstmelding(vraag, "personenlijst_voorrang")
    assert (gemeente, ander, leidend, *soort) == (KERK, 2, 4, "volledigheid", "middel")
    assert zin == (
        "Voor GM0004 gaat de personenlijst van DUO (4 personen) voor de personenlijst van de gemeente (2 personen). De "
        "eigen lijst van de gemeente telt minder dan 80% van de personen van de grootste lijst. De andere lijst is "
        "weggelaten waar de eerste een cijfer geeft."
    )
    assert plaats == "synthetisch_12.csv"


def test_een_nieuwe_stand_zonder_iedereen_is_een_bevinding(vraag: Vraag) -> None:
    """s3 is missing and still counts, s4 was done; s9 was only in the stand that was replaced."""
    assert vraag("select sum(aantal)::int from marts.fct_instroom where gemeentecode = ?", STAD) == [(4,)]
    [(gemeente, aantal, _, *soort, zin, plaats)] = lijstmelding(vraag, "stand_onvolledig")
    assert (gemeente, aantal, *soort, plaats) == (STAD, 1, "volledigheid", "middel", "synthetisch_17.csv")
    assert "ontbreekt in de stand van 30 juni 2025 1 persoon die in de stand van 31 maart 2025 wel stond; die" in zin
    [(gemeente, aantal, *_, zin, plaats)] = lijstmelding(vraag, "stand_vervangen")
    assert (gemeente, aantal, plaats) == (STAD, 1, "synthetisch_16.csv") and "opnieuw geleverd" in zin


def test_wie_vertrok_wacht_niet_meer_bij_de_oude_gemeente(vraag: Vraag) -> None:
    """s1 moved and s4 has no plicht any more; s2 and s3 wait for a PIP."""
    assert vraag("select gestart_aantal, open_aantal from marts.fct_doorlooptijd where (gemeentecode, traject) = "
                 "(?, 'kennisgeving_pip')", STAD) == [(2, 2)]  # fmt: skip


def test_nummer_met_twee_bsns_en_huishouden_op_een_rij(vraag: Vraag) -> None:
    [(gemeente, aantal, _, *soort, zin, plaats)] = lijstmelding(vraag, "koppeling_dubbel")
    assert (gemeente, aantal, *soort, plaats) == (None, 1, "plausibiliteit", "middel", None)
    assert zin.startswith("Over alle personenlijsten noemen leveringen bij 1 nummer meer dan één BSN.")
    [(_, aantal, _, soort, _, zin, plaats)] = [r for r in lijstmelding(vraag, "persoonssignaal") if r[0] == KERK]
    assert (aantal, soort, plaats) == (2, "plausibiliteit", "synthetisch_18.csv, regels 2, 5")
    assert "is de gezinsgrootte groter dan het aantal rijen van het huishouden" in zin


def test_geen_mart_en_geen_snapshot_kent_een_persoon(instellingen: Instellingen, vraag: Vraag) -> None:
    codes = {c for (c,) in vraag("select distinct pseudo_id from intermediate.int_persoon__versie")}
    assert len(codes) >= 50
    [snapshot] = Path(instellingen.published_map).glob("*.duckdb")
    for pad, schemas in ((snapshot, "('marts', 'meta')"), (instellingen.warehouse_pad, "('marts')")):
        with duckdb.connect(str(pad), read_only=True) as con:
            kolommen = con.execute(
                "select table_schema || '.' || table_name, column_name from information_schema.columns "
                f"where data_type = 'VARCHAR' and table_schema in {schemas}"
            ).fetchall()
            assert kolommen
            for tabel, kolom in kolommen:
                tekst = " ".join(w for (w,) in con.execute(
                    f'select distinct "{kolom}" from {tabel} where "{kolom}" is not null').fetchall())  # fmt: skip
                assert not [c for c in codes if c in tekst], (tabel, kolom)
                assert kolom not in ("pseudo_id", "persoonsleutel", "huishouden_id"), tabel
