"""Histories in JSON: of a list of objects the newest one counts, by a date that each of them has."""

from __future__ import annotations

import re
from typing import Any

EXAMENS = ("examens", "examen", "examenresultaten")
_DATUMS = (
    "wijzigingsdatum", "mutatiedatum", "dagtekeningpip", "dagtekening", "begindatum", "startdatum", "ingangsdatum",
    "datumingang", "datum", "peildatum",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Vlak(dict[str, Any]):
    """One record with dotted names. `historie`: where the newest of a list was taken, `onbeslist`: where none could."""

    def __init__(self, record: dict[str, Any]) -> None:
        super().__init__()
        self.historie: list[str] = []
        self.onbeslist: list[str] = []
        self._neem(record, "")

    def _neem(self, record: dict[str, Any], voor: str) -> None:
        for naam, waarde in record.items():
            if isinstance(waarde, list) and naam.lower() not in EXAMENS and waarde:
                waarde = self._kies(waarde, voor + naam)
            if isinstance(waarde, dict):
                self._neem(waarde, f"{voor}{naam}.")
            elif not isinstance(waarde, list):
                self[voor + naam] = waarde

    def _kies(self, lijst: list[Any], pad: str) -> Any:
        """The element that counts; the last one when nothing tells, and then it is remembered as undecided."""
        if all(x == lijst[0] for x in lijst[1:]):
            return lijst[0]
        nieuwste = _nieuwste(lijst)
        (self.onbeslist if nieuwste is None else self.historie).append(pad)
        return lijst[-1] if nieuwste is None else nieuwste


def _nieuwste(lijst: list[Any]) -> dict[str, Any] | None:
    """The object with the latest date; None when there is no such date, or when two have the same one."""
    if not all(isinstance(x, dict) for x in lijst):
        return None
    rijen = [{k.lower(): v for k, v in x.items()} for x in lijst]
    dagen = {n: d for n in dict.fromkeys(k for r in rijen for k in r) if (d := _dagen(rijen, n)) is not None}
    eigen = [n for n in dagen if "datum" in n or "dagtekening" in n]
    naam = next((n for n in _DATUMS if n in dagen), eigen[0] if len(eigen) == 1 else None)
    if naam is None:
        return None
    hoogste = max(dagen[naam])
    plekken = [i for i, d in enumerate(dagen[naam]) if d == hoogste]
    return lijst[plekken[0]] if len(plekken) == 1 else None


def _dagen(rijen: list[dict[str, Any]], naam: str) -> list[str] | None:
    """The dates under one name; None unless each of the objects has one."""
    dagen = [r.get(naam) for r in rijen]
    teksten = [d for d in dagen if isinstance(d, str) and _ISO.match(d)]
    if len(teksten) < len(dagen):
        return None
    gelijk_lang = len({len(d) for d in teksten}) == 1
    return teksten if gelijk_lang else [d[:10] for d in teksten]
