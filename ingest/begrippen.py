"""Labels in deliveries -> terms of the product, from the word list in begrippen.yml."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ingest.gebied.gemeenten import Gemeenteregister, normaliseer

DIMENSIES = ("doelgroep", "leeftijdsgroep", "geslacht", "leerroute", "post", "status_bedrag")
_VULWOORDEN = frozenset(["jaar", "en", "de", "van", "waarvan", "aantal", "het", "voor"])
_LANGSTE_LABEL = 400  # longer texts are no label, and covering all their words takes long
_PAD = Path(__file__).with_name("begrippen.yml")


@lru_cache(maxsize=20_000)
def vorm(tekst: str) -> str:
    """The form in which labels are compared: letters and digits with single spaces."""
    return re.sub(r"[^a-z0-9]+", " ", normaliseer(tekst)).strip()


@cache
def _lijst() -> dict[str, dict[str, str]]:
    """Dimension -> compared form -> term."""
    ruw = yaml.safe_load(_PAD.read_text("utf-8"))
    return {
        dimensie: {vorm(str(w)): str(term) for term, woorden in termen.items() for w in [term, *woorden]}
        for dimensie, termen in ruw.items()
    }


def parse_term(dimensie: str, tekst: str) -> str | None:
    """The term of one dimension that a whole cell names; `totaal` for a printed total; None when unknown."""
    gevormd = vorm(tekst)
    if gevormd in _lijst()["totaal"]:
        return "totaal"
    return _lijst()[dimensie].get(gevormd)


def termen(dimensie: str) -> list[str]:
    """The terms of a dimension, for templates and messages."""
    return list(dict.fromkeys(_lijst()[dimensie].values()))


def is_totaal(tekst: str) -> bool:
    """Tell whether a label means a total."""
    return vorm(tekst) in _lijst()["totaal"]


def classificeer(label: str, register: Gemeenteregister, dimensies: tuple[str, ...]) -> dict[str, str] | None:
    """Terms per dimension in a label such as `18-27 jaar (man)`; None when a part of it is unknown.

    The key `totaal` marks a printed total, `gemeente` holds a GM code.
    """
    if len(label) > _LANGSTE_LABEL:
        return None
    if gemeente := register.zoek(label):
        return {"gemeente": gemeente.code}
    heel = _exact(vorm(label), dimensies)
    if heel:
        return heel
    return _woorden(vorm(label).split(), dimensies)


def _exact(gevormd: str, dimensies: tuple[str, ...]) -> dict[str, str] | None:
    if gevormd in _lijst()["totaal"]:
        return {"totaal": "totaal"}
    for dimensie in dimensies:
        if gevormd in _lijst()[dimensie]:
            return {dimensie: _lijst()[dimensie][gevormd]}
    return None


def _woorden(woorden: list[str], dimensies: tuple[str, ...]) -> dict[str, str] | None:
    """Cover all words of a label with known terms, longest first; no word may be left over."""
    gevonden: dict[str, str] = {}
    i = 0
    while i < len(woorden):
        for j in range(len(woorden), i, -1):
            deel = _exact(" ".join(woorden[i:j]), dimensies)
            if deel and not (deel.keys() & gevonden.keys()):
                gevonden |= deel
                i = j
                break
        else:
            if woorden[i] not in _VULWOORDEN:
                return None
            i += 1
    return gevonden or None


def suggestie(tekst: str, dimensies: tuple[str, ...]) -> str:
    """The nearest known words, as a piece of a Dutch sentence; empty when nothing is near."""
    bekend = [woord for d in dimensies for woord in _lijst()[d]]
    dichtbij = get_close_matches(vorm(tekst), bekend, n=1, cutoff=0.75)
    return f" Bedoelt u '{dichtbij[0]}'?" if dichtbij else ""
