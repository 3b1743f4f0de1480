"""Ways to write the name of a gemeente, brought to one form for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOEVOEGING = re.compile(
    r"\s*[(\[]\s*(?:gld|gelderland|fr|gr|dr|ov?|overijssel|ut?|nh|noord-holland|zh|zuid-holland|ze?|zld|nb|li?|limburg)"
    r"\.?\s*[)\]]\s*$",
    re.IGNORECASE,
)
_GEMEENTE = re.compile(r"^\s*(?:de\s+)?gemeente:?\s+(?=\S)", re.IGNORECASE)
_NAAM = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9 '’‘`´.,()/&\-–]*")
# A name in one coding, read as another (CBS lists of 2013 and 2014 and many exports have these).
_VERWISSELD = (("mac_roman", "cp1252"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("cp850", "cp1252"))


@lru_cache(maxsize=20_000)
def normaliseer(tekst: str) -> str:
    """Lower case, no accents, hyphens and line breaks as single spaces: for comparing names and labels."""
    zonder = "".join(c for c in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(c))
    zonder = re.sub(r"-\s*\n\s*", "-", zonder)
    return re.sub(r"[\s\-–_/]+", " ", zonder).strip().lower()


@lru_cache(maxsize=20_000)
def herstel(naam: str) -> str:
    """`S˙dwest-Frysl‚n` -> `Súdwest-Fryslân`: undo a wrong coding; a name that reads well stays as it is."""
    if _NAAM.fullmatch(naam) and "Ã" not in naam:
        return naam
    for gelezen_als, was in _VERWISSELD:
        try:
            poging = naam.encode(gelezen_als).decode(was)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if _NAAM.fullmatch(poging) and "Ã" not in poging:
            return poging
    return naam


@lru_cache(maxsize=20_000)
def naamvorm(naam: str) -> str:
    """The form in which names are compared: letters and digits with single spaces, without the word gemeente."""
    kaal = _GEMEENTE.sub("", herstel(naam))
    kaal = re.sub(r"\(\s*gem(?:eente|\.)?\s*\)", " ", kaal, flags=re.IGNORECASE)
    return re.sub(r"[^a-z0-9]+", " ", normaliseer(kaal)).strip()


@lru_cache(maxsize=20_000)
def zonder_toevoeging(naam: str) -> str:
    """The compared form without the province behind the name: `Bergen (NH.)` -> `bergen`."""
    return naamvorm(_TOEVOEGING.sub("", herstel(naam)))
