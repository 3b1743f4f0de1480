"""Optional `herkomst.yml` beside deliveries: who published them, where they come from, what is uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.privacy.bsn import mask_tekst
from ingest.waarden.perioden import parse_datum

BESTANDSNAAM = "herkomst.yml"


@dataclass(frozen=True)
class Herkomst:
    """Origin of one delivery. Without herkomst.yml only the defaults are known; a delivery is then not public."""

    bron: str | None = None
    titel: str | None = None
    uitgever: str | None = None
    herkomst: str | None = None
    peildatum: date | None = None
    openbaar: bool = False
    is_synthetisch: bool = False
    kanttekening: str | None = None
    gemeente: str | None = None


def lees_herkomst(pad: Path) -> tuple[Herkomst, str | None]:
    """The entry for a file, plus a Dutch remark when herkomst.yml is there but unusable."""
    bijlage = pad.parent / BESTANDSNAAM
    if not bijlage.is_file():
        return Herkomst(), None
    try:
        regel = _lees_bijlage(bijlage.read_text("utf-8")).get(pad.name) or {}
        return _maak(regel), None
    except (yaml.YAMLError, UnicodeDecodeError, OSError, AttributeError, TypeError, ValueError):
        return Herkomst(), (
            f"{BESTANDSNAAM} in dezelfde map is niet te lezen en daarom overgeslagen; de levering zelf is wel gelezen. "
            "Controleer de inspringing en de dubbele punten in dat bestand."
        )


@lru_cache(maxsize=8)
def _lees_bijlage(tekst: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(tekst) or {}
    return inhoud


def _maak(regel: dict[str, Any]) -> Herkomst:
    noten = regel.get("kanttekeningen") or regel.get("kanttekening") or []
    noten = [noten] if isinstance(noten, str) else list(noten)
    datum = regel.get("peildatum")

    def tekst(naam: str) -> str | None:
        return mask_tekst(str(regel[naam])) if regel.get(naam) else None

    return Herkomst(
        bron=regel.get("bron"), titel=tekst("titel"), uitgever=tekst("uitgever"), herkomst=tekst("herkomst"),
        peildatum=datum if isinstance(datum, date) else parse_datum(str(datum)) if datum else None,
        openbaar=regel.get("openbaar") is True, is_synthetisch=regel.get("is_synthetisch") is True,
        gemeente=None if regel.get("gemeente") is None else str(regel["gemeente"]).strip() or None,
        kanttekening=mask_tekst("\n".join(str(n).strip() for n in noten)) or None,
    )  # fmt: skip
