"""The numbers behind the generator, each with its source (parameters.yml)."""

from __future__ import annotations

from bisect import bisect
from functools import cache
from itertools import accumulate
from math import exp
from pathlib import Path
from random import Random
from typing import Any

import yaml


@cache
def _alles() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("parameters.yml").read_text("utf-8"))
    return inhoud


def parameter(naam: str) -> Any:
    """The value of one parameter."""
    return _alles()[naam]["waarde"]


def bronnen() -> dict[str, str]:
    """Parameter -> where its value comes from."""
    return {naam: regel["bron"] for naam, regel in _alles().items()}


@cache
def _verdeling(naam: str, groep: str | None) -> tuple[list[Any], list[float]]:
    gewichten = parameter(naam) if groep is None else parameter(naam)[groep]
    return list(gewichten), list(accumulate(gewichten.values()))


def trek(r: Random, naam: str, groep: str | None = None) -> Any:
    """Draw one key of a parameter that holds weights."""
    keuzes, grens = _verdeling(naam, groep)
    return keuzes[bisect(grens, r.random() * grens[-1])]


def kans(r: Random, pct: float) -> bool:
    """True in `pct` out of a hundred draws."""
    return r.random() * 100 < pct


def trek_dagen(r: Random, naam: str) -> int:
    """A skewed duration in days around the median that a parameter gives in weeks."""
    p = parameter(naam)
    return max(1, round(7 * p["mediaan"] * exp(r.gauss(0, p["spreiding"]))))
