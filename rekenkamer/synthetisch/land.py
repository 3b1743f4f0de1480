"""A made-up country: gemeenten with codes that CBS does not use, their inhabitants and their borders."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import exp
from random import Random

from rekenkamer.synthetisch.parameters import parameter

EERSTE_CODE = 9001
MEESTE_GEMEENTEN = 900
PROVINCIE = ("", "Synthetische provincie")  # a code would be one of a real province


@dataclass(frozen=True)
class Gemeente:
    """A made-up gemeente. `gewicht`: its share of the persons."""

    code: str
    naam: str
    nummer: int
    gewicht: float
    inwoners: dict[int, int]


def maak_gemeenten(r: Random, aantal: int, personen: int, eerste: int = EERSTE_CODE) -> list[Gemeente]:
    """Gemeenten of different size, together as large as the number of persons asks for; codes count from `eerste`."""
    ruw = [exp(r.gauss(0, 0.5)) for _ in range(aantal)]
    jaren = sorted(parameter("landelijk_inwoners"))
    groei = parameter("landelijk_inwoners")
    gemeenten = []
    for i, gewicht in enumerate(ruw):
        basis = max(1000.0, parameter("inwoners_per_persoon") * personen * gewicht / sum(ruw))
        inwoners = {jaar: round(basis * groei[jaar] / groei[jaren[0]]) for jaar in jaren}
        nummer = eerste - EERSTE_CODE + i
        gemeenten.append(
            Gemeente(f"GM{eerste + i:04d}", f"Synthetischestad {nummer + 1}", nummer, gewicht / sum(ruw), inwoners)
        )
    return gemeenten


def grens(gemeente: Gemeente) -> str:
    """A square in the North Sea, as GeoJSON geometry."""
    x, y = 3.0 + 0.05 * (gemeente.nummer % 30), 53.0 + 0.05 * (gemeente.nummer // 30)
    hoeken = [[x, y], [x + 0.05, y], [x + 0.05, y + 0.05], [x, y + 0.05], [x, y]]
    return json.dumps({"type": "Polygon", "coordinates": [[[round(a, 3), round(b, 3)] for a, b in hoeken]]})
