"""Read boundaries of gemeenten: a GeoJSON FeatureCollection becomes one row per gemeente."""

from __future__ import annotations

import json
import re
from typing import Any

import polars as pl

from ingest.cel import Afkeuring
from ingest.gebied.gemeenten import parse_code
from ingest.records.lezing import RecordLezing

SCHEMA: dict[str, pl.DataType] = {
    "blad": pl.String(), "rij": pl.Int32(), "jaar": pl.Int32(), "gemeentecode": pl.String(),
    "gemeentenaam": pl.String(), "geometrie": pl.String(),
}  # fmt: skip
_CODE = ("gemeentecode", "statcode", "gm_code", "code")
_NAAM = ("gemeentenaam", "statnaam", "gm_naam", "naam")
_VORMEN = ("Polygon", "MultiPolygon")
_JAAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def is_grenzen(inhoud: Any) -> bool:
    """Whether parsed JSON is a FeatureCollection with codes of gemeenten."""
    if not isinstance(inhoud, dict) or inhoud.get("type") != "FeatureCollection":
        return False
    features = inhoud.get("features")
    return isinstance(features, list) and any(_eigenschap(f, _CODE) for f in features[:5])


def lees_grenzen(inhoud: dict[str, Any], waar: str) -> RecordLezing:
    """One row per feature, `rij` is its place in the file; `waar` is the file name, for the year."""
    lezing = RecordLezing("cbs_grenzen", pl.DataFrame(schema=SCHEMA))
    in_naam = list(dict.fromkeys(_JAAR.findall(f"{waar} {inhoud.get('name', '')}")))
    jaren_in_naam = [int(j) for j in in_naam]
    rijen: list[dict[str, Any]] = []
    for nummer, feature in enumerate(inhoud["features"], 1):
        rijen += _lees_feature(lezing, feature, nummer, jaren_in_naam)
    lezing.frame = pl.DataFrame(rijen, schema=SCHEMA, orient="row")
    lezing.kolommen = {k: k for k in ("jaar", "gemeentecode", "gemeentenaam", "geometrie")}
    return lezing


def _lees_feature(
    lezing: RecordLezing, feature: dict[str, Any], nummer: int, in_naam: list[int]
) -> list[dict[str, Any]]:
    ruw = _eigenschap(feature, _CODE)
    code = parse_code(ruw)
    geometrie = feature.get("geometry") or {}
    jaren = _jaren(feature, in_naam)
    if code is None:
        fout = (f"'{ruw}' is geen gemeentecode.", "Lever een bestand met statcode of gemeentecode (GM0629).")
    elif geometrie.get("type") not in _VORMEN:
        fout = ("De grens van deze gemeente is geen vlak.", "Lever de gebiedsindeling van het CBS of PDOK aan.")
    elif not _is_wgs84(geometrie):
        fout = ("De coördinaten zijn geen lengte- en breedtegraden (waarschijnlijk Rijksdriehoek).",
                "Download de grenzen in WGS84 (EPSG:4326).")  # fmt: skip
    elif not jaren:
        fout = ("Van deze grens is niet te zien over welk jaar zij gaat.", "Zet het jaar in de bestandsnaam.")
    else:
        naam = _eigenschap(feature, _NAAM) or None
        tekst = json.dumps(geometrie, separators=(",", ":"))
        return [
            {"blad": None, "rij": nummer, "jaar": jaar, "gemeentecode": code, "gemeentenaam": naam, "geometrie": tekst}
            for jaar in jaren
        ]
    lezing.afkeuringen.append(Afkeuring(None, nummer, "gemeentecode", ruw, *fout, regel="grens onbruikbaar"))
    return []


def _jaren(feature: dict[str, Any], in_naam: list[int]) -> list[int]:
    """The year of this feature (jrstatcode 2025GM0629), else the one or the range in the file name."""
    eigen = _eigenschap(feature, ("jaar", "jrstatcode"))
    if m := re.match(r"(20\d\d)", eigen):
        return [int(m.group(1))]
    if len(in_naam) == 2 and in_naam[0] < in_naam[1]:
        return list(range(in_naam[0], in_naam[1] + 1))
    return in_naam if len(in_naam) == 1 else []


def _eigenschap(feature: Any, namen: tuple[str, ...]) -> str:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return ""
    laag = {str(k).lower(): v for k, v in feature["properties"].items()}
    return next((str(laag[n]).strip() for n in namen if laag.get(n) not in (None, "")), "")


def _is_wgs84(geometrie: dict[str, Any]) -> bool:
    punt: Any = geometrie.get("coordinates")
    while isinstance(punt, list) and punt and isinstance(punt[0], list):
        punt = punt[0]
    return isinstance(punt, list) and len(punt) >= 2 and -10 <= punt[0] <= 12 and 45 <= punt[1] <= 60
