"""How sure a rule is, in the words that every page and file uses."""

from __future__ import annotations

STATUSWOORDEN = {
    "bevestigd": "bevestigd in de wetstekst",
    "afgeleid": "afgeleid, niet zeker",
    "onbekend": "niet bekend",
}
