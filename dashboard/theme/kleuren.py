"""The colours of the visual language, each named after its role."""

from __future__ import annotations

TEKST = "#1B2A33"
TEKST_ZACHT = "#51616B"
RASTER = "#E1E6E9"
PAPIER = "#FFFFFF"

EIGEN = "#0B5C7A"
ANDERE = "#7C8B95"
NORM = "#A84B12"
ONTBREEKT = "#87929A"

LEERROUTE = {
    "B1": "#0B5C7A",
    "onderwijsroute": "#6A4C93",
    "Z": "#B85C14",
    "A2": "#4F93AD",
    "Z-A2": "#BC7F3F",
}


def gemeente_kleur(is_gekozen: bool) -> str:
    """The chosen gemeente stands out; every other one steps back."""
    return EIGEN if is_gekozen else ANDERE
