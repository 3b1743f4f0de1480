"""Text on the page: secondary text, and source text that must appear letter by letter."""

from __future__ import annotations

import re

LEESTEKEN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>:$&])")
# what Markdown turns into a link by itself, escaped or not: an address, a host name, a mailbox
VANZELF_EEN_LINK = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)")
NIETS = "\N{WORD JOINER}"


def letterlijk(tekst: str | None) -> str:
    """Escape text from a delivery or an address: `60 +*` and `-` are print, not Markdown, and never a link."""
    return LEESTEKEN.sub(r"\\\1", VANZELF_EEN_LINK.sub(NIETS, tekst or ""))


def klein(tekst: str) -> str:
    """Body text; the answer sentence is the only text of full size."""
    return "\n\n".join(f":small[{alinea}]" for alinea in tekst.split("\n\n"))


def tekst_zacht(tekst: str) -> str:
    """Secondary text: source lines, subtitles, dates."""
    return f":gray[:small[{tekst}]]"
