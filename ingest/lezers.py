"""Which source folder finishes the rows of which layout, and which schema they must pass."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ingest.cel import Cel
from ingest.tabel.rij import Rij

_BRON_VAN_LAYOUT = {
    "coa_taakstelling": "tvs",
    "duo_cijfers_gemeente": "duo",
    "spuk_beschikkingen": "spuk",
    "spuk_prijzen": "spuk",
    "rekenkamer_gedrukt": "rekenkamer",
}


def bron_van_layout(layout: str) -> str:
    """The source that delivers this layout."""
    return _BRON_VAN_LAYOUT.get(layout, "gemeente")


def verfijn(rij: Rij, cellen: list[Cel]) -> list[Cel]:
    """Let the source finish a row: indicators, posts and splits that depend on more than one column."""
    module = import_module(f"ingest.{rij.layout.bron}.lezer")
    functie: Callable[[Rij, list[Cel]], list[Cel]] = module.verfijn
    return functie(rij, cellen)


def schema_voor(layout: str) -> Any:
    """The pandera schema that cells of this layout must pass."""
    return import_module(f"ingest.{bron_van_layout(layout)}.schema").SCHEMA
