"""The workbook: formats, sheets ready for print, and a record of every cell that was written.

Text is always written as text, so nothing that was delivered can become a formula or a link. The
record is what the manifest hashes: it does not depend on how a spreadsheet program stores a file.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import textwrap
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rekenkamer.rapport.controledossier.formules import Cel, Formule

LANGST = 32_000  # a cell holds at most 32.767 characters
NL = "[$-413]"  # Dutch separators, whatever the language of the program
EURO = f'{NL}"€ "#,##0.00;{NL}"−€ "#,##0.00'
WIJZE = (
    "Per blad de sha256 van een JSON-tekst in UTF-8. De tekst is een lijst met voor elke gevulde cel [adres, soort,"
    " inhoud], rij voor rij en in een rij van links naar rechts. Adres: zoals B7, zonder dollar; bij samengevoegde"
    " cellen de eerste. Soort: tekst, getal, datum of formule. Inhoud is altijd tekst. Getal: afgerond op zes"
    " decimalen, met een punt, zonder nullen achteraan en zonder duizendtekens. Datum: jjjj-mm-dd. Formule: de formule"
    " zelf met het isteken ervoor, zonder uitkomst. JSON: geen spaties of regeleinden tussen de delen; letters zoals é"
    " staan er zelf."
)
NAAM_TEKENS = re.compile(r"[^A-Za-z0-9_]")
A4 = 9
REGELHOOGTE = 13  # points
TEKENS_PER_BREEDTE = 1.1  # characters of this letter in one unit of column width
HOOGTES = {"titel": 24.0, "kop": 20.0, "kolomkop": 28.0, "kolomkop_rechts": 28.0, "oordeel": 18.0}
BASIS: dict[str, Any] = {"font_name": "Liberation Sans", "font_size": 10, "font_color": "#1B2A33", "valign": "top"}
KOLOMKOP: dict[str, Any] = {"bold": True, "text_wrap": True, "bg_color": "#E1E6E9", "valign": "vcenter"}
RAND: dict[str, Any] = {"bottom": 1, "bottom_color": "#E1E6E9"}
STIJLEN: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 16},
    "kop": {"bold": True, "font_size": 12, "font_color": "#0B5C7A"},
    "tekst": {"text_wrap": True, "align": "left", "indent": 1, **RAND},
    "plat": {},
    "alinea": {"text_wrap": True},
    "vet": {"bold": True, "text_wrap": True, **RAND},
    "kolomkop": {**KOLOMKOP, "align": "left", "indent": 1},
    "kolomkop_rechts": {**KOLOMKOP, "align": "right"},
    "euro": {"num_format": EURO, **RAND},
    "euro_invoer": {"num_format": EURO, "bg_color": "#F7F8F6", **RAND},
    "euro_vet": {"num_format": EURO, "bold": True, **RAND},
    "controle": {"num_format": f'{NL}0.00;{NL}"−"0.00', "align": "center", **RAND},
    "aantal": {"num_format": f"{NL}#,##0.00", "bg_color": "#F7F8F6", **RAND},
    "aantal_heel": {"num_format": f"{NL}#,##0", "bg_color": "#F7F8F6", **RAND},
    "factor": {"num_format": f"{NL}0.00##", "bg_color": "#F7F8F6", **RAND},
    "getal": {"num_format": f"{NL}#,##0.00", **RAND},
    "jaar": {"num_format": "0", "align": "left", **RAND},
    "datum": {"num_format": "dd-mm-yyyy", "align": "left", **RAND},
    "oordeel": {"bold": True, "font_size": 12},
    "lijn": {"bottom": 1, "bottom_color": "#51616B"},
    "verschil": {"bold": True, "font_color": "#A84B12", "border": 2, "border_color": "#A84B12"},
}


def naam_van(*delen: object) -> str:
    """A name for a cell: letters, digits and underscores."""
    return NAAM_TEKENS.sub("_", "_".join(str(d) for d in delen))


def schrijf_getal(waarde: Decimal | int | float) -> str:
    """A number as the hash of a sheet reads it; a float that was read back from the file gives the same text."""
    tekst = f"{Decimal(str(waarde)):.6f}".rstrip("0").rstrip(".")
    return "0" if tekst == "-0" else tekst


class Blad:
    """One sheet; rows and columns count from zero."""

    def __init__(self, map_: Werkmap, blad: Worksheet, naam: str) -> None:
        self.map, self.blad, self.naam = map_, blad, naam
        self.cellen: dict[tuple[int, int], tuple[str, str]] = {}
        self._hoogtes: dict[int, float] = {}
        self._lang: list[tuple[int, int, int, str]] = []

    def tekst(self, rij: int, kolom: int, tekst: str | None, stijl: str = "tekst") -> None:
        """Text, letter by letter; nothing is read as a number, a link or a formula."""
        inhoud = (tekst or "")[:LANGST]
        self.blad.write_string(rij, kolom, inhoud, self.map.stijl(stijl))
        self.cellen[(rij, kolom)] = ("tekst", inhoud)
        if stijl in HOOGTES:
            self._hoogtes[rij] = HOOGTES[stijl]
        elif stijl in ("tekst", "vet"):
            self._lang.append((rij, kolom, kolom, inhoud))

    def getal(self, rij: int, kolom: int, waarde: Decimal | int | None, stijl: str, woord: str = "") -> Cel:
        """A number, or the word that says why there is none."""
        if waarde is None:
            self.tekst(rij, kolom, woord)
        else:
            self.blad.write_number(rij, kolom, float(waarde), self.map.stijl(stijl))
            self.cellen[(rij, kolom)] = ("getal", schrijf_getal(waarde))
        return Cel(self.adres(rij, kolom), None if waarde is None else Decimal(waarde))

    def datum(self, rij: int, kolom: int, dag: date | None, woord: str = "niet vermeld") -> None:
        """A day, or a word."""
        if dag is None:
            self.tekst(rij, kolom, woord)
            return
        moment = datetime(dag.year, dag.month, dag.day)
        self.blad.write_datetime(rij, kolom, moment, self.map.stijl("datum"))
        self.cellen[(rij, kolom)] = ("datum", f"{moment:%Y-%m-%d}")

    def formule(self, rij: int, kolom: int, formule: Formule, stijl: str = "euro") -> Cel:
        """A live formula, with its value for who does not recalculate."""
        bewaard = formule.woord if formule.waarde is None else float(formule.waarde)
        tekst = formule.tekst.replace(f"{self.naam}!", "")  # on its own sheet an address needs no sheet
        self.blad.write_formula(rij, kolom, tekst, self.map.stijl(stijl), bewaard)
        self.cellen[(rij, kolom)] = ("formule", tekst)
        return Cel(self.adres(rij, kolom), formule.waarde)

    def koppen(self, rij: int, koppen: Sequence[str], rechts: Collection[int] = ()) -> None:
        """The heads of a table, two lines high; those over amounts stand to the right."""
        for kolom, kop in enumerate(koppen):
            self.tekst(rij, kolom, kop, "kolomkop_rechts" if kolom in rechts else "kolomkop")

    def adres(self, rij: int, kolom: int) -> str:
        """The address of a cell, with its sheet."""
        return f"{self.naam}!{xl_rowcol_to_cell(rij, kolom, row_abs=True, col_abs=True)}"

    def reeks(self, van: int, tot: int, kolom: int) -> str:
        """The address of a part of a column."""
        return f"{self.adres(van, kolom)}:{xl_rowcol_to_cell(tot, kolom, row_abs=True, col_abs=True)}"

    def benoem_reeks(self, naam: str, van: int, tot: int, kolom: int) -> None:
        """Give a part of a column a name that formulas use."""
        self.map.boek.define_name(naam, f"={self.reeks(van, tot, kolom)}")

    def benoem(self, naam: str, cel: Cel) -> Cel:
        """Give a cell a name that formulas use."""
        self.map.boek.define_name(naam, f"={cel.adres}")
        return Cel(naam, cel.waarde)

    def samen(self, rij: int, van: int, tot: int, tekst: str | None, stijl: str = "tekst") -> None:
        """Text in one cell made of several columns."""
        self.blad.merge_range(rij, van, rij, tot, "", self.map.stijl(stijl))
        self.tekst(rij, van, tekst, stijl)
        if self._lang and self._lang[-1][:2] == (rij, van):
            self._lang[-1] = (rij, van, tot, tekst or "")

    def breed(self, rij: int, van: int, tot: int, tekst: str, per_regel: int) -> int:
        """Text over several columns, with room for all its lines; returns the next row."""
        inhoud = tekst[:LANGST]
        stijl = self.map.stijl("alinea")
        self.blad.merge_range(rij, van, rij, tot, "", stijl)
        self.tekst(rij, van, inhoud, "alinea")
        self._hoogtes[rij] = REGELHOOGTE * (1 + len(inhoud) // per_regel)
        return rij + 1

    def markeer_verschil(self, reeks: str, geen: str) -> None:
        """A frame around every check that is not zero: not by colour alone; `geen` is the word for no check."""
        gebied = reeks.split("!")[1].replace("$", "")
        regel = {
            "type": "cell",
            "criteria": "!=",
            "value": 0,
            "format": self.map.stijl("verschil"),
            "stop_if_true": True,
        }
        self.blad.conditional_format(gebied, {"type": "blanks", "stop_if_true": True})
        leeg = {"type": "cell", "criteria": "==", "value": f'"{geen}"', "stop_if_true": True}
        self.blad.conditional_format(gebied, leeg)
        self.blad.conditional_format(gebied, regel)

    def maak_op(self, breedtes: Sequence[float], kopregels: int, herhaal: int | None = None) -> None:
        """Widths, frozen heads, and print: landscape, one page wide, heads repeated, snapshot and page below."""
        for kolom, breedte in enumerate(breedtes):
            self.blad.set_column(kolom, kolom, breedte, self.map.stijl("plat"))
        self._zet_hoogtes(breedtes)
        if kopregels:
            self.blad.freeze_panes(kopregels, 0)
            self.blad.repeat_rows(herhaal if herhaal is not None else 0, kopregels - 1)
        self.blad.set_landscape()
        self.blad.set_paper(A4)
        self.blad.fit_to_pages(1, 0)
        self.blad.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        voet = self.map.voettekst.replace("&", "&&")
        self.blad.set_footer(f"&L&8{voet}&C&8&A&R&8bladzijde &P van &N")
        self.blad.hide_gridlines(2)

    def _zet_hoogtes(self, breedtes: Sequence[float]) -> None:
        """Room for every line of wrapped text: not every program finds that height itself."""
        regels: dict[int, int] = {}
        for rij, van, tot, tekst in self._lang:
            past = int(sum(breedtes[van : tot + 1]) * TEKENS_PER_BREEDTE)
            nodig = len(textwrap.wrap(tekst, past)) if len(tekst) > past else 1
            regels[rij] = max(regels.get(rij, 1), nodig)
        hoogtes = {rij: REGELHOOGTE * aantal + 2 for rij, aantal in regels.items()} | self._hoogtes
        for rij, hoogte in hoogtes.items():
            self.blad.set_row(rij, hoogte)

    @property
    def sha256(self) -> str:
        """Hash of what the sheet says, in the way that `WIJZE` describes."""
        regels = [[xl_rowcol_to_cell(*plek), *cel] for plek, cel in sorted(self.cellen.items()) if cel[1]]
        tekst = json.dumps(regels, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(tekst.encode()).hexdigest()


class Werkmap:
    """A workbook in memory; the same cells give the same bytes."""

    def __init__(self, titel: str, voettekst: str, gemaakt_op: datetime) -> None:
        self.buffer = io.BytesIO()
        self.boek = xlsxwriter.Workbook(self.buffer, {"in_memory": True, "strings_to_formulas": False})
        moment = gemaakt_op.astimezone(UTC) if gemaakt_op.tzinfo else gemaakt_op
        self.boek.set_properties({"title": titel, "created": moment.replace(tzinfo=None)})
        self.voettekst = voettekst
        self.bladen: dict[str, Blad] = {}
        self._stijlen: dict[str, Format] = {}

    def blad(self, naam: str) -> Blad:
        """The sheet of this name, made when it is new; sheets keep the order in which they were asked for."""
        if naam not in self.bladen:
            self.bladen[naam] = Blad(self, self.boek.add_worksheet(naam), naam)
        return self.bladen[naam]

    def stijl(self, naam: str) -> Format:
        """A cell format by name."""
        if naam not in self._stijlen:
            self._stijlen[naam] = self.boek.add_format({**BASIS, **STIJLEN[naam]})
        return self._stijlen[naam]

    def sluit(self) -> bytes:
        """The bytes of the finished workbook."""
        self.boek.close()
        return self.buffer.getvalue()
