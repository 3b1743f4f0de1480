"""A scenario as a workbook that nobody can take for a fact: the mark stands on every sheet and every printed page.

Everything comes in as plain text and numbers; nothing is computed and nothing is read. The same content gives the
same bytes: the only date in the file is that of the snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

WATERMERK = "SCENARIO — GEEN VASTGESTELD CIJFER"
INDICATIE = "Indicatie, geen beschikking. Alle bedragen in euro’s."
LEEG = "niet te berekenen"
KOP_AFDRUK = f'&C&"Calibri,Bold"&14{WATERMERK}'
VOET_AFDRUK = f"&L{WATERMERK}&R&P van &N"
MERK_KLEUR = "#A84B12"
MERK_VLAK = "#FBEDE4"
EERSTE_DATUM = datetime(2000, 1, 1)
SMALSTE, BREEDSTE = 12, 60
RIJ_MERK, RIJ_UITLEG, RIJ_KOP = 0, 1, 3

Cel = str | int | Decimal | None


@dataclass(frozen=True)
class Blad:
    """One sheet: a table with its headings and one sentence above it."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    toelichting: str = ""


@dataclass(frozen=True)
class Uitvoer:
    """All sheets of one scenario; `gemaakt_op` is the moment of the snapshot (ISO), not of the download."""

    titel: str
    bladen: tuple[Blad, ...]
    gemaakt_op: str = ""


def write_scenario(uitvoer: Uitvoer) -> bytes:
    """The workbook as bytes. Amounts are cells with a number, in euros to the cent; what is missing is a word."""
    buffer = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        boek.set_properties({"title": f"{WATERMERK}: {uitvoer.titel}", "created": _moment(uitvoer.gemaakt_op)})
        opmaak = {
            "merk": boek.add_format({"bold": True, "font_size": 14, "font_color": MERK_KLEUR, "bg_color": MERK_VLAK}),
            "kop": boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "tekst": boek.add_format({"valign": "top", "text_wrap": True}),
            "euro": boek.add_format({"num_format": "#,##0.00", "valign": "top"}),
            "heel": boek.add_format({"num_format": "0", "valign": "top", "align": "left"}),
        }
        for blad in uitvoer.bladen:
            _write_blad(boek.add_worksheet(blad.naam), blad, opmaak)
    return buffer.getvalue()


def _write_blad(vel: Worksheet, blad: Blad, opmaak: dict[str, Format]) -> None:
    breedte = max(len(blad.koppen), 6)
    for kolom in range(breedte):
        vel.write_string(RIJ_MERK, kolom, WATERMERK if kolom == 0 else "", opmaak["merk"])
    vel.write_string(RIJ_UITLEG, 0, f"{blad.toelichting} {INDICATIE}".strip())
    for kolom, kop in enumerate(blad.koppen):
        vel.write_string(RIJ_KOP, kolom, kop, opmaak["kop"])
        vel.set_column(kolom, kolom, _kolombreedte(kop, [rij[kolom] for rij in blad.rijen]))
    for nummer, rij in enumerate(blad.rijen, start=RIJ_KOP + 1):
        for kolom, cel in enumerate(rij):
            _write_cel(vel, nummer, kolom, cel, opmaak)
    vel.set_header(KOP_AFDRUK)
    vel.set_footer(VOET_AFDRUK)
    vel.set_landscape()
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    vel.repeat_rows(RIJ_MERK, RIJ_KOP)
    vel.freeze_panes(RIJ_KOP + 1, 1)
    vel.set_tab_color(MERK_KLEUR)


def _write_cel(vel: Worksheet, rij: int, kolom: int, cel: Cel, opmaak: dict[str, Format]) -> None:
    if cel is None:
        vel.write_string(rij, kolom, LEEG, opmaak["tekst"])
    elif isinstance(cel, Decimal):
        vel.write_number(rij, kolom, cel, opmaak["euro"])
    elif isinstance(cel, int):
        vel.write_number(rij, kolom, cel, opmaak["heel"])
    else:
        vel.write_string(rij, kolom, cel, opmaak["tekst"])


def _kolombreedte(kop: str, cellen: Sequence[Cel]) -> int:
    langste = max([len(str(cel)) for cel in cellen if cel is not None] + [len(kop) // 2], default=0)
    return min(max(langste + 4, SMALSTE), BREEDSTE)


def _moment(iso: str) -> datetime:
    """Without a date of the snapshot a fixed one, so that the file never depends on the clock."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return EERSTE_DATUM
