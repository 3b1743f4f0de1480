"""Amounts must be in whole euros: a table in thousands is refused, not guessed."""

from __future__ import annotations

import re

from ingest.bestanden.bestand import Blad
from ingest.fouten import RijFout
from ingest.kruistabel.kop import Blok
from ingest.layout import KruisLayout

_VEELVOUD = re.compile(
    r"(?:[x×*]\s*(?:€|euro?|eur\.?)?\s*1[. ]?000\b|€\s*1[. ]000(?![.,]?\d)|\b1[. ]000\s*euro|\bduizend(?:en|tallen)?\b"
    r"|\bmiljoen(?:en)?\b|\bmln\b|\bmio\b|€\s*k\b|\bk\s*(?:€|euro)|\bkeuro\b)",
    re.IGNORECASE,
)


def noemt_veelvoud(tekst: str) -> bool:
    """Whether a title or header says that amounts are in thousands or millions."""
    return bool(_VEELVOUD.search(tekst))


def controleer_eenheid(blad: Blad, blok: Blok, layout: KruisLayout) -> None:
    """Raise RijFout when the words around a table of amounts say thousands or millions."""
    if layout.eenheid != "euro":
        return
    boven = blad.rijen[blok.kop - 1] if blok.kop else []
    for tekst in [*blok.titels, *boven, *blad.rijen[blok.kop], *blok.noten, blad.naam or ""]:
        if tekst and noemt_veelvoud(tekst):
            doe = "Reken de bedragen om naar hele euro's, pas de tekst aan en lever het blad opnieuw aan."
            raise RijFout("", tekst, f"De bedragen staan volgens '{tekst}' niet in hele euro's.", doe)
