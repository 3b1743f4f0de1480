"""Write a template as a workbook with drop-down lists and checks, or as CSV."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest.bronnen import Indeling, layoutnaam
from ingest.layout import KruisLayout
from ingest.sjabloon.invulblad import KOPRIJ, data_rijen
from ingest.sjabloon.kolommen import Invulkolom, invulkolommen
from ingest.sjabloon.uitleg import vul_lijsten, vul_uitleg
from ingest.waarden.perioden import parse_datum

_LAATSTE_RIJ = 20_000  # validation reaches this far; rows below it are read all the same
_VORM = {"tekst": "tekst", "keuze": "tekst", "datum": "datum", "heel": "heel", "getal": "getal"}
_STIJLEN: dict[str, dict[str, Any]] = {
    "kop": {"bold": True, "bg_color": "#E3EEF3", "border": 1, "text_wrap": True, "valign": "top"},
    "titel": {"bold": True, "font_size": 14},
    "terugloop": {"text_wrap": True, "valign": "top"},
    "tekst": {"num_format": "@"},
    "datum": {"num_format": "dd-mm-yyyy"},
    "heel": {"num_format": "0"},
    "getal": {},
}


def schrijf_csv(layout: Indeling, doel: Path) -> None:
    """One layout as a file that spreadsheets open with the right columns."""
    with doel.open("w", encoding="utf-8-sig", newline="") as bestand:
        csv.writer(bestand, delimiter=";", lineterminator="\n").writerows(data_rijen(layout))


def schrijf_werkboek(layouts: list[Indeling], doel: Path) -> None:
    """A sheet per layout and one with the explanation."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(doel), {"strings_to_formulas": False, "strings_to_numbers": False}) as boek:
        opmaak = {naam: boek.add_format(stijl) for naam, stijl in _STIJLEN.items()}
        grijs = {"italic": True, "font_color": "#7A7A7A"}
        opmaak |= {f"{naam}_voorbeeld": boek.add_format({**_STIJLEN[naam], **grijs}) for naam in _VORM.values()}
        bladen = [boek.add_worksheet(layoutnaam(layout)[:31]) for layout in layouts]
        uitleg = boek.add_worksheet("Uitleg")
        vul_uitleg(uitleg, layouts, opmaak)
        lijsten = vul_lijsten(uitleg, layouts, opmaak)
        for blad, layout in zip(bladen, layouts, strict=True):
            if isinstance(layout, KruisLayout):
                _vul_kruisblad(blad, layout, opmaak)
            else:
                _vul_tabelblad(blad, invulkolommen(layout), opmaak, lijsten)


def _vul_tabelblad(
    blad: Any, kolommen: list[Invulkolom], opmaak: dict[str, Any], lijsten: dict[tuple[str, ...], str]
) -> None:
    """Header with comments, the example row, and a check on every column."""
    for k, kolom in enumerate(kolommen):
        stijl = _VORM[kolom.invoer]
        blad.set_column(k, k, max(14, len(kolom.naam) + 3), opmaak[stijl])
        blad.write_string(0, k, kolom.naam, opmaak["kop"])
        noot = f"{kolom.uitleg}\nVerplicht: {kolom.verplicht}.\nWat mag: {kolom.toegestaan}."
        blad.write_comment(0, k, noot, {"x_scale": 2.2, "y_scale": 1.6})
        _schrijf_cel(blad, 1, k, kolom, opmaak[f"{stijl}_voorbeeld"])
        if keuring := _keuring(kolom, lijsten):
            blad.data_validation(1, k, _LAATSTE_RIJ, k, keuring)
    blad.freeze_panes(1, 0)


def _schrijf_cel(blad: Any, r: int, k: int, kolom: Invulkolom, stijl: Any) -> None:
    """The example in one cell: a real date or number where the column holds those."""
    tekst = kolom.voorbeeld
    datum = parse_datum(tekst) if kolom.invoer == "datum" and tekst else None
    if isinstance(datum, date):
        blad.write_datetime(r, k, datetime(datum.year, datum.month, datum.day), stijl)
    elif kolom.invoer in ("heel", "getal") and tekst.replace(",", "", 1).isdigit():
        blad.write_number(r, k, float(tekst.replace(",", ".")), stijl)
    else:
        blad.write_string(r, k, tekst, stijl)


def _keuring(kolom: Invulkolom, lijsten: dict[tuple[str, ...], str]) -> dict[str, Any] | None:
    """The data validation of a column; one that also takes signs such as * asks instead of refusing."""
    hard = "stop" if kolom.streng else "warning"
    fout = {"error_title": "Dit wordt niet herkend", "error_message": f"Wat mag: {kolom.toegestaan}."[:255]}
    if kolom.keuzes:
        return {"validate": "list", "source": lijsten[kolom.keuzes], "error_type": "warning", **fout}
    if kolom.invoer == "datum":
        return {"validate": "date", "criteria": "between", "minimum": date(1900, 1, 1), "maximum": date(2100, 12, 31),
                "error_type": hard, **fout}  # fmt: skip
    if kolom.invoer == "heel":
        laag, hoog = kolom.minimum, kolom.maximum
        return {"validate": "integer", "criteria": "between", "minimum": -999_999_999 if laag is None else laag,
                "maximum": 999_999_999 if hoog is None else hoog, "error_type": hard, **fout}  # fmt: skip
    if kolom.invoer == "getal":
        return {"validate": "decimal", "criteria": "between", "minimum": -999_999_999_999, "maximum": 999_999_999_999,
                "error_type": hard, **fout}  # fmt: skip
    return None


def _vul_kruisblad(blad: Any, layout: KruisLayout, opmaak: dict[str, Any]) -> None:
    rijen = data_rijen(layout)
    blad.set_column(0, 0, 46)
    blad.set_column(1, 6, 18)
    blad.write_string(0, 0, rijen[0][0], opmaak["titel"])
    for r, rij in enumerate(rijen[1:], 1):
        for k, cel in enumerate(rij):
            stijl = opmaak["kop"] if r == KOPRIJ else opmaak["getal_voorbeeld"] if r == KOPRIJ + 1 else None
            if cel.isdigit():
                blad.write_number(r, k, int(cel), stijl)
            elif cel:
                blad.write_string(r, k, cel, stijl)
    blad.write_comment(KOPRIJ + 1, 0, "Een voorbeeld; deze rij wordt overgeslagen en mag weg.", {"x_scale": 2})
    blad.freeze_panes(KOPRIJ + 1, 0)
