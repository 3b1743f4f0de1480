"""Codes, yes/no, gemeenten and free text: what a distinct print means, a whole column at once."""

from __future__ import annotations

import polars as pl

from ingest.begrippen import vorm
from ingest.gebied.gemeenten import Gemeenteregister, parse_code
from ingest.records.layout import RecordKolom
from ingest.records.redenen import (
    FORMULE,
    GEEN_JAAR,
    GEEN_JANEE,
    GOED,
    ONBEKENDE_CODE,
    ONBEKENDE_GEMEENTE,
    ONBEKENDE_GEMEENTECODE,
    TE_LANG,
)  # fmt: skip

_JA = frozenset(["ja", "j", "yes", "y", "true", "waar", "1", "x"])
_NEE = frozenset(["nee", "n", "neen", "no", "false", "onwaar", "0"])
_LANGSTE_TEKST = 1000
LEEG = frozenset(["", "-", "--", "–", "—", "n.v.t.", "n.v.t", "nvt", "n.b.", "onbekend", "niet bekend", "null", "none",
                  "nan", "nat", "<na>", "(leeg)"])  # fmt: skip


def keuzelijst(kolom: RecordKolom) -> dict[str, str]:
    """Compared form -> code."""
    return {vorm(w): code for code, woorden in kolom.waarden.items() for w in [code, *woorden] if vorm(w)}


def lees_codes(tekst: pl.Series, kolom: RecordKolom) -> tuple[pl.Series, pl.Series]:
    """Codes of the list; `n.v.t.` and `onbekend` are only empty when the list does not have them."""
    lijst = keuzelijst(kolom)
    rest = kolom.onbekend or None
    waarden = [None if t is None else lijst.get(vorm(t.lstrip("\x01")), rest) for t in tekst.to_list()]
    waarde = pl.Series("waarde", waarden, dtype=pl.String)
    return waarde, _fout(tekst, waarde, ONBEKENDE_CODE)


def lees_janee(tekst: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Yes and no in the ways systems write them."""
    laag = tekst.str.strip_prefix("\x01").str.to_lowercase()
    waarde = pl.select(pl.when(laag.is_in(_JA)).then(True).when(laag.is_in(_NEE)).then(False)).to_series()
    return waarde, _fout(tekst, waarde, GEEN_JANEE)


def lees_gemeentecodes(tekst: pl.Series, register: Gemeenteregister) -> tuple[pl.Series, pl.Series]:
    """0537, 537, GM0537 and `GM0537   ` become GM0537; a name is looked up."""
    waarden: list[str | None] = []
    for t in tekst.to_list():
        code = None if t is None else parse_code(t.lstrip("\x01"))
        if t is not None and code is None:
            gevonden = register.zoek(t)
            code = gevonden.code if gevonden else None
        waarden.append(code)
    waarde = pl.Series("waarde", waarden, dtype=pl.String)
    return waarde, _fout(tekst, waarde, ONBEKENDE_GEMEENTECODE)


def lees_gemeente_of_rest(tekst: pl.Series, register: Gemeenteregister, rest: str) -> tuple[pl.Series, pl.Series]:
    """The code of a gemeente that exists or existed; every other text becomes the same word."""
    waarden: list[str | None] = []
    for t in tekst.to_list():
        code = None if t is None else parse_code(t.lstrip("\x01"))
        kandidaten = [] if t is None or code else register.kandidaten(t)
        code = kandidaten[0].code if len(kandidaten) == 1 else code
        waarden.append(None if t is None else code if code in register.kennis.op_code else rest)
    return pl.Series("waarde", waarden, dtype=pl.String), pl.repeat(GOED, len(tekst), dtype=pl.UInt8, eager=True)


def lees_gemeentenamen(tekst: pl.Series, register: Gemeenteregister) -> tuple[pl.Series, pl.Series]:
    """The code behind each name."""
    gevonden = [None if t is None else register.zoek(t) for t in tekst.to_list()]
    waarde = pl.Series("waarde", [g.code if g else None for g in gevonden], dtype=pl.String)
    return waarde, _fout(tekst, waarde, ONBEKENDE_GEMEENTE)


def lees_teksten(tekst: pl.Series, kolom: RecordKolom) -> tuple[pl.Series, pl.Series]:
    """Free text with single spaces; a text that the list knows gets the spelling of the list."""
    if kolom.naam.endswith("_ruw"):  # a print that is read later: the point of a number in a workbook is a comma
        exact = tekst.str.starts_with("\x01")
        tekst = pl.select(pl.when(exact).then(tekst.str.replace(".", ",", literal=True)).otherwise(tekst)).to_series()
    schoon = tekst.str.strip_prefix("\x01").str.replace_all(r"\s+", " ")
    if lijst := keuzelijst(kolom):
        schoon = pl.Series(
            "waarde", [None if t is None else lijst.get(vorm(t), t) for t in schoon.to_list()], pl.String
        )
    fout = pl.select(
        pl.when(schoon.str.contains(r"^#(?:REF|N/A|NAME|VALUE|DIV|NULL|NUM)")).then(FORMULE)
        .when(schoon.str.len_chars() > _LANGSTE_TEKST).then(TE_LANG)
        .otherwise(GOED).cast(pl.UInt8)
    ).to_series()  # fmt: skip
    return schoon, fout


def lees_jaren(tekst: pl.Series, ook_datum: pl.Series | None = None) -> tuple[pl.Series, pl.Series]:
    """Years of four digits; of a full date (`ook_datum`, read already) only the year."""
    jaar = tekst.str.extract(r"^\x01?((?:18|19|20)\d{2})(?:[.,]0+)?$").cast(pl.Int32)
    if ook_datum is not None:
        deel = tekst.str.extract(r"^\x01?((?:18|19|20)\d{2})0000$|^(?:0{1,2}-0{1,2}-)((?:18|19|20)\d{2})$").cast(
            pl.Int32
        )
        jaar = pl.select(pl.coalesce(jaar, deel, ook_datum.dt.year())).to_series()
    return jaar.cast(pl.Int32), _fout(tekst, jaar, GEEN_JAAR)


def _fout(tekst: pl.Series, waarde: pl.Series, code: int) -> pl.Series:
    mis = tekst.is_not_null() & waarde.is_null()
    return pl.select(pl.when(mis).then(code).otherwise(GOED).cast(pl.UInt8)).to_series()
