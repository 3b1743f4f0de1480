"""DUO's figures per gemeente and the registers of CBS and Iv3."""

from __future__ import annotations

from typing import Any

from rekenkamer.synthetisch.geld import PerGemeente, lasten, spuk_bedrag
from rekenkamer.synthetisch.land import PROVINCIE, Gemeente, grens
from rekenkamer.synthetisch.levering import Levering, Rij, Tabel
from rekenkamer.synthetisch.parameters import parameter
from rekenkamer.synthetisch.personen import Persoon
from rekenkamer.synthetisch.tellen import DOELGROEPEN, DUO_INDICATOREN, tel_duo

CIJFERS_KOP = ["PEILDATUM", "GEMEENTECODE", "GEMEENTENAAM", "WET", "DOELGROEP", "COHORTJAAR", "INDICATOR", "AANTAL"]
_NAAM = {"statushouder": "Asielstatushouders", "gezinsmigrant": "Gezins- en overige migranten"}
_INDELINGSJAREN = (2023, 2024, 2025)
_OUD = ("GM9991", "Oud-Synthetischestad")


def maak_duo_cijfers(bevolking: list[Persoon], gemeenten: list[Gemeente]) -> Levering:
    """The long table: counted from the persons, cells of nobody left out."""
    telling = tel_duo(bevolking)
    dag = parameter("peildatum")
    cohorten = sorted({p.cohort for p in bevolking})
    rijen: list[Rij] = [
        [dag, g.code, g.naam, "Wi2021", _NAAM[d], cohort, indicator, telling[g.code, d, cohort, indicator]]
        for g in gemeenten for d in DOELGROEPEN for cohort in cohorten for indicator in DUO_INDICATOREN
    ]  # fmt: skip
    return Levering(f"synthetisch_duo_cijfers_gemeente_{dag:%Y%m%d}.csv", "duo", "DUO-cijfers per gemeente",
                    [Tabel(CIJFERS_KOP, rijen)], peildatum=dag)  # fmt: skip


def maak_cbs(gemeenten: list[Gemeente]) -> list[Levering]:
    """Names and codes per year, inhabitants, one merger, and borders."""
    namen: list[Rij] = [[jaar, g.code, g.naam, *PROVINCIE] for jaar in _INDELINGSJAREN for g in gemeenten]
    inwoners: list[Rij] = [[jaar, g.code, aantal] for g in gemeenten for jaar, aantal in g.inwoners.items()]
    fusie: list[Rij] = [["2023-01-01", *_OUD, gemeenten[0].code, gemeenten[0].naam, "nee"]]
    vlakken = {"type": "FeatureCollection", "name": "synthetisch", "features": [_vlak(g) for g in gemeenten]}
    return [
        Levering("synthetisch_cbs_gemeenten.csv", "cbs", "Gemeentelijke indeling", [Tabel(
            ["Jaar", "GemeentecodeGM", "Gemeentenaam", "ProvinciecodePV", "Provincienaam"], namen)]),
        Levering("synthetisch_cbs_inwoners.csv", "cbs", "Inwoners op 1 januari", [Tabel(
            ["Jaar", "Gemeentecode", "Inwoners"], inwoners)]),
        Levering("synthetisch_cbs_herindelingen.csv", "cbs", "Herindelingen", [Tabel(
            ["Ingangsdatum", "Oude code", "Oude naam", "Nieuwe code", "Nieuwe naam", "Gesplitst"], fusie)]),
        Levering("synthetisch_cbs_grenzen_2025.geojson", "cbs", "Grenzen van gemeenten", inhoud=vlakken),
    ]  # fmt: skip


def _vlak(g: Gemeente) -> dict[str, Any]:
    import json

    kenmerken = {"statcode": g.code, "jrstatcode": f"2025{g.code}", "statnaam": g.naam}
    return {"type": "Feature", "properties": kenmerken, "geometry": json.loads(grens(g))}


def maak_iv3(per_gemeente: PerGemeente, gemeenten: list[Gemeente]) -> list[Levering]:
    """The budget of 2025 as CSV and the accounts of 2024 as OData, in thousands of euro, keys padded with spaces."""
    begroting = [regel for g in gemeenten for regel in _iv3(g, per_gemeente[g.code], 2025, "2025X000")]
    rekening = [regel for g in gemeenten for regel in _iv3(g, per_gemeente[g.code], 2024, "2024X005")]
    kop = ["ID", "TaakveldBalanspost", "Categorie", "Gemeenten", "Verslagsoort", "k_1ePlaatsing_1", "k_2ePlaatsing_2"]
    rijen: list[Rij] = [[i, *regel] for i, regel in enumerate(begroting)]
    document = {
        "odata.metadata": "synthetisch#Cbs.OData.WebAPI.TypedDataSet",
        "value": [dict(zip(kop, [i, *regel], strict=True)) for i, regel in enumerate(rekening)],
    }
    return [
        Levering("synthetisch_iv3_2025000.csv", "iv3", "Iv3, begroting 2025", [Tabel(kop, rijen)], scheiding=","),
        Levering("synthetisch_iv3_2024005_odata.json", "iv3", "Iv3, jaarrekening 2024", inhoud=document),
    ]


def _iv3(g: Gemeente, personen: list[Persoon], jaar: int, verslag: str) -> list[Rij]:
    bedragen = lasten(personen)
    per_post = {post: sum(b for (p, j), b in bedragen.items() if p == post and j == jaar) for post, _ in bedragen}
    baten = round(spuk_bedrag(personen, jaar)[0])
    cellen = [
        ("6.1   ", "L1.1    ", per_post.get("formatie", 0)),
        ("6.1   ", "L3.8    ", per_post.get("maatschappelijke_begeleiding", 0)),
        ("6.1   ", "L4.3.8  ", per_post.get("leerroutes", 0)),
        ("6.1   ", "B4.3.1  ", baten),
        ("6.5   ", "L3.8    ", per_post.get("participatiecomponent", 0)),
    ]  # fmt: skip
    return [[taakveld, categorie, f"{g.code}   ", verslag, *[str(round(bedrag / 1000))] * 2]
            for taakveld, categorie, bedrag in cellen]  # fmt: skip
