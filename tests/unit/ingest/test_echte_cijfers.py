"""Every figure of the report, as typed by hand elsewhere, is in raw.cel with the same print."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.unit.ingest.conftest import PROJECT, Magazijn

BRON = PROJECT.parent / "shared" / "data" / "rekenkamer-wvolv-2025"
Rij = dict[str, str]
LV_V_W = "GM0626|GM0629|GM1916"
VIER = "GM0579|GM0626|GM0629|GM1916"
DOELGROEP = {
    "gezins- en overige migranten": "gezinsmigrant",
    "asielstatushouders": "statushouder",
    "asielmigranten": "statushouder",
}
ROUTE = {"Z-route": "Z", "Z-route A2": "Z-A2", "Onderwijsroute": "onderwijsroute", "Totaal": "totaal", "": None}
POST = {
    "Kosten leerroutes": "leerroutes",
    "Kosten maatschappelijke begeleiding": "maatschappelijke_begeleiding",
    "Kosten PVT": "pvt",
    "Kosten participatiecomponent (o.a. financiële begeleiding)": "participatiecomponent",
    "Kosten formatie gemeente": "formatie",
    "Kosten totaal": "totaal",
    "Baten totaal": "totaal",
    "Gemeentefonds tbv inburgering": "gemeentefonds",
    "SPUK (G10 Inburgering, G13 Onderwijsroute, JenV A38)": "spuk",
}


def _gemeente(rij: Rij) -> dict[str, str | None]:
    naam = rij["gemeente"]
    if naam in ("vier gemeenten", "LV+V+W totaal"):
        return {"gemeentecode": None, "deelnemers": VIER if naam.startswith("vier") else LV_V_W}
    return {"gemeentenaam": naam, "deelnemers": None}


def _tabel(rij: Rij) -> dict[str, str | None]:
    tabel = rij["bron_tabel"]
    return {"tabel": tabel} if tabel[0].isdigit() else {"bladzijde": tabel.rsplit("p.", 1)[1].rstrip(")")}


def _telling(indicator: str) -> Callable[[Rij], list[dict[str, object]]]:
    def verwacht(r: Rij) -> list[dict[str, object]]:
        return [
            {
                "indicator": indicator,
                "periode": r["jaar"],
                "doelgroep": r.get("doelgroep"),
                "waarde_ruw": r["waarde_ruw"],
            }
        ]

    return verwacht


def _geld(indicator: str, kolom: str) -> Callable[[Rij], list[dict[str, object]]]:
    def verwacht(r: Rij) -> list[dict[str, object]]:
        status = r["status"].split(" (")[0]
        return [
            {
                "indicator": indicator,
                "periode": r["jaar"],
                "post": POST[r[kolom]],
                "status_bedrag": status,
                "waarde_ruw": r["waarde_ruw"],
                "waarde": Decimal(r["waarde"]) if r["waarde"] else None,
            }
        ]

    return verwacht


def _taakstelling(r: Rij) -> list[dict[str, object]]:
    kolommen = {
        "stand_1_januari": "stand_begin",
        "taakstelling": "taakstelling",
        "totale_taakstelling": "totale_taakstelling",
        "gerealiseerd": "gerealiseerd",
    }
    return [
        {
            "indicator": i,
            "periode": r["jaar"],
            "cast(peildatum as varchar)": r["peildatum"],
            "waarde_ruw": r[k],
            "waarde": Decimal(r[k]),
        }
        for k, i in kolommen.items()
    ]


def _instroom(r: Rij) -> list[dict[str, object]]:
    leeftijd = r["leeftijdsgroep"].removesuffix(" jaar")
    return [{**_telling("instroom")(r)[0], "leeftijdsgroep": leeftijd, "geslacht": r["geslacht"]}]


def _route(indicator: str) -> Callable[[Rij], list[dict[str, object]]]:
    def verwacht(r: Rij) -> list[dict[str, object]]:
        return [{**_telling(indicator)(r)[0], "leerroute": ROUTE.get(r["leerroute"], r["leerroute"])}]

    return verwacht


def _wi2013(r: Rij) -> list[dict[str, object]]:
    return [
        {
            "indicator": "wi2013",
            "cast(peildatum as varchar)": r["peildatum"],
            "doelgroep": DOELGROEP[r["doelgroep"]],
            "waarde_ruw": r["waarde_ruw"],
            "coalesce(waarde, 0)": Decimal(r["ondergrens"]),
            "waarde_status": "onderdrukt" if r["waarde_ruw"] == "*" else "ondergrens",
        }
    ]


def _pip(r: Rij) -> list[dict[str, object]]:
    return [{"indicator": "pip", "periode": f"{r['periode_van']}/{r['periode_tot']}", "waarde_ruw": r["aantal_pip"]}]


def _prijs(r: Rij) -> list[dict[str, object]]:
    return [
        {
            "indicator": "spuk_prijs",
            "periode": r["uitkeringsjaar"],
            "doelgroep": DOELGROEP.get(r["doelgroep"], "gezinsmigrant"),
            "kenmerk": f"cohort {r['cohort']}",
            "waarde_ruw": r["waarde_ruw"],
            "waarde": Decimal(r["bedrag_eur"]),
        }
    ]


def _land(r: Rij) -> list[dict[str, object]]:
    return [
        {
            "indicator": "herkomstland",
            "kenmerk": r["land"],
            "waarde_ruw": r["aantal_ruw"],
            "waarde": Decimal(r["aantal_min"]),
        }
    ]


def _uren(r: Rij) -> list[dict[str, object]]:
    return [
        {
            "indicator": "taaluren",
            "kenmerk": f"{r['groep']} · {r['leersnelheid'].lower()}",
            "waarde_ruw": r["waarde_ruw"],
            "waarde": Decimal(r["uren"]) if r["uren"] else None,
        }
    ]


VERWACHT: dict[str, Callable[[Rij], list[dict[str, object]]]] = {
    "taakstelling": _taakstelling,
    "wi2013": _wi2013,
    "baten": _geld("baten", "batensoort"),
    "kosten": _geld("lasten", "kostensoort"),
    "inburgeraars_demografie": _instroom,
    "pip": _pip,
    "leerroutes": _route("leerroute"),
    "uitstroom": _route("uitstroom"),
    "pvt": _telling("pvt"),
    "map": _telling("map"),
    "maatschappelijke_begeleiding": _telling("begeleiding"),
    "spuk_bedragen": _prijs,
    "landen_herkomst": _land,
    "taalniveaugroepen": _uren,
}


def _nodig() -> Path:
    if not BRON.is_dir():
        pytest.skip(f"LET OP: {BRON} ontbreekt, de cijfers van het rapport zijn NIET vergeleken")
    return BRON


def test_elk_bestand_met_cijfers_wordt_vergeleken() -> None:
    """A new table of the report must be added here as well."""
    assert {p.stem for p in _nodig().glob("*.csv")} == set(VERWACHT)


@pytest.mark.parametrize("naam", sorted(VERWACHT))
def test_elk_cijfer_staat_in_raw(naam: str, gevuld: Magazijn) -> None:
    """Each figure occurs exactly once, with its print, its dimensions and its table."""
    with (_nodig() / f"{naam}.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    assert rijen
    fout = []
    verbinding = duckdb.connect(str(gevuld.pad), read_only=True)
    for rij in rijen:
        for verwacht in VERWACHT[naam](rij):
            alles = {**verwacht, **_tabel(rij)} | (_gemeente(rij) if "gemeente" in rij else {})
            waar = " and ".join(f"{k} is not distinct from ?" for k in alles)
            vraag = f"select count(*) from raw.cel where {waar}"
            [(aantal,)] = verbinding.execute(vraag, [*alles.values()]).fetchall()
            if aantal != 1:
                fout.append((aantal, alles))
    verbinding.close()
    assert not fout, f"{len(fout)} van {len(rijen)}: {fout[:3]}"


def test_meegeleverde_leveringen_zijn_helemaal_goed(gevuld: Magazijn) -> None:
    """Nothing of the shipped deliveries is rejected or remarked upon."""
    resultaten = gevuld.resultaten  # type: ignore[attr-defined]
    assert len(resultaten) == 7
    assert [(r.bestand, r.status, r.meldingen) for r in resultaten if r.status != "ingelezen" or r.meldingen] == []


def test_elke_levering_noemt_haar_herkomst(gevuld: Magazijn) -> None:
    """Title, publisher, citation and the open questions travel with the delivery."""
    leeg = gevuld.vraag(
        "select bestand from raw.levering where titel is null or uitgever is null or herkomst is null "
        "or kanttekening is null or not openbaar or is_synthetisch"
    )
    assert leeg == []


def test_oegstgeest_uit_de_tekst(gevuld: Magazijn) -> None:
    """112 inburgeraars, 72 of them statushouders, 6 without a leerroute: from running text, without splits."""
    rijen = gevuld.vraag(
        "select indicator, doelgroep, periode, waarde from raw.cel where gemeentecode = 'GM0579' "
        "and indicator in ('instroom', 'zonder_leerroute') order by 1, 2 nulls last"
    )
    assert rijen == [
        ("instroom", "gezinsmigrant", "totaal", 40),
        ("instroom", "statushouder", "totaal", 72),
        ("instroom", "totaal", "totaal", 112),
        ("zonder_leerroute", None, "totaal", 6),
    ]


def test_gedrukte_percentages_en_achterstand(gevuld: Magazijn) -> None:
    """Figures the report prints in its text: shares, completion and the achterstand at the end of October 2024."""
    assert gevuld.vraag(
        "select count(*) from raw.cel where indicator = 'leerroute_aandeel_pct' and tabel = 'par. 6.4'"
    ) == [(24,)]
    assert gevuld.vraag("select waarde, deelnemers from raw.cel where indicator = 'pvt_voltooiing_pct'") == [
        (85, LV_V_W)
    ]
    assert gevuld.vraag("select waarde, deelnemers from raw.cel where indicator = 'map_voltooiing_pct'") == [
        (80, LV_V_W)
    ]
    assert gevuld.vraag("select sum(waarde) from raw.cel where indicator = 'achterstand'") == [(280,)]
