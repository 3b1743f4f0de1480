"""Write deliveries, their origin and the list of seeded errors; the same content gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from rekenkamer.synthetisch.levering import Levering, Rij

UITGEVER = "Synthetische gegevens: verzonnen, geen echte personen of gemeenten"
_MOMENT = datetime(2025, 7, 1)  # a workbook carries its date of creation


def schrijf_leveringen(map_: Path, leveringen: list[Levering]) -> None:
    """Write every delivery and one herkomst.yml beside them."""
    map_.mkdir(parents=True, exist_ok=True)
    for levering in leveringen:
        pad = map_ / levering.bestand
        if levering.vorm == "xlsx":
            _schrijf_werkboek(pad, levering)
        elif levering.vorm == "csv":
            pad.write_bytes(_csv_tekst(levering.tabel.alle_rijen(), levering.scheiding).encode(levering.codering))
        else:
            pad.write_text(json.dumps(levering.inhoud, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")
    herkomst = {levering.bestand: _herkomst(levering) for levering in leveringen}
    tekst = yaml.safe_dump(herkomst, allow_unicode=True, sort_keys=True)
    (map_ / "herkomst.yml").write_text(tekst, "utf-8")


def _herkomst(levering: Levering) -> dict[str, Any]:
    regel: dict[str, Any] = {
        "titel": f"Synthetisch: {levering.titel}", "uitgever": UITGEVER, "herkomst": "rekenkamer synthetisch",
        "bron": levering.bron, "openbaar": False, "is_synthetisch": True,
    }  # fmt: skip
    if levering.peildatum:
        regel["peildatum"] = levering.peildatum
    if levering.gemeente:
        regel["gemeente"] = levering.gemeente
    return regel


def schrijf_csv(pad: Path, rijen: list[Rij]) -> None:
    """A plain list, for people and for tests."""
    pad.write_text(_csv_tekst(rijen, ";"), "utf-8")


def _csv_tekst(rijen: list[Rij], scheiding: str) -> str:
    tekst = io.StringIO()
    csv.writer(tekst, delimiter=scheiding, lineterminator="\r\n").writerows([[_druk(c) for c in r] for r in rijen])
    return tekst.getvalue()


def _druk(cel: Any) -> str:
    if cel is None:
        return ""
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, float):
        return f"{cel:.2f}".replace(".", ",")
    return str(cel)


def _schrijf_werkboek(pad: Path, levering: Levering) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False, "default_date_format": "dd-mm-yyyy"}) as boek:
        boek.set_properties({"title": f"Synthetisch: {levering.titel}", "created": _MOMENT})
        for tabel in levering.tabellen:
            blad = boek.add_worksheet(tabel.blad)
            for r, rij in enumerate(tabel.alle_rijen()):
                for k, cel in enumerate(rij):
                    if isinstance(cel, date):
                        blad.write_datetime(r, k, datetime(cel.year, cel.month, cel.day))
                    elif isinstance(cel, str):
                        blad.write_string(r, k, cel)
                    elif cel is not None:
                        blad.write_number(r, k, cel)
